package innovation.points.lookup.lists;

import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Tags;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.scoring.rulebook.Uses.Tier;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/lists?list=&stage=}: the best of each stage as zones announce them
 * (领跑、竞跑、进取), by the shares the rulebook has.
 */
public final class TiersEndpoint implements Calls {
  private static final List<String> TITLES =
      List.of("名单", "阶段", "阶段排名", "阶段企业数", "统一社会信用代码", "企业名称", "行业大类", "主导产业", "总分");

  private final TopOfStageListing listing;
  private final KnownRulebooks rules;
  private final PublicView view;

  /**
   * An enterprise on an announced list.
   *
   * @param list the tier's id
   * @param rank within the stage
   * @param rankOf how many are ranked in the stage
   * @param total null where it is not public
   */
  record Listed(
      String list,
      String listName,
      String stage,
      int rank,
      int rankOf,
      String uscc,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String cluster,
      @Nullable Double total) {}

  public TiersEndpoint(TopOfStageListing listing, KnownRulebooks rules, PublicView view) {
    this.listing = listing;
    this.rules = rules;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/lists", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    Optional<String> wanted = parameters.text("list");
    var asked = listing.ask(request, parameters, "lists", wanted.orElse(""));
    Uses uses = asked.uses();
    List<String> known = uses.tiers().stream().map(Tier::id).toList();
    if (wanted.isPresent() && !known.contains(wanted.get())) {
      parameters.refuse("list", String.join("、", known) + " 之一", wanted.get());
      parameters.verify();
    }
    ETag etag = Tags.of(asked.pointer(), view.variant("lists-" + asked.format().extension()));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    int last =
        uses.tiers().stream()
            .filter(tier -> wanted.isEmpty() || tier.id().equals(wanted.get()))
            .mapToInt(Tier::upTo)
            .max()
            .orElse(0);
    return asked
        .answer(
            asked.stages(List.of()),
            last,
            (entry, of) -> listed(asked.pointer(), uses, entry, of, wanted),
            TITLES,
            this::cells,
            "公示名单")
        .with(etag)
        .with(Caching.PUBLIC);
  }

  private Optional<Listed> listed(
      Pointer pointer, Uses uses, RankingEntry entry, int of, Optional<String> wanted) {
    Tier tier = uses.tier(entry.rank().stage(), of);
    if (tier == null || (wanted.isPresent() && !wanted.get().equals(tier.id()))) {
      return Optional.empty();
    }
    return view.hasLists()
        ? view.entry(pointer, entry).map(shown -> listed(tier, entry, of, shown.total()))
        : Optional.empty();
  }

  private static Listed listed(Tier tier, RankingEntry entry, int of, @Nullable Double total) {
    return new Listed(
        tier.id(),
        tier.name(),
        entry.stage(),
        entry.rank().stage(),
        of,
        entry.uscc(),
        entry.name(),
        entry.industry(),
        entry.cluster(),
        total);
  }

  private List<TableCell> cells(Listed one) {
    return List.of(
        TableCell.of(one.listName()),
        TableCell.of(rules.stageName(one.stage())),
        TableCell.of(one.rank()),
        TableCell.of(one.rankOf()),
        TableCell.of(one.uscc()),
        TableCell.of(one.name()),
        TableCell.of(one.industry()),
        TableCell.of(one.cluster()),
        TableCell.of(one.total()));
  }
}
