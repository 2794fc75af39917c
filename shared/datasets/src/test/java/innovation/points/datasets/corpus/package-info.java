/** Tables as departments have them, in every kind of file and as many programs write them. */
@NullMarked
package innovation.points.datasets.corpus;

import org.jspecify.annotations.NullMarked;
