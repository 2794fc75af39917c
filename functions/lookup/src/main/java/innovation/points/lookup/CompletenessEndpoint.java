package innovation.points.lookup;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.Catalogue;
import innovation.points.datasets.Dataset;
import innovation.points.lookup.Arrivals.Arrival;
import innovation.points.store.scores.Page;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.Caching;
import innovation.points.web.Cell;
import innovation.points.web.Cursor;
import innovation.points.web.Cursors;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Request;
import innovation.points.web.Response;
import innovation.points.web.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/completeness}: which dataset came from whom and when, and which
 * enterprises lack what, by the draft. As a file: the list of what is to be asked for (补数清单).
 */
final class CompletenessEndpoint {
  private static final int BATCH = 500;
  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "类别", "缺少的内容", "说明", "责任部门");

  private final ScoresTable scores;
  private final Arrivals arrivals;
  private final Cursors cursors;

  /** The datasets, and a part of the enterprises that lack something. */
  record Completeness(
      int year,
      List<Arrival> datasets,
      List<Gap> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  CompletenessEndpoint(ScoresTable scores, Arrivals arrivals, Cursors cursors) {
    this.scores = scores;
    this.arrivals = arrivals;
    this.cursors = cursors;
  }

  Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OptionalInt limit = parameters.limitIfGiven();
    String list = "completeness/" + year;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Format format = request.format(Format.JSON, Format.CSV, Format.XLSX);
    boolean whole = format != Format.JSON && limit.isEmpty() && cursor.isEmpty();
    int size = whole ? Integer.MAX_VALUE : limit.orElse(Parameters.DEFAULT_LIMIT);
    List<Gap> gaps = gaps(year, size, cursor.map(Cursor::position).orElse(null));
    String next = null;
    if (gaps.size() > size) {
      gaps = gaps.subList(0, size);
      next = cursors.seal(list, new Cursor("", gaps.getLast().uscc()));
    }
    Response response =
        format == Format.JSON
            ? Response.ok(new Completeness(year, arrivals.of(year), gaps, next))
            : Files.page(request, file(gaps), format, year + "年度补数清单", next);
    return response.with(Caching.NONE);
  }

  /** One more than asked for, where there is one: it tells that something follows. */
  private List<Gap> gaps(int year, int size, @Nullable String position) {
    var gaps = new ArrayList<Gap>();
    String after = position;
    do {
      Page<ScoreRow> page = scores.drafts(year, RowFilter.ALL, BATCH, after);
      page.items().stream().map(Gap::of).flatMap(Optional::stream).forEach(gaps::add);
      after = page.next();
    } while (after != null && gaps.size() <= size);
    return gaps.size() <= size ? gaps : new ArrayList<>(gaps.subList(0, size + 1));
  }

  private static Table file(List<Gap> gaps) {
    Catalogue catalogue = Catalogue.load();
    var rows = new ArrayList<List<Cell>>();
    for (Gap gap : gaps) {
      for (int i = 0; i < gap.missing().size(); i++) {
        String field = gap.missing().get(i);
        String why = i < gap.explanations().size() ? gap.explanations().get(i) : "";
        Optional<Dataset> dataset = holding(catalogue, field);
        rows.add(row(gap, "无法评分", title(dataset, field), why, dataset));
      }
      for (Gap.Indicator indicator : gap.indicators()) {
        String name = indicator.id() + " " + indicator.name();
        rows.add(row(gap, "指标缺数据", name, indicator.reason(), Optional.empty()));
      }
      for (String id : gap.unreported()) {
        Optional<Dataset> dataset = catalogue.dataset(id);
        String name = dataset.map(Dataset::title).orElse(id);
        rows.add(row(gap, "负面清单未报送", name, "没有该企业的记录", dataset));
      }
    }
    return new Table(TITLES, rows);
  }

  private static List<Cell> row(
      Gap gap, String kind, String what, String why, Optional<Dataset> dataset) {
    return List.of(
        Cell.of(gap.uscc()),
        Cell.of(gap.name()),
        Cell.of(kind),
        Cell.of(what),
        Cell.of(why),
        Cell.of(dataset.map(Dataset::owner).orElse("")));
  }

  private static Optional<Dataset> holding(Catalogue catalogue, String field) {
    return catalogue.datasets().stream()
        .filter(dataset -> dataset.fields().stream().anyMatch(f -> f.name().equals(field)))
        .findFirst();
  }

  private static String title(Optional<Dataset> dataset, String field) {
    return dataset.stream()
        .flatMap(of -> of.fields().stream())
        .filter(candidate -> candidate.name().equals(field))
        .map(candidate -> candidate.title())
        .findFirst()
        .orElse(field);
  }
}
