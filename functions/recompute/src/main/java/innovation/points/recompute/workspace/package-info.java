/** Where steps of a run leave what the next ones read. */
@NullMarked
package innovation.points.recompute.workspace;

import org.jspecify.annotations.NullMarked;
