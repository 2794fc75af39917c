package innovation.points.recompute.run;

import com.amazonaws.services.lambda.runtime.Context;
import innovation.points.store.run.RunStep;
import innovation.points.web.log.LogLine;
import innovation.points.web.log.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;

/** The log of one run, whose id is also that of its generation: its progress and its end. */
public record RunLog(Context context, InstantSource clock, int year, String run) {

  /** Progress of the current step, where its size is known. */
  private static final Metric PROGRESS = Metric.percent("RunProgress");

  private static final Metric FINISHED = Metric.count("RunsFinished");
  private static final Metric FAILED = Metric.count("RunsFailed");

  /** Whether the run of the year before was looked for in vain. */
  private static final Metric MISSING = Metric.count("RunMissing");

  /** The duration of a run, from its order to its end. */
  private static final Metric DURATION = Metric.seconds("RunDuration");

  /** The schedule has ordered it. */
  public void ordered() {
    about(LogLine.info()).text("outcome", "ordered").write(context);
  }

  /** The schedule has looked for a run of the year that is whole. */
  public void checked(boolean computed) {
    (computed ? about(LogLine.info()) : about(LogLine.error()))
        .text("outcome", computed ? "computed" : "not computed")
        .metric(MISSING, computed ? 0 : 1)
        .write(context, clock.instant());
  }

  /** A step of the state machine is done. */
  public void stepped(String step) {
    about(LogLine.info()).text("outcome", "stepped").text("step", step).write(context);
  }

  /** The state machine has given up; its own metric counts it. */
  void givenUp() {
    about(LogLine.error()).text("outcome", "given up").write(context);
  }

  /** Writes each step to the log, and passes it on. */
  Consumer<RunStep> telling(Consumer<RunStep> other) {
    return progress -> {
      other.accept(progress);
      progress(progress);
    };
  }

  void progress(RunStep progress) {
    LogLine line =
        about(LogLine.info())
            .text("step", progress.step())
            .number("done", progress.done())
            .number("total", progress.total());
    if (progress.total() > 0) {
      line.metric(PROGRESS, Math.min(100, 100L * progress.done() / progress.total()));
    }
    line.write(context, clock.instant());
  }

  /**
   * The run is over.
   *
   * @param overtaken whether a later publication or decision overtook it
   */
  void finished(Instant ordered, boolean overtaken) {
    Instant now = clock.instant();
    about(LogLine.info())
        .text("outcome", overtaken ? "overtaken" : "finished")
        .metric(FINISHED, 1)
        .metric(DURATION, Math.max(0, Duration.between(ordered, now).toSeconds()))
        .write(context, now);
  }

  /** The audit and the report of its generation are written. */
  void documented() {
    about(LogLine.info()).text("outcome", "documented").write(context, clock.instant());
  }

  /** The run is over without a result, for a reason that its order or the facts give. */
  void refused() {
    about(LogLine.info())
        .text("outcome", "refused")
        .metric(FAILED, 1)
        .write(context, clock.instant());
  }

  /** This attempt failed; the stream delivers the run again, or gives it up. */
  public void failed(RuntimeException fault) {
    about(LogLine.error()).text("outcome", "failed").cause(fault).write(context);
  }

  private LogLine about(LogLine line) {
    return line.text("requestId", context.getAwsRequestId())
        .number("year", year)
        .text("generation", run);
  }
}
