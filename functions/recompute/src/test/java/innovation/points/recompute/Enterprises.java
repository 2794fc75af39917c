package innovation.points.recompute;

import innovation.points.scoring.Value;
import java.time.LocalDate;
import java.util.Map;

/** Enterprises of which all is known, each a little different from the others. */
final class Enterprises {

  private Enterprises() {}

  static void known(Zone zone, int year, int number, LocalDate registeredOn) {
    zone.roster(year, number, registeredOn);
    zone.put(
        "operations",
        year,
        number,
        Map.of(
            "revenue", Value.of(500 + 37 * number),
            "highTechRevenue", Value.of(100 + 11 * number),
            "rdExpense", Value.of(20 + 5 * number),
            "rdTaxRelief", Value.of(number),
            "netProfit", Value.of(10 + number),
            "costs", Value.of(400),
            "openingNetAssets", Value.of(300),
            "netAssets", Value.of(320),
            "totalProfit", Value.of(15 + number)));
    zone.put(
        "workforce",
        year,
        number,
        Map.of(
            "staff", Value.of(40 + number),
            "techStaff", Value.of(10),
            "postgraduates", Value.of(3),
            "bachelors", Value.of(20),
            "freshGraduates", Value.of(1),
            "foreignStaff", Value.of(0)));
    zone.put(
        "intellectual-property",
        year,
        number,
        Map.of(
            "inventionApplications", Value.of(number % 4),
            "pctApplications", Value.of(0),
            "inventionGrants", Value.of(number % 3),
            "standards", Value.of(0)));
    zone.put(
        "investment", year, number, Map.of("ventureCapital", Value.of(0), "holdings", Value.of(1)));
    zone.put("trade", year, number, Map.of("exports", Value.of(number)));
  }
}
