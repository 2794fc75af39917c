package innovation.points.desk.letters;

import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.settings.ZoneProfile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

/** The wording of a reference letter. It contains published data only. */
final class LetterText {

  private LetterText() {}

  static String of(
      Card card,
      Rank rank,
      double total,
      String stage,
      Rulebook rules,
      LocalDate day,
      LocalDate until,
      ZoneProfile zone) {
    return """
    企业创新积分参考函

    企业名称：%s
    统一社会信用代码：%s

    按照%s（%s），该企业 %d 年度企业创新积分评价结果如下：

    企业阶段：%s
    总分：%s
    同阶段排名：第 %d 名（共 %d 家）
    %s
    排名为出具时已公布的名次。总分和企业阶段与已公布的结果一致期间，本函有效，至 %s 止。
    以上为已公布的评价结果，供金融机构等参考，不构成担保或授信意见。
    出具日期：%s
    %s\
    """
        .formatted(
            card.name() == null ? "（名录未载）" : card.name(),
            card.uscc(),
            "《" + rules.document().name() + "》",
            rules.document().number(),
            card.year(),
            stage,
            BigDecimal.valueOf(total).setScale(2, RoundingMode.HALF_EVEN).toPlainString(),
            rank.stage(),
            rank.stageOf(),
            overall(rank),
            until,
            day,
            issuer(zone));
  }

  /** A line of its own; none where the rulebook has no ranks among all. */
  private static String overall(Rank rank) {
    return rank.overall() == null
        ? ""
        : "总排名：第 %d 名（共 %d 家）\n".formatted(rank.overall(), rank.overallOf());
  }

  /** Who signs, where the zone has set it. */
  private static String issuer(ZoneProfile zone) {
    return line("出具单位：", zone.office())
        + line("联系电话：", zone.telephone())
        + line("印章：", zone.seal())
        + line("", zone.footer());
  }

  private static String line(String title, String text) {
    return text.isEmpty() ? "" : title + text + "\n";
  }
}
