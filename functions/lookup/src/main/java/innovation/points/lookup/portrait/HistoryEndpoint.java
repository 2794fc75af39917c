package innovation.points.lookup.portrait;

import innovation.points.lookup.bank.Readings;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.Tags;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/enterprises/{uscc}/history}: one enterprise's published results by year. */
public final class HistoryEndpoint implements Calls {
  private final Pointers pointers;
  private final ScoresTable scores;
  private final Readings readings;
  private final NeedToKnow needToKnow;

  /**
   * All years of one enterprise.
   *
   * @param items newest year first; years in which it was not on the roster are left out
   */
  record History(String uscc, List<Year> items) {}

  /** One year; nulls as in a score, {@code change} is null for the first. */
  record Year(
      int year,
      String generation,
      ScoreStatus status,
      @Nullable String stage,
      @Nullable Double total,
      @Nullable Map<String, Double> categories,
      @Nullable Rank rank,
      String rulebook,
      List<String> reasons,
      List<String> missing,
      @Nullable YearChange change) {
    static Year of(Pointer pointer, Card card, @Nullable YearChange change) {
      return new Year(
          card.year(),
          pointer.generation(),
          card.status(),
          card.stage(),
          card.total(),
          card.categories(),
          card.rank(),
          card.rulebook(),
          card.reasons(),
          card.missing(),
          change);
    }
  }

  public HistoryEndpoint(
      Pointers pointers, ScoresTable scores, KnownRulebooks rules, Readings readings) {
    this.pointers = pointers;
    this.scores = scores;
    this.readings = readings;
    this.needToKnow = new NeedToKnow(rules);
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/enterprises/{uscc}/history", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    String uscc = parameters.uscc();
    parameters.verify();
    Format format = request.lineFormat();
    readings.admit(request, uscc, GrantScope.HISTORY);
    List<Pointer> published = pointers.all();
    ETag etag =
        Tags.of(
            published,
            NeedToKnow.variant("history-" + format.extension(), request.principal(), uscc));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PRIVATE);
    }
    var years = new ArrayList<Year>();
    ScoreRow before = null;
    for (Pointer pointer : published.reversed()) {
      Optional<ScoreRow> row = scores.row(pointer.generation(), uscc);
      if (row.isPresent()) {
        YearChange change =
            before == null
                ? null
                : needToKnow.of(
                    YearChange.between(before, row.get()), row.get(), request.principal());
        years.addFirst(Year.of(pointer, row.get().card(), change));
        before = row.get();
      }
    }
    return Response.list(request, format, years, null, new History(uscc, years))
        .with(etag)
        .with(Caching.PRIVATE);
  }
}
