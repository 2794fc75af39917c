package innovation.points.lookup.lists;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.PublishedEntries;
import innovation.points.scoring.ranking.Rising;
import innovation.points.scoring.ranking.Rising.Standing;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.TopOfStage;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/seeds?stage=&park=&grid=&qualification=}: the library of seeds:
 * enterprises of the young stages within the best part of their stage whose total rose, as the
 * rulebook settles it.
 */
public final class SeedsEndpoint implements Calls {
  private static final List<String> TITLES =
      List.of("阶段", "阶段排名", "阶段企业数", "统一社会信用代码", "企业名称", "行业大类", "主导产业", "总分", "上一年总分");

  private final TopOfStageListing listing;
  private final Pointers pointers;
  private final PublishedEntries entries;
  private final ScoresTable scores;
  private final KnownRulebooks rules;

  /**
   * An enterprise in the library of seeds.
   *
   * @param totalBefore the published total of the year before
   */
  record Seed(
      String stage,
      int rank,
      int rankOf,
      String uscc,
      @Nullable String name,
      @Nullable String industry,
      @Nullable String cluster,
      double total,
      double totalBefore) {}

  public SeedsEndpoint(
      TopOfStageListing listing,
      Pointers pointers,
      PublishedEntries entries,
      ScoresTable scores,
      KnownRulebooks rules) {
    this.listing = listing;
    this.pointers = pointers;
    this.entries = entries;
    this.scores = scores;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/seeds", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    OfficeFilter office = OfficeFilter.of(parameters::several);
    var asked = listing.ask(request, parameters, "seeds", office.toString());
    Predicate<String> fits = office.in(scores, asked.pointer().generation());
    Uses uses = asked.uses();
    Optional<Pointer> before = pointers.find(asked.year() - 1);
    Rising rising = new Rising(asked.rulebook());
    return asked
        .answer(
            asked.stages(uses.seeds().stages()),
            uses.seeds().upTo(),
            new TopOfStage.Making<Seed>() {
              private Map<String, Standing> earlier = Map.of();

              @Override
              public void ahead(List<RankingEntry> some) {
                List<String> codes = some.stream().map(RankingEntry::uscc).filter(fits).toList();
                earlier = before.map(pointer -> standings(pointer, codes)).orElse(Map.of());
              }

              @Override
              public Optional<Seed> of(RankingEntry entry, int of) {
                return fits.test(entry.uscc())
                    ? seed(entry, of, earlier.get(entry.uscc()), rising)
                    : Optional.empty();
              }
            },
            TITLES,
            this::cells,
            "种子企业库")
        .with(Caching.NONE);
  }

  private static Optional<Seed> seed(
      RankingEntry entry, int of, @Nullable Standing earlier, Rising rising) {
    Standing now = new Standing(entry.stage(), entry.total(), entry.rank().stage(), of);
    return earlier == null || rising.since(earlier, now) <= 0
        ? Optional.empty()
        : Optional.of(
            new Seed(
                entry.stage(),
                entry.rank().stage(),
                of,
                entry.uscc(),
                entry.name(),
                entry.industry(),
                entry.cluster(),
                entry.total(),
                earlier.total()));
  }

  /** Their published results of the year before: who has none is not rising. */
  private Map<String, Standing> standings(Pointer pointer, List<String> codes) {
    Map<String, Integer> lists = pointer.counts().lists();
    var standings = new HashMap<String, Standing>();
    entries
        .of(pointer.generation(), codes)
        .forEach((uscc, entry) -> standings.put(uscc, standing(entry, lists)));
    return standings;
  }

  private static Standing standing(RankingEntry entry, Map<String, Integer> lists) {
    int of = lists.getOrDefault(RankingList.stage(entry.stage()).id(), 0);
    return new Standing(entry.stage(), entry.total(), entry.rank().stage(), of);
  }

  private List<TableCell> cells(Seed one) {
    return List.of(
        TableCell.of(rules.stageName(one.stage())),
        TableCell.of(one.rank()),
        TableCell.of(one.rankOf()),
        TableCell.of(one.uscc()),
        TableCell.of(one.name()),
        TableCell.of(one.industry()),
        TableCell.of(one.cluster()),
        TableCell.of(one.total()),
        TableCell.of(one.totalBefore()));
  }
}
