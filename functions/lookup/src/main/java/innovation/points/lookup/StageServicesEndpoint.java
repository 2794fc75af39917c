package innovation.points.lookup;

import innovation.points.store.scores.RankingEntry;
import innovation.points.web.Caching;
import innovation.points.web.Cell;
import innovation.points.web.Request;
import innovation.points.web.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/years/{year}/services?stage=}: whom the zone offers which services (五(三)). */
final class StageServicesEndpoint {
  private static final int ALL = 100;
  private static final List<String> TITLES =
      List.of("阶段", "统一社会信用代码", "企业名称", "行业大类", "主导产业", "总分", "服务内容", "依据");

  private final BestListing listing;
  private final Rules rules;

  /** An enterprise and what it is offered. */
  record Served(
      String stage,
      String uscc,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String cluster,
      double total,
      Services services) {}

  StageServicesEndpoint(BestListing listing, Rules rules) {
    this.listing = listing;
    this.rules = rules;
  }

  Response list(Request request) {
    var asked = listing.ask(request, request.parameters(), "services", "");
    return asked
        .answer(
            asked.stages(List.of()),
            ALL,
            (entry, _) -> served(entry),
            TITLES,
            this::cells,
            "分阶段服务清单")
        .with(Caching.NONE);
  }

  private static Optional<Served> served(RankingEntry entry) {
    return Optional.ofNullable(Services.of(entry.stage()))
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

  private List<Cell> cells(Served one) {
    return List.of(
        Cell.of(rules.stageName(one.stage())),
        Cell.of(one.uscc()),
        Cell.of(one.name()),
        Cell.of(one.industry()),
        Cell.of(one.cluster()),
        Cell.of(one.total()),
        Cell.of(String.join("、", one.services().items())),
        Cell.of(one.services().cite()));
  }
}
