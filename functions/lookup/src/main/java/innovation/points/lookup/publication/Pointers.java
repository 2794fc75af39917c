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
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The published years, read at most once a second. A publication is confirmed only after that time,
 * so nobody who knows of it sees earlier results. Thread-safe.
 */
public final class Pointers {
  private static final Duration TTL = Duration.ofSeconds(1);

  private final Publications publications;
  private final InstantSource time;
  private final AtomicReference<@Nullable Snapshot> snapshot = new AtomicReference<>();

  private record Snapshot(List<Pointer> pointers, Instant readAt) {
    /** A clock that was set back, as after restoring a snapshot, makes it stale too. */
    boolean isFresh(Instant now) {
      return !now.isBefore(readAt) && now.isBefore(readAt.plus(TTL));
    }
  }

  public Pointers(Publications publications, InstantSource time) {
    this.publications = publications;
    this.time = time;
  }

  /** The publications, newest year first. */
  public List<Pointer> all() {
    Snapshot last = snapshot.get();
    return last != null && last.isFresh(time.instant()) ? last.pointers() : refresh();
  }

  /** The newest published year; empty where there is none. */
  public OptionalInt newest() {
    return all().stream().mapToInt(Pointer::year).findFirst();
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

  /** The publication of a year, recorded in the request's log. */
  public Pointer of(int year, Request request) {
    Pointer pointer = of(year);
    request.concerns("generation", pointer.generation());
    return pointer;
  }

  public List<Pointer> refresh() {
    // Taken before the read, which may miss what is published while it runs.
    Instant now = time.instant();
    List<Pointer> pointers = publications.all();
    snapshot.set(new Snapshot(pointers, now));
    return pointers;
  }
}
