package innovation.points.recompute;

import innovation.points.store.scores.Changes.Move;
import innovation.points.store.scores.Changes.Standing;
import innovation.points.store.scores.Manifest.Input;
import innovation.points.store.scores.Page;
import innovation.points.store.scores.Reason;
import innovation.points.store.scores.RunLists;
import innovation.points.store.scores.RunLists.Kind;
import innovation.points.store.scores.Runs;
import innovation.points.web.Caching;
import innovation.points.web.Cell;
import innovation.points.web.Cursor;
import innovation.points.web.Cursors;
import innovation.points.web.Format;
import innovation.points.web.Parameters;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;
import innovation.points.web.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/years/{year}/recomputations/{id}/changes} and {@code …/inputs}: who moved against the
 * published results and why, and which files were scored; as JSON, or whole as a file.
 */
final class RunListsEndpoint {

  private static final int WHOLE = Integer.MAX_VALUE;

  private static final List<String> CHANGE_TITLES =
      List.of(
          "统一社会信用代码", "企业名称", "变动", "原状态", "原总排名", "原阶段", "原总分", "现状态", "现总排名", "现阶段", "现总分", "原因");

  private static final List<String> INPUT_TITLES = List.of("文件", "版本", "上传时间", "计入的行数", "涉及的企业数");

  private final Runs runs;
  private final RunLists lists;
  private final Cursors cursors;

  RunListsEndpoint(Runs runs, RunLists lists, Cursors cursors) {
    this.runs = runs;
    this.lists = lists;
    this.cursors = cursors;
  }

  Response changes(Request request) {
    return answer(request, RunLists.CHANGES, "变动明细", CHANGE_TITLES, RunListsEndpoint::cells);
  }

  Response inputs(Request request) {
    return answer(request, RunLists.INPUTS, "计入文件", INPUT_TITLES, RunListsEndpoint::cells);
  }

  private <T> Response answer(
      Request request,
      Kind<T> kind,
      String title,
      List<String> titles,
      Function<T, List<Cell>> cells) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String id = parameters.path("id");
    var limit = parameters.limitIfGiven();
    String list = "recomputations/%d/%s/%s".formatted(year, id, kind.id());
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    Format format = request.format(Format.JSON, Format.CSV, Format.XLSX);
    if (runs.find(year, id).isEmpty()) {
      throw new ProblemException(Problem.notFound("%d 年度没有这次计算".formatted(year)));
    }
    boolean whole = format != Format.JSON && limit.isEmpty();
    Page<T> page =
        lists.read(id, kind, whole ? WHOLE : limit.orElse(Parameters.DEFAULT_LIMIT), after);
    if (format != Format.JSON) {
      var rows = new ArrayList<List<Cell>>();
      page.items().forEach(item -> rows.add(cells.apply(item)));
      return Response.file(new Table(titles, rows), format, year + "年度计算" + title)
          .with(Caching.NONE);
    }
    String next = page.next() == null ? null : cursors.seal(list, new Cursor("", page.next()));
    return Response.ok(new innovation.points.web.Page<>(page.items(), next)).with(Caching.NONE);
  }

  private static List<Cell> cells(Move move) {
    var cells = new ArrayList<Cell>();
    cells.add(Cell.of(move.uscc()));
    cells.add(Cell.of(move.name()));
    cells.add(
        Cell.of(String.join("、", move.kinds().stream().map(RunListsEndpoint::word).toList())));
    standing(move.before(), cells);
    standing(move.after(), cells);
    cells.add(Cell.of(String.join("；", move.reasons().stream().map(Reason::text).toList())));
    return cells;
  }

  private static String word(innovation.points.store.scores.Changes.Kind kind) {
    return switch (kind) {
      case ENTERED -> "进入排名";
      case LEFT -> "退出排名";
      case STAGE -> "阶段变动";
      case RANK -> "名次变动";
      case TOTAL -> "总分变动";
    };
  }

  private static void standing(@Nullable Standing standing, List<Cell> cells) {
    cells.add(Cell.of(standing == null ? null : word(standing)));
    cells.add(Cell.of(standing == null ? null : standing.overall()));
    cells.add(Cell.of(standing == null ? null : standing.stage()));
    cells.add(Cell.of(standing == null ? null : standing.total()));
  }

  private static String word(Standing standing) {
    return switch (standing.status()) {
      case SCORED -> "已评分";
      case EXCLUDED -> "不纳入";
      case INCOMPLETE -> "待补数";
    };
  }

  private static List<Cell> cells(Input input) {
    return List.of(
        Cell.of(input.key()),
        Cell.of(input.version()),
        Cell.of(input.uploadedAt().toString()),
        Cell.of((double) input.rows()),
        Cell.of(input.enterprises()));
  }
}
