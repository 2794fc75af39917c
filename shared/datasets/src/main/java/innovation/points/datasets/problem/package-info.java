/** What can be wrong with a file, under stable codes. */
@NullMarked
package innovation.points.datasets.problem;

import org.jspecify.annotations.NullMarked;
