package innovation.points.lookup;

import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.Publications;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The published years, read at most once a second. Who publishes says so only after that time has
 * passed, so nobody who knows of a publication is shown the year before it. Thread-safe.
 */
final class Pointers {
  private static final Duration TTL = Duration.ofSeconds(1);

  private final Publications publications;
  private final InstantSource time;
  private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();

  private record Snapshot(List<Pointer> pointers, Instant readAt) {
    /** A clock that was set back makes it old, too: as after a restored snapshot of the process. */
    boolean isFresh(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(TTL));
    }
  }

  Pointers(Publications publications, InstantSource time) {
    this.publications = publications;
    this.time = time;
  }

  /** Newest year first. */
  List<Pointer> all() {
    Snapshot last = snapshot.get();
    return last != null && last.isFresh(time.instant()) ? last.pointers() : refresh();
  }

  /**
   * The publication of a year.
   *
   * @throws ProblemException 404 where there is none
   */
  Pointer of(int year) {
    for (Pointer pointer : all()) {
      if (pointer.year() == year) {
        return pointer;
      }
    }
    throw new ProblemException(Problem.notFound(year + " 年度没有已公布的积分结果"));
  }

  /** The same, and the log says that the answer is of it. */
  Pointer of(int year, Request request) {
    Pointer pointer = of(year);
    request.concerns("generation", pointer.generation());
    return pointer;
  }

  List<Pointer> refresh() {
    // Before the read: what is published while it runs may be missing from it.
    Instant now = time.instant();
    List<Pointer> pointers = publications.all();
    snapshot.set(new Snapshot(pointers, now));
    return pointers;
  }
}
