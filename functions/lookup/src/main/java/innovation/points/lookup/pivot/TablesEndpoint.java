package innovation.points.lookup.pivot;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/tables}: the ranked enterprises of a published year by one or two of
 * their facts. Nothing is stored. Bureau and approvers see all cells; for departments those of
 * fewer than three enterprises are suppressed, and others from which they could be derived.
 */
public final class TablesEndpoint implements Calls {

  /** Stands for a suppressed cell in files. */
  private static final String SUPPRESSED = "不显示";

  private final Pointers pointers;
  private final ScoresTable scores;
  private final KnownRulebooks rules;

  /**
   * The body.
   *
   * @param columns null for a table of one column, the totals
   * @param category with {@code meanCategory}: of the rulebook of the year
   */
  record Wanted(String rows, @Nullable String columns, String measure, @Nullable String category) {}

  /** The same, understood. */
  private record Asked(
      Dimension rows,
      Optional<Dimension> columns,
      Measure measure,
      Optional<Rulebook.Category> category) {
    String title() {
      return category.map(Rulebook.Category::name).orElse("") + measure.title();
    }
  }

  /**
   * What a row or a column is of.
   *
   * @param id null for the enterprises without a value
   */
  record Group(@Nullable String id, String name) {}

  /**
   * A row.
   *
   * @param cells in the order of the columns; none where the table has no columns
   */
  record Line(@Nullable String id, String name, List<Pivot.Cell> cells, Pivot.Cell total) {}

  /**
   * A table.
   *
   * @param header the columns
   * @param total the row of totals
   */
  record Table(
      int year,
      String generation,
      String rows,
      @Nullable String columns,
      String measure,
      @Nullable String category,
      List<Group> header,
      List<Line> items,
      Line total) {}

  public TablesEndpoint(Pointers pointers, ScoresTable scores, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.ask("/v1/years/{year}/tables", this::post);
  }

  public Response post(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Format format = request.format(Format.JSON, Format.CSV, Format.XLSX);
    Pointer pointer = pointers.of(year, request);
    Asked asked = asked(request.body(Wanted.class), pointer);
    Table table = table(pointer, asked, request.principal().readsAll());
    Response response =
        format == Format.JSON
            ? Response.ok(table)
            : Response.file(file(table, asked), format, name(year, asked));
    return response.with(Caching.NONE);
  }

