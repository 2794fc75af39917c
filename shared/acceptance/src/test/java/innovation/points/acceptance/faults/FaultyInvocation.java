package innovation.points.acceptance.faults;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** One invocation of a function, with the state that faults depend on. Thread-safe. */
final class FaultyInvocation {

  /** The fault of one SDK call, in its first attempt or in all of them. */
  record Fate(Fault fault, boolean everyAttempt) {}

  private final boolean rough;
  private final Map<String, Fate> fates = new ConcurrentHashMap<>();
  private final List<Future<?>> late = new CopyOnWriteArrayList<>();
  private final List<UpdateItemRequest> leases = new CopyOnWriteArrayList<>();
  private volatile boolean dead;

  /**
   * Begins an invocation.
   *
   * @param rough whether it may meet faults beyond the SDK's retries
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

  /** Records a call that takes effect after its caller has given up. */
  void late(Future<?> call) {
    late.add(call);
  }

  /** The leases it requested, obtained or not. */
  List<UpdateItemRequest> leases() {
    return leases;
  }

  /** Waits until all its calls have taken effect. */
  void awaitLateCalls() throws InterruptedException {
    for (Future<?> call : late) {
      try {
        call.get();
      } catch (java.util.concurrent.ExecutionException e) {
        // A late call that fails has no effect.
      }
    }
  }
}
