package innovation.points.testkit;

import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.Map;

/** The facts of an enterprise without missing facts, slightly different for each number. */
final class KnownFacts {

  private KnownFacts() {}

  /** The facts by dataset. */
  static Map<String, Map<String, Value>> of(int number, LocalDate registeredOn) {
    return Map.of(
        "enterprises",
        FactsZone.onRoster(number, registeredOn),
        "operations",
        Map.of(
            "revenue", Value.of(500 + 37 * number),
            "highTechRevenue", Value.of(100 + 11 * number),
            "rdExpense", Value.of(20 + 5 * number),
            "rdTaxRelief", Value.of(number),
            "netProfit", Value.of(10 + number),
            "costs", Value.of(400),
            "openingNetAssets", Value.of(300),
            "netAssets", Value.of(320),
            "totalProfit", Value.of(15 + number)),
        "workforce",
        Map.of(
            "staff", Value.of(40 + number),
            "techStaff", Value.of(10),
            "postgraduates", Value.of(3),
            "bachelors", Value.of(20),
            "freshGraduates", Value.of(1),
            "foreignStaff", Value.of(0)),
        "intellectual-property",
        Map.of(
            "inventionApplications", Value.of(number % 4),
            "pctApplications", Value.of(0),
            "inventionGrants", Value.of(number % 3),
            "standards", Value.of(0)),
        "investment",
        Map.of("ventureCapital", Value.of(0), "holdings", Value.of(1)),
        "trade",
        Map.of("exports", Value.of(number)));
  }
}
