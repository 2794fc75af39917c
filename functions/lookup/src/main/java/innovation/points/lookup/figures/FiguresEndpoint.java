package innovation.points.lookup.figures;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.catalogue.Divisions;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.Tags;
import innovation.points.scoring.disclosure.Change;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.IndicatorMean;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.ZoneFigure;
import innovation.points.store.publication.ZoneFigure.By;
import innovation.points.store.table.LastUsed;
import innovation.points.store.table.StoredLists;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/figures}: the figures of the zone by the rulebook's aggregates, with
 * 同比, and how they and the indicators developed (四(三), 四(四)).
 */
public final class FiguresEndpoint implements Calls {

  private static final int KEPT = 16;

  /** Years of a trend. */
  private static final int YEARS = 5;

  private final Pointers pointers;
  private final StoredLists lists;
  private final KnownRulebooks rules;
  private final PublicView view;

  /** By generation, which never changes. */
  private final LastUsed<String, List<ZoneFigure>> zones = new LastUsed<>(KEPT);

  private final LastUsed<String, List<IndicatorMean>> indicators = new LastUsed<>(KEPT);

  /** The published year compared with. */
  record Before(int year, String generation) {}

  /**
   * A figure of a group.
   *
   * @param id of the stage, cluster, park or division; null for the enterprises without one
   * @param value null where it is suppressed, and where nobody's is known
   * @param before of the year before; null where there is none to show
   * @param change in percent of that
   */
  record Cell(
      @Nullable String id,
      @Nullable Double value,
      @Nullable Double before,
      @Nullable Double change,
      @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean suppressed) {}

  /** A figure of all in one year. */
  record OfYear(int year, @Nullable Double value) {}

  /**
   * A figure of the zone.
   *
   * @param years the years with such a figure, ascending
   */
  record Item(
      String id,
      String name,
      String unit,
      Cell all,
      List<Cell> stages,
      List<Cell> clusters,
      List<Cell> parks,
      List<Cell> industries,
      List<OfYear> years) {}

  /** The mean points of an indicator in one year. */
  record Mean(int year, @Nullable Double mean, @Nullable Double rate) {}

  /**
   * An indicator.
   *
   * @param years the years with such an indicator, ascending
   */
  record Indicator(String id, String name, double fullPoints, List<Mean> years) {}

  /**
   * The answer.
   *
   * @param indicators empty where totals are not public
   */
  record Figures(
      int year,
      String generation,
      @Nullable Before before,
      List<Item> items,
      List<Indicator> indicators) {}

  public FiguresEndpoint(
      Pointers pointers, StoredLists lists, KnownRulebooks rules, PublicView view) {
    this.pointers = pointers;
    this.lists = lists;
    this.rules = rules;
    this.view = view;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/figures", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Format format = request.listFormat();
    Pointer pointer = pointers.of(year, request);
    List<Pointer> known =
        pointers.all().stream().filter(one -> one.year() <= year).limit(YEARS).toList();
    ETag etag = Tags.of(known, view.variant("figures-" + format.extension()));
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    List<YearOfFigures> years = known.stream().map(this::read).toList();
    Optional<YearOfFigures> before =
        years.stream().filter(one -> one.pointer().year() == year - 1).findFirst();
    Response answer =
        switch (format) {
          case JSON -> Response.ok(figures(pointer, years, before));
          case NDJSON -> Response.lines(figures(pointer, years, before).items());
          case CSV, XLSX ->
              Response.file(file(pointer, years.getFirst(), before), format, year + "年度全区指标");
        };
    return answer.with(etag).with(Caching.PUBLIC);
  }

  private YearOfFigures read(Pointer pointer) {
    return new YearOfFigures(
        pointer,
        zones.get(pointer.generation(), of -> all(of, ZoneFigure.OF_GENERATION)),
        view.isWhole()
            ? indicators.get(pointer.generation(), of -> all(of, IndicatorMean.OF_GENERATION))
            : List.of());
  }

