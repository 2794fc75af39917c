package innovation.points.acceptance.samplezone;

import static innovation.points.acceptance.samplezone.form.CsvForm.Encoding.GB18030;
import static innovation.points.acceptance.samplezone.form.CsvForm.Encoding.UTF_16;
import static innovation.points.acceptance.samplezone.form.CsvForm.Encoding.UTF_8;
import static innovation.points.acceptance.samplezone.form.CsvForm.Encoding.UTF_8_BOM;
import static innovation.points.acceptance.samplezone.form.FormStyle.PLAIN;

import innovation.points.acceptance.samplezone.enterprise.FormColumn;
import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.form.CsvForm;
import innovation.points.acceptance.samplezone.form.Form;
import innovation.points.acceptance.samplezone.form.FormStyle.Dates;
import innovation.points.acceptance.samplezone.form.FormStyle.Flags;
import innovation.points.acceptance.samplezone.form.FormStyle.Headers;
import innovation.points.acceptance.samplezone.form.FormStyle.Numbers;
import innovation.points.acceptance.samplezone.form.FormTable;
import innovation.points.acceptance.samplezone.form.XlsxForm;
import innovation.points.scoring.facts.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The departments' files, each in its department's usual form. */
final class Offices {
  private final GeneratedZone zone;
  private final Mistakes mistakes;
  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private Offices(GeneratedZone zone) {
    this.zone = zone;
    this.mistakes = new Mistakes(zone);
  }

  /** By key in the bucket. */
  static SortedMap<String, byte[]> files(GeneratedZone zone) {
    var offices = new Offices(zone);
    offices.science();
    offices.tax();
    offices.hr();
    offices.market();
    offices.others();
    return offices.files;
  }

  private void science() {
    for (int year = 2023; year <= 2025; year++) {
      roster(year, "roster-main-park", new XlsxForm(PLAIN, false), "主园区"::equals);
      roster(
          year,
          "roster-branch-parks",
          new CsvForm(PLAIN.dates(Dates.SLASHED), UTF_8_BOM),
          park -> !park.equals("主园区"));
    }
    var contracts = PLAIN.numbers(Numbers.THOUSANDS).flags(Flags.TRUE_FALSE);
    items("technology-contracts", 2024, "contracts", new CsvForm(contracts, GB18030));
    items("technology-contracts", 2025, "contracts", new XlsxForm(PLAIN, false));
    var records = PLAIN.dates(Dates.COMPACT);
    items("innovation-records", 2023, "records-to-date", new CsvForm(records, GB18030));
    records = PLAIN.dates(Dates.SLASHED).blank("/");
    items("innovation-records", 2024, "records", new XlsxForm(records, true));
    records = PLAIN.dates(Dates.CHINESE).blank("无");
    items("innovation-records", 2025, "records", new CsvForm(records, GB18030));
    items("qualifications", 2023, "certificates-to-date", new XlsxForm(PLAIN, false));
    items("qualifications", 2024, "certificates", new CsvForm(PLAIN, UTF_8_BOM));
    var certificates = PLAIN.dates(Dates.SLASHED);
    items("qualifications", 2025, "certificates", new CsvForm(certificates, GB18030));
    items("stage-history", 2023, "stages-before-2023", new CsvForm(PLAIN, GB18030));
    items("stage-history", 2025, "stages-of-newcomers", new CsvForm(PLAIN, UTF_8_BOM));
  }

  private void tax() {
    var style = PLAIN.numbers(Numbers.THOUSANDS).blank("-");
    figures("tax", "operations", 2023, new CsvForm(style, GB18030));
    figures("tax", "operations", 2024, new CsvForm(style, GB18030));
    style = style.headers(Headers.FULL_WIDTH_BRACKETS);
    figures("tax", "operations", 2025, new CsvForm(style, GB18030));
  }

  private void hr() {
    figures("hr", "workforce", 2023, new CsvForm(PLAIN, GB18030));
    figures("hr", "workforce", 2024, new CsvForm(PLAIN.blank("—"), UTF_16, '\t'));
    figures("hr", "workforce", 2025, new XlsxForm(PLAIN, false));
  }

  private void market() {
    figures("market", "intellectual-property", 2023, new CsvForm(PLAIN, UTF_8_BOM));
    var typed = PLAIN.numbers(Numbers.FULL_WIDTH).headers(Headers.FULL_WIDTH_BRACKETS);
    figures("market", "intellectual-property", 2024, new CsvForm(typed, GB18030));
    figures("market", "intellectual-property", 2025, new CsvForm(PLAIN.blank("/"), UTF_8_BOM));
    figures("market", "credit", 2023, new CsvForm(PLAIN, GB18030));
    figures("market", "credit", 2024, new CsvForm(PLAIN, GB18030));
    figures("market", "credit", 2025, new XlsxForm(PLAIN, true));
  }

