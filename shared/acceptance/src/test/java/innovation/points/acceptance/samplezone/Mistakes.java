package innovation.points.acceptance.samplezone;

import innovation.points.acceptance.samplezone.enterprise.FormColumn;
import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleUscc;
import innovation.points.acceptance.samplezone.form.FormTable;
import innovation.points.acceptance.samplezone.part.MistakeParts;
import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Realistic mistakes, each as a clerk would make it in one file, on the enterprises of {@link
 * MistakeParts}. Problem codes are those of contract §1.
 */
public final class Mistakes {
  private final GeneratedZone zone;

  Mistakes(GeneratedZone zone) {
    this.zone = zone;
  }

  /** The table as sent by the office. */
  FormTable slip(String dataset, int year, FormTable table) {
    return switch (dataset + " " + year) {
      case "operations 2024" -> operations2024(table);
      case "operations 2025" -> operations2025(table);
      case "workforce 2023" -> oddButRight(table);
      case "workforce 2025" -> workforce(table);
      case "trade 2025" -> stranger(table);
      case "intellectual-property 2025" -> twoDifferentRows(table);
      case "investment 2025" ->
          edited(
              table,
              "mistake-another-name",
              "name",
              zone.role("mistake-another-name").name + "(原名)");
      case "credit 2025" -> emptied(table, "mistake-required-cell-empty", "dishonest");
      case "safety 2025" -> edited(table, "mistake-neither-yes-nor-no", "accident", "待核实");
      case "technology-contracts 2025" -> contracts(table);
      case "innovation-records 2025" -> records(table);
      default -> table;
    };
  }

  /** damaged-uscc, negative. */
  private FormTable operations2024(FormTable table) {
    edited(table, "mistake-damaged-code", "uscc", "9.14107E+17");
    return edited(table, "mistake-negative-expense", "rdExpense", "-35.00");
  }

  /** not-a-number; unknown-column. */
  private FormTable operations2025(FormTable table) {
    edited(table, "mistake-text-in-a-number", "revenue", "约320");
    FormTable wider = table.with(new FormColumn("remark", "备注", 0));
    wider.edit(
        zone.role("mistake-text-in-a-number"), row -> row.put("remark", Value.of("年报未审,\"约数\"")));
    return wider;
  }

  /** Lower case and spaces in a code are tolerated. */
  private FormTable oddButRight(FormTable table) {
    SampleEnterprise lower = zone.role("stage-revenue-2000");
    edited(table, lower.role, "uscc", lower.uscc.toLowerCase(Locale.ROOT));
    SampleEnterprise spaced = zone.role("stage-revenue-10000");
    return edited(
        table, spaced.role, "uscc", " " + spaced.uscc.replaceFirst("^(.{8})", "$1 ") + " ");
  }

  /** bad-uscc, not-an-integer, inconsistent. */
  private FormTable workforce(FormTable table) {
    SampleEnterprise mistyped = zone.role("mistake-mistyped-code");
    edited(table, mistyped.role, "uscc", SampleUscc.mistyped(mistyped.uscc));
    table.edit(zone.role("mistake-half-a-person"), row -> row.put("staff", Value.of(38.5)));
    table.edit(
        zone.role("mistake-more-technicians-than-staff"),
        row -> row.put("techStaff", Value.of(999)));
    return table;
  }

  /** not-on-roster. */
  private FormTable stranger(FormTable table) {
    table
        .rows()
        .add(
            Map.of(
                "uscc", Value.of(SampleUscc.of(900_001)),
                "name", Value.of("虚构·路过贸易有限公司"),
                "exports", Value.of(18.4)));
    return table;
  }

  /** duplicate-row: it is unknown which row is correct. */
  private FormTable twoDifferentRows(FormTable table) {
    table.edit(
        zone.role("mistake-two-different-rows"),
        row -> {
          var again = new HashMap<>(row);
          again.put("inventionApplications", Value.of(7));
          table.rows().add(again);
        });
    return table;
  }

  /** not-in-list. */
  private FormTable contracts(FormTable table) {
    table.edit(
        zone.role("mistake-kind-not-in-the-list"),
        row -> Value.of(88).equals(row.get("amount")),
        row -> row.put("kind", Value.of("软件开发")));
    return table;
  }

  /** bad-date. */
  private FormTable records(FormTable table) {
    table.edit(
        zone.role("mistake-impossible-day"),
        row -> Value.of(LocalDate.of(2025, 3, 2)).equals(row.get("obtainedOn")),
        row -> row.put("obtainedOn", Value.of("2025年2月30日")));
    return table;
  }

  private FormTable edited(FormTable table, String role, String field, String found) {
    table.edit(zone.role(role), row -> row.put(field, Value.of(found)));
    return table;
  }

  /** missing-value. */
  private FormTable emptied(FormTable table, String role, String field) {
    table.edit(zone.role(role), row -> row.remove(field));
    return table;
  }
}
