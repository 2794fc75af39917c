package innovation.points.acceptance.samplezone.part;

import static innovation.points.acceptance.samplezone.enterprise.SampleStage.EXPANSION;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.GROWTH;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.MATURE;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.STARTUP;

import innovation.points.acceptance.samplezone.enterprise.Dice;
import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import java.util.List;

/** 表 2 and 表 6: full marks, no marks, missing figures and bases that are not positive. */
public final class FigureParts {
  private FigureParts() {}

  public static List<Part> parts() {
    return List.of(
        Part.of("star-startup", STARTUP, 0.9).revenue(900).then(e -> star(e, 1)),
        Part.of("star-growth", GROWTH, 0.9).revenue(1900).then(e -> star(e, 5)),
        Part.of("star-expansion", EXPANSION, 0.88).revenue(8600).then(e -> star(e, 20)),
        Part.of("star-mature", MATURE, 0.9).revenue(96000).then(e -> star(e, 60)),
        Part.of("dormant", GROWTH, 0.05).revenue(150).then(FigureParts::dormant),
        Part.of("base-first-full-year", STARTUP, 0.5)
            .registered("2024-11-12")
            .then(
                e ->
                    e.year(2024)
                        .set("revenue", 0)
                        .set("rdExpense", 0)
                        .set("staff", 0)
                        .set("techStaff", 0)
                        .set("bachelors", 0)
                        .set("postgraduates", 0)
                        .set("totalProfit", -8.6)),
        Part.of("base-nobody-employed", STARTUP, 0.3)
            .then(
                e ->
                    e.year(2025)
                        .set("staff", 0)
                        .set("techStaff", 0)
                        .set("bachelors", 0)
                        .set("postgraduates", 0)
                        .set("freshGraduates", 0)
                        .set("foreignStaff", 0)),
        Part.of("base-nothing-spent", STARTUP, 0.3)
            .then(
                e ->
                    e.year(2025)
                        .set("revenue", 0)
                        .set("highTechRevenue", 0)
                        .set("rdExpense", 0)
                        .set("rdTaxRelief", 0)
                        .set("costs", 0)
                        .set("netProfit", 0)
                        .set("totalProfit", 0)),
        Part.of("research-before-revenue", STARTUP, 0.7)
            .then(
                e ->
                    e.year(2025)
                        .set("revenue", 0)
                        .set("highTechRevenue", 0)
                        .set("rdExpense", 120)
                        .set("costs", 260)
                        .set("netProfit", -260)
                        .set("totalProfit", -260)),
        Part.of("base-loss-turned-to-profit", GROWTH, 0.5)
            .then(
                e -> {
                  e.year(2024).set("totalProfit", -52.4).set("netProfit", -52.4);
                  e.year(2025).set("totalProfit", 101.2).set("netProfit", 86.02);
                }),
        Part.of("base-negative-net-assets", GROWTH, 0.35)
            .then(e -> e.year(2025).set("openingNetAssets", -120).set("netAssets", -84.5)),
        Part.of("opening-net-assets-from-the-year-before", GROWTH, 0.6)
            .then(e -> e.year(2025).blank("openingNetAssets")),
        Part.of("opening-net-assets-unknown", GROWTH, 0.6)
            .then(
                e -> {
                  e.year(2024).blank("netAssets");
                  e.year(2025).blank("openingNetAssets");
                }),
        Part.of("missing-scattered-blanks", EXPANSION, 0.6)
            .then(
                e -> {
                  e.year(2025).set("exports", 1).blank("exports", "rdExpense", "highTechRevenue");
                  e.year(2025).set("holdings", 1).set("ventureCapital", 1);
                  e.year(2025).blank("ventureCapital", "holdings");
                  e.year(2025)
                      .set("standards", 1)
                      .blank("inventionApplications", "pctApplications");
                  e.year(2025).blank("inventionGrants", "standards", "rdTaxRelief", "netProfit");
                }),
        Part.of("missing-low-coverage", STARTUP, 0.6)
            .then(
                e -> {
                  e.year(2025).blank("rdExpense", "rdTaxRelief", "highTechRevenue");
                  e.year(2025).absent("workforce");
                }),
        Part.of("tie-first", GROWTH, 0.58),
        Part.of("tie-second", GROWTH, 0.58),
        Part.of("tie-third", GROWTH, 0.58));
  }

