package innovation.points.acceptance.samplezone.enterprise;

import static innovation.points.acceptance.samplezone.enterprise.Dice.money;

import innovation.points.scoring.facts.Value;

/**
 * Generates the per-enterprise data of an ordinary enterprise, year by year. Higher quality (0..1)
 * means more research, growth and hiring.
 */
public final class SampleFigures {
  private final Dice dice;
  private final SampleEnterprise of;
  private final SampleStage stage;
  private final double quality;

  private final double intensity;
  private final double highTechShare;
  private final double costShare;
  private final double revenuePerHead;
  private final double techShare;
  private final double bachelorShare;
  private final double postgraduateShare;
  private final boolean exporter;

  private double netAssets;
  private double headcount;

  private SampleFigures(Dice dice, SampleEnterprise of, double quality) {
    this.dice = dice;
    this.of = of;
    this.stage = of.stage;
    this.quality = quality;
    intensity = stage.pick(0.18, 0.082, 0.052, 0.038) * dice.around(0.25 + 1.6 * quality, 0.3);
    highTechShare = Math.clamp(dice.normal(0.1 + 0.8 * quality, 0.15), 0, 1);
    costShare = dice.normal(1.02 - 0.22 * quality, 0.05);
    revenuePerHead = stage.pick(30, 36, 55, 85) * dice.around(1, 0.25);
    techShare = Math.clamp(dice.normal(0.04 + 0.34 * quality, 0.05), 0, 0.8);
    bachelorShare = Math.clamp(dice.normal(0.12 + 0.45 * quality, 0.1), 0.03, 0.9);
    postgraduateShare = Math.clamp(dice.normal(0.45 * quality - 0.03, 0.07), 0, 0.7);
    exporter = dice.chance(0.12 + 0.3 * quality);
    netAssets = stage.pick(150, 500, 2600, 15000) * dice.around(0.5 + quality, 0.4);
  }

  /**
   * Fills the years in which the enterprise exists.
   *
   * @param target revenue of the last year, 万元
   * @param steady keeps revenue within the stage's bounds in every year
   */
  public static void draw(
      Dice dice, SampleEnterprise of, double quality, double target, boolean steady) {
    var figures = new SampleFigures(dice, of, quality);
    double[] revenue = figures.revenues(target, steady);
    figures.headcount = Math.max(4, revenue[0] / figures.revenuePerHead);
    for (int i = 0; i < revenue.length; i++) {
      int year = SampleItems.FIRST_FILE_YEAR + i;
      if (of.registeredOn.getYear() <= year) {
        figures.fill(of.year(year), revenue[i]);
      }
    }
  }

  private double[] revenues(double target, boolean steady) {
    double[] revenue = new double[3];
    revenue[2] = money(target);
    for (int i = 1; i >= 0; i--) {
      double growth = Math.max(-0.45, dice.normal(0.03 + 0.42 * (quality - 0.25), 0.14));
      double before = revenue[i + 1] / (1 + growth);
      if (steady) {
        before =
            Math.clamp(
                before, stage.pick(5, 60, 2050, 10300), stage.pick(1900, 1950, 9700, 1_000_000));
      }
      revenue[i] = money(before);
    }
    return revenue;
  }

  private void fill(SampleEnterprise.Year year, double revenue) {
    operations(year, revenue);
    workforce(year, revenue);
    intellectualProperty(year);
    capital(year);
    year.set("abnormal", Value.of(false)).set("dishonest", Value.of(false));
    year.set("accident", Value.of(false)).set("massIncident", Value.of(false));
    if (of.industry.startsWith("C") && dice.chance(0.9)) {
      year.set("rating", Value.of(dice.chance(0.3) ? "诚信" : "良好"));
    }
  }

  private void operations(SampleEnterprise.Year year, double revenue) {
    double research =
        revenue * intensity * dice.around(1, 0.18) + stage.pick(60 * quality, 0, 0, 0);
    double costs = revenue * Math.max(0.5, dice.normal(costShare, 0.025)) + research * 0.15;
    double profit = revenue - costs;
    double net = profit > 0 ? profit * 0.85 : profit;
    double opening = netAssets;
    netAssets = Math.max(opening * 0.6, opening + net * 0.7) * dice.normal(1.03, 0.03);
    year.set("revenue", money(revenue))
        .set("highTechRevenue", money(revenue * Math.clamp(dice.normal(highTechShare, 0.05), 0, 1)))
        .set("rdExpense", money(research))
        .set(
            "rdTaxRelief",
            money(research * 0.15 * Math.clamp(dice.normal(0.25 + quality, 0.15), 0, 1)))
        .set("netProfit", money(net))
        .set("costs", money(costs))
        .set("openingNetAssets", money(opening))
        .set("netAssets", money(netAssets))
        .set("totalProfit", money(profit));
  }

  private void workforce(SampleEnterprise.Year year, double revenue) {
    // Half of it follows the sales, half is constant.
    headcount = Math.max(4, headcount / 2 + revenue / revenuePerHead * dice.normal(0.5, 0.04));
    double staff = StrictMath.rint(headcount);
    double bachelors = StrictMath.rint(staff * bachelorShare);
    year.set("staff", staff)
        .set("techStaff", StrictMath.rint(staff * techShare))
        .set("bachelors", bachelors)
        .set("postgraduates", StrictMath.rint(bachelors * postgraduateShare))
        .set("freshGraduates", dice.poisson(Math.min(40, staff * 0.12 * quality)))
        .set("foreignStaff", dice.poisson(quality * quality * stage.pick(0.9, 1.4, 2, 4)));
  }

  private void intellectualProperty(SampleEnterprise.Year year) {
    int applications = dice.poisson(quality * stage.pick(2.2, 3.4, 5, 8));
    int pct = dice.poisson(quality * quality * stage.pick(0.8, 1.2, 1.6, 2.8));
    int grants = dice.poisson(quality * stage.pick(1.1, 2, 3.6, 7));
    int standards = dice.poisson(quality * quality * stage.pick(0.5, 0.8, 1.4, 2.8));
    // The office lists those that have some, and occasionally one that has none.
    if (applications + pct + grants + standards > 0 || dice.chance(0.1)) {
      year.set("inventionApplications", applications)
          .set("pctApplications", pct)
          .set("inventionGrants", grants)
          .set("standards", standards);
    }
  }

  private void capital(SampleEnterprise.Year year) {
    if (exporter) {
      year.set("exports", money(dice.around(stage.pick(12, 60, 280, 1300), 0.8)));
    }
    double raised =
        dice.chance(stage.pick(0.7, 0.5, 0.4, 0.25) * quality * quality)
            ? Math.rint(dice.around(stage.pick(320, 1000, 2600, 4500), 0.6))
            : 0;
    int holdings = dice.poisson(quality * stage.pick(0.5, 1.1, 2, 4.5));
    if (raised + holdings > 0) {
      year.set("ventureCapital", raised).set("holdings", holdings);
    }
  }
}
