package innovation.points.acceptance.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** One invocation of a function, as far as it matters to what goes wrong in it. Thread-safe. */
final class FaultyInvocation {

  /** What one call of the SDK meets, in its first attempt or in all of them. */
  record Fate(Fault fault, boolean everyAttempt) {}

  private final boolean rough;
  private final Map<String, Fate> fates = new ConcurrentHashMap<>();
  private final List<Future<?>> late = new CopyOnWriteArrayList<>();
  private final List<UpdateItemRequest> leases = new CopyOnWriteArrayList<>();
  private volatile boolean dead;

  /**
   * An invocation begins.
   *
   * @param rough whether it may meet faults that the SDK's retries do not save
   */
  FaultyInvocation(boolean rough) {
    this.rough = rough;
  }

  boolean rough() {
    return rough;
  }

  boolean dead() {
    return dead;
  }

  void die() {
    dead = true;
  }

  Map<String, Fate> fates() {
    return fates;
  }

  /** A call that takes effect after its caller has given it up. */
  void late(Future<?> call) {
    late.add(call);
  }

  /** The leases it asked for, whether it got them or not. */
  List<UpdateItemRequest> leases() {
    return leases;
  }

  /** All of its calls have taken effect by then. */
  void awaitLateCalls() throws InterruptedException {
    for (Future<?> call : late) {
      try {
        call.get();
      } catch (java.util.concurrent.ExecutionException e) {
        // A late call that fails is one without effect.
      }
    }
  }
}
