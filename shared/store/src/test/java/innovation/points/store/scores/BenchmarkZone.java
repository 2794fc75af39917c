package innovation.points.store.scores;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Enterprises as a real zone has them: all figures of two years from seven departments, some
 * contracts, records and certificates. The same number always gives the same enterprise.
 */
final class BenchmarkZone {

  static final int YEAR = 2025;

  private static final Set<String> DATASETS =
      Set.of(
          "enterprises",
          "operations",
          "workforce",
          "trade",
          "intellectual-property",
          "investment",
          "credit",
          "environment",
          "safety",
          "technology-contracts",
          "innovation-records",
          "qualifications");

  static final Deliveries DELIVERIES =
      new Deliveries(Map.of(YEAR, DATASETS, YEAR - 1, DATASETS, YEAR - 2, DATASETS));

  private static final String[] LEVELS = {"国家级", "省级", "市级"};
  private static final String[] RECORDS = {
    "研发或创新平台", "科技奖励", "科技计划项目", "重大科技项目", "创新创业赛事", "人才或团队"
  };
  private static final String[] CERTIFICATES = {"高新技术企业", "科技型中小企业", "省级专精特新", "新三板挂牌"};
  private static final String[] CONTRACTS = {"技术开发", "技术转让", "技术服务"};

  private static final String ALPHABET =
      "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz._";

  private static final int VERSION = 32;

  private BenchmarkZone() {}

  static String uscc(int number) {
    return "91410700%010d".formatted(number);
  }

  static EnterpriseFacts enterprise(int number) {
    var random = new Random(number * 7919L + 17);
    String uscc = uscc(number);
    double size = Math.exp(random.nextGaussian() * 1.4 + 6.6);
    var years = new HashMap<Integer, YearFacts>();
    for (int year = YEAR - 1; year <= YEAR; year++) {
      years.put(year, year(number, year, size * (0.8 + random.nextDouble() * 0.5), random));
    }
    return new EnterpriseFacts(uscc, years, items(number, random));
  }

  private static YearFacts year(int number, int year, double revenue, Random random) {
    var facts = new HashMap<String, Fact>();
    int staff = 8 + (int) (revenue / 60);
    put(facts, number, year, "science/enterprises", "name", Value.of("新乡市第" + number + "科技有限公司"));
    put(
        facts,
        number,
        year,
        "science/enterprises",
        "registeredOn",
        Value.of(LocalDate.of(2004 + Math.floorMod(number, 20), 1 + number % 12, 1 + number % 28)));
    put(
        facts,
        number,
        year,
        "science/enterprises",
        "industry",
        Value.of("C34" + (10 + number % 80)));
    put(
        facts,
        number,
        year,
        "science/enterprises",
        "cluster",
        Value.of(number % 3 == 0 ? "高端装备制造" : "生物医药"));
    amounts(
        facts,
        number,
        year,
        "tax/operations",
        "revenue",
        cents(revenue),
        "highTechRevenue",
        cents(revenue * random.nextDouble()),
        "rdExpense",
        cents(revenue * random.nextDouble() * 0.12),
        "rdTaxRelief",
        cents(revenue * random.nextDouble() * 0.015),
        "netProfit",
        cents(revenue * (random.nextDouble() * 0.2 - 0.04)),
        "costs",
        cents(revenue * 0.9),
        "openingNetAssets",
        cents(revenue * 0.7),
        "netAssets",
        cents(revenue * 0.75),
        "totalProfit",
        cents(revenue * (random.nextDouble() * 0.22 - 0.04)));
    amounts(
        facts,
        number,
        year,
        "hr/workforce",
        "staff",
        staff,
        "techStaff",
        random.nextInt(staff),
        "postgraduates",
        random.nextInt(1 + staff / 5),
        "bachelors",
        random.nextInt(staff),
        "freshGraduates",
        random.nextInt(6),
        "foreignStaff",
        random.nextInt(20) == 0 ? 1 : 0);
    amounts(
        facts,
        number,
        year,
        "market/intellectual-property",
        "inventionApplications",
        random.nextInt(5),
        "pctApplications",
        random.nextInt(10) == 0 ? 1 : 0,
        "inventionGrants",
        random.nextInt(3),
        "standards",
        random.nextInt(12) == 0 ? 1 : 0);
    amounts(facts, number, year, "commerce/trade", "exports", cents(random.nextDouble() * 90));
    amounts(
        facts,
        number,
        year,
        "finance/investment",
        "ventureCapital",
        random.nextInt(15) == 0 ? 300 : 0,
        "holdings",
        random.nextInt(3));
    put(facts, number, year, "market/credit", "abnormal", Value.of(random.nextInt(60) == 0));
    put(facts, number, year, "market/credit", "dishonest", Value.of(false));
    put(
        facts,
        number,
        year,
        "ecology/environment",
        "rating",
        Value.of(random.nextInt(25) == 0 ? "警示" : "良好"));
    put(facts, number, year, "emergency/safety", "accident", Value.of(false));
    put(facts, number, year, "emergency/safety", "massIncident", Value.of(false));
    return new YearFacts(facts, DATASETS);
  }

