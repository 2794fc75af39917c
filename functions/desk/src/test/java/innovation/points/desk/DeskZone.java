package innovation.points.desk;

import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Enterprises of which enough is known to have a score, each a little different. */
final class DeskZone {

  private static final Instant UPLOADED = Instant.parse("2026-01-02T00:00:00Z");

  private final FactsTable facts;

  DeskZone(DynamoDbClient client, String table) {
    this.facts = new FactsTable(client, table);
  }

  FactsTable facts() {
    return facts;
  }

  static String uscc(int number) {
    return "914107%012d".formatted(number);
  }

  /** Enterprises 1 to that number, ten years old in 2025. */
  void known(int year, int enterprises) {
    for (int number = 1; number <= enterprises; number++) {
      put("science", "enterprises", year, number, roster(number));
      put("tax", "operations", year, number, operations(number));
      put("hr", "workforce", year, number, workforce(number));
      put(
          "market",
          "intellectual-property",
          year,
          number,
          numbers(
              Map.of(
                  "inventionApplications",
                  number % 4,
                  "pctApplications",
                  0,
                  "inventionGrants",
                  number % 3,
                  "standards",
                  0)));
      put(
          "finance",
          "investment",
          year,
          number,
          numbers(Map.of("ventureCapital", 0, "holdings", 1)));
      put("commerce", "trade", year, number, numbers(Map.of("exports", number)));
    }
  }

  /** An enterprise that is on a list of abnormal operations, and so is not public. */
  void abnormal(int year, int number) {
    put(
        "market",
        "credit",
        year,
        number,
        Map.of("abnormal", Value.of(true), "dishonest", Value.of(false)));
  }

  /** Another version of the tax bureau's file has another expense. */
  void correct(int year, int number, double rdExpense) {
    var corrected = new HashMap<>(operations(number));
    corrected.put("rdExpense", Value.of(rdExpense));
    var known = file("tax", "operations", year);
    put(new FileVersion(known.key(), "v2", known.uploadedAt()), number, corrected);
  }

  private static Map<String, Value> roster(int number) {
    return Map.of(
        "name", Value.of("新乡市测" + number + "有限公司"),
        "registeredOn", Value.of(LocalDate.of(2015, 6, 1)),
        "industry", Value.of(number % 2 == 0 ? "C3464" : "C2760"),
        "cluster", Value.of("生物医药"));
  }

  private static Map<String, Value> operations(int number) {
    return numbers(
        Map.of(
            "revenue", 500 + 37 * number,
            "highTechRevenue", 100 + 11 * number,
            "rdExpense", 20 + 5 * number,
            "rdTaxRelief", number,
            "netProfit", 10 + number,
            "costs", 400,
            "openingNetAssets", 300,
            "netAssets", 320,
            "totalProfit", 15 + number));
  }

  private static Map<String, Value> workforce(int number) {
    return numbers(
        Map.of(
            "staff", 40 + number,
            "techStaff", 10,
            "postgraduates", 3,
            "bachelors", 20,
            "freshGraduates", 1,
            "foreignStaff", 0));
  }

  private static Map<String, Value> numbers(Map<String, Integer> numbers) {
    var values = new HashMap<String, Value>();
    numbers.forEach((field, number) -> values.put(field, Value.of(number)));
    return values;
  }

  private void put(String owner, String dataset, int year, int number, Map<String, Value> values) {
    put(file(owner, dataset, year), number, values);
  }

  private void put(FileVersion file, int number, Map<String, Value> values) {
    facts.put(
        List.of(new Contribution(file, uscc(number), List.of(new FactRow(number + 1, values)))));
  }

  private static FileVersion file(String owner, String dataset, int year) {
    String key = "uploads/%s/%s/%d/all.csv".formatted(owner, dataset, year);
    return new FileVersion(key, "v1", UPLOADED);
  }
}
