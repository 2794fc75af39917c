package innovation.points.recompute;

import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts facts into the table as the intake would. */
final class RecomputeZone {

  private static final Map<String, String> OWNERS =
      Map.of(
          "operations", "tax",
          "trade", "commerce",
          "workforce", "hr",
          "investment", "finance",
          "intellectual-property", "market",
          "credit", "market",
          "environment", "ecology",
          "safety", "emergency");

  private static final Instant UPLOADED = Instant.parse("2026-01-02T00:00:00Z");

  private final FactsTable facts;

  RecomputeZone(RecomputeTables tables) {
    this.facts = new FactsTable(tables.client(), tables.facts());
  }

  FactsTable facts() {
    return facts;
  }

  static String uscc(int number) {
    return "914107%012d".formatted(number);
  }

  /** On the roster of a year; ten years old in 2025. */
  void roster(int year, int number) {
    roster(year, number, LocalDate.of(2015, 6, 1));
  }

  void roster(int year, int number, LocalDate registeredOn) {
    put("enterprises", year, number, onRoster(number, registeredOn));
  }

  static Map<String, Value> onRoster(int number, LocalDate registeredOn) {
    return Map.of(
        "name", Value.of("新乡市测" + number + "有限公司"),
        "registeredOn", Value.of(registeredOn),
        "industry", Value.of(number % 2 == 0 ? "C3464" : "C2760"),
        "cluster", Value.of(number % 3 == 0 ? "氢能" : "生物医药"));
  }

  /** Off the roster of a year. */
  void strike(int year, int number) {
    facts.delete(FactsTable.itemKeys(contribution("enterprises", year, number, Map.of())));
  }

  void revenue(int year, int number, double revenue) {
    put("operations", year, number, Map.of("revenue", Value.of(revenue)));
  }

  void put(String dataset, int year, int number, Map<String, Value> values) {
    facts.put(List.of(contribution(dataset, year, number, values)));
  }

  /** Some figures of an enterprise become others, in another version of their file. */
  void correct(
      String dataset, int year, int number, String version, Map<String, Value> corrections) {
    var values = new HashMap<String, Value>();
    facts
        .read(uscc(number))
        .year(year)
        .facts()
        .forEach(
            (field, fact) -> {
              if (fact.source().key().equals(file(dataset, year).key())) {
                values.put(field, fact.value());
              }
            });
    values.putAll(corrections);
    var known = file(dataset, year);
    facts.put(
        List.of(
            new Contribution(
                new FileVersion(known.key(), version, known.uploadedAt()),
                uscc(number),
                List.of(new FactRow(number + 1, values)))));
  }

  /** What several datasets say of an enterprise. */
  void put(int year, int number, Map<String, Map<String, Value>> datasets) {
    put(year, Map.of(number, datasets));
  }

  /** What several datasets say of several enterprises, by their numbers. */
  void put(int year, Map<Integer, Map<String, Map<String, Value>>> enterprises) {
    var contributions = new ArrayList<Contribution>();
    enterprises.forEach(
        (number, datasets) ->
            datasets.forEach(
                (dataset, values) ->
                    contributions.add(contribution(dataset, year, number, values))));
    facts.put(contributions);
  }

  void deliver(String dataset, int year) {
    facts.deliver(file(dataset, year));
  }

  void withdraw(String dataset, int year) {
    facts.withdrawDelivery(dataset, year, file(dataset, year).fileId());
  }

  private static Contribution contribution(
      String dataset, int year, int number, Map<String, Value> values) {
    return new Contribution(
        file(dataset, year), uscc(number), List.of(new FactRow(number + 1, values)));
  }

  private static FileVersion file(String dataset, int year) {
    String owner = OWNERS.getOrDefault(dataset, "science");
    String key = "uploads/%s/%s/%d/all.csv".formatted(owner, dataset, year);
    return new FileVersion(key, "v1", UPLOADED);
  }
}
