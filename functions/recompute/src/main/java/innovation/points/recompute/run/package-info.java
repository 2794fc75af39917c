/** The life cycle of a run: plan, segments, ranks, checks, publication. */
@NullMarked
package innovation.points.recompute.run;

import org.jspecify.annotations.NullMarked;
