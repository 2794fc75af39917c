package innovation.points.lookup.office;

import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.Pointers;
import innovation.points.spreadsheet.ListTable;
import innovation.points.spreadsheet.TableCell;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/years/{year}/rewards/payments?park=&grid=&qualification=}: what finance pays by:
 * one line an enterprise, by code, and their sum at the end; which enterprises it is narrowed to
 * stands below it. Whole, never in pages: a page has no sum.
 */
public final class PaymentsEndpoint implements Calls {
  private static final List<String> TITLES = List.of("统一社会信用代码", "企业名称", "奖励项目", "金额（元）");

  private final Pointers pointers;
  private final ScoresTable scores;
  private final KnownRulebooks rules;

  /**
   * The payments of a published year.
   *
   * @param total in yuan, the sum of the items
   */
  record Payments(int year, String generation, BigDecimal total, List<Item> items) {}

  /** One enterprise; {@code amount} is the sum of its rewards in yuan. */
  record Item(String uscc, @Nullable String name, List<Part> rewards, BigDecimal amount) {}

  /** One reward by its name, in yuan. */
  record Part(String name, BigDecimal amount) {}

  public PaymentsEndpoint(Pointers pointers, ScoresTable scores, KnownRulebooks rules) {
    this.pointers = pointers;
    this.scores = scores;
    this.rules = rules;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/rewards/payments", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    OfficeFilter office = OfficeFilter.of(parameters::several);
    parameters.verify();
    Format format = request.listFormat();
    Pointer pointer = pointers.of(year, request);
    List<Item> items = items(pointer, office);
    BigDecimal total =
        items.stream().map(Item::amount).reduce(new BigDecimal("0.00"), BigDecimal::add);
    Response response =
        switch (format) {
          case JSON -> Response.ok(new Payments(year, pointer.generation(), total, items));
          case NDJSON -> Response.lines(items);
          case CSV, XLSX -> Response.file(file(items, total, office), format, year + "年度政策奖励拨付清单");
        };
    return response.with(Caching.NONE);
  }

  private List<Item> items(Pointer pointer, OfficeFilter office) {
    var items = new ArrayList<Item>();
    scores.forEachRow(
        pointer.generation(),
        RowFilter.REWARDED,
        row -> {
          if (office.fits(row)) {
            items.add(item(pointer, row));
          }
        });
    items.sort(Comparator.comparing(Item::uscc));
    return items;
  }

  private Item item(Pointer pointer, ScoreRow row) {
    return new Item(
        row.uscc(),
        row.card().name(),
        row.rewards().stream()
            .map(reward -> new Part(rules.rewardName(pointer, reward.reward()), reward.amount()))
            .toList(),
        row.rewardTotal());
  }

  private static ListTable file(List<Item> items, BigDecimal total, OfficeFilter office) {
    var rows = new ArrayList<List<TableCell>>();
    for (Item item : items) {
      rows.add(
          List.of(
              TableCell.of(item.uscc()),
              TableCell.of(item.name()),
              TableCell.of(
                  String.join(
                      "；",
                      item.rewards().stream()
                          .map(part -> part.name() + " " + part.amount().toPlainString())
                          .toList())),
              TableCell.of(item.amount())));
    }
    rows.add(
        List.of(
            TableCell.of("合计"),
            TableCell.BLANK,
            TableCell.of("%d 家企业".formatted(items.size())),
            TableCell.of(total)));
    if (!office.isOpen()) {
      rows.add(
          List.of(
              TableCell.of("范围"), TableCell.BLANK, TableCell.of(office.words()), TableCell.BLANK));
    }
    return new ListTable(TITLES, rows);
  }
}
