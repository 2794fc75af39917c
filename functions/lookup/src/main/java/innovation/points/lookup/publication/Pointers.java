package innovation.points.lookup.publication;

import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
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
public final class Pointers {
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

  public Pointers(Publications publications, InstantSource time) {
    this.publications = publications;
    this.time = time;
  }

  /** Newest year first. */
  public List<Pointer> all() {
    Snapshot last = snapshot.get();
    return last != null && last.isFresh(time.instant()) ? last.pointers() : refresh();
  }

  /**
   * The publication of a year.
   *
   * @throws ProblemException 404 where there is none
   */
  public Pointer of(int year) {
    for (Pointer pointer : all()) {
      if (pointer.year() == year) {
        return pointer;
      }
    }
    throw new ProblemException(Problem.notFound(year + " 年度没有已公布的积分结果"));
  }

  /** The same, and the log says that the answer is of it. */
  public Pointer of(int year, Request request) {
    Pointer pointer = of(year);
    request.concerns("generation", pointer.generation());
    return pointer;
  }

  public List<Pointer> refresh() {
    // Before the read: what is published while it runs may be missing from it.
    Instant now = time.instant();
    List<Pointer> pointers = publications.all();
    snapshot.set(new Snapshot(pointers, now));
    return pointers;
  }
}
