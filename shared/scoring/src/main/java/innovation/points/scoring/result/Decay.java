package innovation.points.scoring.result;

/**
 * One factor that the score is multiplied by (表4, rules §6).
 *
 * @param factor above 0 and below 1
 * @param reason in Chinese
 */
public record Decay(String rule, double factor, String reason) {}
