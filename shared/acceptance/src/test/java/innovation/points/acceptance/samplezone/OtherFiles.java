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
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of public sources and of enterprises themselves, for the roles of {@link SourceParts}. */
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
