package innovation.points.recompute.run;

import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.workspace.DiskWorkspace;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunClaim;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.RunLeaseLostException;
import innovation.points.store.run.Runs;
import innovation.points.web.event.Deadline;
import java.time.Duration;
import java.time.Instant;

/**
 * Brings a run to its end within one invocation: all steps one after the other, the segments side
 * by side. An invocation that dies leaves nothing that readers see, and the next one begins the run
 * anew, or, once it was complete, goes on from there.
 */
public final class RunExecutor {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** A lease outlives its invocation a little, so that no two ever write side by side. */
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

  private final Runs runs;
  private final RunSteps steps;
  private final int segments;

  public RunExecutor(Runs runs, RunSteps steps, int segments) {
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
  public void execute(int year, String id, String owner, Deadline deadline, RunLog journal) {
    while (true) {
      Instant until = deadline.at().plus(LEASE_MARGIN);
      switch (runs.claim(year, id, owner, deadline.now(), until)) {
        case RunClaim.Held(RunLease lease, Run run) -> {
          work(lease, run, deadline, journal);
          return;
        }
        case RunClaim.Busy _ -> {
          // An invocation that was ended holds the run until its time is certainly over.
          deadline.check();
          deadline.sleep(POLL);
        }
        case RunClaim.Over _, RunClaim.Unknown _ -> {
          return;
        }
      }
    }
  }

  private void work(RunLease lease, Run run, Deadline deadline, RunLog journal) {
    if (!RunSteps.computed(run)) {
      try {
        compute(lease, run, deadline, journal);
      } catch (RunRefusedException e) {
        runs.fail(lease, e.reason(), deadline.now());
        journal.refused();
        return;
      } catch (RunLeaseLostException e) {
        throw e;
      } catch (RuntimeException e) {
        note(e, () -> runs.fail(lease, reason(e), null));
        throw e;
      }
    }
    try {
      steps.publish(lease, deadline, journal);
    } catch (RunLeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      note(e, () -> runs.release(lease));
      throw e;
    }
  }

  private void compute(RunLease lease, Run run, Deadline deadline, RunLog journal) {
    var watch =
        new RunProgress(journal.telling(progress -> runs.progress(lease, progress)), deadline);
    for (int pass = 1; pass <= RunSteps.PASSES; pass++) {
      RunPlan plan = steps.plan(run, segments);
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