  private Asked asked(Wanted wanted, Pointer pointer) {
    var faults = new ArrayList<Problem.Fault>();
    var rows = one(faults, "rows", wanted.rows(), Dimension.IDS, Dimension.NAMES);
    Optional<Dimension> columns =
        Optional.ofNullable(wanted.columns())
            .flatMap(id -> one(faults, "columns", id, Dimension.IDS, Dimension.NAMES));
    if (columns.isPresent() && columns.equals(rows)) {
      faults.add(fault("columns", "columns 应与 rows 不同，收到：" + wanted.columns()));
    }
    var measure = one(faults, "measure", wanted.measure(), Measure.IDS, Measure.NAMES);
    Optional<Rulebook.Category> category = Optional.empty();
    boolean needed = measure.filter(Measure.MEAN_CATEGORY::equals).isPresent();
    if (needed || wanted.category() != null) {
      Map<String, Rulebook.Category> categories = new LinkedHashMap<>();
      rules.of(pointer).stream()
          .flatMap(rulebook -> rulebook.categories().stream())
          .forEach(one -> categories.put(one.id(), one));
      if (!needed) {
        faults.add(fault("category", "category 只随 measure=meanCategory 给出"));
      } else if (wanted.category() == null) {
        faults.add(
            fault(
                "category",
                "measure=meanCategory 需要 category："
                    + String.join("、", categories.keySet())
                    + " 之一"));
      } else {
        category =
            one(
                faults,
                "category",
                wanted.category(),
                List.copyOf(categories.keySet()),
                categories);
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return new Asked(rows.orElseThrow(), columns, measure.orElseThrow(), category);
  }

  private static <T> Optional<T> one(
      List<Problem.Fault> faults, String name, String id, List<String> ids, Map<String, T> known) {
    T value = known.get(id);
    if (value == null) {
      faults.add(
          fault(name, name + " 应为 " + String.join("、", ids) + " 之一，收到：" + Parameters.shown(id)));
    }
    return Optional.ofNullable(value);
  }

  private static Problem.Fault fault(String name, String detail) {
    return new Problem.Fault("body", "/" + name, detail);
  }

  private Table table(Pointer pointer, Asked asked, boolean whole) {
    var pivot =
        new Pivot(
            order(pointer, asked.rows()),
            asked.columns().map(of -> order(pointer, of)).orElse(List.of()));
    String category = asked.category().map(Rulebook.Category::id).orElse(null);
    var filter = RowFilter.of(ScoreStatus.SCORED, null);
    scores.forEachRow(
        pointer.generation(),
        filter,
        row -> {
          if (row.ranked()) {
            pivot.add(
                asked.rows().of(row),
                asked.columns().map(of -> of.of(row)).orElse(List.of(Pivot.NONE)),
                asked.measure().points(row.card(), category));
          }
        });
    return table(pointer, asked, pivot.result(asked.measure(), whole));
  }

  /**
   * Stages stand as enterprises pass through them, others in the order of their names. The rules
   * take the first stage whose condition holds, and so begin with the last one.
   */
  private List<String> order(Pointer pointer, Dimension dimension) {
    return dimension == Dimension.STAGE
        ? rules.of(pointer).stream()
            .flatMap(rulebook -> rulebook.stages().stream())
            .map(Rulebook.Stage::id)
            .toList()
            .reversed()
        : List.of();
  }

  private Table table(Pointer pointer, Asked asked, Pivot.Result result) {
    var items = new ArrayList<Line>();
    for (int i = 0; i < result.rows().size(); i++) {
      Group group = group(pointer, asked.rows(), result.rows().get(i));
      items.add(line(group, asked, result.cells().get(i)));
    }
    return new Table(
        pointer.year(),
        pointer.generation(),
        asked.rows().id(),
        asked.columns().map(Dimension::id).orElse(null),
        asked.measure().id(),
        asked.category().map(Rulebook.Category::id).orElse(null),
        asked.columns().stream()
            .flatMap(of -> result.columns().stream().map(id -> group(pointer, of, id)))
            .toList(),
        items,
        line(new Group(null, "合计"), asked, result.cells().getLast()));
  }

  private static Line line(Group group, Asked asked, List<Pivot.Cell> cells) {
    List<Pivot.Cell> own =
        asked.columns().isEmpty() ? List.of() : cells.subList(0, cells.size() - 1);
    return new Line(group.id(), group.name(), own, cells.getLast());
  }

  private Group group(Pointer pointer, Dimension dimension, String id) {
    if (id.equals(Pivot.NONE)) {
      return new Group(null, dimension.none());
    }
    return new Group(id, dimension == Dimension.STAGE ? rules.stageName(pointer, id) : id);
  }

  private static ListTable file(Table table, Asked asked) {
    var titles = new ArrayList<String>();
    titles.add(asked.rows().title());
    table.header().forEach(group -> titles.add(group.name()));
    titles.add(asked.columns().isEmpty() ? asked.title() : "合计");
    var lines = new ArrayList<>(table.items());
    lines.add(table.total());
    return new ListTable(titles, lines.stream().map(TablesEndpoint::cells).toList());
  }

  private static List<TableCell> cells(Line line) {
    var cells = new ArrayList<TableCell>();
    cells.add(TableCell.of(line.name()));
    line.cells().forEach(cell -> cells.add(cell(cell)));
    cells.add(cell(line.total()));
    return cells;
  }

  private static TableCell cell(Pivot.Cell cell) {
    return cell.suppressed() ? TableCell.of(SUPPRESSED) : TableCell.of(cell.value());
  }

  private static String name(int year, Asked asked) {
    return "%d年度企业创新积分%s-%s%s"
        .formatted(
            year,
            asked.title(),
            asked.rows().title(),
            asked.columns().map(of -> "-" + of.title()).orElse(""));
  }
}
