package innovation.points.local.events;

/** Counts work, so that one can tell when nothing goes on any more. Safe for many threads. */
final class Activity {

  private long begun;
  private int running;

  synchronized void begin() {
    begun++;
    running++;
  }

  synchronized void end() {
    running--;
  }

  synchronized long begun() {
    return begun;
  }

  synchronized boolean isIdle() {
    return running == 0;
  }
}
