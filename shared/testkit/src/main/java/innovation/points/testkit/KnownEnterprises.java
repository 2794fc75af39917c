package innovation.points.testkit;

import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Enterprises of which all is known, each a little different from the others. */
public final class KnownEnterprises {

  private KnownEnterprises() {}

  /** One, founded on a day. */
  public static void known(FactsZone zone, int year, int number, LocalDate registeredOn) {
    zone.put(year, number, facts(number, registeredOn));
  }

  /** Those with the numbers 1 to {@code enterprises}, ten years old in 2025. */
  public static void known(FactsZone zone, int year, int enterprises) {
    var all = new HashMap<Integer, Map<String, Map<String, Value>>>();
    for (int number = 1; number <= enterprises; number++) {
      all.put(number, facts(number, LocalDate.of(2015, 6, 1)));
    }
    zone.put(year, all);
  }

  private static Map<String, Map<String, Value>> facts(int number, LocalDate registeredOn) {
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
