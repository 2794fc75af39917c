package innovation.points.store.scores;

import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.List;

/**
 * The reference of the benchmark: the same score as a plain loop over columns, the rules of
 * 新开〔2022〕110号 written out by hand, without traces, reasons or any rule that can be changed. It is
 * given its items counted already. For {@link BenchmarkZone} only: nothing is missing there, and no
 * earlier stage is published.
 */
final class PlainLoop {

  private static final int FIGURES = 24;
  private static final int COUNTS = 16;

  private static final double[][] WEIGHTS = {
    {.20, .30, .50}, {.30, .40, .30}, {.35, .45, .20}, {.50, .30, .20}
  };
  private static final double[] GROWTH = {0, 0, 5, .2, 15, .4, 25, .6, 35, .8, 45, 1};
  private static final double[] GROWTH_MATURE = {0, 0, 15, 1};

  private final int size;

  /** By enterprise: figures of the year, then those of the year before. */
  private final double[] figures;

  private final double[] counts;
  private final int[] born;

  private PlainLoop(int size) {
    this.size = size;
    this.figures = new double[size * FIGURES];
    this.counts = new double[size * COUNTS];
    this.born = new int[size];
  }

  static PlainLoop of(List<EnterpriseFacts> pool) {
    var loop = new PlainLoop(pool.size());
    for (int i = 0; i < pool.size(); i++) {
      loop.fill(i, pool.get(i));
    }
    return loop;
  }

  private static final String[] NOW = {
    "revenue",
    "highTechRevenue",
    "rdExpense",
    "rdTaxRelief",
    "netProfit",
    "costs",
    "openingNetAssets",
    "netAssets",
    "totalProfit",
    "staff",
    "techStaff",
    "postgraduates",
    "bachelors",
    "freshGraduates",
    "foreignStaff",
    "inventionApplications",
    "pctApplications",
    "inventionGrants",
    "standards",
    "exports"
  };
  private static final String[] BEFORE = {"revenue", "rdExpense", "staff", "totalProfit"};

  private void fill(int i, EnterpriseFacts facts) {
    int at = i * FIGURES;
    for (String field : NOW) {
      figures[at++] = amount(facts, BenchmarkZone.YEAR, field);
    }
    for (String field : BEFORE) {
      figures[at++] = amount(facts, BenchmarkZone.YEAR - 1, field);
    }
    int c = i * COUNTS;
    counts[c] = amount(facts, BenchmarkZone.YEAR, "ventureCapital");
    counts[c + 1] = amount(facts, BenchmarkZone.YEAR, "holdings");
    boolean abnormal = value(facts, "abnormal").equals(Value.of(true));
    counts[c + 2] = abnormal ? 1 : 0;
    counts[c + 3] = value(facts, "rating").equals(Value.of("警示")) ? 5 : 0;
    double[] sums = new double[2];
    facts.items("technology-contracts").stream()
        .mapToDouble(item -> amount(item, "amount"))
        .sorted()
        .forEach(amount -> sums[0] += amount);
    facts.items("technology-contracts").stream()
        .filter(item -> Value.of(true).equals(item.values().get("university")))
        .mapToDouble(item -> amount(item, "amount"))
        .sorted()
        .forEach(amount -> sums[1] += amount);
    counts[c + 4] = sums[0];
    counts[c + 5] = sums[1];
    for (LineItem record : facts.items("innovation-records")) {
      record(c, text(record, "kind"), text(record, "level"), day(record, "obtainedOn"));
    }
    for (LineItem certificate : facts.items("qualifications")) {
      boolean inForce =
          !day(certificate, "validFrom").isAfter(LocalDate.of(2025, 12, 31))
              && !day(certificate, "validTo").isBefore(LocalDate.of(2025, 12, 31));
      String kind = text(certificate, "kind");
      if (inForce && (kind.equals("高新技术企业") || kind.equals("科技型中小企业"))) {
        counts[c + 13] = 1;
      }
      if (inForce && kind.equals("省级专精特新")) {
        counts[c + 14] = 1;
      }
    }
    LocalDate since = ((Value.Day) value(facts, "registeredOn")).day();
    born[i] = since.getYear();
  }