  /**
   * Strong figures in every indicator, at the size of its stage; {@code scale} multiplies exports.
   */
  private static void star(SampleEnterprise e, int scale) {
    var before = e.year(2024);
    var year = e.year(2025);
    for (String field : List.of("rdExpense", "totalProfit", "revenue")) {
      before.set(field, Dice.money(year.get(field) / 1.48));
    }
    double research = Math.max(year.get("rdExpense"), e.stage.pick(230, 520, 640, 2300));
    double profit = Math.max(year.get("totalProfit"), year.get("revenue") * 0.14);
    year.set("rdExpense", research)
        .set("rdTaxRelief", Dice.money(research * 0.15))
        .set("highTechRevenue", Dice.money(year.get("revenue") * 0.92))
        .set("totalProfit", Dice.money(profit))
        .set("netProfit", Dice.money(profit * 0.85))
        .set("openingNetAssets", Dice.money(profit * 3))
        .set("netAssets", Dice.money(profit * 4));
    before
        .set("rdExpense", Dice.money(research / 1.48))
        .set("totalProfit", Dice.money(profit / 1.48));
    double staff = Math.max(20, StrictMath.rint(year.get("staff")));
    before.set("staff", StrictMath.rint(staff / 1.3)).set("techStaff", 5);
    before.set("bachelors", 6).set("postgraduates", 2);
    year.set("staff", staff)
        .set("techStaff", StrictMath.rint(staff * 0.36))
        .set("bachelors", StrictMath.rint(staff * 0.62))
        .set("postgraduates", StrictMath.rint(staff * 0.21))
        .set("freshGraduates", e.stage.pick(3, 6, 12, 34))
        .set("foreignStaff", e.stage.pick(1, 2, 4, 6));
    year.set("inventionApplications", e.stage.pick(3, 4, 6, 9))
        .set("pctApplications", e.stage.pick(1, 2, 3, 4))
        .set("inventionGrants", e.stage.pick(1, 2, 5, 9))
        .set("standards", 3)
        .set("exports", scale * 34.5)
        .set("ventureCapital", e.stage.pick(600, 2000, 6000, 8000))
        .set("holdings", e.stage.pick(1, 2, 3, 6));
    SampleItems.contract(e, 2025, "技术开发", e.stage.pick(260, 1100, 2200, 5400), true);
    starRecords(e);
    humble(e, year);
  }

  /** Even the best lack one indicator, each a different one. */
  private static void humble(SampleEnterprise e, SampleEnterprise.Year year) {
    switch (e.stage) {
      case STARTUP -> {
        year.set("exports", 6.4).set("standards", 1).set("holdings", 0);
        e.remove(item -> item.is("kind", "上市企业") || item.is("kind", "省级专精特新"));
        e.remove(item -> item.is("kind", "科技奖励") && item.is("level", "省级"));
      }
      case GROWTH -> {
        year.set("pctApplications", 1).set("ventureCapital", 300).set("foreignStaff", 0);
        e.remove(item -> item.is("kind", "上市企业") || item.is("kind", "科技计划项目"));
      }
      case EXPANSION -> {
        year.set("freshGraduates", 5).set("exports", 120.75).set("inventionApplications", 2);
        e.remove(item -> item.is("kind", "科技奖励") || item.is("kind", "创新创业赛事"));
      }
      case MATURE -> {
        year.set("standards", 1).set("ventureCapital", 0).set("pctApplications", 0);
        e.remove(item -> item.is("kind", "创新创业赛事") || item.is("kind", "人才或团队"));
        e.remove(item -> item.is("kind", "科技奖励") && item.is("level", "省级"));
      }
    }
  }

  private static void starRecords(SampleEnterprise e) {
    for (int i = 1; i <= 5; i++) {
      SampleItems.platform(e, i < 3 ? "省级" : "市级", "202%d-0%d-15".formatted(i < 3 ? 5 : 4, i));
    }
    for (String level : List.of("省级", "省级", "市级", "市级")) {
      SampleItems.record(e, "科技奖励", level, "2025-05-30");
      SampleItems.record(e, "科技计划项目", level, "2024-08-12");
    }
    SampleItems.record(e, "创新创业赛事", "国家级", "2025-10-11");
    SampleItems.record(e, "人才或团队", "国家级", "2024-03-03");
    e.remove(item -> item.dataset().equals("qualifications"));
    SampleItems.certificate(e, "高新技术企业", "2023-12-08", "2026-12-08");
    SampleItems.certificate(e, "省级专精特新", "2024-06-06", "2027-06-06");
    SampleItems.openEnded(e, "上市企业", "2024-09-19");
  }

  private static void dormant(SampleEnterprise e) {
    for (int year = 2023; year <= 2025; year++) {
      e.year(year)
          .set("rdExpense", 0)
          .set("rdTaxRelief", 0)
          .set("highTechRevenue", 0)
          .set("techStaff", 0)
          .set("bachelors", 0)
          .set("postgraduates", 0)
          .set("freshGraduates", 0)
          .set("foreignStaff", 0)
          .set("netProfit", -12.5)
          .set("totalProfit", -12.5)
          .absent("trade", "investment", "intellectual-property");
    }
    e.items().clear();
  }
}
