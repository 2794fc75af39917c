package innovation.points.lookup.publication;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is read at most once a second. Thread-safe where the reading is. */
public final class Recent<T> {
  private static final Duration TTL = Duration.ofSeconds(1);

  private final Supplier<T> source;
  private final InstantSource time;
  private final AtomicReference<@Nullable Snapshot<T>> snapshot = new AtomicReference<>();

  private record Snapshot<T>(T value, Instant readAt) {
    /** A clock that was set back, as after restoring a snapshot, makes it stale too. */
    boolean isFresh(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(TTL));
    }
  }

  public Recent(Supplier<T> source, InstantSource time) {
    this.source = source;
    this.time = time;
  }

  public T get() {
    Snapshot<T> last = snapshot.get();
    return last != null && last.isFresh(time.instant()) ? last.value() : refresh();
  }

  T refresh() {
    // Taken before the read, which may miss what is written while it runs.
    Instant now = time.instant();
    T value = source.get();
    snapshot.set(new Snapshot<>(value, now));
    return value;
  }
}
