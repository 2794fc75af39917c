package innovation.points.lookup.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.lookup.publication.Pointers;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.Difference;
import innovation.points.store.run.RunChanges.Standing;
import innovation.points.store.scores.Editions;
import innovation.points.store.scores.Editions.Pair;
import innovation.points.store.scores.Reason;
import innovation.points.store.scores.Reason.Part;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/differences}: enterprises whose current facts give another result
 * than the published one, and why. The published year does not change.
 */
public final class DifferencesEndpoint implements Calls {
  private static final int BATCH = 200;

  /** How many enterprises one answer compares: a whole zone, within the time of a request. */
  private static final int MOST_LOOKED_AT = 10_000;

  private static final List<String> TITLES =
      List.of("统一社会信用代码", "企业名称", "公布状态", "公布阶段", "公布总分", "现状态", "现阶段", "现总分", "差异原因");

  private final Pointers pointers;
  private final Editions editions;
  private final Cursors cursors;
  private final KnownRulebooks rules;

  /** A part of the differences; may be empty and yet go on. */
  record Listing(
      int year,
      String generation,
      List<Item> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  /**
   * One enterprise with a different result.
   *
   * @param published null where it was not on the roster then
   * @param draft by the facts of today, without ranks; null where it is not on the roster now
   */
  record Item(
      String uscc,
      @Nullable String name,
      @Nullable Standing published,
      @Nullable Standing draft,
      List<Reason> reasons) {}

  /** What was found, and after which enterprise it goes on; null at the end. */
  private record Found(List<Item> items, @Nullable String after) {}

  public DifferencesEndpoint(
      Pointers pointers, Editions editions, Cursors cursors, KnownRulebooks rules) {
    this.pointers = pointers;
    this.editions = editions;
    this.cursors = cursors;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/differences", this::list);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OptionalInt limit = parameters.limitIfGiven();
    String list = "differences/" + year;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Format format = request.listFormat();
    Pointer pointer = pointers.of(year, request);
    String generation = cursor.map(Cursor::generation).orElse(pointer.generation());
    Found found =
        find(
            year,
            generation,
            cursor.map(Cursor::position).orElse(null),
            format.size(limit, Parameters.DEFAULT_LIMIT));
    String next = cursors.next(list, generation, found.after());
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Listing(year, generation, found.items(), next));
          case NDJSON -> ListFiles.lines(request, found.items(), next);
          case CSV, XLSX ->
              ListFiles.page(request, file(found.items()), format, year + "年度公布结果与现有数据的差异", next);
        };
    return response.with(Caching.NONE);
  }

  private Found find(int year, String generation, @Nullable String start, int limit) {
    var difference = new Difference(rules::stageName);
    var items = new ArrayList<Item>();
    String after = start;
    int looked = 0;
    do {
      StoredPage<Pair> page = editions.page(year, generation, BATCH, after);
      for (Pair pair : page.items()) {
        Optional<Item> item = item(pair, difference);
        if (item.isPresent() && items.size() == limit) {
          return new Found(items, after);
        }
        item.ifPresent(items::add);
        after = pair.uscc();
      }
      looked += page.items().size();
      after = page.next();
    } while (after != null && looked < MOST_LOOKED_AT);
    return new Found(items, after);
  }

  private static Optional<Item> item(Pair pair, Difference difference) {
    ScoreRow published = pair.published();
    ScoreRow draft = pair.draft();
    List<Reason> reasons;
    if (published == null) {
      reasons = List.of(Reason.of(Part.ROSTER, "公布后列入本年度企业名录"));
    } else if (draft == null) {
      reasons = List.of(Reason.of(Part.ROSTER, "公布后移出本年度企业名录"));
    } else {
      reasons = difference.between(published, draft);
    }
    ScoreRow shown = draft == null ? published : draft;
    return reasons.isEmpty() || shown == null
        ? Optional.empty()
        : Optional.of(
            new Item(
                pair.uscc(), shown.card().name(), standing(published), standing(draft), reasons));
  }

  private static @Nullable Standing standing(@Nullable ScoreRow row) {
    return row == null ? null : Standing.of(row.card());
  }

  private ListTable file(List<Item> items) {
    var rows = new ArrayList<List<TableCell>>();
    for (Item item : items) {
      var cells = new ArrayList<TableCell>();
      cells.add(TableCell.of(item.uscc()));
      cells.add(TableCell.of(item.name()));
      cells(item.published(), cells);
      cells(item.draft(), cells);
      cells.add(TableCell.of(String.join("；", item.reasons().stream().map(Reason::text).toList())));
      rows.add(cells);
    }
    return new ListTable(TITLES, rows);
  }

  private void cells(@Nullable Standing standing, List<TableCell> cells) {
    if (standing == null) {
      cells.addAll(List.of(TableCell.of("不在名录"), TableCell.BLANK, TableCell.BLANK));
      return;
    }
    String stage = standing.stage();
    cells.add(
        TableCell.of(
            switch (standing.status()) {
              case SCORED -> "已评分";
              case EXCLUDED -> "不纳入";
              case INCOMPLETE -> "待补数";
            }));
    cells.add(TableCell.of(stage == null ? null : rules.stageName(stage)));
    cells.add(TableCell.of(standing.total()));
  }
}
