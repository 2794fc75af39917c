/** Rewards in yuan (rules §9). */
@NullMarked
package innovation.points.scoring.reward;

import org.jspecify.annotations.NullMarked;
