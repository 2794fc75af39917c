package innovation.points.local.events;

import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Has the audit trail looked at every minute, as EventBridge Scheduler does every ten: for the
 * refusals of an hour that is over, and for the file of a day that is over. What is added to the
 * trail is sealed by its stream, not by this.
 */
final class SealSchedule {

  private static final byte[] EVENT = "{\"seal\":true}".getBytes(StandardCharsets.UTF_8);

  private final LocalFunction function;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("seal").factory());

  SealSchedule(LocalFunction function) {
    this.function = function;
  }

  void start() {
    var _ = timer.scheduleWithFixedDelay(this::seal, 1, 1, TimeUnit.MINUTES);
  }

  /** False where it failed. */
  boolean seal() {
    try {
      function.invoke(EVENT);
      return true;
    } catch (InvocationException _) {
      // The error is in the function's log; the next minute tries again.
      return false;
    }
  }

  void stop() {
    timer.shutdownNow();
  }
}
