package innovation.points.acceptance.samplezone;

import static java.util.Objects.requireNonNull;

import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.form.CsvForm;
import innovation.points.acceptance.samplezone.form.CsvForm.Encoding;
import innovation.points.acceptance.samplezone.form.Form;
import innovation.points.acceptance.samplezone.form.FormStyle;
import innovation.points.acceptance.samplezone.form.FormStyle.Headers;
import innovation.points.acceptance.samplezone.form.FormStyle.Numbers;
import innovation.points.acceptance.samplezone.form.FormTable;
import innovation.points.acceptance.samplezone.part.SourceParts;
import innovation.points.scoring.facts.Value;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Files of public sources and of enterprises themselves, for the roles of {@link SourceParts}, and
 * files that change no score.
 */
public final class OtherFiles {
  private static final int YEAR = 2025;

  private final GeneratedZone zone;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private OtherFiles(GeneratedZone zone) {
    this.zone = zone;
  }

  /** By key in the bucket. */
  static SortedMap<String, byte[]> files(GeneratedZone zone) {
    var files = new OtherFiles(zone);
    files.collected();
    files.reported();
    files.clusters();
    files.takenUp();
    files.halfYear();
    return files.files;
  }

  /** The collector writes field names, in UTF-8. */
  private void collected() {
    collected(
        "intellectual-property",
        List.of(
            row(
                "source-department-wins",
                Map.of("inventionGrants", Value.of(9), "standards", Value.of(0))),
            row("source-public-fills-a-blank", Map.of("inventionGrants", Value.of(4)))));
    collected(
        "workforce",
        List.of(row("source-public-before-enterprise", Map.of("foreignStaff", Value.of(3)))));
    Value known =
        requireNonNull(
            zone.role("source-contract-told-twice").items().getLast().values().get("contract"));
    collected(
        "technology-contracts",
        List.of(contract(known, "技术服务", 999.99), contract(Value.of("GK2025-0017"), "技术咨询", 45.5)));
  }

  private Map<String, Value> contract(Value number, String kind, double amount) {
    return row(
        "source-contract-told-twice",
        Map.of(
            "contract", number,
            "kind", Value.of(kind),
            "amount", Value.of(amount),
            "university", Value.of(false)));
  }

  private void collected(String dataset, List<Map<String, Value>> rows) {
    var style = FormStyle.PLAIN.headers(Headers.FIELD_NAMES);
    put("public", dataset, "collected", new CsvForm(style, Encoding.UTF_8), rows);
  }

  private void reported() {
    reported(
        "intellectual-property", "source-department-wins", Map.of("inventionGrants", Value.of(12)));
    reported("workforce", "source-public-before-enterprise", Map.of("foreignStaff", Value.of(8)));
    reported(
        "operations",
        "source-enterprise-fills-a-blank",
        Map.of(
            "revenue", Value.of(1234.56),
            "rdExpense", Value.of(98.7),
            // The tax office's value takes precedence.
            "totalProfit", Value.of(4321)));
    reported(
        "investment",
        "source-enterprise-before-absence",
        Map.of("ventureCapital", Value.of(650), "holdings", Value.of(1)));
  }

  private void reported(String dataset, String role, Map<String, Value> values) {
    var style = FormStyle.PLAIN.numbers(Numbers.THOUSANDS);
    SampleEnterprise reporter = zone.role(role);
    put(
        "enterprise",
        dataset,
        reporter.uscc,
        new CsvForm(style, Encoding.UTF_8_BOM),
        List.of(row(role, values)));
  }

  /** Two 特色产业集群, the one in its last year. */
  private void clusters() {
    var rows = new ArrayList<Map<String, Value>>();
    rows.addAll(cluster("高端装备制造", "（虚构）新乡高新区振动机械产业集群", "国家级", 2023, 14));
    rows.addAll(cluster("生物医药", "（虚构）新乡高新区生物医药产业集群", "省级", 2024, 9));
    put(
        "science",
        "special-clusters",
        "clusters",
        new CsvForm(FormStyle.PLAIN, Encoding.GB18030),
        rows);
  }

  private List<Map<String, Value>> cluster(
      String trade, String name, String level, int recognised, int size) {
    return crowd()
        .filter(e -> e.cluster.equals(trade))
        .limit(size)
        .map(
            e ->
                FormTable.row(
                    e,
                    Map.of(
                        "specialCluster", Value.of(name),
                        "level", Value.of(level),
                        "validFrom", Value.of(LocalDate.of(recognised, 9, 1)),
                        "validTo", Value.of(LocalDate.of(recognised + 3, 8, 31)))))
        .toList();
  }

  /** What two departments have given on the result of the year. */
  private void takenUp() {
    taken("finance", "优先拨付各级政策奖励资金", LocalDate.of(2026, 4, 20), 1);
    taken("hr", "积分落户", LocalDate.of(2026, 5, 11), 6);
  }

  private void taken(String office, String benefit, LocalDate first, int each) {
    List<SampleEnterprise> all = crowd().toList();
    var rows = new ArrayList<Map<String, Value>>();
    for (int i = 0; i < all.size(); i += 3 * each) {
      rows.add(
          FormTable.row(
              all.get(i),
              Map.of("benefit", Value.of(benefit), "takenOn", Value.of(first.plusDays(i % 10)))));
    }
    put(office, "benefits-taken", "taken", new CsvForm(FormStyle.PLAIN, Encoding.UTF_8_BOM), rows);
  }

  /** Figures of half a year, which are held: nobody has said that they are the year's. */
  private void halfYear() {
    List<Map<String, Value>> rows =
        crowd()
            .limit(12)
            .map(e -> FormTable.row(e, Map.of("staff", Value.of(e.year(YEAR).get("staff")))))
            .toList();
    byte[] table =
        new CsvForm(FormStyle.PLAIN, Encoding.UTF_8).write(Offices.table("workforce", YEAR, rows));
    byte[] title = "2025年上半年职工情况表\n".getBytes(StandardCharsets.UTF_8);
    byte[] whole = Arrays.copyOf(title, title.length + table.length);
    System.arraycopy(table, 0, whole, title.length, table.length);
    files.put("uploads/hr/workforce/%d/half-year.csv".formatted(YEAR), whole);
  }

  /** The enterprises without a role that are on the roster. */
  private Stream<SampleEnterprise> crowd() {
    return zone.enterprises().stream()
        .filter(e -> e.role.isEmpty() && e.years().containsKey(YEAR) && e.year(YEAR).onRoster);
  }

  private Map<String, Value> row(String role, Map<String, Value> values) {
    return FormTable.row(zone.role(role), values);
  }

  private void put(
      String source, String dataset, String name, Form form, List<Map<String, Value>> rows) {
    files.put(
        "uploads/%s/%s/%d/%s%s".formatted(source, dataset, YEAR, name, form.extension()),
        form.write(Offices.table(dataset, YEAR, rows)));
  }
}
