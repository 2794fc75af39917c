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
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a run as the state machine {@code run.asl.json} calls them, each on a machine of its
 * own: from what the machine carries along to what it carries on. Every step may come again, or
 * late. Thread safe.
 */
public final class DistributedRun {

  /** The longest an execution takes, as in {@code run.asl.json}, and what may still be at work. */
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

  /** What the state machine is to do next. */
  enum Outcome {
    SCORE,
    AGAIN,
    WRITE,
    PUBLISH,
    OVER
  }

  /**
   * What it carries on.
   *
   * @param segments to be worked on next, each by its own
   */
  public record Answer(Outcome outcome, @Nullable Ref run, List<Integer> segments) {

    private static Answer of(Outcome outcome, Ref run) {
      return new Answer(outcome, run, List.of());
    }
  }

  /**
   * Does a step.
   *
   * @param journal told how the run goes
   * @throws RuntimeException where the step is to be tried again
   */
  public Answer step(JsonNode event, Deadline deadline, RunLog journal) {
    Ref run = Ref.of(event.path("run"));
    try {
      return switch (event.path("step").asText()) {
        case "begin" -> begin(run, event.path("segments").asInt(), deadline, journal);
        case "score" -> part(run, event, Outcome.SCORE, deadline, steps::score);
        case "rank" -> rank(run, deadline, journal);
        case "write" -> part(run, event, Outcome.WRITE, deadline, steps::write);
        case "conclude" -> conclude(run, deadline, journal);
        case "publish" -> publish(run, deadline, journal);
        case "fail" -> fail(run, event.path("error").asText(), deadline, journal);
        default ->
            throw new IllegalArgumentException(
                "expected a step of run.asl.json, found " + event.path("step"));
      };
    } catch (RunRefusedException e) {
      runs.fail(run.lease(), e.reason(), deadline.now());
      journal.refused();
      return Answer.of(Outcome.OVER, run);
    }
  }

  private Answer begin(Ref ref, int segments, Deadline deadline, RunLog journal) {
    var until = deadline.now().plus(EXECUTION).plus(INVOCATION);
    return switch (runs.claim(ref.year(), ref.id(), ref.execution(), deadline.now(), until)) {
      case RunClaim.Held(RunLease lease, Run run) -> begin(ref, lease, run, segments, journal);
      // Another execution has it, or had it: an order may be shown twice.
      case RunClaim.Busy _, RunClaim.Over _, RunClaim.Unknown _ -> Answer.of(Outcome.OVER, ref);
    };
  }

  private Answer begin(Ref ref, RunLease lease, Run run, int segments, RunLog journal) {
    if (RunSteps.computed(run)) {
      return Answer.of(Outcome.PUBLISH, ref);
    }
    if (ref.pass() > RunSteps.PASSES) {
      throw RunSteps.unsettled();
    }
    RunPlan plan = steps.plan(run, segments);
    RunDocuments.write(workspace(ref), "plan", plan);
    runs.begin(lease, plan.rulebook());
    tell(ref, journal).accept(new RunStep("scoring", 0, segments));
    return new Answer(Outcome.SCORE, ref, plan.numbers());
  }

  /** A segment's part of a step, at once with those of the others: only its end is told. */
  private Answer part(Ref ref, JsonNode event, Outcome done, Deadline deadline, Part part) {
    int segment = event.path("segment").intValue();
    Workspace workspace = workspace(ref);
    part.work(plan(workspace), segment, workspace, new RunProgress(_ -> {}, deadline));
    runs.partDone(ref.lease(), segment);
    return Answer.of(done, ref);
  }

  @FunctionalInterface
  private interface Part {
    void work(RunPlan plan, int segment, Workspace workspace, RunProgress watch);
  }

  private Answer rank(Ref ref, Deadline deadline, RunLog journal) {
    Workspace workspace = workspace(ref);
    RunPlan plan = plan(workspace);
    if (!steps.rank(plan, workspace, telling(ref, deadline, journal))) {
      return Answer.of(Outcome.AGAIN, ref.again());
    }
    tell(ref, journal).accept(new RunStep("writing", 0, plan.segments()));
    return new Answer(Outcome.WRITE, ref, plan.numbers());
  }

  private Answer conclude(Ref ref, Deadline deadline, RunLog journal) {
    Workspace workspace = workspace(ref);
    steps.conclude(plan(workspace), ref.lease(), workspace, telling(ref, deadline, journal));
    return Answer.of(Outcome.PUBLISH, ref);
  }

  private Answer publish(Ref ref, Deadline deadline, RunLog journal) {
    steps.publish(ref.lease(), deadline, journal);
    return Answer.of(Outcome.OVER, ref);
  }

  /** The last step of an execution that has given up; the run can be begun again. */
  private Answer fail(Ref ref, String error, Deadline deadline, RunLog journal) {
    journal.givenUp();
    String name = error.substring(error.lastIndexOf('.') + 1);
    runs.failUntil(
        ref.lease(), "执行中断（%s），需由运维人员重新启动".formatted(name), deadline.now().plus(INVOCATION));
    return Answer.of(Outcome.OVER, ref);
  }

  private Workspace workspace(Ref ref) {
    return workspaces.apply(ref.prefix());
  }

  private static RunPlan plan(Workspace workspace) {
    return RunDocuments.read(workspace, "plan", RunPlan.class);
  }

  private RunProgress telling(Ref ref, Deadline deadline, RunLog journal) {
    return new RunProgress(tell(ref, journal), deadline);
  }

  private Consumer<RunStep> tell(Ref ref, RunLog journal) {
    return journal.telling(progress -> runs.progress(ref.lease(), progress));
  }
}
