package innovation.points.store.run;

import innovation.points.person.Person;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.run.RunChanges.Thresholds;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
 * @param checks what there is to look at before it is published; empty until every enterprise is
 *     scored
 * @param decisions what persons decided about it, oldest first
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
    @Nullable String workspace,
    List<RunCheck> checks,
    List<RunDecision> decisions) {

  public Run {
    checks = List.copyOf(checks);
    decisions = List.copyOf(decisions);
  }

  /**
   * How long a reader may go on with a pointer it has read: lookup keeps one for a second, and a
   * little more. Who publishes says so only after it.
   */
  public static final Duration READERS_KEEP = Duration.ofMillis(1_200);

  /** An order that the stream has not delivered for so long is lost. */
  private static final Duration STREAM_KEEPS = Duration.ofHours(24);

  /**
   * What was asked for.
   *
   * @param publish publish it when it is complete
   * @param rulebook the rulebook's id; null: the newest in effect on 31 December of the year
   * @param dryRun count and compare only; nothing is written that could be published
   * @param by who ordered it; the schedule is one of them
   * @param thresholds from where on a move against the published results is listed
   * @param rewards the terms of the year's rewards (rules §9)
   * @param noticeUntil the last day of the notice period when it is published; null: not said
   * @param noticeDays its length in working days from the publication, 0 for none; null: not said
   * @param override why it is to be published whatever the checks say; null: nothing was said
   */
  public record Order(
      boolean publish,
      @Nullable String rulebook,
      boolean dryRun,
      Person by,
      Instant at,
      Thresholds thresholds,
      RewardTerms rewards,
      @Nullable LocalDate noticeUntil,
      @Nullable Integer noticeDays,
      @Nullable String override) {

    /** With everything else as it is by default. */
    public Order(
        boolean publish, @Nullable String rulebook, boolean dryRun, Person by, Instant at) {
      this(
          publish,
          rulebook,
          dryRun,
          by,
          at,
          Thresholds.DEFAULT,
          RewardTerms.DEFAULT,
          null,
          null,
          null);
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
        null,
        List.of(),
        List.of());
  }

  /** It was started, has not ended and is not held: it waits to be started again. */
  public boolean stalled(Instant now) {
    return status == RunStatus.RUNNING && heldUntil != null && heldUntil.isBefore(now);
  }

  /**
   * Its status for who looks at it: a publication whose end was not recorded is over once no reader
   * can answer the former one.
   */
  public RunStatus statusAt(Instant now) {
    return publishedAt != null && now.isAfter(publishedAt.plus(READERS_KEEP))
        ? RunStatus.PUBLISHED
        : status;
  }

  /** It has a lease, or waits for its first: the next is not to be ordered beside it. */
  public boolean inProgress(Instant now) {
    return finishedAt == null
        && status == RunStatus.RUNNING
        && !stalled(now)
        && now.isBefore(order.at().plus(STREAM_KEEPS));
  }

  /** A generation that can be published: whole, counted, not refused and not a dry run. */
  public boolean publishable() {
    return !order.dryRun()
        && (status == RunStatus.COMPLETE
            || status == RunStatus.AWAITING_APPROVAL
            || status == RunStatus.PUBLISHED);
  }

  /** The checks that it may not be published over without a reason. */
  public List<RunCheck> blocking() {
    return checks.stream().filter(RunCheck::blocks).toList();
  }
}
