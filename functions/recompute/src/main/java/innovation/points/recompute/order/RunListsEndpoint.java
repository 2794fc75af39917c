package innovation.points.recompute.order;

import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Manifest.Input;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunChanges.Move;
import innovation.points.store.run.RunChanges.Standing;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.Reason;
import innovation.points.store.table.StoredLists;
import innovation.points.store.table.StoredLists.Kind;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/years/{year}/recomputations/{id}/changes} and {@code …/inputs}: who moved against the
 * published results and why, and which files were scored; as JSON, or whole as a file.
 */
public final class RunListsEndpoint implements Calls {

  private static final List<String> CHANGE_TITLES =
      List.of(
          "统一社会信用代码", "企业名称", "变动", "原状态", "原总排名", "原阶段", "原总分", "现状态", "现总排名", "现阶段", "现总分", "原因");

  private static final List<String> INPUT_TITLES = List.of("文件", "版本", "上传时间", "计入的行数", "涉及的企业数");

  private final Runs runs;
  private final StoredLists lists;
  private final Cursors cursors;

  public RunListsEndpoint(Runs runs, StoredLists lists, Cursors cursors) {
    this.runs = runs;
    this.lists = lists;
    this.cursors = cursors;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/years/{year}/recomputations/{id}/changes", this::changes)
        .get("/v1/years/{year}/recomputations/{id}/inputs", this::inputs);
  }

  public Response changes(Request request) {
    return answer(request, RunChanges.MOVES, "变动明细", CHANGE_TITLES, RunListsEndpoint::cells);
  }

  public Response inputs(Request request) {
    return answer(request, Manifest.INPUTS, "计入文件", INPUT_TITLES, RunListsEndpoint::cells);
  }

  private <T> Response answer(
      Request request,
      Kind<T> kind,
      String title,
      List<String> titles,
      Function<T, List<TableCell>> cells) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String id = parameters.path("id");
    var limit = parameters.limitIfGiven();
    String list = "recomputations/%d/%s/%s".formatted(year, id, kind.id());
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    Format format = request.listFormat();
    if (runs.find(year, id).isEmpty()) {
      throw new ProblemException(Problem.notFound("%d 年度没有这次计算".formatted(year)));
    }
    StoredPage<T> page = lists.read(id, kind, format.size(limit, Parameters.DEFAULT_LIMIT), after);
    String next = cursors.next(list, "", page.next());
    if (format == Format.NDJSON) {
      return Response.lines(page.items()).followedBy(request, next).with(Caching.NONE);
    }
    if (format != Format.JSON) {
      var rows = new ArrayList<List<TableCell>>();
      page.items().forEach(item -> rows.add(cells.apply(item)));
      return Response.file(new ListTable(titles, rows), format, year + "年度计算" + title)
          .followedBy(request, next)
          .with(Caching.NONE);
    }
    return Response.ok(new innovation.points.web.http.Page<>(page.items(), next))
        .with(Caching.NONE);
  }

  private static List<TableCell> cells(Move move) {
    var cells = new ArrayList<TableCell>();
    cells.add(TableCell.of(move.uscc()));
    cells.add(TableCell.of(move.name()));
    cells.add(
        TableCell.of(String.join("、", move.kinds().stream().map(RunListsEndpoint::word).toList())));
    standing(move.before(), cells);
    standing(move.after(), cells);
    cells.add(TableCell.of(String.join("；", move.reasons().stream().map(Reason::text).toList())));
    return cells;
  }

  private static String word(innovation.points.store.run.RunChanges.Kind kind) {
    return switch (kind) {
      case ENTERED -> "进入排名";
      case LEFT -> "退出排名";
      case STAGE -> "阶段变动";
      case RANK -> "名次变动";
      case TOTAL -> "总分变动";
    };
  }

  private static void standing(@Nullable Standing standing, List<TableCell> cells) {
    cells.add(TableCell.of(standing == null ? null : word(standing)));
    cells.add(TableCell.of(standing == null ? null : standing.overall()));
    cells.add(TableCell.of(standing == null ? null : standing.stage()));
    cells.add(TableCell.of(standing == null ? null : standing.total()));
  }

  private static String word(Standing standing) {
    return switch (standing.status()) {
      case SCORED -> "已评分";
      case EXCLUDED -> "不纳入";
      case INCOMPLETE -> "待补数";
    };
  }

  private static List<TableCell> cells(Input input) {
    return List.of(
        TableCell.of(input.key()),
        TableCell.of(input.version()),
        TableCell.of(input.uploadedAt().toString()),
        TableCell.of((double) input.rows()),
        TableCell.of(input.enterprises()));
  }
}