  private <T> List<T> all(String generation, StoredLists.Kind<T> kind) {
    return lists.read(generation, kind, Integer.MAX_VALUE, null).items();
  }

  private Figures figures(
      Pointer pointer, List<YearOfFigures> years, Optional<YearOfFigures> before) {
    YearOfFigures now = years.getFirst();
    return new Figures(
        pointer.year(),
        pointer.generation(),
        before
            .map(YearOfFigures::pointer)
            .map(one -> new Before(one.year(), one.generation()))
            .orElse(null),
        now.zone().stream()
            .filter(one -> one.by() == By.ALL)
            .map(one -> item(one, now, before, years))
            .toList(),
        now.indicators().stream().map(one -> indicator(one, years)).toList());
  }

  private static Item item(
      ZoneFigure all,
      YearOfFigures now,
      Optional<YearOfFigures> before,
      List<YearOfFigures> years) {
    return new Item(
        all.aggregate(),
        all.name(),
        all.unit(),
        cell(all, before),
        cells(now.of(all.aggregate(), By.STAGE), before),
        cells(now.of(all.aggregate(), By.CLUSTER), before),
        cells(now.of(all.aggregate(), By.PARK), before),
        cells(now.of(all.aggregate(), By.INDUSTRY), before),
        ascending(years)
            .flatMap(
                of ->
                    of.like(all).map(one -> new OfYear(of.pointer().year(), one.value())).stream())
            .toList());
  }

  private static Stream<YearOfFigures> ascending(List<YearOfFigures> years) {
    return years.stream().sorted(Comparator.comparing(one -> one.pointer().year()));
  }

  private static List<Cell> cells(List<ZoneFigure> figures, Optional<YearOfFigures> before) {
    return figures.stream().map(one -> cell(one, before)).toList();
  }

  private static Cell cell(ZoneFigure one, Optional<YearOfFigures> before) {
    Double then = before.flatMap(year -> year.like(one)).map(ZoneFigure::value).orElse(null);
    return new Cell(
        one.id(), one.value(), then, Change.percent(then, one.value()), one.suppressed());
  }

  private static Indicator indicator(IndicatorMean indicator, List<YearOfFigures> years) {
    return new Indicator(
        indicator.id(),
        indicator.name(),
        indicator.fullPoints(),
        ascending(years)
            .flatMap(
                of ->
                    of
                        .indicator(indicator.id())
                        .map(one -> new Mean(of.pointer().year(), one.mean(), one.rate()))
                        .stream())
            .toList());
  }

  /** A line a figure and group. */
  private ListTable file(Pointer pointer, YearOfFigures now, Optional<YearOfFigures> before) {
    var lines = new ArrayList<List<TableCell>>();
    for (ZoneFigure one : now.zone()) {
      Cell cell = cell(one, before);
      lines.add(
          List.of(
              TableCell.of(one.name()),
              TableCell.of(one.unit()),
              TableCell.of(way(one.by())),
              TableCell.of(group(pointer, one)),
              cell.suppressed() ? TableCell.of("不公布") : number(cell.value()),
              number(cell.before()),
              number(cell.change())));
    }
    return new ListTable(List.of("指标", "单位", "分组", "名称", "本年", "上年", "同比（%）"), lines);
  }

  private static TableCell number(@Nullable Double value) {
    return value == null ? TableCell.BLANK : TableCell.of(value);
  }

  private static String way(By by) {
    return switch (by) {
      case ALL -> "全区";
      case STAGE -> "阶段";
      case CLUSTER -> "主导产业";
      case PARK -> "园区";
      case INDUSTRY -> "行业大类";
    };
  }

  private String group(Pointer pointer, ZoneFigure one) {
    String id = one.id();
    if (id == null) {
      return one.by() == By.ALL ? "合计" : "未填";
    }
    return switch (one.by()) {
      case STAGE -> rules.stageName(pointer, id);
      case INDUSTRY -> Divisions.name(id);
      case ALL, CLUSTER, PARK -> id;
    };
  }
}
