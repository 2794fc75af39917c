package innovation.points.acceptance.samplezone.part;

import static innovation.points.acceptance.samplezone.enterprise.SampleStage.EXPANSION;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.GROWTH;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.MATURE;
import static innovation.points.acceptance.samplezone.enterprise.SampleStage.STARTUP;

import innovation.points.acceptance.samplezone.enterprise.Achievements;
import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import innovation.points.scoring.facts.Value;
import java.util.List;

/** 五(四), the rewards. */
public final class RewardParts {
  private RewardParts() {}

  public static List<Part> parts() {
    return List.of(
        Part.of("reward-high-tech-once", GROWTH, 0.6)
            .then(RewardParts::newlyHighTech)
            .then(e -> SampleItems.certificate(e, "高新技术企业", "2025-12-05", "2028-12-05")),
        Part.of("reward-tech-sme-three-years", STARTUP, 0.6)
            .then(e -> techSme(e, 2023, 2024, 2025)),
        Part.of("reward-tech-sme-with-a-gap", GROWTH, 0.6).then(e -> techSme(e, 2022, 2023, 2025)),
        Part.of("reward-overseas", MATURE, 0.6)
            .then(e -> SampleItems.record(e, "境外研发机构或孵化器", "国家级", "2025-04-22")),
        Part.of("reward-pilot-base", EXPANSION, 0.6)
            .then(e -> SampleItems.record(e, "省中试基地", "省级", "2025-06-26")),
        Part.of("reward-industry-institute", EXPANSION, 0.65)
            .then(e -> SampleItems.record(e, "省产业研究院", "省级", "2025-03-18")),
        Part.of("reward-new-research-institute", GROWTH, 0.65)
            .then(e -> SampleItems.record(e, "省新型研发机构", "省级", "2025-09-12"))
            .then(e -> SampleItems.record(e, "省中试基地", "省级", "2025-09-13")),
        Part.of("reward-contract-cap", EXPANSION, 0.5)
            .then(e -> e.remove(item -> item.dataset().equals("technology-contracts")))
            .then(e -> contracts(e, "技术开发", 500, 1500))
            .then(e -> contracts(e, "技术许可", 3000)),
        Part.of("reward-enterprise-cap", MATURE, 0.6)
            .then(e -> contracts(e, "技术转让", 1200, 1360.5))
            .then(e -> contracts(e, "技术服务", 1080, 990, 640))
            .then(e -> contracts(e, "技术咨询", 1150, 260)),
        Part.of("reward-licences-only", GROWTH, 0.5)
            .then(e -> e.remove(item -> item.dataset().equals("technology-contracts")))
            .then(e -> contracts(e, "技术许可", 420)),
        Part.of("reward-none-when-excluded", GROWTH, 0.5)
            .then(RewardParts::newlyHighTech)
            .then(e -> e.year(2025).set("dishonest", Value.of(true))),
        Part.of("reward-though-incomplete", GROWTH, 0.5)
            .then(RewardParts::newlyHighTech)
            .then(e -> e.year(2025).blank("revenue")),
        Part.of("reward-in-a-branch-park", GROWTH, 0.5)
            .then(RewardParts::newlyHighTech)
            .then(e -> e.park = "东部分园"));
  }

  private static void newlyHighTech(SampleEnterprise e) {
    e.remove(item -> item.is("kind", "高新技术企业"));
    SampleItems.certificate(e, "高新技术企业", "2025-11-20", "2028-11-20");
  }

  private static void techSme(SampleEnterprise e, int... years) {
    e.remove(item -> item.is("kind", "科技型中小企业"));
    for (int year : years) {
      Achievements.techSme(e, year);
    }
  }

  private static void contracts(SampleEnterprise e, String kind, double... amounts) {
    for (double amount : amounts) {
      SampleItems.contract(e, 2025, kind, amount, false);
    }
  }
}
