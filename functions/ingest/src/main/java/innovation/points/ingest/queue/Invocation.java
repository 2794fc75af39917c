package innovation.points.ingest.queue;

import innovation.points.web.event.Deadline;

/** What the handling of one message works with: its deadline and its log. */
public record Invocation(Deadline deadline, IntakeLog log) {

  /**
   * Called before each step that can be deferred.
   *
   * @throws Deadline.OutOfTimeException where the time left is too short for another step
   */
  public void check() {
    deadline.check();
  }
}
