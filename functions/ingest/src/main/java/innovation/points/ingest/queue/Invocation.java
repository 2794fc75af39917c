package innovation.points.ingest.queue;

import innovation.points.web.event.Deadline;

/** What the handling of one message has: its time, and who is told. */
public record Invocation(Deadline deadline, IntakeLog journal) {

  /**
   * Asked before each step that may be put off.
   *
   * @throws Deadline.OutOfTimeException where there is no time for another one
   */
  public void check() {
    deadline.check();
  }
}
