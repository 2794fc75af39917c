/** The results of a year counted by two facts of the enterprises. */
@NullMarked
package innovation.points.lookup.pivot;

import org.jspecify.annotations.NullMarked;
