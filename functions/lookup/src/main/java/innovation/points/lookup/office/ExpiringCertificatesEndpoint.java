package innovation.points.lookup.office;

import innovation.points.scoring.facts.LineItem;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.filter.Certificates;
import innovation.points.store.filter.OfficeFilter;
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
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/expiring-certificates?park=&grid=&qualification=}: the certificates
 * of the roster's enterprises that end within a year from today and that no other one of their kind
 * goes beyond, by the facts as they are now; the first to end first. Whole, never in parts.
 */
public final class ExpiringCertificatesEndpoint implements Calls {

  private static final List<String> TITLES =
      List.of("资质", "证书编号", "企业名称", "统一社会信用代码", "所属园区", "所属网格", "有效期至", "剩余天数");

  private final ScoresTable scores;
  private final InstantSource clock;

  /**
   * A certificate that ends.
   *
   * @param validTo the last day on which it is valid
   * @param daysLeft from today to that day
   */
  record Item(
      String kind,
      String certificate,
      String uscc,
      @Nullable String name,
      @Nullable String park,
      @Nullable String grid,
      LocalDate validTo,
      long daysLeft) {}

  /**
   * The answer.
   *
   * @param from today
   * @param until a year later
   */
  record Expiring(int year, LocalDate from, LocalDate until, List<Item> items) {}

  public ExpiringCertificatesEndpoint(ScoresTable scores, InstantSource clock) {
    this.scores = scores;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/expiring-certificates", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OfficeFilter filter = OfficeFilter.of(parameters::several);
    parameters.verify();
    Format format = request.listFormat();
    LocalDate today = OfficialTime.day(clock.instant());
    LocalDate until = today.plusYears(1);
    List<Item> items = items(year, filter, today, until);
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Expiring(year, today, until, items));
          case NDJSON -> Response.lines(items);
          case CSV, XLSX -> Response.file(file(items), format, year + "年度名录企业一年内到期的资质");
        };
    return response.with(Caching.NONE);
  }

  private List<Item> items(int year, OfficeFilter filter, LocalDate today, LocalDate until) {
    var items = new ArrayList<Item>();
    scores.forEachDraft(
        year,
        row -> {
          if (filter.isThere(row)) {
            Certificates.ending(row, today, until).stream()
                .map(one -> item(row, one, today))
                .filter(one -> isOneOf(filter.qualifications(), one.kind()))
                .forEach(items::add);
          }
        });
    items.sort(
        Comparator.comparing(Item::validTo).thenComparing(Item::kind).thenComparing(Item::uscc));
    return items;
  }

  private static boolean isOneOf(List<String> kinds, String kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  private static Item item(ScoreRow row, LineItem certificate, LocalDate today) {
    LocalDate end = Certificates.end(certificate);
    return new Item(
        Certificates.text(certificate, "kind"),
        Certificates.text(certificate, "certificate"),
        row.uscc(),
        row.card().name(),
        row.park(),
        row.grid(),
        end,
        ChronoUnit.DAYS.between(today, end));
  }

  private static ListTable file(List<Item> items) {
    return new ListTable(
        TITLES,
        items.stream()
            .map(
                one ->
                    List.of(
                        TableCell.of(one.kind()),
                        TableCell.of(one.certificate()),
                        TableCell.of(one.name()),
                        TableCell.of(one.uscc()),
                        TableCell.of(one.park()),
                        TableCell.of(one.grid()),
                        TableCell.of(one.validTo().toString()),
                        TableCell.of(Math.toIntExact(one.daysLeft()))))
            .toList());
  }
}
