package innovation.points.ingest;

import innovation.points.web.Deadline;

/** What the handling of one message has: its time, and who is told. */
record Turn(Deadline deadline, Journal journal) {

  /**
   * Asked before each step that may be put off.
   *
   * @throws Deadline.OutOfTimeException where there is no time for another one
   */
  void check() {
    deadline.check();
  }
}
