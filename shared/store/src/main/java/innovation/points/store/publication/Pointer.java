package innovation.points.store.publication;

import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.RunDecision;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What makes a generation the published one of its year. Moving it is publishing.
 *
 * @param rulebook id of the one it was computed by
 * @param digest of that rulebook's text, SHA-256, hex: later builds may bring another text
 * @param floor no run with an id up to this one publishes by itself any more: it is older than what
 *     was published, or than a decision of the bureau
 * @param noticeUntil the last day of the notice period (公示), in the zone's time; null: none
 * @param proposal to go back to another generation, which waits for another approver; null: none
 */
public record Pointer(
    int year,
    String generation,
    Instant publishedAt,
    String rulebook,
    String digest,
    GenerationCounts counts,
    String floor,
    @Nullable LocalDate noticeUntil,
    @Nullable Proposal proposal) {

  /**
   * What one approver asks for.
   *
   * @param asked by whom, when, why
   */
  public record Proposal(String generation, RunDecision asked) {}
}
