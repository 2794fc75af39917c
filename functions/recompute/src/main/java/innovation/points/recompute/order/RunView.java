package innovation.points.recompute.order;

import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.run.DocumentsState;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunChanges.Thresholds;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.RunStep;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it.
 *
 * @param generation what can be published; null where nothing can
 * @param rulebook the id of the rules; null until it has begun
 * @param failure in Chinese; null unless it failed
 * @param note in Chinese, on how it ended
 * @param documents whether its diagnostics and its report are there; null where it has none
 * @param inForce whether readers see this generation now
 */
record RunView(
    String id,
    int year,
    RunStatus status,
    @Nullable String generation,
    boolean inForce,
    boolean publish,
    boolean dryRun,
    @Nullable String rulebook,
    @Nullable String rulebookDigest,
    String requestedBy,
    Instant requestedAt,
    Thresholds thresholds,
    RewardTerms rewards,
    @Nullable LocalDate noticeUntil,
    int attempts,
    RunStep progress,
    @Nullable GenerationCounts counts,
    @Nullable RunChanges changes,
    @Nullable Manifest manifest,
    @Nullable String failure,
    @Nullable String note,
    @Nullable Instant publishedAt,
    @Nullable Instant finishedAt,
    @Nullable DocumentsState documents) {

  /** The same without the moves one by one, for a list. */
  RunView brief() {
    RunChanges all = changes;
    return new RunView(
        id,
        year,
        status,
        generation,
        inForce,
        publish,
        dryRun,
        rulebook,
        rulebookDigest,
        requestedBy,
        requestedAt,
        thresholds,
        rewards,
        noticeUntil,
        attempts,
        progress,
        counts,
        all == null ? null : all.counted(),
        manifest,
        failure,
        note,
        publishedAt,
        finishedAt,
        documents);
  }

  /**
   * Shows a run.
   *
   * @param published the generation the year's pointer names; null where it has none
   */
  static RunView of(Run run, @Nullable String published, Instant now) {
    var used = run.rulebook();
    boolean stalled = run.stalled(now);
    return new RunView(
        run.id(),
        run.year(),
        stalled ? RunStatus.FAILED : run.status(),
        run.publishable() ? run.id() : null,
        run.id().equals(published),
        run.order().publish(),
        run.order().dryRun(),
        used == null ? run.order().rulebook() : used.id(),
        used == null ? null : used.digest(),
        run.order().by(),
        run.order().at(),
        run.order().thresholds(),
        run.order().rewards(),
        run.order().noticeUntil(),
        run.attempts(),
        run.progress(),
        run.counts(),
        run.changes(),
        run.manifest(),
        stalled ? "执行中断，等待自动重试" : run.failure(),
        run.note(),
        run.publishedAt(),
        run.finishedAt(),
        run.documents());
  }
}
