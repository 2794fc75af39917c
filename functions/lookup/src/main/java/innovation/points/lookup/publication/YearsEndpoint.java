package innovation.points.lookup.publication;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.scoring.disclosure.NotPublished;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.settings.WorkingDays;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.ShortList;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.NoticePeriod;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/years}: the published years, newest first. */
public final class YearsEndpoint implements Calls {
  private final Pointers pointers;
  private final Recent<WorkingDays> workingDays;
  private final InstantSource time;

  /**
   * A published year.
   *
   * @param rulebookDigest SHA-256 of the text it was computed by, hex
   * @param noticeUntil the last day of its notice period (公示); omitted where it has none
   * @param workingDaysLeft of the notice period, today included; 0 where only days off are left,
   *     omitted once it is over
   */
  record Year(
      int year,
      String generation,
      Instant publishedAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalDate noticeUntil,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer workingDaysLeft,
      String rulebook,
      String rulebookDigest,
      Totals counts) {}

  /**
   * The number of enterprises.
   *
   * @param enterprises on the roster; null where {@code notPublished} is
   * @param ranked scored with sufficient coverage, and so public
   * @param notPublished all others, whatever the reason; null under three
   */
  record Totals(@Nullable Integer enterprises, int ranked, @Nullable Integer notPublished) {
    static Totals of(GenerationCounts counts) {
      NotPublished others = NotPublished.of(counts.enterprises(), counts.ranked());
      return new Totals(others.roster(), counts.ranked(), others.notPublished());
    }
  }

  /**
   * @param workingDays as they are set now
   */
  public YearsEndpoint(Pointers pointers, Supplier<WorkingDays> workingDays, InstantSource time) {
    this.pointers = pointers;
    this.workingDays = new Recent<>(workingDays, time);
    this.time = time;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    var part = ShortList.of(parameters, "years");
    parameters.verify();
    Format format = request.lineFormat();
    List<Pointer> published = pointers.all();
    Instant now = time.instant();
    List<Year> years = published.stream().map(pointer -> year(pointer, now)).toList();
    String left = years.stream().map(Year::workingDaysLeft).map(String::valueOf).collect(joining());
    ETag etag = Tags.of(published, format.extension() + "-years" + Tags.digest(left));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    return Response.list(request, format, part.of(years)).with(etag).with(Caching.PUBLIC);
  }

  private Year year(Pointer pointer, Instant now) {
    return new Year(
        pointer.year(),
        pointer.generation(),
        pointer.publishedAt(),
        pointer.noticeUntil(),
        workingDaysLeft(pointer.noticeUntil(), now),
        pointer.rulebook(),
        pointer.digest(),
        Totals.of(pointer.counts()));
  }

  /** The settings are read while a notice period runs, and else not. */
  private @Nullable Integer workingDaysLeft(@Nullable LocalDate until, Instant now) {
    if (until == null || !NoticePeriod.open(until, now)) {
      return null;
    }
    LocalDate yesterday = LocalDate.ofInstant(now, OfficialTime.ZONE).minusDays(1);
    return workingDays.get().between(yesterday, until);
  }
}