  private void record(int c, String kind, String level, LocalDate day) {
    boolean window = day.getYear() >= 2024;
    boolean city = level.equals("市级");
    double share = level.equals("国家级") ? 1 : city ? 0.4 : 0.7;
    switch (kind) {
      case "研发或创新平台" -> {
        counts[c + 9]++;
        counts[c + 6] += window && !city ? 1 : 0;
      }
      case "科技奖励" -> counts[c + (city ? 10 : 7)] += window ? 1 : 0;
      case "科技计划项目" -> counts[c + (city ? 11 : 8)] += window ? 1 : 0;
      case "创新创业赛事" -> counts[c + 12] = window ? Math.max(counts[c + 12], share) : counts[c + 12];
      case "人才或团队" -> counts[c + 15] = Math.max(counts[c + 15], share);
      default -> {
        if (day.getYear() == 2025) {
          // Bonus points ride on the sign: levels count once each.
          bonus(c, level);
        }
      }
    }
  }

  private void bonus(int c, String level) {
    int bit = level.equals("国家级") ? 4 : level.equals("省级") ? 2 : 1;
    int known = (int) counts[c + 3] / 16;
    counts[c + 3] += (known & bit) == 0 ? 16 * bit : 0;
  }

  /** Scores one; not a number where it is excluded. The stage goes into {@code stages}. */
  double score(int pooled, byte[] stages, int place) {
    int f = pooled * FIGURES;
    int c = pooled * COUNTS;
    double revenue = figures[f];
    int age = BenchmarkZone.YEAR - born[pooled];
    int stage = stage(revenue, age);
    stages[place] = (byte) stage;
    if (counts[c + 2] != 0) {
      return Double.NaN;
    }
    double[] w = WEIGHTS[stage];
    double total =
        w[0] * technology(f, c, stage) + w[1] * growth(f, stage) + w[2] * auxiliary(f, c, stage);
    int packed = (int) counts[c + 3];
    int bonus = packed / 16;
    total -= packed % 16;
    total += ((bonus & 4) != 0 ? 3 : 0) + ((bonus & 2) != 0 ? 2 : 0) + (bonus & 1);
    total = Math.max(0, total) * decay(f, stage, age);
    return Math.rint(total * 100) / 100;
  }

  private static int stage(double revenue, int age) {
    if (revenue >= 10_000) {
      return 0;
    }
    if (revenue >= 2_000) {
      return 1;
    }
    return age >= 4 ? 2 : 3;
  }

  private double decay(int f, int stage, int age) {
    double factor = stage == 2 ? (age >= 14 ? 0.7 : age >= 9 ? 0.9 : 1) : 1;
    int before = stage(figures[f + 20], age - 1);
    if (stage > before) {
      int steps = stage - before;
      // Younger than four years: growth is not among the stages open to it.
      steps -= stage == 3 && before < 2 && age < 4 ? 1 : 0;
      boolean open = before != 2 || age >= 4;
      if (open && steps > 0) {
        factor *= steps == 1 ? 0.9 : 0.7;
      }
    }
    return factor;
  }

  private double technology(int f, int c, int s) {
    double rd = figures[f + 2];
    return lin(12, rd, 2000, 600, 500, 200, s)
        + 12 * curve(s == 0 ? GROWTH_MATURE : GROWTH, rise(rd, figures[f + 21]))
        + lin(12, figures[f] == 0 ? 0 : rd / figures[f] * 100, 6, 6, 10, 10, s)
        + 10 * techStaff(figures[f + 10] / figures[f + 9] * 100)
        + lin(6, figures[f + 15], 6, 4, 3, 2, s)
        + lin(6, figures[f + 16], 3, 2, 2, 1, s)
        + lin(14, counts[c + 4], 5000, 2000, 1000, 200, s)
        + lin(8, counts[c + 5], 1000, 500, 200, 50, s)
        + 8 * STANDARDS[(int) Math.min(3, figures[f + 18])]
        + lin(12, figures[f + 17], 8, 4, 2, 1, s);
  }

  private static final double[] STANDARDS = {0, .6, .85, 1};
  private static final double[] HIGH_TECH = {0, 0, 6000, .4, 12000, .6, 30000, .8, 60000, 1};
  private static final double[] REVENUE = {0, 0, 10000, .4, 20000, .6, 50000, .8, 100000, 1};

