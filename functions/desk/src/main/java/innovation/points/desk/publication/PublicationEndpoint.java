package innovation.points.desk.publication;

import innovation.points.store.facts.FactsTable;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.Runs;
import innovation.points.web.event.Deadline;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.NoticePeriod;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/publication}: the bureau publishes a complete generation, or reverts
 * to an earlier one.
 */
public final class PublicationEndpoint {

  private final FactsTable facts;
  private final Runs runs;
  private final Publications publications;
  private final InstantSource clock;
  private final Deadline.Pause pause;

  public PublicationEndpoint(
      FactsTable facts,
      Runs runs,
      Publications publications,
      InstantSource clock,
      Deadline.Pause pause) {
    this.facts = facts;
    this.runs = runs;
    this.publications = publications;
    this.clock = clock;
    this.pause = pause;
  }

  /**
   * The generation to publish.
   *
   * @param generation the id of its run
   * @param noticeUntil the last day of the notice period, {@code 2026-04-15}; null: none or, for
   *     the generation already published, unchanged
   */
  record Body(String generation, @Nullable String noticeUntil) {}

  /** A published year, as {@code /v1/years} shows it. */
  record View(
      int year,
      String generation,
      Instant publishedAt,
      @Nullable LocalDate noticeUntil,
      String rulebook,
      GenerationCounts counts) {
    static View of(Pointer pointer) {
      return new View(
          pointer.year(),
          pointer.generation(),
          pointer.publishedAt(),
          pointer.noticeUntil(),
          pointer.rulebook(),
          pointer.counts());
    }
  }

  public Response publish(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Body body = request.body(Body.class);
    String generation = body.generation();
    LocalDate notice = NoticePeriod.until(body.noticeUntil(), clock.instant());
    Run run =
        runs.find(year, generation)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.notFound("%d 年度没有这一批结果，请在计算记录中核对批次号".formatted(year))));
    request.concerns("generation", run.id());
    if (!run.publishable()) {
      throw new ProblemException(
          Problem.conflict(run.order().dryRun() ? "试算不产生可发布的结果，请重新计算后发布" : "这次计算尚未完成，不能发布"));
    }
    Pointer seen = publications.of(year).orElse(null);
    if (seen == null
        || !seen.generation().equals(generation)
        || (notice != null && !notice.equals(seen.noticeUntil()))) {
      move(run, seen, notice);
    }
    return Response.ok(View.of(publications.of(year).orElseThrow())).with(Caching.NONE);
  }

  private void move(Run run, @Nullable Pointer seen, @Nullable LocalDate notice) {
    Instant now = clock.instant();
    boolean done =
        publications.decide(
            run,
            seen,
            RunIds.upTo(run.year(), now),
            notice,
            now,
            facts.publication(run.year(), run.id()));
    if (!done) {
      throw new ProblemException(Problem.conflict("刚刚有另一批结果发布，请刷新后再决定"));
    }
    // Once this answer confirms the publication, no reader may return the previous one.
    Duration readersKeep = Publications.POINTER_TTL;
    new Deadline(clock, now.plus(readersKeep), pause).sleep(readersKeep);
    publications.settled(run);
  }
}
