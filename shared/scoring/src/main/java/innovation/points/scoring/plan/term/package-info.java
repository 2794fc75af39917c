/** The columns of a plan: each formula as arithmetic and, beside it, in words. */
@NullMarked
package innovation.points.scoring.plan.term;

import org.jspecify.annotations.NullMarked;
