package innovation.points.recompute.run;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunClaim;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.RunStep;
import innovation.points.store.run.Runs;
import innovation.points.web.event.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a run as the state machine {@code run.asl.json} calls them, each in an invocation of
 * its own, from the state of the machine to its next state. A step may be repeated, or come late.
 * Thread-safe.
 */
public final class DistributedRun {

  /**
   * The time-out of an execution in {@code run.asl.json}, and of an invocation that may outlive it.
   */
  static final Duration EXECUTION = Duration.ofHours(6);

  private static final Duration INVOCATION = Duration.ofMinutes(15);

  private final Runs runs;
  private final RunSteps steps;
  private final Function<String, Workspace> workspaces;

  /**
   * Runs steps.
   *
   * @param workspaces by their prefix in the bucket
   */
  public DistributedRun(Runs runs, RunSteps steps, Function<String, Workspace> workspaces) {
    this.runs = runs;
    this.steps = steps;
    this.workspaces = workspaces;
  }

  /**
   * Which run a step belongs to.
   *
   * @param execution names the execution of the state machine: it holds the run
   * @param pass how often the year is scored in it, from 1
   */
  public record Ref(int year, String id, String execution, int pass) {

    public static Ref of(JsonNode run) {
      return new Ref(
          run.path("year").isInt()
              ? run.path("year").intValue()
              : RunEvents.yearOf(run.path("partition").asText()),
          run.path("id").asText(),
          run.path("execution").asText(),
          run.path("pass").asInt());
    }

    RunLease lease() {
      return new RunLease(year, id, execution);
    }

    Ref again() {
      return new Ref(year, id, execution, pass + 1);
    }

    String prefix() {
      return "runs/%d/%s/%s/%d/".formatted(year, id, execution, pass);
    }
  }

  /** What the state machine does next. */
  enum Outcome {
    SCORE,
    AGAIN,
    WRITE,
    PUBLISH,
    DOCUMENT,
    OVER
  }

  /**
   * The next state of the machine.
   *
   * @param run null where nothing follows that needs it
   * @param segments to be processed next, each by an invocation
   */
  public record Answer(Outcome outcome, @Nullable Ref run, List<Integer> segments) {

    private static Answer of(Outcome outcome, Ref run) {
      return new Answer(outcome, run, List.of());
    }
  }

  /**
   * Executes a step.
   *
   * @param log records the progress of the run
   * @throws RuntimeException where the step is to be retried
   */
  public Answer step(JsonNode event, Deadline deadline, RunLog log) {
    Ref run = Ref.of(event.path("run"));
    String step = event.path("step").asText();
    try {
      if (!step.equals("begin")) {
        // Where the execution was redriven, the run was given up meanwhile.
        runs.resume(run.lease(), until(deadline));
      }
      return switch (step) {
        case "begin" -> begin(run, event.path("segments").asInt(), deadline, log);
        case "score" -> part(run, event, Outcome.SCORE, deadline, steps::score);
        case "rank" -> rank(run, deadline, log);
        case "write" -> part(run, event, Outcome.WRITE, deadline, steps::write);
        case "conclude" -> conclude(run, deadline, log);
        case "publish" -> publish(run, deadline, log);
        case "document" -> document(run, deadline, log);
        default ->
            throw new IllegalArgumentException("expected a step of run.asl.json, found " + step);
      };
    } catch (RunRefusedException e) {
      runs.fail(run.lease(), e.reason(), deadline.now());
      log.refused();
      return Answer.of(Outcome.OVER, run);
    }
  }

  private Answer begin(Ref ref, int segments, Deadline deadline, RunLog log) {
    return switch (runs.claim(
        ref.year(), ref.id(), ref.execution(), deadline.now(), until(deadline))) {
      case RunClaim.Held(RunLease lease, Run run) -> begin(ref, lease, run, segments, log);
      // Another execution has it, or had it: an order may be delivered twice.
      case RunClaim.Busy _, RunClaim.Over _, RunClaim.Unknown _ -> Answer.of(Outcome.OVER, ref);
    };
  }

  private static Instant until(Deadline deadline) {
    return deadline.now().plus(EXECUTION).plus(INVOCATION);
  }

  private Answer begin(Ref ref, RunLease lease, Run run, int segments, RunLog log) {
    if (RunSteps.computed(run)) {
      return Answer.of(Outcome.PUBLISH, ref);
    }
    if (ref.pass() > RunSteps.PASSES) {
      throw RunSteps.unsettled();
    }
    RunPlan plan = steps.plan(run, segments);
    RunDocuments.write(workspace(ref), RunPlan.NAME, plan);
    runs.begin(lease, plan.rulebook());
    tell(ref, log).accept(new RunStep("scoring", 0, segments));
    return new Answer(Outcome.SCORE, ref, plan.numbers());
  }

  /** A segment's part of a step, in parallel with the others: only its end is recorded. */
  private Answer part(Ref ref, JsonNode event, Outcome done, Deadline deadline, Part part) {
    int segment = event.path("segment").intValue();
    Workspace workspace = workspace(ref);
    part.work(plan(workspace), segment, workspace, new RunProgress(_ -> {}, deadline));
    runs.partDone(ref.lease(), segment);
    // The results of all segments together are data of one state.
    return new Answer(done, null, List.of());
  }

  @FunctionalInterface
  private interface Part {
    void work(RunPlan plan, int segment, Workspace workspace, RunProgress progress);
  }

  private Answer rank(Ref ref, Deadline deadline, RunLog log) {
    Workspace workspace = workspace(ref);
    RunPlan plan = plan(workspace);
    if (!steps.rank(plan, workspace, telling(ref, deadline, log))) {
      return Answer.of(Outcome.AGAIN, ref.again());
    }
    tell(ref, log).accept(new RunStep("writing", 0, plan.segments()));
    return new Answer(Outcome.WRITE, ref, plan.numbers());
  }

  private Answer conclude(Ref ref, Deadline deadline, RunLog log) {
    Workspace workspace = workspace(ref);
    steps.conclude(
        plan(workspace), ref.lease(), workspace, ref.prefix(), telling(ref, deadline, log));
    return Answer.of(Outcome.PUBLISH, ref);
  }

  private Answer publish(Ref ref, Deadline deadline, RunLog log) {
    steps.publish(ref.lease(), deadline, log);
    return Answer.of(Outcome.DOCUMENT, ref);
  }

  private Answer document(Ref ref, Deadline deadline, RunLog log) {
    steps.document(ref.lease(), deadline, log);
    return Answer.of(Outcome.OVER, ref);
  }

  /**
   * An execution failed, was stopped or ran out of time. Its run can be begun again, or goes on
   * when the execution is redriven. Where another execution has the run, nothing is changed.
   */
  public void ended(RunEvents.Ended ended, Instant now, RunLog log) {
    log.givenUp();
    String name = ended.error().substring(ended.error().lastIndexOf('.') + 1);
    runs.failUntil(
        ended.run().lease(), "执行中断（%s），需由运维人员重新启动".formatted(name), now.plus(INVOCATION));
  }

  private Workspace workspace(Ref ref) {
    return workspaces.apply(ref.prefix());
  }

  private static RunPlan plan(Workspace workspace) {
    return RunDocuments.read(workspace, RunPlan.NAME, RunPlan.class);
  }

  private RunProgress telling(Ref ref, Deadline deadline, RunLog log) {
    return new RunProgress(tell(ref, log), deadline);
  }

  private Consumer<RunStep> tell(Ref ref, RunLog log) {
    return log.telling(step -> runs.progress(ref.lease(), step));
  }
}
