package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.check;
import static innovation.points.datasets.Files.csv;
import static innovation.points.datasets.Files.messages;
import static innovation.points.datasets.Files.places;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.Reading.Match;
import innovation.points.scoring.facts.Value;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Encodings, separators and headers (contract §1, Files). */
class ReadingTest {

  private static final String HEADER = "统一社会信用代码,企业名称,营业收入(万元)\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "GB18030, GB18030",
    "GBK, GB18030",
    "UTF-16, UTF-16BE",
    "x-UTF-16LE-BOM, UTF-16LE"
  })
  void encodingIsFoundOut(String charset, String found) {
    CheckedFile file =
        check(OPERATIONS, csv(folder, HEADER + A + ",甲公司,1\n", Charset.forName(charset)));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(file.warnings()).isEmpty();
    assertThat(file.reading().orElseThrow().encoding()).isEqualTo(found);
    assertThat(Files.accepted(file).getFirst().values())
        .containsEntry("name", Value.of("甲公司"))
        .containsEntry("revenue", Value.of(1));
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstColumn() {
    CheckedFile file = check(OPERATIONS, csv(folder, "\uFEFF" + HEADER + A + ",甲公司,1\n"));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(file.reading().orElseThrow().encoding()).isEqualTo("UTF-8 (BOM)");
  }

  @Test
  void euroSignOfWindowsGbkIsRead() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + A + ",甲公司").getBytes(Charset.forName("GBK")));
    bytes.write(0x80);
    bytes.writeBytes(",1\n".getBytes(StandardCharsets.US_ASCII));

    CheckedFile file = check(OPERATIONS, Files.bytes(folder, bytes.toByteArray()));

    assertThat(file.reading().orElseThrow().encoding()).isEqualTo("GBK");
    assertThat(Files.accepted(file).getFirst().values()).containsEntry("name", Value.of("甲公司€"));
  }

  @Test
  void charactersOnTheEdgeOfTheReadBufferAreNotSplit() {
    String filler = ("#" + "汉".repeat(997) + ",a\n").repeat(70);

    CheckedFile file = check(OPERATIONS, csv(folder, HEADER + A + ",甲公司,1\n" + filler));

    assertThat(file.rows()).isEqualTo(71);
    assertThat(file.accepted()).isEqualTo(1);
    assertThat(file.reading().orElseThrow().encoding()).isEqualTo("UTF-8");
  }

  @Test
  void manyBrokenBytesAreNamedWithTheFirstLine() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + A + ",甲公司,1\n").getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 60; i++) {
      bytes.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFF, '\n'});
    }

    CheckedFile file = check(OPERATIONS, Files.bytes(folder, bytes.toByteArray()));

    assertThat(places(file.problems())).containsExactly("unreadable null null");
    assertThat(messages(file.problems()))
        .containsExactly(
            "文件的文字编码已损坏：按 UTF-8 和 GB18030/GBK 都读不通，第 3 行起有无法识别的字节；"
                + "请用表格软件重新另存为“CSV UTF-8”或 xlsx 后再传。");
  }

  @Test
  void brokenByteLosesItsOwnRowOnly() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((HEADER + A + ",甲").getBytes(StandardCharsets.UTF_8));
    bytes.write(0xFF);
    bytes.writeBytes((",1\n" + B + ",乙公司,2\n").getBytes(StandardCharsets.UTF_8));

    CheckedFile file = check(OPERATIONS, Files.bytes(folder, bytes.toByteArray()));

    assertThat(messages(file.problems()))
        .containsExactly("“企业名称”的内容已丢失：文字在以前另存时已损坏，这里是“甲\uFFFD”；请重新填写。");
    assertThat(Files.accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"缁熶竴绀句細淇＄敤浠ｇ爜", "Í³Ò»Éç»áÐÅÓÃ´úÂë", "锟斤拷锟斤拷", "\uFFFD\uFFFD\uFFFD", "????????"})
  void garbledHeaderIsNamedAsEncodingDamage(String garbled) {
    CheckedFile file = check(OPERATIONS, csv(folder, garbled + ",x\n" + A + ",1\n"));

    assertThat(places(file.problems())).containsExactly("unreadable null null");
    assertThat(messages(file.problems()))
        .containsExactly("文件里的汉字在以前另存时已损坏（显示为乱码），无法还原；请从原始表格重新另存为“CSV UTF-8”或 xlsx 后再传。");
  }

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t"})
  void separatorIsFoundOut(String separator) {
    String text = (HEADER + A + ",甲公司,1\n").replace(",", separator);

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(file.reading().orElseThrow().separator()).isEqualTo(separator);
  }

  @Test
  void separatorHintOfExcelIsNoRow() {
    CheckedFile file =
        check(OPERATIONS, csv(folder, "sep=;\n" + (HEADER + A + ",甲公司,x\n").replace(',', ';')));

    assertThat(places(file.problems())).containsExactly("not-a-number 2 C");
  }

  @Test
  void quotedCellsMayHoldSeparatorsQuotesAndLineBreaks() {
    String text = HEADER + A + ",\"甲\"\"公\n司,\"\"\",\"1,234.5\"\n" + B + ",乙公司,x\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text), Roster.NONE);

    assertThat(places(file.problems())).containsExactly("not-a-number 3 C");
    assertThat(Files.accepted(file).getFirst().values())
        .containsEntry("name", Value.of("甲\"公 司,\""))
        .containsEntry("revenue", Value.of(1234.5));
  }

  @Test
  void unpairedQuoteInTheHeaderMakesTheFileUnreadable() {
    CheckedFile file = check(OPERATIONS, csv(folder, "统一社会信用代码,\"甲,营业收入(万元)\n1,2\n"));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.REJECTED);
    assertThat(places(file.problems())).containsExactly("unreadable null null");
    assertThat(messages(file.problems())).containsExactly("表头（第 1 行）的引号没有成对，分不清各列；请去掉多余的引号后再传。");
  }

  @ParameterizedTest
  @ValueSource(strings = {",\"甲\"公司,1\n", ",\"甲公司,1\n", ",甲公司\",1\n", ",\"甲公司,1\n\n\n"})
  void unpairedQuoteSpoilsItsOwnRowOnly(String row) {
    CheckedFile file = check(OPERATIONS, csv(folder, HEADER + A + row + B + ",乙公司,2\n"));

    assertThat(places(file.problems())).containsExactly("row-shape 2 null");
    assertThat(messages(file.problems())).containsExactly("这一行的引号没有成对，分不清各列的内容，没有采用；请去掉多余的引号后再传。");
    assertThat(Files.accepted(file)).extracting(AcceptedRow::uscc).containsExactly(B);
    assertThat(Files.accepted(file).getFirst().values()).containsEntry("revenue", Value.of(2));
  }

  @Test
  void rowsAfterAnUnpairedQuoteAreTakenAgainFromTheFirstThatHasACode() {
    String text = HEADER + A + ",\"甲公司,1\n续行,3\n" + B + ",乙公司,2\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(places(file.problems())).containsExactly("row-shape 2 null", "row-shape 3 null");
    assertThat(messages(file.problems()).getLast())
        .isEqualTo("前面一行的引号没有成对，这一行的内容可能错位，没有采用；请去掉多余的引号后再传。");
    assertThat(Files.accepted(file)).extracting(AcceptedRow::row).containsExactly(4);
  }

  @Test
  void titleRowsAboveTheHeaderAndBlankRowsCountAsRows() {
    String text = "2025 年度经营情况\n\n" + HEADER + A + ",甲公司,x\n,,\n\n" + B + ",乙公司,2\n,,\n,,\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.rows()).isEqualTo(2);
    assertThat(file.reading().orElseThrow().headerRow()).isEqualTo(3);
    assertThat(places(file.problems())).containsExactly("not-a-number 4 C");
    assertThat(Files.accepted(file).getFirst().row()).isEqualTo(7);
  }

  @Test
  void headerOfTwoRowsIsReadAsOne() {
    String text = "统一社会信用代码,企业名称,人员情况,,\n,,年末职工总数,科技人员数,本科以上学历人员数\n" + A + ",甲公司,10,2,5\n";

    CheckedFile file = check(Files.key("uploads/hr/workforce/2025/a.csv"), csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(Files.accepted(file).getFirst().row()).isEqualTo(3);
    assertThat(Files.accepted(file).getFirst().values()).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "营业收入(万元)|EXACT",
        "revenue|EXACT",
        "营业收入（万元）|NORMALIZED",
        "营业收入|NORMALIZED",
        "*营业收入（ 万元 ）|NORMALIZED",
        "营业收入(万元)（必填）|NORMALIZED",
        "营业收入（单位：万元）|NORMALIZED",
        "营业收入（人民币万元）|NORMALIZED",
        "营业收入万元|NORMALIZED",
        "REVENUE|NORMALIZED",
        "营 业 收 入|NORMALIZED",
        "营业总收入（万元）|SYNONYM"
      })
  void headerIsRecognised(String header, Match match) {
    CheckedFile file = check(OPERATIONS, csv(folder, "统一社会信用代码," + header + "\n" + A + ",7\n"));

    assertThat(messages(file.problems())).isEmpty();
    assertThat(file.warnings()).isEmpty();
    assertThat(file.reading().orElseThrow().columns().getLast())
        .isEqualTo(
            new Reading.Column(
                "B", header, "revenue", match, header.contains("万") ? "万元" : null, 1));
    assertThat(Files.accepted(file).getFirst().values()).containsEntry("revenue", Value.of(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "营业收入(元)|70000|元|0.0001",
        "营业收入元|70000|元|0.0001",
        "营业收入（千元）|70|千元|0.1",
        "营业收入（百万元）|0.07|百万元|100",
        "营业收入（亿元）|0.0007|亿元|10000",
        "营业收入(十万元)|0.7|十万元|10",
        "营业收入（元/年）|70000|元|0.0001",
        "营业收入(元，保留两位小数)|70000.00|元|0.0001"
      })
  void figuresInAnotherKnownUnitAreConverted(
      String header, String cell, String unit, String factor) {
    CheckedFile file =
        check(OPERATIONS, csv(folder, "统一社会信用代码,净利润," + header + "\n" + A + ",1," + cell + "\n"));

    assertThat(messages(file.warnings()))
        .containsExactly("C 列“" + header + "”按" + unit + "（见列名）读取，已换算为万元（×" + factor + "）。");
    assertThat(Files.accepted(file).getFirst().values())
        .containsEntry("netProfit", Value.of(1))
        .containsEntry("revenue", Value.of(7));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "营业收入(万美元)|“营业收入(万元)”应以万元为单位，列名注明的“万美元”不能换算；请换算后改列名。",
        "营业收入（亿）|“营业收入(万元)”应以万元为单位，列名注明的“亿”不能换算；请换算后改列名。",
        "营业收入(欧元)|“营业收入(万元)”应以万元为单位，列名注明的“欧元”不能换算；请换算后改列名。",
        "营业收入(%)|“营业收入(万元)”应以万元为单位，列名注明的“%”不能换算；请换算后改列名。",
        "营业收入（上年）|“营业收入(万元)”应为 2025 年全年的数，列名注明“上年”。",
        "营业收入2024年|“营业收入(万元)”应为 2025 年全年的数，列名注明“2024年”。",
        "营业收入(1-6月)|“营业收入(万元)”应为 2025 年全年的数，列名注明“1-6月”。",
        "营业收入（预计）|列名注明“预计”，与“营业收入(万元)”不是同一个量；如就是这一列，请把列名改为“营业收入(万元)”。",
        "营业收入同比增长|列名注明“同比增长”，与“营业收入(万元)”不是同一个量；如就是这一列，请把列名改为“营业收入(万元)”。",
        "营业收入(含税)|不能确定列名里的“含税”是否改变了“营业收入(万元)”的含义；如就是这一列，请把列名改为“营业收入(万元)”。"
      })
  void figuresOfAnotherQuantityAreNotTaken(String header, String why) {
    CheckedFile file =
        check(OPERATIONS, csv(folder, "统一社会信用代码,净利润," + header + "\n" + A + ",1,7\n"));

    assertThat(messages(file.warnings())).containsExactly("C 列“" + header + "”没有读取：" + why);
    assertThat(places(file.warnings())).containsExactly("column-not-read 1 C");
    assertThat(Files.accepted(file).getFirst().values()).containsOnlyKeys("netProfit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "经营情况（单位：元）",
        "单位：元",
        "经营情况表 金额：元",
        "2025 年经营情况（元）",
        "单位：人民币元、人",
        "单位:元 填报日期:2026年1月5日"
      })
  void unitDeclaredAboveTheTableCounts(String title) {
    String text = title + "\n统一社会信用代码,营业收入,净利润(万元)\n" + A + ",70000,1\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(messages(file.warnings()))
        .containsExactly(
            "B 列“营业收入”按元（见第 1 行）读取，已换算为万元（×0.0001）。",
            "第 1 行和列名注明的单位应一致，第 1 行注明“元”，列名（C 列）注明“万元”；已按列名的“万元”读取，请核对金额的单位，改成一致后再传。");
    assertThat(Files.accepted(file).getFirst().values())
        .containsEntry("netProfit", Value.of(1))
        .containsEntry("revenue", Value.of(7));
  }

  @Test
  void orderOfColumnsIsFreeAndUnknownOnesAreWarnedOf() {
    String text = "指标,营业收人(万元),净利润(万元),统一社会信用代码,研发费(万元)\nx,1,2," + A + ",3\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(messages(file.warnings()))
        .containsExactly(
            "A 列“指标”不是“经营情况”的列，没有读取。",
            "B 列“营业收人(万元)”不是“经营情况”的列，没有读取。您是否指“营业收入(万元)”？",
            "E 列“研发费(万元)”不是“经营情况”的列，没有读取。您是否指“研发费用(万元)”？");
    assertThat(Files.accepted(file).getFirst().values()).containsOnlyKeys("netProfit");
  }

  @Test
  void synonymGivesWayToTheProperName() {
    String text = "统一社会信用代码,单位名称,企业名称,营业收入\n" + A + ",另一个,甲公司,1\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(messages(file.warnings())).containsExactly("B 列“单位名称”没有读取：“企业名称”已取自 C 列。");
    assertThat(Files.accepted(file).getFirst().values()).containsEntry("name", Value.of("甲公司"));
  }

  @Test
  void twoColumnsOfOneFieldRejectTheFile() {
    String text = "统一社会信用代码,营业收入(万元),revenue\n" + A + ",1,2\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.REJECTED);
    assertThat(places(file.problems())).containsExactly("duplicate-column 1 C");
    assertThat(messages(file.problems()))
        .containsExactly("“营业收入(万元)”应只有一列，这里有 2 列：B 列“营业收入(万元)”、C 列“revenue”；请只留一列。");
    assertThat(Files.accepted(file)).isEmpty();
  }

  @Test
  void missingColumnsAreAllNamedTogetherWithBadRows() {
    String text = "统一社会信用代码,成立日\n" + A + ",2020-01-01\n1,2020-01-01\n";

    CheckedFile file =
        check(Files.key("uploads/science/enterprises/2025/a.csv"), csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.REJECTED);
    assertThat(file.accepted()).isZero();
    assertThat(file.rejected()).isEqualTo(2);
    assertThat(messages(file.problems()))
        .containsExactly(
            "缺少必需的列“成立日期”。B 列“成立日”是否就是这一列？是的话请改列名。",
            "缺少必需的列“行业代码”。",
            "除统一社会信用代码和企业名称外，至少应有下列一列：成立日期、行业代码、主导产业、所属园区、所属网格、纳入依据；这里一列也没有。",
            "“统一社会信用代码”应为 18 位代码，这里是 1 位的“1”；请核对后改正。");
  }

  @Test
  void fileWithoutAnyFigureIsNoDelivery() {
    CheckedFile file =
        check(
            Files.key("uploads/commerce/trade/2025/a.csv"),
            csv(folder, "统一社会信用代码,企业名称\n" + A + ",甲公司\n"));

    assertThat(messages(file.problems()))
        .containsExactly("除统一社会信用代码和企业名称外，至少应有下列一列：出口总额(万美元)；这里一列也没有。");
    assertThat(places(file.problems())).containsExactly("missing-column 1 null");
  }

  @Test
  void fileWithoutAHeaderSaysWhichColumnsItNeeds() {
    CheckedFile file =
        check(Files.key("uploads/ecology/environment/2025/a.csv"), csv(folder, A + ",甲公司,良好\n"));

    assertThat(messages(file.problems()))
        .containsExactly("前 30 行里没有找到“环境信用”的表头；表头应有必需的列：统一社会信用代码、环境信用等级；请按模板补上表头后再传。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "统一社会信用代码,营业收入\n", "统一社会信用代码,营业收入\n,\n \n"})
  void fileWithoutRowsIsEmpty(String text) {
    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.REJECTED);
    assertThat(places(file.problems())).containsExactly("empty null null");
  }

  @Test
  void columnsOfAReportAreIgnored() {
    String text = "统一社会信用代码,营业收入,校验结果,问题说明,原行号\n" + A + ",1,有误,x,2\n";

    CheckedFile file = check(OPERATIONS, csv(folder, text));

    assertThat(file.warnings()).isEmpty();
    assertThat(file.reading().orElseThrow().columns())
        .extracting(Reading.Column::match)
        .isEqualTo(
            List.of(Match.EXACT, Match.NORMALIZED, Match.REPORT, Match.REPORT, Match.REPORT));
  }
}