  private void others() {
    figures("commerce", "trade", 2023, new CsvForm(PLAIN, UTF_8_BOM));
    var typed = PLAIN.numbers(Numbers.THOUSANDS).headers(Headers.SPACED);
    figures("commerce", "trade", 2024, new XlsxForm(typed, true));
    figures("commerce", "trade", 2025, new CsvForm(PLAIN.blank("—"), GB18030));
    figures("finance", "investment", 2023, new CsvForm(PLAIN, UTF_8));
    figures("finance", "investment", 2024, new CsvForm(PLAIN, UTF_8_BOM, ';'));
    figures("finance", "investment", 2025, new CsvForm(PLAIN.blank("无"), GB18030));
    figures("ecology", "environment", 2023, new XlsxForm(PLAIN, false));
    figures("ecology", "environment", 2024, new CsvForm(PLAIN, GB18030));
    figures("ecology", "environment", 2025, new CsvForm(PLAIN, UTF_8_BOM));
    for (int year = 2023; year <= 2025; year++) {
      figures("emergency", "safety", year, new CsvForm(PLAIN.flags(Flags.ONE_ZERO), UTF_8));
    }
    outdatedForm();
  }

  /** The form of an earlier year, which lacks a required column. */
  private void outdatedForm() {
    FormTable table = table("safety", 2024, listed("safety", 2024)).without("massIncident");
    var form = new CsvForm(PLAIN, GB18030);
    put("emergency", "safety", 2024, "safety-old-form", form, table);
  }

  private void roster(int year, String name, Form form, Predicate<String> park) {
    var rows = new ArrayList<Map<String, Value>>();
    for (SampleEnterprise e : zone.enterprises()) {
      if (e.years().containsKey(year) && e.year(year).onRoster && park.test(e.park)) {
        rows.add(
            FormTable.row(
                e,
                Map.of(
                    "registeredOn", Value.of(e.registeredOn),
                    "industry", Value.of(e.industry),
                    "cluster", Value.of(e.cluster),
                    "park", Value.of(e.park),
                    "grid", Value.of(e.grid),
                    "basis", Value.of(basis(e, year)))));
      }
    }
    put("science", "enterprises", year, name, form, table("enterprises", year, rows));
  }

  /** For which of the kinds of 三(一) an enterprise is on the roster: the first that it meets. */
  private static String basis(SampleEnterprise e, int year) {
    var kinds =
        e.items().stream()
            .filter(item -> item.dataset().equals("qualifications") && item.fileYear() <= year)
            .map(item -> item.values().get("kind"))
            .toList();
    if (kinds.contains(Value.of("高新技术企业"))) {
      return "国家高新技术企业";
    }
    if (kinds.contains(Value.of("科技型中小企业"))) {
      return "科技型中小企业";
    }
    return kinds.contains(Value.of("省级专精特新")) || kinds.contains(Value.of("专精特新小巨人"))
        ? "专精特新企业"
        : "有研发投入";
  }

  private void figures(String office, String dataset, int year, Form form) {
    FormTable table = table(dataset, year, listed(dataset, year));
    put(office, dataset, year, dataset, form, mistakes.slip(dataset, year, table));
  }

  private List<Map<String, Value>> listed(String dataset, int year) {
    var rows = new ArrayList<Map<String, Value>>();
    for (SampleEnterprise e : zone.enterprises()) {
      if (e.years().containsKey(year) && e.year(year).rows().containsKey(dataset)) {
        rows.add(FormTable.row(e, e.year(year).rows().getOrDefault(dataset, Map.of())));
      }
    }
    return shuffled(rows, dataset, year);
  }

  private void items(String dataset, int year, String name, Form form) {
    var rows = new ArrayList<Map<String, Value>>();
    for (SampleEnterprise e : zone.enterprises()) {
      for (var item : e.items()) {
        if (item.dataset().equals(dataset) && item.fileYear() == year) {
          rows.add(FormTable.row(e, item.values()));
        }
      }
    }
    FormTable table = table(dataset, year, shuffled(rows, dataset, year));
    put("science", dataset, year, name, form, mistakes.slip(dataset, year, table));
  }

  /** Every office keeps its list in an order of its own. */
  private static List<Map<String, Value>> shuffled(
      List<Map<String, Value>> rows, String dataset, int year) {
    Collections.shuffle(rows, new Random(dataset.hashCode() + year));
    return rows;
  }

  static FormTable table(String dataset, int year, List<Map<String, Value>> rows) {
    List<FormColumn> columns = FormColumn.OF.getOrDefault(dataset, List.of());
    return new FormTable("%d年度企业创新积分数据报送表(虚构企业示例)".formatted(year), columns, rows);
  }

  private void put(
      String office, String dataset, int year, String name, Form form, FormTable table) {
    String key = "uploads/%s/%s/%d/%s%s".formatted(office, dataset, year, name, form.extension());
    if (files.put(key, form.write(table)) != null) {
      throw new IllegalStateException("two files are named " + key);
    }
  }
}
