/** Ranks within a stage and overall (rules §8). */
@NullMarked
package innovation.points.scoring.ranking;

import org.jspecify.annotations.NullMarked;
