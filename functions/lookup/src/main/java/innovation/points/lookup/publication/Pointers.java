package innovation.points.lookup.publication;

import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The published years, read at most once a second. A publication is confirmed only after that time,
 * so nobody who knows of it sees earlier results. Thread-safe.
 */
public final class Pointers {
  private final Recent<List<Pointer>> published;

  public Pointers(Publications publications, InstantSource time) {
    this.published = new Recent<>(publications::all, time);
  }

  /** The publications, newest year first. */
  public List<Pointer> all() {
    return published.get();
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
    return find(year)
        .orElseThrow(() -> new ProblemException(Problem.notFound(year + " 年度没有已公布的积分结果")));
  }

  /** The publication of a year; empty where there is none. */
  public Optional<Pointer> find(int year) {
    return all().stream().filter(pointer -> pointer.year() == year).findFirst();
  }

  /** The publication of a year, recorded in the request's log. */
  public Pointer of(int year, Request request) {
    Pointer pointer = of(year);
    request.concerns("generation", pointer.generation());
    return pointer;
  }

  public List<Pointer> refresh() {
    return published.refresh();
  }
}
