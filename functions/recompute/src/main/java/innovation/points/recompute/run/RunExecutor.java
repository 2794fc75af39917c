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
 * Executes a run within one invocation: the steps in sequence, the segments in parallel. An
 * invocation that dies leaves nothing that readers see; the next one starts the run again or, where
 * it was complete, continues with its publication and its documents.
 */
public final class RunExecutor {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** A lease outlives its invocation, so that no two write at the same time. */
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
   * Continues a run; does nothing where it is over.
   *
   * @param owner names this invocation
   * @param log records its progress
   * @throws RuntimeException where it is to be retried: the run records why
   */
  public void execute(int year, String id, String owner, Deadline deadline, RunLog log) {
    while (true) {
      Instant until = deadline.at().plus(LEASE_MARGIN);
      switch (runs.claim(year, id, owner, deadline.now(), until)) {
        case RunClaim.Held(RunLease lease, Run run) -> {
          work(lease, run, deadline, log);
          return;
        }
        case RunClaim.Busy _ -> {
          // An invocation that was killed holds the run until its lease expires.
          deadline.check();
          deadline.sleep(POLL);
        }
        case RunClaim.Over _, RunClaim.Unknown _ -> {
          return;
        }
      }
    }
  }

  private void work(RunLease lease, Run run, Deadline deadline, RunLog log) {
    if (!RunSteps.computed(run)) {
      try {
        compute(lease, run, deadline, log);
      } catch (RunRefusedException e) {
        runs.fail(lease, e.reason(), deadline.now());
        log.refused();
        return;
      } catch (RunLeaseLostException e) {
        throw e;
      } catch (RuntimeException e) {
        note(e, () -> runs.fail(lease, reason(e), null));
        throw e;
      }
    }
    try {
      steps.publish(lease, deadline, log);
      steps.document(lease, deadline, log);
    } catch (RunLeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      note(e, () -> runs.release(lease));
      throw e;
    }
  }

  private void compute(RunLease lease, Run run, Deadline deadline, RunLog log) {
    var progress = new RunProgress(log.telling(step -> runs.progress(lease, step)), deadline);
    for (int pass = 1; pass <= RunSteps.PASSES; pass++) {
      RunPlan plan = steps.plan(run, segments);
      runs.begin(lease, plan.rulebook());
      try (var workspace = new DiskWorkspace()) {
        progress.step("scoring", 0);
        SideBySide.each(
            plan.numbers(), progress, segment -> steps.score(plan, segment, workspace, progress));
        if (steps.rank(plan, workspace, progress)) {
          progress.step("writing", 0);
          SideBySide.each(
              plan.numbers(), progress, segment -> steps.write(plan, segment, workspace, progress));
          steps.conclude(plan, lease, workspace, steps.keep(plan, workspace), progress);
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

  /** Records the failure in the run where possible; the fault itself is logged in any case. */
  private static void note(RuntimeException fault, Runnable note) {
    try {
      note.run();
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }
}
