package innovation.points.lookup.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.util.RawValue;
import innovation.points.lookup.publication.ListFiles;
import innovation.points.person.Person;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailItem;
import innovation.points.store.audit.TrailReader;
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
import innovation.points.web.time.OfficialTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/audit}: the sealed audit trail, newest first, for auditors and the bureau; {@code
 * GET /v1/enterprises/{uscc}/readers}: which offices read an enterprise's profile, for itself.
 */
public final class TrailEndpoint implements Calls {

  private static final Map<String, TrailAction> ACTIONS =
      Arrays.stream(TrailAction.values())
          .collect(Collectors.toUnmodifiableMap(TrailAction::id, Function.identity()));

  private static final List<String> TITLES =
      List.of(
          "序号", "时间", "姓名", "人员标识", "角色", "部门或银行", "操作", "对象", "理由", "结果", "请求编号", "上一条校验值", "校验值");

  private final TrailReader trail;
  private final Cursors cursors;

  /**
   * A reading of an enterprise's profile.
   *
   * @param office the id of the department, the bank's name, or {@code bureau}; never a person's
   *     name
   * @param what {@code profile}, {@code history}, {@code simulations} or {@code card}
   */
  record Reading(Instant at, String office, String role, String what) {

    static Reading of(TrailItem item) {
      Person person = item.person();
      String object = item.object();
      return new Reading(
          item.at(),
          person.ofDepartment().or(person::ofBank).orElse("bureau"),
          person.role(),
          object.substring(object.lastIndexOf('/') + 1));
    }
  }

  record Readers(
      String uscc,
      List<Reading> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  public TrailEndpoint(TrailReader trail, Cursors cursors) {
    this.trail = trail;
    this.cursors = cursors;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/audit", this::list).get("/v1/enterprises/{uscc}/readers", this::readers);
  }

  /** What of the trail is asked for; the days are those on which it happened, in Shanghai. */
  private record Asked(
      Optional<String> person,
      Optional<TrailAction> action,
      Optional<String> uscc,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    /** What happened at the end of a day may be sealed on the next. */
    @Nullable LocalDate sealedUntil() {
      return to == null ? null : to.plusDays(1);
    }

    boolean has(TrailItem item) {
      boolean byWhom =
          person
              .filter(one -> !one.equals(item.person().sub()) && !one.equals(item.person().name()))
              .isEmpty();
      LocalDate day = LocalDate.ofInstant(item.at(), OfficialTime.ZONE);
      boolean then = (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
      return then && byWhom && action.filter(one -> !one.id().equals(item.action())).isEmpty();
    }
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    var asked =
        new Asked(
            parameters.text("person"),
            parameters.choice("action", ACTIONS),
            parameters.queryUscc("uscc"),
            day(parameters, "from"),
            day(parameters, "to"));
    OptionalInt limit = parameters.limitIfGiven();
    String list = "audit?" + asked;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Format format = request.listFormat();
    // A year's trail may be longer than an answer: its files, too, come in parts.
    int size = Math.min(format.size(limit, Parameters.DEFAULT_LIMIT), Format.MOST_LINES);
    String start = cursor.map(Cursor::position).orElse(null);
    StoredPage<TrailItem> page =
        format == Format.JSON
            ? page(asked, size, start)
            : StoredPage.upTo(size, start, (most, before) -> page(asked, most, before));
    List<TrailItem> items = page.items();
    String next = next(list, page);
    Response response =
        switch (format) {
          case JSON -> Response.json(json(items, next));
          case NDJSON ->
              ListFiles.lines(
                  request, items.stream().map(item -> new RawValue(item.line())).toList(), next);
          case CSV, XLSX -> ListFiles.page(request, table(items), format, "审计日志", next);
        };
    return response.with(Caching.NONE);
  }

  /** The items as they stand in the day's file, byte by byte: their hashes can be verified. */
  private static String json(List<TrailItem> items, @Nullable String next) {
    String lines = items.stream().map(TrailItem::line).collect(Collectors.joining(","));
    String cursor = next == null ? "" : ",\"nextCursor\":\"" + next + "\"";
    return "{\"items\":[" + lines + "]" + cursor + "}";
  }

  public Response readers(Request request) {
    Parameters parameters = request.parameters();
    String uscc = parameters.uscc();
    Format format = request.lineFormat();
    int limit = parameters.limit(format);
    String list = "readers?" + uscc;
    Optional<Cursor> cursor = parameters.cursor(cursors, list);
    parameters.verify();
    Predicate<TrailItem> readings = item -> item.action().equals(TrailAction.PROFILE_READ.id());
    StoredPage<TrailItem> page =
        trail.of(uscc, readings, limit, cursor.map(Cursor::position).orElse(null));
    List<Reading> items = page.items().stream().map(Reading::of).toList();
    String next = next(list, page);
    return Response.list(request, format, items, next, new Readers(uscc, items, next))
        .with(Caching.NONE);
  }

  private @Nullable String next(String list, StoredPage<TrailItem> page) {
    return cursors.next(list, "", page.next());
  }

  private StoredPage<TrailItem> page(Asked asked, int limit, @Nullable String before) {
    return asked.uscc().isPresent()
        ? trail.of(asked.uscc().get(), asked::has, limit, before)
        : trail.list(asked.from(), asked.sealedUntil(), asked::has, limit, before);
  }

  private static @Nullable LocalDate day(Parameters parameters, String name) {
    Optional<String> text = parameters.text(name);
    try {
      return text.map(LocalDate::parse).orElse(null);
    } catch (DateTimeException _) {
      parameters.refuse(name, "日期，形如 2026-04-01", text.orElse(""));
      return null;
    }
  }

  private static ListTable table(List<TrailItem> items) {
    return new ListTable(
        TITLES,
        items.stream()
            .map(
                item ->
                    List.of(
                        TableCell.of((double) item.seq()),
                        TableCell.of(item.at().toString()),
                        TableCell.of(item.person().name()),
                        TableCell.of(item.person().sub()),
                        TableCell.of(item.person().role()),
                        TableCell.of(
                            item.person().ofDepartment().or(item.person()::ofBank).orElse(null)),
                        TableCell.of(item.action()),
                        TableCell.of(item.object()),
                        TableCell.of(item.reason()),
                        TableCell.of(item.result()),
                        TableCell.of(item.requestId()),
                        TableCell.of(item.previous()),
                        TableCell.of(item.hash())))
            .toList());
  }
}
