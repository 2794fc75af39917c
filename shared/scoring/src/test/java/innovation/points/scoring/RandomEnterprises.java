package innovation.points.scoring;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Enterprises of every kind, from a random source: values at and around the bounds of the rules,
 * gaps, items of all kinds and dates.
 */
public final class RandomEnterprises {
  public static final int YEAR = 2025;

  /** Datasets that no score depends on: drawn, they would change what is recorded of others. */
  private static final Set<String> UNSCORED = Set.of("special-clusters", "benefits-taken");

  public static final Rulebook RULEBOOK = Rulebooks.named("xinxiang-2022-110");
  public static final List<String> GOOD_FIGURES =
      List.of(
          "rdExpense",
          "techStaff",
          "inventionApplications",
          "pctApplications",
          "standards",
          "inventionGrants",
          "highTechRevenue",
          "postgraduates",
          "rdTaxRelief",
          "netProfit",
          "totalProfit",
          "exports",
          "bachelors",
          "freshGraduates",
          "ventureCapital",
          "holdings",
          "foreignStaff");
  private static final List<String> OTHER_FIGURES =
      List.of("revenue", "costs", "openingNetAssets", "netAssets", "staff");
  private static final double[] SIZES = {
    0, 0, 0.01, 1, 2, 3, 9.99, 30, 100, 200, 500, 1999.99, 2000, 5000, 9999.99, 10000, 60000, 200000
  };
  private static final List<String> RECORDS =
      List.of("研发或创新平台", "科技奖励", "科技计划项目", "重大科技项目", "创新创业赛事", "人才或团队");
  private static final List<String> CERTIFICATES =
      List.of("高新技术企业", "科技型中小企业", "专精特新小巨人", "省级专精特新", "上市企业", "新三板挂牌");
  private static final List<String> LEVELS = List.of("国家级", "省级", "市级");
  private static final List<String> STAGES = List.of("startup", "growth", "expansion", "mature");

  private final Random random;

  /** All that a score is computed from. */
  public record Input(
      EnterpriseFacts facts, Deliveries deliveries, Map<Integer, String> published) {}

  public RandomEnterprises(Random random) {
    this.random = random;
  }

  public Input next() {
    return next("91410700RANDOM0001");
  }

  /** The same under a code of its own. */
  public Input next(String uscc) {
    LocalDate registeredOn = LocalDate.of(2004 + random.nextInt(22), 1 + random.nextInt(12), 1);
    Map<Integer, YearFacts> years = new HashMap<>();
    for (int year = YEAR - 2; year <= YEAR; year++) {
      if (year == YEAR || random.nextInt(5) > 0) {
        years.put(year, year(year, registeredOn));
      }
    }
    Map<String, List<LineItem>> items = new HashMap<>();
    items.put("innovation-records", items(6, this::record));
    items.put("qualifications", items(3, this::certificate));
    items.put("technology-contracts", items(5, this::contract));
    items.put("stage-history", items(3, this::history));
    Map<Integer, String> published = new HashMap<>();
    for (int year = YEAR - 3; year < YEAR; year++) {
      if (random.nextInt(4) == 0) {
        published.put(year, pick(STAGES));
      }
    }
    return new Input(new EnterpriseFacts(uscc, years, items), deliveries(), published);
  }

  private YearFacts year(int year, LocalDate registeredOn) {
    Map<String, Fact> facts = new HashMap<>();
    for (String field : GOOD_FIGURES) {
      put(facts, year, field);
    }
    for (String field : OTHER_FIGURES) {
      put(facts, year, field);
    }
    Source source = new Source("uploads/other/" + year, "v1", 2);
    facts.put("registeredOn", new Fact(Value.of(registeredOn), source));
    facts.put("rating", new Fact(Value.of(pick(List.of("诚信", "良好", "警示"))), source));
    facts.put("abnormal", new Fact(Value.of(random.nextInt(20) == 0), source));
    Set<String> listed = new HashSet<>(Set.of("enterprises"));
    for (String dataset : List.of("operations", "workforce", "trade", "investment", "credit")) {
      if (random.nextInt(4) > 0) {
        listed.add(dataset);
      }
    }
    return new YearFacts(facts, listed);
  }

  private void put(Map<String, Fact> facts, int year, String field) {
    if (random.nextInt(6) > 0) {
      double size =
          SIZES[random.nextInt(SIZES.length)] * (random.nextBoolean() ? 1 : random.nextDouble());
      boolean loss = field.endsWith("Profit") || field.endsWith("ssets");
      double value = loss && random.nextInt(4) == 0 ? -size : size;
      facts.put(
          field,
          new Fact(Value.of(value), new Source("uploads/x/" + year, "v1", 2 + random.nextInt(99))));
    }
  }

  private interface Make {
    Map<String, Value> values(int number);
  }

  private List<LineItem> items(int most, Make make) {
    List<LineItem> items = new ArrayList<>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      int year = YEAR - random.nextInt(3);
      items.add(
          new LineItem(year, make.values(i), new Source("uploads/items/" + year, "v1", i + 2)));
    }
    return items;
  }

  public Map<String, Value> record(int number) {
    Map<String, Value> values = new HashMap<>();
    values.put("record", Value.of("R" + number));
    values.put("kind", Value.of(pick(RECORDS)));
    values.put("level", Value.of(pick(LEVELS)));
    values.put("title", Value.of("第" + number));
    values.put("obtainedOn", Value.of(day()));
    if (random.nextInt(4) == 0) {
      values.put("revokedOn", Value.of(day()));
    }
    return values;
  }

  private Map<String, Value> certificate(int number) {
    Map<String, Value> values = new HashMap<>();
    LocalDate from = day();
    values.put("certificate", Value.of("Z" + number));
    values.put("kind", Value.of(pick(CERTIFICATES)));
    values.put("validFrom", Value.of(from));
    values.put("validTo", Value.of(from.plusYears(random.nextInt(4))));
    values.put("lapsed", Value.of(random.nextBoolean()));
    return values;
  }

  private Map<String, Value> contract(int number) {
    return Map.of(
        "contract", Value.of("C" + number),
        "kind", Value.of("技术开发"),
        "amount", Value.of(Math.round(random.nextDouble() * 300000) / 100.0 + 0.1),
        "university", Value.of(random.nextBoolean()));
  }

  private Map<String, Value> history(int number) {
    return Map.of(
        "evaluatedYear", Value.of(YEAR - 1 - number * 2),
        "stage", Value.of(pick(List.of("初创期", "成长期", "扩张期", "成熟期"))));
  }

  private Deliveries deliveries() {
    Map<Integer, Set<String>> delivered = new HashMap<>();
    for (int year = YEAR - 2; year <= YEAR; year++) {
      Set<String> datasets = new HashSet<>();
      RULEBOOK.datasets().stream()
          .filter(dataset -> !UNSCORED.contains(dataset.id()))
          .filter(dataset -> random.nextInt(5) > 0)
          .forEach(dataset -> datasets.add(dataset.id()));
      delivered.put(year, datasets);
    }
    return new Deliveries(delivered);
  }

  private LocalDate day() {
    return LocalDate.of(
        YEAR - 4 + random.nextInt(6), 1 + random.nextInt(12), 1 + random.nextInt(28));
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
