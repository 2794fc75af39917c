package innovation.points.acceptance.samplezone.part;

import static innovation.points.acceptance.samplezone.enterprise.SampleStage.EXPANSION;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.GROWTH;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.MATURE;

import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import innovation.points.scoring.facts.Value;
import java.util.List;

/** 表 3, the negative list. */
public final class NegativeParts {
  private static final Value YES = Value.of(true);

  private NegativeParts() {}

  public static List<Part> parts() {
    return List.of(
        Part.of("excluded-abnormal", GROWTH, 0.5).then(e -> e.year(2025).set("abnormal", YES)),
        Part.of("excluded-dishonest", EXPANSION, 0.4).then(e -> e.year(2025).set("dishonest", YES)),
        Part.of("excluded-environment", GROWTH, 0.5)
            .then(e -> e.year(2025).set("rating", Value.of("不良"))),
        Part.of("excluded-accident", MATURE, 0.6).then(e -> e.year(2025).set("accident", YES)),
        Part.of("excluded-mass-incident", EXPANSION, 0.5)
            .then(e -> e.year(2025).set("massIncident", YES)),
        Part.of("excluded-for-everything", GROWTH, 0.3)
            .then(
                e ->
                    e.year(2025)
                        .set("abnormal", YES)
                        .set("rating", Value.of("不良"))
                        .set("accident", YES)),
        Part.of("excluded-without-stage", GROWTH, 0.3)
            .then(e -> e.year(2025).set("abnormal", YES).blank("revenue")),
        Part.of("excluded-in-2024-only", GROWTH, 0.5).then(e -> e.year(2024).set("abnormal", YES)),
        Part.of("environment-warning", EXPANSION, 0.6)
            .then(e -> e.year(2025).set("rating", Value.of("警示"))),
        Part.of("unreported", GROWTH, 0.5)
            .then(e -> e.year(2025).absent("credit", "environment", "safety")),
        Part.of("high-tech-lapsed", GROWTH, 0.5).then(e -> lapse(e, "高新技术企业", true)),
        Part.of("tech-sme-lapsed", GROWTH, 0.45).then(e -> lapse(e, "科技型中小企业", true)),
        Part.of("high-tech-out-of-scope", GROWTH, 0.4).then(e -> lapse(e, "高新技术企业", false)),
        Part.of("high-tech-lapsed-and-restored", GROWTH, 0.6)
            .then(
                e -> {
                  lapse(e, "高新技术企业", true);
                  SampleItems.certificate(e, "高新技术企业", "2025-10-28", "2028-10-28");
                }),
        Part.of("platform-revoked-national", MATURE, 0.6).then(e -> revoke(e, "国家级")),
        Part.of("platform-revoked-provincial", EXPANSION, 0.55).then(e -> revoke(e, "省级")),
        Part.of("platform-revoked-municipal", GROWTH, 0.6).then(e -> revoke(e, "市级")),
        Part.of("platform-revoked-every-level", EXPANSION, 0.6)
            .then(e -> List.of("国家级", "省级", "市级").forEach(level -> revoke(e, level))),
        Part.of("platform-revoked-twice-at-a-level", EXPANSION, 0.5)
            .then(
                e -> {
                  revoke(e, "省级");
                  revoke(e, "省级");
                }),
        Part.of("platform-revoked-and-restored", EXPANSION, 0.6)
            .then(e -> SampleItems.restore(e, revoke(e, "省级"), "2025-08-20")),
        Part.of("deductions-eat-the-score", GROWTH, 0.05).revenue(180).then(NegativeParts::ruin));
  }

  /** A certificate that expired in 2024 without renewal; the file of that year gives the reason. */
  private static void lapse(SampleEnterprise e, String kind, boolean failed) {
    e.remove(item -> item.is("kind", kind));
    SampleItems.lapsed(
        e, SampleItems.certificate(e, kind, "2021-11-25", "2024-11-25"), 2024, failed);
  }

  private static String revoke(SampleEnterprise e, String level) {
    String number = SampleItems.platform(e, level, "2019-12-06");
    SampleItems.revoke(e, number, "2024-05-17");
    return number;
  }

  /** Rules, worked example 5: the deductions exceed the score, which does not fall below 0. */
  private static void ruin(SampleEnterprise e) {
    e.items().clear();
    for (int year = 2023; year <= 2025; year++) {
      e.year(year)
          .set("rdExpense", 0)
          .set("rdTaxRelief", 0)
          .set("highTechRevenue", 0)
          .set("netProfit", -30)
          .set("totalProfit", -30)
          .set("freshGraduates", 0)
          .absent("trade", "investment", "intellectual-property");
    }
    e.year(2025).set("rating", Value.of("警示"));
    lapse(e, "高新技术企业", true);
    lapse(e, "科技型中小企业", true);
    List.of("国家级", "省级", "市级").forEach(level -> revoke(e, level));
  }
}
