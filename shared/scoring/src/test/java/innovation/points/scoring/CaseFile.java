package innovation.points.scoring;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.reader.RulebookText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/**
 * Cases as the owner of the rules reads them; see {@code cases/README.md}. Each starts from the
 * file's {@code baseline} and says what differs.
 */
public record CaseFile(String name, List<Case> cases) {

  record Case(
      String name,
      String rule,
      Rulebook rulebook,
      int year,
      EnterpriseFacts facts,
      Deliveries deliveries,
      Map<Integer, String> published,
      RewardTerms terms,
      Map<String, Object> expect) {}

  private static final String USCC = "91410700TEST000001";
  private static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  private static final Set<String> KEYS =
      Set.of(
          "case",
          "rule",
          "with",
          "year",
          "facts",
          "items",
          "absent",
          "undelivered",
          "unverified",
          "published",
          "terms",
          "expect");

  static CaseFile read(Path file) throws IOException {
    Map<String, Object> root = new Yaml().load(Files.readString(file));
    Map<?, ?> baseline = map(root.get("baseline"));
    List<Case> cases = new ArrayList<>();
    for (Object one : (List<?>) value(root, "cases")) {
      cases.add(readCase(baseline, map(one)));
    }
    return new CaseFile(file.getFileName().toString(), cases);
  }

  private static Case readCase(Map<?, ?> baseline, Map<?, ?> one) {
    one.keySet()
        .forEach(
            key -> {
              if (!KEYS.contains(key.toString())) {
                throw new IllegalArgumentException("unknown key " + key + " in " + one.get("case"));
              }
            });
    Map<Integer, Map<String, Object>> facts = new TreeMap<>();
    merge(baseline, facts);
    merge(map(one.get("facts")), facts);
    Map<Integer, Set<String>> absent = datasets(one.get("absent"));
    Map<Integer, Set<String>> undelivered = datasets(one.get("undelivered"));
    Map<Integer, String> published = new HashMap<>();
    map(one.get("published")).forEach((year, stage) -> published.put((Integer) year, text(stage)));
    Map<String, Object> expect = new LinkedHashMap<>();
    map(one.get("expect")).forEach((key, expected) -> expect.put(text(key), expected));
    int year = one.get("year") instanceof Integer given ? given : 2025;
    return new Case(
        text(value(one, "case")),
        text(value(one, "rule")),
        rulebook(map(one.get("with"))),
        year,
        new EnterpriseFacts(
            USCC,
            years(facts, absent, undelivered, texts(one.get("unverified"))),
            items(map(one.get("items")))),
        deliveries(year, undelivered),
        published,
        terms(map(one.get("terms"))),
        expect);
  }

  private static Rulebook rulebook(Map<?, ?> with) {
    if (with.isEmpty()) {
      return RULEBOOK;
    }
    RulebookText changed = new RulebookText(RULEBOOK.text());
    with.forEach((path, value) -> changed.set(text(value), text(path).split("\\.")));
    return RulebookLoader.read("changed.yaml", changed.toString());
  }

  private static void merge(Map<?, ?> from, Map<Integer, Map<String, Object>> into) {
    from.forEach(
        (year, values) -> {
          Map<String, Object> known = into.computeIfAbsent((Integer) year, y -> new TreeMap<>());
          map(values)
              .forEach(
                  (field, value) -> {
                    if (value == null) {
                      known.remove(text(field));
                    } else {
                      known.put(text(field), value);
                    }
                  });
        });
  }

  /** The department's file has a row for the enterprise, unless the case says it is absent. */
  private static Map<Integer, YearFacts> years(
      Map<Integer, Map<String, Object>> facts,
      Map<Integer, Set<String>> absent,
      Map<Integer, Set<String>> undelivered,
      Set<String> unverified) {
    Map<Integer, YearFacts> years = new HashMap<>();
    facts.forEach(
        (year, values) -> {
          Map<String, Fact> known = new HashMap<>();
          values.forEach((field, value) -> known.put(field, fact(year, field, value, unverified)));
          Set<String> listed = new HashSet<>(perEnterprise());
          listed.removeAll(absent.getOrDefault(year, Set.of()));
          listed.removeAll(undelivered.getOrDefault(year, Set.of()));
          years.put(year, new YearFacts(known, listed));
        });
    return years;
  }

  private static List<String> perEnterprise() {
    return RULEBOOK.datasets().stream()
        .filter(dataset -> dataset.items() == null)
        .map(Rulebook.Dataset::id)
        .toList();
  }

  private static Fact fact(int year, String field, Object value, Set<String> unverified) {
    return new Fact(
        convert(value),
        new Source("uploads/" + year + "/" + field, "v1", 2, unverified.contains(field)));
  }

  private static Deliveries deliveries(int year, Map<Integer, Set<String>> undelivered) {
    Map<Integer, Set<String>> delivered = new HashMap<>();
    for (int y = year - 10; y <= year; y++) {
      Set<String> all = new HashSet<>();
      RULEBOOK.datasets().forEach(dataset -> all.add(dataset.id()));
      all.removeAll(undelivered.getOrDefault(y, Set.of()));
      delivered.put(y, all);
    }
    return new Deliveries(delivered);
  }

  private static Map<String, List<LineItem>> items(Map<?, ?> datasets) {
    Map<String, List<LineItem>> items = new HashMap<>();
    datasets.forEach(
        (dataset, rows) -> {
          List<LineItem> of = new ArrayList<>();
          int row = 1;
          for (Object one : (List<?>) rows) {
            row++;
            of.add(item(text(dataset), map(one), row));
          }
          items.put(text(dataset), of);
        });
    return items;
  }

  private static LineItem item(String dataset, Map<?, ?> cells, int row) {
    Map<String, Value> values = new HashMap<>();
    cells.forEach(
        (field, value) -> {
          if (!field.equals("file")) {
            values.put(text(field), convert(value));
          }
        });
    int file = cells.get("file") instanceof Integer given ? given : 2025;
    return new LineItem(file, values, new Source("uploads/" + dataset + "/" + file, "v1", row));
  }

  private static RewardTerms terms(Map<?, ?> terms) {
    RewardTerms all = RewardTerms.DEFAULT;
    return new RewardTerms(
        terms.get("share") == null ? all.share() : new BigDecimal(text(terms.get("share"))),
        terms.get("announced") == null ? null : texts(terms.get("announced")),
        terms.get("parks") == null ? null : texts(terms.get("parks")));
  }

  private static Map<Integer, Set<String>> datasets(@Nullable Object byYear) {
    Map<Integer, Set<String>> datasets = new HashMap<>();
    map(byYear).forEach((year, ids) -> datasets.put((Integer) year, texts(ids)));
    return datasets;
  }

  private static Set<String> texts(@Nullable Object list) {
    Set<String> texts = new HashSet<>();
    ((List<?>) (list == null ? List.of() : list)).forEach(one -> texts.add(text(one)));
    return texts;
  }

  static Value convert(Object value) {
    return switch (value) {
      case Number number -> Value.of(number.doubleValue());
      case Date date -> Value.of(LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC));
      default -> ZoneFiles.value(value.toString());
    };
  }

  public static Map<?, ?> map(@Nullable Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  static String text(@Nullable Object value) {
    if (value == null) {
      throw new IllegalArgumentException("expected a word, found nothing");
    }
    return value.toString();
  }

  private static Object value(Map<?, ?> map, String key) {
    Object value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("expected " + key + " in " + map);
    }
    return value;
  }
}
