package innovation.points.recompute.order;

import innovation.points.person.Person;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.DocumentsState;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunChanges.Thresholds;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunDecision;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.RunStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run as the API shows it.
 *
 * @param generation what can be published; null where nothing can
 * @param rulebook the id of the rules; null until it has begun
 * @param failure in Chinese; null unless it failed
 * @param note in Chinese, on how it ended
 * @param requestedBy {@code bureau} or {@code schedule}
 * @param goingBack who asks to go back to it; null where nobody does
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
    @Nullable DocumentsState documents,
    Person orderedBy,
    @Nullable Integer noticeDays,
    @Nullable String override,
    List<RunCheck> checks,
    List<RunDecision> decisions,
    @Nullable RunDecision goingBack) {

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
        documents,
        orderedBy,
        noticeDays,
        override,
        checks,
        decisions,
        goingBack);
  }

  /**
   * Shows a run.
   *
   * @param published the year's pointer; null where it has none
   */
  static RunView of(Run run, @Nullable Pointer published, Instant now) {
    var proposal = published == null ? null : published.proposal();
    var used = run.rulebook();
    boolean stalled = run.stalled(now);
    return new RunView(
        run.id(),
        run.year(),
        stalled ? RunStatus.FAILED : run.statusAt(now),
        run.publishable() ? run.id() : null,
        published != null && run.id().equals(published.generation()),
        run.order().publish(),
        run.order().dryRun(),
        used == null ? run.order().rulebook() : used.id(),
        used == null ? null : used.digest(),
        run.order().by().equals(Person.SCHEDULE) ? "schedule" : "bureau",
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
        run.documents(),
        run.order().by(),
        run.order().noticeDays(),
        run.order().override(),
        run.checks(),
        run.decisions(),
        proposal != null && proposal.generation().equals(run.id()) ? proposal.asked() : null);
  }
}
