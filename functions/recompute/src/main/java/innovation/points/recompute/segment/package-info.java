/** The work of a run on one segment of the facts: score, sort, write. */
@NullMarked
package innovation.points.recompute.segment;

import org.jspecify.annotations.NullMarked;
