package innovation.points.recompute;

import innovation.points.store.scores.Claim;
import innovation.points.store.scores.Lease;
import innovation.points.store.scores.LeaseLostException;
import innovation.points.store.scores.Run;
import innovation.points.store.scores.Runs;
import innovation.points.web.Deadline;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings a run to its end within one invocation: all steps one after the other, the segments side
 * by side. An invocation that dies leaves nothing that readers see, and the next one begins the run
 * anew, or, once it was complete, goes on from there.
 */
final class RunExecutor {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** A lease outlives its invocation a little, so that no two ever write side by side. */
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

  private final Runs runs;
  private final RunSteps steps;
  private final int segments;

  RunExecutor(Runs runs, RunSteps steps, int segments) {
    this.runs = runs;
    this.steps = steps;
    this.segments = segments;
  }

  /**
   * Does what is left of a run; nothing where it is over.
   *
   * @param owner names this invocation
   * @param journal told how it goes
   * @throws RuntimeException where it is to be tried again: the run says why
   */
  void execute(int year, String id, String owner, Deadline deadline, Journal journal) {
    while (true) {
      Instant until = deadline.at().plus(LEASE_MARGIN);
      switch (runs.claim(year, id, owner, deadline.now(), until)) {
        case Claim.Held(Lease lease, Run run) -> {
          work(lease, run, deadline, journal);
          return;
        }
        case Claim.Busy _ -> {
          // An invocation that was ended holds the run until its time is certainly over.
          deadline.check();
          deadline.sleep(POLL);
        }
        case Claim.Over _, Claim.Unknown _ -> {
          return;
        }
      }
    }
  }

  private void work(Lease lease, Run run, Deadline deadline, Journal journal) {
    if (!RunSteps.computed(run)) {
      try {
        compute(lease, run, deadline, journal);
      } catch (RunRefusedException e) {
        runs.fail(lease, e.reason(), deadline.now());
        journal.refused();
        return;
      } catch (LeaseLostException e) {
        throw e;
      } catch (RuntimeException e) {
        note(e, () -> runs.fail(lease, reason(e), null));
        throw e;
      }
    }
    try {
      steps.publish(lease, deadline, journal);
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      note(e, () -> runs.release(lease));
      throw e;
    }
  }

  private void compute(Lease lease, Run run, Deadline deadline, Journal journal) {
    var watch = new Watch(journal.telling(progress -> runs.progress(lease, progress)), deadline);
    for (int pass = 1; pass <= RunSteps.PASSES; pass++) {
      Plan plan = steps.plan(run, segments);
      runs.begin(lease, plan.rulebook());
      try (var workspace = new DiskWorkspace()) {
        watch.step("scoring", 0);
        SideBySide.each(
            plan.numbers(), watch, segment -> steps.score(plan, segment, workspace, watch));
        if (steps.rank(plan, workspace, watch)) {
          watch.step("writing", 0);
          SideBySide.each(
              plan.numbers(), watch, segment -> steps.write(plan, segment, workspace, watch));
          steps.conclude(plan, lease, workspace, watch);
          return;
        }
      }
    }
    throw RunSteps.unsettled();
  }

  private static String reason(RuntimeException e) {
    return e instanceof Deadline.OutOfTimeException
        ? "未能在一次执行的时限内完成，将自动重试"
        : "执行中断（%s），将自动重试".formatted(e.getClass().getSimpleName());
  }

  /** Says what became of the run, as far as that is possible; the fault itself is told anyway. */
  private static void note(RuntimeException fault, Runnable note) {
    try {
      note.run();
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }
}
