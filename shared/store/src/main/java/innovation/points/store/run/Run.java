package innovation.points.store.run;

import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.run.RunChanges.Thresholds;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One recomputation of one year; its id is the id of the generation it makes.
 *
 * @param id begins with the instant it was asked for, so that ids sort by it
 * @param progress where it stands
 * @param rulebook what it scores by; null until it has begun
 * @param counts null until every enterprise is scored
 * @param changes null until every enterprise is scored
 * @param manifest what it was made of; null until every enterprise is scored
 * @param failure why it failed, in Chinese; null unless it did
 * @param note what there is to know about its end, in Chinese, e.g. that a newer run was published
 * @param attempts how often it was begun
 * @param heldUntil when the lease of the invocation that works on it ends; null before the first
 * @param publishedAt when the pointer was moved to it first; null unless it was
 * @param finishedAt when it ended; null while it runs
 * @param documents whether its audit and report are written; null until every enterprise is scored,
 *     and in a dry run, which has none
 * @param workspace where the files lie that its documents are made from, a prefix in the bucket;
 *     null where they are not pending
 */
public record Run(
    int year,
    String id,
    Order order,
    RunStatus status,
    RunStep progress,
    @Nullable RulebookUsed rulebook,
    @Nullable GenerationCounts counts,
    @Nullable RunChanges changes,
    @Nullable Manifest manifest,
    @Nullable String failure,
    @Nullable String note,
    int attempts,
    @Nullable Instant heldUntil,
    @Nullable Instant publishedAt,
    @Nullable Instant finishedAt,
    @Nullable DocumentsState documents,
    @Nullable String workspace) {

  /**
   * What was asked for.
   *
   * @param publish publish it when it is complete
   * @param rulebook the rulebook's id; null: the newest in effect on 31 December of the year
   * @param dryRun count and compare only; nothing is written that could be published
   * @param by {@code schedule}, or {@code bureau}
   * @param thresholds from where on a move against the published results is listed
   * @param rewards the terms of the year's rewards (rules §9)
   * @param noticeUntil the last day of the notice period when it publishes; null: none
   */
  public record Order(
      boolean publish,
      @Nullable String rulebook,
      boolean dryRun,
      String by,
      Instant at,
      Thresholds thresholds,
      RewardTerms rewards,
      @Nullable LocalDate noticeUntil) {

    /** With everything else as it is by default. */
    public Order(
        boolean publish, @Nullable String rulebook, boolean dryRun, String by, Instant at) {
      this(publish, rulebook, dryRun, by, at, Thresholds.DEFAULT, RewardTerms.DEFAULT, null);
    }
  }

  /**
   * The rules a run scores by.
   *
   * @param digest SHA-256 of its file, hex
   */
  public record RulebookUsed(String id, String digest) {}

  /** A run that nobody has begun. */
  public static Run ordered(int year, String id, Order order) {
    return new Run(
        year,
        id,
        order,
        RunStatus.RUNNING,
        RunStep.WAITING,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        null,
        null,
        null,
        null,
        null);
  }

  /** It was started, has not ended and is not held: it waits to be started again. */
  public boolean stalled(Instant now) {
    return status == RunStatus.RUNNING && heldUntil != null && heldUntil.isBefore(now);
  }

  /** A generation that can be published: whole, counted, and not a dry run. */
  public boolean publishable() {
    return !order.dryRun() && (status == RunStatus.COMPLETE || status == RunStatus.PUBLISHED);
  }
}
