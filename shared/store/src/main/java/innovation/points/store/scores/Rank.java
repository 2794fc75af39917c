package innovation.points.store.scores;

import org.jspecify.annotations.Nullable;

/**
 * A place overall and within the stage; 1, 2, 2, 4 (rules §8).
 *
 * @param overall null where the rulebook has no ranks among all
 * @param overallOf how many are ranked in the year; null with {@code overall}
 * @param stageOf how many are ranked in the stage
 */
public record Rank(
    @Nullable Integer overall, @Nullable Integer overallOf, int stage, int stageOf) {}
