package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Notes;
import innovation.points.scoring.rulebook.Basis;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.web.time.OfficialTime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;

/** 附：口径说明. */
final class NotesSection {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日 HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日");

  private NotesSection() {}

  static Notes of(ReportTerms terms) {
    Rulebook rulebook = terms.rulebook();
    LocalDate reference = rulebook.dates().referenceDay().atYear(terms.year());
    var text = new ArrayList<String>();
    text.add(
        "依据：%s；评价规则 %s（%s），摘要 SHA-256 %s。"
            .formatted(
                Analysis.document(rulebook), rulebook.id(), rulebook.title(), rulebook.digest()));
    text.add(
        "数据版本 %s，计算时间 %s（北京时间），数据基准日 %s%s。"
            .formatted(
                terms.generation(),
                MINUTE.format(terms.computedAt().atZone(OfficialTime.ZONE)),
                DAY.format(reference),
                cited(rulebook.dates().referenceBasis())));
    if (terms.before() != null) {
      text.add(
          "上年数据为 %d 年度已公布的结果，数据版本 %s。"
              .formatted(terms.before().year(), terms.before().generation()));
    }
    text.add("评价对象为当年企业名录所列企业%s。".formatted(cited(rulebook.roster().basis())));
    text.add(
        "已评分企业中，有值指标的加权分值占比不低于 %d/%d 的参与排名并公布%s。平均值、四分位和得分率均按参与排名的企业计算，保留两位小数，四舍六入五成双。"
            .formatted(
                rulebook.coverage().thresholdPart(),
                rulebook.coverage().thresholdWhole(),
                cited(rulebook.coverage().basis())));
    text.add("下四分位、中位数、上四分位：总分由低到高排列后位于 25%、50%、75% 处的值，两值之间按直线内插。");
    text.add("得分率：指标平均得分与该指标满分之比。有值率：参与排名企业有数据的指标个数占全部指标个数的比例。");
    text.add("阶段、行业大类（GB/T 4754-2017）和主导产业以企业名录及当年数据为准；名录未填的列为“未填”。");
    text.add("本报告只写出两年都参与排名的企业名称，内容不超出其公开积分；没有公开积分的企业不分原因，合计为一个数；不足 3 家的，不公布。");
    return new Notes(text);
  }

  private static String cited(Basis basis) {
    return basis.cite() == null ? "" : "（" + basis.cite() + "）";
  }
}
