package innovation.points.store.scores;

import java.time.Instant;

/**
 * What makes a generation the published one of its year. Moving it is publishing.
 *
 * @param floor no run with an id up to this one publishes by itself any more: it is older than what
 *     was published, or than a decision of the bureau
 */
public record Pointer(
    int year,
    String generation,
    Instant publishedAt,
    String rulebook,
    Counts counts,
    String floor) {}
