package innovation.points.ingest.queue;

import innovation.points.web.event.Deadline;

/** What the handling of one message works with: its deadline and its log. */
public record Invocation(Deadline deadline, IntakeLog log) {

  /** As the log names it: the message's id in the queue. */
  public String id() {
    return log.message();
  }

  /**
   * Called before each step that can be deferred.
   *
   * @throws Deadline.OutOfTimeException where the time left is too short for another step
   */
  public void check() {
    deadline.check();
  }
}
