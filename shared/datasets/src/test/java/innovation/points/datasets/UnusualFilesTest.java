package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.csv;
import static innovation.points.datasets.Files.key;
import static innovation.points.datasets.Files.messages;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.sheet.FormatCode;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people do with files that nobody thought of before. */
class UnusualFilesTest {

  @TempDir Path folder;

  private CheckedFile check(UploadKey key, String text) throws IOException {
    return new FileChecker(Catalogue.load()).check(key, csv(folder, text), Known.of(Files.ROSTER));
  }

  @ParameterizedTest
  @ValueSource(strings = {"经营情况（单位-元）", "经营情况-单位_元", "2025年经营情况 单位=元", "经营情况（单位—元）"})
  void fileNamesCannotHaveColonsBeforeTheirUnit(String name) throws IOException {
    CheckedFile file =
        check(
            key("uploads/tax/operations/2025/%s.csv".formatted(name)),
            "uscc,revenue\n" + A + ",15000000\n");

    assertThat(Files.accepted(file).getFirst().values())
        .isEqualTo(Map.of("revenue", Value.of(1500)));
    assertThat(file.reading().map(Reading::sentence)).contains("金额按元（见文件名）读取；表头在第 1 行。");
  }

  @ParameterizedTest
  @CsvSource({
    "数据截至2025年9月30日, HELD",
    "截止日期：2025-06-30, HELD",
    "统计区间：2025年1月1日至2025年11月30日, HELD",
    "2025/1/1-2025/9/30, HELD",
    "数据截至2025年12月31日, ACCEPTED",
    "2025-01-01 至 2025-12-31, ACCEPTED",
    "填报截止2026年3月31日, ACCEPTED",
    "制表日期：2025年12月5日, ACCEPTED"
  })
  void tablesThatEndBeforeTheYearHoldTheFile(String title, CheckedFile.Status status)
      throws IOException {
    CheckedFile file = check(OPERATIONS, title + ",,\n统一社会信用代码,企业名称,营业收入(万元)\n" + A + ",甲公司,1\n");

    assertThat(file.status()).isEqualTo(status);
    if (status == CheckedFile.Status.HELD) {
      assertThat(messages(file.problems()))
          .containsExactly("应为 2025 年全年的数据，这里第 1 行“%s”；请确认是否传错了年度，或改正后再传。".formatted(title));
    }
  }

  @Test
  void sentenceNamesAllUnitsWhereColumnsHaveDifferentOnes() throws IOException {
    CheckedFile file =
        check(OPERATIONS, "统一社会信用代码,营业收入(元),研发费用(千元),净利润\n" + A + ",15000000,3000,1\n");

    assertThat(file.reading().map(Reading::sentence)).contains("金额按各列的单位（元、千元）读取；表头在第 1 行。");
  }

  @Test
  void codesThatStandAmongTheNamesAreSeen() throws IOException {
    CheckedFile file = check(OPERATIONS, "企业名称,统一社会信用代码,营业收入\n" + A + ",甲公司,1\n");

    assertThat(messages(file.problems()))
        .containsExactly(
            "“统一社会信用代码”应为 18 位代码，这里是“甲公司”，代码在“企业名称”里：“%s”；像是两列对调了，请换回后再传。".formatted(A));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "统一社会信用代码,企业名称,指标,金额|一列也没有，“指标”列像是一行一个指标；请改成一行一家企业、一列一个指标后再传。",
        "统一社会信用代码,91350100M000100Y43|一列也没有，像是一列一家企业的表；请转置成一行一家企业后再传。",
        "统一社会信用代码,企业名称,电话|一列也没有。"
      })
  void tablesThatGoTheOtherWayAreTold(String header, String end) throws IOException {
    CheckedFile file = check(OPERATIONS, header + "\n" + A + ",甲,1,1\n");

    assertThat(file.problems().getFirst().message()).endsWith(end);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "12.5-|这样的负号不读取，负数请写成 -12.5。",
        "▲1,200|这样的负号不读取，负数请写成 -1,200。",
        "1.234,56|逗号和点的位置不像千分位和小数点，请去掉逗号、核对后再填。",
        "12,34,567|逗号和点的位置不像千分位和小数点，请去掉逗号、核对后再填。"
      })
  void figuresOfOtherCountriesAndProgramsAreNamed(String cell, String end) throws IOException {
    CheckedFile file = check(OPERATIONS, "uscc,netProfit\n" + A + ",\"" + cell + "\"\n");

    assertThat(file.problems().getFirst().message())
        .isEqualTo("“净利润(万元)”应为数字，这里是“%s”；".formatted(cell) + end);
  }

  @Test
  void momentsOfAnotherZoneAreSaidToBeConverted() throws IOException {
    CheckedFile file =
        check(
            key("uploads/science/enterprises/2025/a.csv"),
            "uscc,registeredOn,industry\n"
                + A
                + ",2018-05-06T16:00:00.000Z,C3464\n"
                + B
                + ",2018-05-06T00:00:00+08:00,C3464\n");

    assertThat(messages(file.warnings()))
        .containsExactly(
            "“成立日期”这里是“2018-05-06T16:00:00.000Z”，是写文件的程序按别的时区换算的，已按 2018-05-07 读取，请核对。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"G/通用格式", "[DBNum1][$-804]G/通用格式"})
  void generalFormatOfChineseEditionsIsPlain(String code) {
    assertThat(FormatCode.of(code).of(1500.5).effect()).isEqualTo(NumberFormat.Effect.PLAIN);
  }
}
