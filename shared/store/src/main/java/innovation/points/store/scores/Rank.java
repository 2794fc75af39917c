package innovation.points.store.scores;

/**
 * A place overall and within the stage; 1, 2, 2, 4 (rules §8).
 *
 * @param overallOf how many are ranked in the year
 * @param stageOf how many are ranked in the stage
 */
public record Rank(int overall, int overallOf, int stage, int stageOf) {}