  private double growth(int f, int s) {
    double revenue = figures[f];
    double staff = figures[f + 9];
    double[] rising = s == 0 ? GROWTH_MATURE : GROWTH;
    return (s == 0
            ? 12 * curve(HIGH_TECH, figures[f + 1]) + 12 * curve(REVENUE, revenue)
            : lin(12, figures[f + 1], 0, 6000, 1200, 300, s)
                + lin(12, revenue, 0, 10000, 2000, 500, s))
        + 10 * curve(rising, rise(revenue, figures[f + 20]))
        + 10 * cap(figures[f + 11] / staff * 100 / 15)
        + lin(10, figures[f + 3], 300, 90, 75, 30, s)
        + 10 * cap(figures[f + 4] / ((figures[f + 6] + figures[f + 7]) / 2) * 100 / 10)
        + 10 * cap(rise(staff, figures[f + 22]) / 20)
        + 10 * curve(rising, rise(figures[f + 8], figures[f + 23]))
        + lin(8, figures[f + 19], 2000, 500, 100, 20, s)
        + 8 * cap(figures[f + 12] / staff * 100 / 50);
  }

  private static final double[] TWO = {0, .7, 1};
  private static final double[] FIVE = {0, .4, .6, .8, .9, 1};

  private double auxiliary(int f, int c, int s) {
    return lin(8, figures[f + 13], 30, 10, 5, 2, s)
        + 8 * TWO[(int) Math.min(2, counts[c + 6])]
        + 6 * TWO[(int) Math.min(2, counts[c + 7])]
        + 6 * TWO[(int) Math.min(2, counts[c + 8])]
        + lin(6, counts[c], 8000, 6000, 2000, 500, s)
        + 8 * FIVE[(int) Math.min(5, counts[c + 9])]
        + 3 * TWO[(int) Math.min(2, counts[c + 10])]
        + 3 * TWO[(int) Math.min(2, counts[c + 11])]
        + 8 * counts[c + 13]
        + 7 * counts[c + 12]
        + 7 * counts[c + 15]
        + lin(6, counts[c + 1], 5, 3, 2, 1, s)
        + 8 * counts[c + 14]
        + lin(6, figures[f + 14], 5, 3, 2, 1, s);
  }

  private static double techStaff(double percent) {
    return percent >= 10 ? cap(.2 + (percent - 10) / 20 * .8) : percent / 10 * .2;
  }

  private static double rise(double now, double before) {
    return before <= 0 ? 0 : (now - before) / before * 100;
  }

  private static double cap(double share) {
    return Math.max(0, Math.min(1, share));
  }

  private static double lin(
      double points, double value, double m, double e, double g, double u, int stage) {
    double full =
        switch (stage) {
          case 0 -> m;
          case 1 -> e;
          case 2 -> g;
          default -> u;
        };
    return points * cap(value / full);
  }

  private static double curve(double[] knots, double value) {
    if (value <= 0) {
      return 0;
    }
    for (int i = 2; i < knots.length; i += 2) {
      if (value < knots[i]) {
        double way = (value - knots[i - 2]) / (knots[i] - knots[i - 2]);
        return knots[i - 1] + way * (knots[i + 1] - knots[i - 1]);
      }
    }
    return 1;
  }

  int size() {
    return size;
  }

  private static Value value(EnterpriseFacts facts, String field) {
    var fact = facts.year(BenchmarkZone.YEAR).facts().get(field);
    if (fact == null) {
      throw new IllegalStateException("the zone of the benchmark has every " + field);
    }
    return fact.value();
  }

  private static double amount(EnterpriseFacts facts, int year, String field) {
    var fact = facts.year(year).facts().get(field);
    return fact != null && fact.value() instanceof Value.Amount(double amount)
        ? amount
        : Double.NaN;
  }

  private static double amount(LineItem item, String field) {
    return item.values().get(field) instanceof Value.Amount(double amount) ? amount : Double.NaN;
  }

  private static String text(LineItem item, String field) {
    return item.values().get(field) instanceof Value.Text(String text) ? text : "";
  }

  private static LocalDate day(LineItem item, String field) {
    return item.values().get(field) instanceof Value.Day(LocalDate day) ? day : LocalDate.MAX;
  }
}
