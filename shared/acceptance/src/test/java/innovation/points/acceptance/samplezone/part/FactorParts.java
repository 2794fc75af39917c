package innovation.points.acceptance.samplezone.part;

import static innovation.points.acceptance.samplezone.enterprise.SampleStage.EXPANSION;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.GROWTH;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.MATURE;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.STARTUP;

import innovation.points.acceptance.samplezone.enterprise.Dice;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import innovation.points.acceptance.samplezone.enterprise.SampleStage;
import java.util.List;
import java.util.stream.IntStream;

/** 表 5, the bonus for major projects, and 表 4, the decay factors with the stages they rest on. */
public final class FactorParts {
  private static final String MAJOR = "重大科技项目";

  private FactorParts() {}

  public static List<Part> bonus() {
    return List.of(
        major("bonus-national", MATURE, "国家级", "2025-03-14"),
        major("bonus-provincial", EXPANSION, "省级", "2025-06-27"),
        major("bonus-municipal", GROWTH, "市级", "2025-12-31"),
        major("bonus-of-last-year", GROWTH, "省级", "2024-12-31"),
        major("bonus-every-level", EXPANSION, "国家级", "2025-02-02")
            .then(
                e -> {
                  SampleItems.record(e, MAJOR, "省级", "2025-07-07");
                  SampleItems.record(e, MAJOR, "省级", "2025-07-08");
                  SampleItems.record(e, MAJOR, "市级", "2025-09-09");
                }));
  }

  private static Part major(String role, SampleStage stage, String level, String day) {
    return Part.of(role, stage, 0.65).then(e -> SampleItems.record(e, MAJOR, level, day));
  }

  public static List<Part> decay() {
    return List.of(
        Part.of("growth-stay-nine-years", GROWTH, 0.55).registered("2016-12-31"),
        Part.of("growth-stay-a-day-short-of-nine", GROWTH, 0.55).registered("2017-01-01"),
        Part.of("growth-stay-fourteen-years", GROWTH, 0.55).registered("2011-12-31"),
        Part.of("expansion-stay-five-years", EXPANSION, 0.55)
            .then(e -> SampleItems.history(e, EXPANSION, 2020, 2021, 2022))
            .then(e -> SampleItems.history(e, GROWTH, 2018, 2019)),
        Part.of("expansion-stay-four-years", EXPANSION, 0.55)
            .then(e -> SampleItems.history(e, EXPANSION, 2021, 2022))
            .then(e -> SampleItems.history(e, GROWTH, 2020)),
        Part.of("expansion-stay-ten-years", EXPANSION, 0.5)
            .registered("2008-08-08")
            .then(
                e ->
                    SampleItems.history(e, EXPANSION, IntStream.rangeClosed(2015, 2022).toArray())),
        Part.of("expansion-stay-over-a-gap", EXPANSION, 0.5)
            .then(e -> SampleItems.history(e, EXPANSION, 2017, 2018, 2022)),
        Part.of("expansion-stay-broken", EXPANSION, 0.5)
            .then(e -> SampleItems.history(e, EXPANSION, 2017, 2018, 2019, 2022))
            .then(e -> SampleItems.history(e, GROWTH, 2020, 2021)),
        falling("downgrade-one-step", 0.5, 4200, 3100, 1650).registered("2019-03-01"),
        falling("downgrade-two-steps-at-once", 0.5, 15200, 11800, 1720).registered("2018-03-01"),
        falling("downgrade-two-years-running", 0.5, 13900, 5200, 1840).registered("2013-06-01"),
        falling("downgrade-the-year-before", 0.5, 4100, 1780, 1750).registered("2019-05-01"),
        falling("downgrade-past-a-closed-stage", 0.6, 2300, 2600, 1500).registered("2022-03-01"),
        Part.of("downgrade-from-a-closed-stage", STARTUP, 0.5)
            .registered("2022-06-01")
            .then(e -> e.joins(2025))
            .then(e -> SampleItems.historyIn(e, 2025, GROWTH, 2024)),
        Part.of("downgrade-from-stage-history", GROWTH, 0.5)
            .then(e -> e.joins(2025))
            .then(e -> SampleItems.historyIn(e, 2025, EXPANSION, 2024)),
        Part.of("downgrade-in-2023", GROWTH, 0.5)
            .then(e -> SampleItems.history(e, MATURE, 2021))
            .then(e -> SampleItems.history(e, EXPANSION, 2022)));
  }

  /** An enterprise with falling sales and costs. */
  private static Part falling(String role, double quality, double... revenue) {
    return Part.of(role, GROWTH, quality)
        .then(
            e -> {
              for (int i = 0; i < revenue.length; i++) {
                var year = e.year(2023 + i);
                double profit = Dice.money(revenue[i] * 0.05);
                year.set("revenue", revenue[i])
                    .set("highTechRevenue", Dice.money(revenue[i] * 0.55))
                    .set("costs", Dice.money(revenue[i] * 0.95))
                    .set("rdExpense", Dice.money(revenue[i] * 0.055))
                    .set("totalProfit", profit)
                    .set("netProfit", Dice.money(profit * 0.85));
              }
            });
  }
}
