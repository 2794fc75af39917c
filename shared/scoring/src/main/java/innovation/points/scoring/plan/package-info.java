/** Computes scores: stage, indicators, negative list, bonus, decay and total of one enterprise. */
@NullMarked
package innovation.points.scoring.plan;

import org.jspecify.annotations.NullMarked;
