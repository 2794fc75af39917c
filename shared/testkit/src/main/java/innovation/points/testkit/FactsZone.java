package innovation.points.testkit;

import innovation.points.datasets.catalogue.Catalogue;
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
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes facts to the table as the intake does: each dataset and year is one file of its owner,
 * with enterprise {@code n} in row {@code n + 1}.
 */
public final class FactsZone {

  private static final Catalogue CATALOGUE = Catalogue.load();
  private static final LocalDate TEN_YEARS_OLD = LocalDate.of(2015, 6, 1);
  private static final Instant UPLOADED = Instant.parse("2026-01-02T00:00:00Z");

  private final ZoneTables tables;
  private final FactsTable facts;

  public FactsZone(ZoneTables tables) {
    this.tables = tables;
    this.facts = new FactsTable(tables.client(), tables.facts());
  }

  public FactsTable facts() {
    return facts;
  }

  /** The code of an enterprise: easy to read and not valid, which the tables do not check. */
  public static String uscc(int number) {
    return "914107%012d".formatted(number);
  }

  /** Adds an enterprise to the roster of a year; it is ten years old in 2025. */
  public void roster(int year, int number) {
    roster(year, number, TEN_YEARS_OLD);
  }

  public void roster(int year, int number, LocalDate registeredOn) {
    put("enterprises", year, number, onRoster(number, registeredOn));
  }

  /** The roster's values for an enterprise. */
  public static Map<String, Value> onRoster(int number, LocalDate registeredOn) {
    return Map.of(
        "name", Value.of("新乡市测" + number + "有限公司"),
        "registeredOn", Value.of(registeredOn),
        "industry", Value.of(number % 2 == 0 ? "C3464" : "C2760"),
        "cluster", Value.of(number % 3 == 0 ? "氢能" : "生物医药"));
  }

  /** Removes an enterprise from the roster of a year. */
  public void strike(int year, int number) {
    facts.delete(FactsTable.itemKeys(contribution("enterprises", year, number, Map.of())));
  }

  /** Sets a revenue, in 10 000 yuan. */
  public void revenue(int year, int number, double revenue) {
    put("operations", year, number, Map.of("revenue", Value.of(revenue)));
  }

  public void put(String dataset, int year, int number, Map<String, Value> values) {
    facts.put(List.of(contribution(dataset, year, number, values)));
  }

  /** Sets the values of an enterprise in several datasets. */
  public void put(int year, int number, Map<String, Map<String, Value>> datasets) {
    put(year, Map.of(number, datasets));
  }

  /** Sets the values of several enterprises, by number, in several datasets. */
  public void put(int year, Map<Integer, Map<String, Map<String, Value>>> enterprises) {
    var contributions = new ArrayList<Contribution>();
    enterprises.forEach(
        (number, datasets) ->
            datasets.forEach(
                (dataset, values) ->
                    contributions.add(contribution(dataset, year, number, values))));
    facts.put(contributions);
  }

  /** Adds an enterprise without missing facts. */
  public void known(int year, int number, LocalDate registeredOn) {
    put(year, number, KnownFacts.of(number, registeredOn));
  }

  /** Adds enterprises, numbered from 1, without missing facts; they are ten years old in 2025. */
  public void known(int year, int enterprises) {
    var all = new HashMap<Integer, Map<String, Map<String, Value>>>();
    for (int number = 1; number <= enterprises; number++) {
      all.put(number, KnownFacts.of(number, TEN_YEARS_OLD));
    }
    put(year, all);
  }

  /** Puts an enterprise on the list of abnormal operations, so that it is not public. */
  public void abnormal(int year, int number) {
    put("credit", year, number, Map.of("abnormal", Value.of(true), "dishonest", Value.of(false)));
  }

  /** Writes a whole file as its accepted upload would, with the enterprises in rows from 2 on. */
  public void file(FileVersion file, Map<Integer, Map<String, Value>> rows) {
    var contributions = new ArrayList<Contribution>();
    int line = 2;
    for (var row : new TreeMap<>(rows).entrySet()) {
      contributions.add(
          new Contribution(file, uscc(row.getKey()), List.of(new FactRow(line++, row.getValue()))));
    }
    facts.put(contributions);
    facts.deliver(file);
  }

  /** Changes figures of an enterprise, in a new version of their file. */
  public void correct(
      String dataset, int year, int number, String version, Map<String, Value> corrections) {
    FileVersion known = version(dataset, year);
    var values = new HashMap<String, Value>();
    facts
        .read(uscc(number))
        .year(year)
        .facts()
        .forEach(
            (field, fact) -> {
              if (fact.source().key().equals(known.key())) {
                values.put(field, fact.value());
              }
            });
    values.putAll(corrections);
    facts.put(
        List.of(
            new Contribution(
                new FileVersion(known.key(), version, known.uploadedAt()),
                uscc(number),
                List.of(new FactRow(number + 1, values)))));
  }

  /** Marks the file of a dataset and year as delivered. */
  public void deliver(String dataset, int year) {
    facts.deliver(version(dataset, year));
  }

  /** Marks a second file of a dataset and year as delivered. */
  public void deliverAnother(String dataset, int year) {
    FileVersion file = version(dataset, year);
    facts.deliver(
        new FileVersion(file.key().replace("all.csv", "more.csv"), "v1", file.uploadedAt()));
  }

  public void withdraw(String dataset, int year) {
    facts.withdrawDelivery(dataset, year, version(dataset, year).fileId(), 0);
  }

  /** Writes an item that cannot be read. */
  public void damage(int year, int number) {
    var item =
        Map.of(
            "uscc", AttributeValue.fromS(uscc(number)),
            "sk", AttributeValue.fromS("operations#" + year + "#damaged#0"),
            "rows", AttributeValue.fromL(List.of()));
    tables.client().putItem(put -> put.tableName(tables.facts()).item(item));
  }

  private static Contribution contribution(
      String dataset, int year, int number, Map<String, Value> values) {
    return new Contribution(
        version(dataset, year), uscc(number), List.of(new FactRow(number + 1, values)));
  }

  private static FileVersion version(String dataset, int year) {
    String owner = CATALOGUE.dataset(dataset).orElseThrow().owner();
    String key = "uploads/%s/%s/%d/all.csv".formatted(owner, dataset, year);
    return new FileVersion(key, "v1", UPLOADED);
  }
}
