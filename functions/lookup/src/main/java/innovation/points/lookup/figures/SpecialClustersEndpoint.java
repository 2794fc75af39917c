package innovation.points.lookup.figures;

import innovation.points.lookup.figures.GroupSums.Figure;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.rulebook.Rounding;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/special-clusters?park=&grid=&qualification=}: 中小企业特色产业集群 with their
 * validity, their enterprises and what these come to together, by the facts as they are now. Whole,
 * never in parts. Figures are for who sees those of each enterprise.
 */
public final class SpecialClustersEndpoint implements Calls {

  private static final String DATASET = "special-clusters";
  private final Pointers pointers;
  private final ScoresTable scores;
  private final KnownRulebooks rules;
  private final InstantSource clock;

  /** An enterprise of a cluster; {@code total} is that of the draft, null where it has none. */
  record Member(
      String uscc,
      @Nullable String name,
      @Nullable String stage,
      @Nullable Double total,
      @Nullable String park,
      @Nullable String grid) {
    static Member of(ScoreRow row) {
      Card card = row.card();
      return new Member(
          row.uscc(), card.name(), card.stage(), card.total(), row.park(), row.grid());
    }
  }

  /** That an enterprise belongs to a cluster. */
  private record Belonging(ScoreRow row, LineItem item) {}

  /**
   * A cluster.
   *
   * @param level 国家级 or 省级
   * @param validTo the last day of its validity, three years from its recognition
   * @param daysLeft from today to that day; negative where it is over
   * @param meanTotal of the enterprises that have a total; null where none has
   * @param figures by the rulebook's aggregates; empty for departments
   */
  record Item(
      String specialCluster,
      String level,
      LocalDate validFrom,
      LocalDate validTo,
      long daysLeft,
      int enterprises,
      @Nullable Double meanTotal,
      List<Figure> figures,
      List<Member> members) {}

  /** The answer; the first to end first. */
  record Clusters(int year, LocalDate day, List<Item> items) {}

  public SpecialClustersEndpoint(
      Pointers pointers, ScoresTable scores, KnownRulebooks rules, InstantSource clock) {
    this.pointers = pointers;
    this.scores = scores;
    this.rules = rules;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/special-clusters", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OfficeFilter filter = OfficeFilter.of(parameters::several);
    parameters.verify();
    Format format = request.listFormat();
    LocalDate today = OfficialTime.day(clock.instant());
    boolean whole = request.principal().readsAll();
    Rulebook rulebook = rules.of(year, pointers.find(year));
    List<Item> items =
        clusters(year, filter).entrySet().stream()
            .map(
                one ->
                    item(
                        one.getKey(),
                        one.getValue(),
                        today,
                        whole ? figures(rulebook, one.getValue()) : List.of()))
            .sorted(Comparator.comparing(Item::validTo).thenComparing(Item::specialCluster))
            .toList();
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Clusters(year, today, items));
          case NDJSON -> Response.lines(items);
          case CSV, XLSX -> Response.file(file(items), format, year + "年度中小企业特色产业集群");
        };
    return response.with(Caching.NONE);
  }

  private Map<String, List<Belonging>> clusters(int year, OfficeFilter filter) {
    var clusters = new TreeMap<String, List<Belonging>>();
    scores.forEachDraft(
        year,
        row -> {
          List<LineItem> items = row.input().facts().items(DATASET);
          if (!items.isEmpty() && filter.fits(row)) {
            items.forEach(
                item ->
                    clusters
                        .computeIfAbsent(text(item, "specialCluster"), _ -> new ArrayList<>())
                        .add(new Belonging(row, item)));
          }
        });
    return clusters;
  }

  /**
   * A cluster as its enterprises tell of it; of different days the latest count.
   *
   * @param figures of all of them; empty where they are not shown
   */
  private static Item item(
      String name, List<Belonging> all, LocalDate today, List<Figure> figures) {
    Belonging latest =
        all.stream().max(Comparator.comparing(one -> day(one.item(), "validTo"))).orElseThrow();
    LocalDate end = day(latest.item(), "validTo");
    DoubleSummaryStatistics totals =
        all.stream()
            .map(one -> one.row().card().total())
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .summaryStatistics();
    return new Item(
        name,
        text(latest.item(), "level"),
        day(latest.item(), "validFrom"),
        end,
        ChronoUnit.DAYS.between(today, end),
        all.size(),
        totals.getCount() == 0 ? null : Rounding.halfEven(totals.getAverage(), 2),
        figures,
        all.stream().map(one -> Member.of(one.row())).toList());
  }

  private static List<Figure> figures(Rulebook rulebook, List<Belonging> all) {
    var sums = new GroupSums(rulebook);
    all.forEach(one -> sums.add(one.row().input()));
    return sums.figures();
  }

  private static String text(LineItem item, String field) {
    return Objects.requireNonNullElse(item.text(field), "");
  }

  private static LocalDate day(LineItem item, String field) {
    return Objects.requireNonNullElse(item.day(field), LocalDate.MAX);
  }

  private static ListTable file(List<Item> items) {
    List<Figure> figures = items.isEmpty() ? List.of() : items.getFirst().figures();
    Stream<String> titles = Stream.of("集群名称", "集群级别", "集群认定日期", "集群有效期至", "剩余天数", "企业数", "总分均值");
    return new ListTable(
        Stream.concat(titles, figures.stream().map(one -> one.name() + "（" + one.unit() + "）"))
            .toList(),
        items.stream()
            .map(
                one ->
                    Stream.concat(
                            Stream.of(
                                TableCell.of(one.specialCluster()),
                                TableCell.of(one.level()),
                                TableCell.of(one.validFrom().toString()),
                                TableCell.of(one.validTo().toString()),
                                TableCell.of(Math.toIntExact(one.daysLeft())),
                                TableCell.of(one.enterprises()),
                                number(one.meanTotal())),
                            one.figures().stream().map(figure -> number(figure.value())))
                        .toList())
            .toList());
  }

  private static TableCell number(@Nullable Double value) {
    return value == null ? TableCell.BLANK : TableCell.of(value);
  }
}
