package innovation.points.acceptance.samplezone.enterprise;

import static innovation.points.acceptance.samplezone.enterprise.Dice.money;

import java.time.LocalDate;
import java.util.List;

/** Draws the contracts, records and certificates of an ordinary enterprise. */
public final class Achievements {
  private static final int LAST = SampleItems.LAST_FILE_YEAR;
  private static final List<String> CONTRACTS =
      List.of("技术开发", "技术开发", "技术服务", "技术服务", "技术咨询", "技术转让", "技术许可");

  private final Dice dice;
  private final SampleEnterprise of;
  private final double quality;
  private final SampleStage stage;

  private Achievements(Dice dice, SampleEnterprise of, double quality) {
    this.dice = dice;
    this.of = of;
    this.stage = of.stage;
    this.quality = quality;
  }

  public static void draw(Dice dice, SampleEnterprise of, double quality) {
    var achievements = new Achievements(dice, of, quality);
    achievements.contracts();
    achievements.records();
    achievements.certificates();
  }

  private void contracts() {
    // In 2023 the contract register was not connected yet.
    for (int year = SampleItems.FIRST_FILE_YEAR + 1; year <= LAST; year++) {
      int count = of.registeredOn.getYear() > year ? 0 : dice.poisson(2.4 * quality);
      for (int i = 0; i < count; i++) {
        double amount = money(dice.around(stage.pick(70, 240, 560, 1500), 0.8));
        SampleItems.contract(of, year, dice.of(CONTRACTS), amount, dice.chance(0.25));
      }
    }
  }

  private void records() {
    // Better enterprises have more of it.
    double drive = quality * quality;
    draw("研发或创新平台", 2017, drive * stage.pick(0.5, 0.42, 0.5, 0.7), 0.34, 0.05);
    draw("科技奖励", 2022, drive * stage.pick(0.4, 0.55, 0.7, 1.2), 0.45, 0.05);
    draw("科技计划项目", 2022, drive * stage.pick(0.7, 0.8, 1, 1.5), 0.45, 0.06);
    draw("创新创业赛事", 2022, drive * stage.pick(1, 0.7, 0.4, 0.25), 0.4, 0.12);
    draw("人才或团队", 2018, drive * stage.pick(0.5, 0.3, 0.3, 0.4), 0.35, 0.1);
    draw("重大科技项目", 2023, drive * stage.pick(0.04, 0.06, 0.12, 0.25), 0.4, 0.1);
  }

  private void draw(String kind, int since, double perYear, double provincial, double national) {
    for (int year = Math.max(since, of.registeredOn.getYear() + 1); year <= LAST; year++) {
      for (int count = dice.poisson(perYear); count > 0; count--) {
        double level = dice.between(0, 1);
        SampleItems.record(
            of,
            kind,
            level < national ? "国家级" : level < national + provincial ? "省级" : "市级",
            dice.day(year, year).toString());
      }
    }
  }

  private void certificates() {
    if (dice.chance(0.2 + 0.7 * quality)) {
      highTech();
    }
    if (stage != SampleStage.MATURE) {
      for (int year = Math.max(2022, of.registeredOn.getYear() + 1); year <= LAST; year++) {
        if (dice.chance(0.3 + 0.5 * quality)) {
          techSme(of, year);
        }
      }
    }
    once("省级专精特新", quality * stage.pick(0.1, 0.45, 0.9, 0.9), 3);
    once("专精特新小巨人", quality * stage.pick(0, 0.06, 0.25, 0.5), 3);
    once("创新龙头企业", quality * stage.pick(0, 0, 0.03, 0.3), 3);
    once("制造业单项冠军", quality * stage.pick(0, 0, 0.02, 0.2), 3);
    if (dice.chance(quality * stage.pick(0, 0.02, 0.1, 0.15))) {
      SampleItems.openEnded(of, "新三板挂牌", listed(2017, 2023));
    }
    if (dice.chance(quality * stage.pick(0, 0, 0.08, 0.5))) {
      SampleItems.openEnded(of, "上市企业", listed(2012, 2024));
    }
  }

  /** No enterprise is listed in its first two years. */
  private String listed(int from, int to) {
    int first = Math.max(from, of.registeredOn.getYear() + 3);
    return dice.day(first, Math.max(first, to)).toString();
  }

  /** Three years each, renewed in the month it runs out. */
  private void highTech() {
    LocalDate from = dice.day(2020, 2022).withMonth(11);
    if (from.isBefore(of.registeredOn.plusYears(1))) {
      from = of.registeredOn.plusYears(1).plusMonths(dice.poisson(6));
    }
    for (; from.getYear() <= LAST; from = from.plusYears(3).plusDays(1)) {
      SampleItems.certificate(of, "高新技术企业", from.toString(), from.plusYears(3).toString());
    }
  }

  /** 评价入库 of one year, good until its end. */
  public static String techSme(SampleEnterprise of, int year) {
    return SampleItems.certificate(of, "科技型中小企业", year + "-06-20", year + "-12-31");
  }

  private void once(String kind, double probability, int years) {
    if (dice.chance(probability)) {
      LocalDate from = dice.day(Math.max(2021, of.registeredOn.getYear() + 1), 2025);
      SampleItems.certificate(of, kind, from.toString(), from.plusYears(years).toString());
    }
  }
}
