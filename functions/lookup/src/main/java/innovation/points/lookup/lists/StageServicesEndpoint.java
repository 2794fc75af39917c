package innovation.points.lookup.lists;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/services?stage=&park=&grid=&qualification=}: whom the zone offers
 * which services (五(三)).
 */
public final class StageServicesEndpoint implements Calls {
  private static final int ALL = 100;
  private static final List<String> TITLES =
      List.of("阶段", "统一社会信用代码", "企业名称", "行业大类", "主导产业", "总分", "服务内容", "依据");

  private final TopOfStageListing listing;
  private final ScoresTable scores;
  private final KnownRulebooks rules;

  /** An enterprise and what it is offered. */
  record Served(
      String stage,
      String uscc,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String cluster,
      double total,
      StageServices services) {}

  public StageServicesEndpoint(
      TopOfStageListing listing, ScoresTable scores, KnownRulebooks rules) {
    this.listing = listing;
    this.scores = scores;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/services", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    OfficeFilter office = OfficeFilter.of(parameters::several);
    var asked = listing.ask(request, parameters, "services", office.toString());
    Predicate<String> fits = office.in(scores, asked.pointer().generation());
    return asked
        .answer(
            asked.stages(List.of()),
            ALL,
            (entry, _) -> fits.test(entry.uscc()) ? served(asked, entry) : Optional.empty(),
            TITLES,
            this::cells,
            "分阶段服务清单")
        .with(Caching.NONE);
  }

  private static Optional<Served> served(TopOfStageListing.Asked asked, RankingEntry entry) {
    return asked
        .services(entry.stage())
        .map(
            services ->
                new Served(
                    entry.stage(),
                    entry.uscc(),
                    entry.name(),
                    entry.industry(),
                    entry.cluster(),
                    entry.total(),
                    services));
  }

  private List<TableCell> cells(Served one) {
    return List.of(
        TableCell.of(rules.stageName(one.stage())),
        TableCell.of(one.uscc()),
        TableCell.of(one.name()),
        TableCell.of(one.industry()),
        TableCell.of(one.cluster()),
        TableCell.of(one.total()),
        TableCell.of(String.join("、", one.services().items())),
        TableCell.of(one.services().cite()));
  }
}