  private static Map<String, List<LineItem>> items(int number, Random random) {
    var contracts = new ArrayList<LineItem>();
    for (int i = random.nextInt(3); i > 0; i--) {
      contracts.add(
          item(
              number,
              "technology-contracts",
              i,
              Map.of(
                  "contract", Value.of("2025HN" + number + i),
                  "kind", Value.of(CONTRACTS[random.nextInt(3)]),
                  "amount", Value.of(cents(random.nextDouble() * 300)),
                  "university", Value.of(random.nextInt(3) == 0))));
    }
    var records = new ArrayList<LineItem>();
    for (int i = random.nextInt(4); i > 0; i--) {
      records.add(
          item(
              number,
              "innovation-records",
              i,
              Map.of(
                  "record", Value.of("R" + number + i),
                  "title", Value.of("第" + i + "项"),
                  "kind", Value.of(RECORDS[random.nextInt(RECORDS.length)]),
                  "level", Value.of(LEVELS[random.nextInt(3)]),
                  "obtainedOn", Value.of(LocalDate.of(2022 + random.nextInt(4), 3, 1)))));
    }
    var certificates = new ArrayList<LineItem>();
    for (int i = random.nextInt(3); i > 0; i--) {
      int from = 2021 + random.nextInt(5);
      certificates.add(
          item(
              number,
              "qualifications",
              i,
              Map.of(
                  "certificate", Value.of("GR" + number + i),
                  "kind", Value.of(CERTIFICATES[random.nextInt(CERTIFICATES.length)]),
                  "validFrom", Value.of(LocalDate.of(from, 11, 1)),
                  "validTo", Value.of(LocalDate.of(from + 3, 10, 31)))));
    }
    return Map.of(
        "technology-contracts", contracts,
        "innovation-records", records,
        "qualifications", certificates);
  }

  private static LineItem item(int number, String dataset, int row, Map<String, Value> values) {
    return new LineItem(YEAR, values, source(number * 3 + row, YEAR, "science/" + dataset));
  }

  private static void amounts(
      Map<String, Fact> facts, int number, int year, String file, Object... pairs) {
    for (int i = 0; i < pairs.length; i += 2) {
      double amount = ((Number) pairs[i + 1]).doubleValue();
      put(facts, number, year, file, (String) pairs[i], Value.of(amount));
    }
  }

  private static void put(
      Map<String, Fact> facts, int number, int year, String file, String field, Value value) {
    facts.put(field, new Fact(value, source(number, year, file)));
  }

  private static Source source(int number, int year, String file) {
    String name = file.substring(file.indexOf('/') + 1);
    return new Source(
        "uploads/%s/%d/%s.csv".formatted(file, year, name), version(file, year), number + 2);
  }

  /** As S3 makes them: 32 characters that no other version has, and nothing can compress. */
  private static String version(String file, int year) {
    var random = new Random(file.hashCode() * 31L + year);
    var version = new StringBuilder();
    for (int i = 0; i < VERSION; i++) {
      version.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return version.toString();
  }

  private static double cents(double amount) {
    return Math.round(amount * 100) / 100.0;
  }
}
