/** Ranks within a stage and over all (rules §8). */
@NullMarked
package innovation.points.scoring.ranking;

import org.jspecify.annotations.NullMarked;
