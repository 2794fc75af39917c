package innovation.points.acceptance.samplezone.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.samplezone.GeneratedZone;
import innovation.points.acceptance.samplezone.SampleZoneTest;
import innovation.points.acceptance.samplezone.enterprise.SampleEnterprise;
import innovation.points.acceptance.samplezone.enterprise.SampleUscc;
import innovation.points.datasets.checking.CheckedFile.Status;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.header.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed files as the intake reads them. */
class SampleZoneReadingTest {

  /** Contract §1: the forms that are detected automatically. */
  @Test
  void everyFormOccurs() throws IOException {
    var readings =
        ReadZone.check(SampleZoneTest.EVENTS).values().stream()
            .flatMap(file -> file.reading().stream())
            .toList();
    assertThat(readings.stream().map(Reading::kind).distinct())
        .containsExactlyInAnyOrder("csv", "xlsx");
    assertThat(readings.stream().map(Reading::encoding).filter(Objects::nonNull).distinct())
        .containsExactlyInAnyOrder("UTF-8", "UTF-8 (BOM)", "UTF-16LE", "GB18030");
    assertThat(readings.stream().map(Reading::separator).filter(Objects::nonNull).distinct())
        .containsExactlyInAnyOrder(",", ";", "\t");
    assertThat(readings.stream().map(Reading::headerRow).distinct())
        .containsExactlyInAnyOrder(1, 2);
  }

  /** Statuses and problems of the files that are not simply accepted. */
  @Test
  void mistakesAndNothingElseAreFound() throws IOException {
    var found = new TreeMap<String, List<String>>();
    ReadZone.check(SampleZoneTest.EVENTS)
        .forEach(
            (key, file) -> {
              var lines = new ArrayList<String>();
              if (file.status() != Status.ACCEPTED) {
                lines.add(file.status().name());
              }
              Stream.concat(file.problems().stream(), file.warnings().stream())
                  .map(SampleZoneReadingTest::line)
                  .sorted()
                  .forEach(lines::add);
              if (!lines.isEmpty()) {
                found.put(key, lines);
              }
            });
    assertThat(found)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry(
                    "uploads/commerce/trade/2025/trade.csv",
                    List.of("not-on-roster 统一社会信用代码 " + SampleUscc.of(900_001))),
                Map.entry(
                    "uploads/emergency/safety/2024/safety-old-form.csv",
                    List.of("REJECTED", "missing-column 发生群体性事件 ")),
                Map.entry(
                    "uploads/emergency/safety/2025/safety.csv",
                    List.of("PARTIAL", "not-a-boolean 发生较大及以上安全生产事故 待核实")),
                Map.entry(
                    "uploads/finance/investment/2025/investment.csv",
                    List.of("name-differs 企业名称 " + role("mistake-another-name").name + "(原名)")),
                Map.entry(
                    "uploads/hr/workforce/2025/half-year.csv", List.of("HELD", "other-year  ")),
                Map.entry(
                    "uploads/hr/workforce/2025/workforce.xlsx",
                    List.of(
                        "PARTIAL",
                        "bad-uscc 统一社会信用代码 "
                            + SampleUscc.mistyped(role("mistake-mistyped-code").uscc),
                        "inconsistent 科技人员数 999",
                        "not-an-integer 年末职工总数 38.5")),
                Map.entry(
                    "uploads/market/credit/2025/credit.xlsx",
                    List.of("PARTIAL", "missing-value 列入严重违法失信企业名单 ")),
                Map.entry(
                    "uploads/market/intellectual-property/2025/intellectual-property.csv",
                    List.of(
                        "PARTIAL",
                        "duplicate-row 统一社会信用代码 " + role("mistake-two-different-rows").uscc,
                        "duplicate-row 统一社会信用代码 " + role("mistake-two-different-rows").uscc)),
                Map.entry(
                    "uploads/science/innovation-records/2025/records.csv",
                    List.of("PARTIAL", "bad-date 取得日期 2025年2月30日")),
                Map.entry(
                    "uploads/science/technology-contracts/2025/contracts.xlsx",
                    List.of("PARTIAL", "not-in-list 合同类型 软件开发")),
                // Figures of earlier years are drawn one by one, and some contradict each other.
                Map.entry(
                    "uploads/tax/operations/2023/operations.csv",
                    List.of("inconsistent-figures 研发费用(万元) 63.18")),
                Map.entry(
                    "uploads/tax/operations/2024/operations.csv",
                    List.of(
                        "PARTIAL",
                        "damaged-uscc 统一社会信用代码 9.14107E+17",
                        "inconsistent-figures 净利润(万元) 12,309.55",
                        "inconsistent-figures 研发费用(万元) 66.49",
                        "inconsistent-figures 研发费用加计扣除所得税减免额(万元) 4.68",
                        "inconsistent-figures 高新技术产品收入(万元) 51.39",
                        "inconsistent-figures 高新技术产品收入(万元) 624.29",
                        "inconsistent-figures 高新技术产品收入(万元) 71,557.01",
                        "negative 研发费用(万元) -35.00")),
                Map.entry(
                    "uploads/tax/operations/2025/operations.csv",
                    List.of("PARTIAL", "not-a-number 营业收入(万元) 约320"))));
  }

  private static SampleEnterprise role(String role) {
    return GeneratedZone.draw().role(role);
  }

  private static String line(FileProblem problem) {
    return "%s %s %s"
        .formatted(
            problem.code().id(),
            Objects.requireNonNullElse(problem.column(), ""),
            Objects.requireNonNullElse(problem.found(), ""));
  }
}
