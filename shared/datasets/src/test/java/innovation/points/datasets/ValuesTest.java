package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.cell.Entry;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cell becomes, by the type of its column (contract §1, Values). */
class ValuesTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/cases/values.csv",
      delimiter = '|',
      numLinesToSkip = 2,
      ignoreLeadingAndTrailingWhitespace = false,
      quoteCharacter = '\0',
      emptyValue = "",
      nullValues = "(never)")
  void cellBecomes(String column, String cell, String expected) {
    String text = cell == null ? "" : cell; // the reader gives null for nothing between two bars
    Field field = field(column);
    assertThat(shown(field, new CellReader(false).read(field, new SheetCell.Text(text))))
        .isEqualTo(expected);
  }

  private static Field field(String title) {
    return Catalogue.load().datasets().stream()
        .flatMap(dataset -> dataset.fields().stream())
        .filter(field -> field.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static String shown(Field field, Entry entry) {
    return switch (entry) {
      case Entry.Missing missing -> field.required() ? "missing-value" : "blank";
      case Entry.Repaired(Value value, String what) -> "repaired " + what;
      case Entry.Bad(ProblemCode code, String message) -> code.id();
      case Entry.Good(Value value) ->
          switch (value) {
            case Value.Amount(double amount) -> Double.toString(amount).replace("E", "e");
            case Value.Day(java.time.LocalDate day) -> day.toString();
            case Value.Flag(boolean flag) -> Boolean.toString(flag);
            case Value.Text(String text) -> text;
          };
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          营业收入(万元) | abc | “营业收入(万元)”应为数字，这里是“abc”；请只填一个数字，没有数据请留空。
          营业收入(万元) | 1200,5 | “营业收入(万元)”应为数字，这里是“1200,5”；逗号不作小数点读取，小数点请写成“.”，如 1200.5。
          营业收入(万元) | 一百二十万 | “营业收入(万元)”应为数字，这里是“一百二十万”；汉字数字不读取，请按列的单位写成阿拉伯数字。
          营业收入(万元) | ¥1,234.50 | “营业收入(万元)”应为数字，这里是“¥1,234.50”；“¥”一般表示元，列的单位是万元，分不清是哪一种，请换算后只留数字。
          营业收入(万元) | 120万 | “营业收入(万元)”应为数字，这里是“120万”；单元格里的单位不能换算，请按列的单位换算后只留数字。
          营业收入(万元) | -1 | “营业收入(万元)”不应小于 0，这里是“-1”；请核对后改正。
          年末职工总数 | x | “年末职工总数”应为整数，这里是“x”；请只填一个数字，没有数据请留空。
          年末职工总数 | 1.5 | “年末职工总数”应为整数，这里是“1.5”；请核对后改为整数。
          年末职工总数 | 9007199254740993 | “年末职工总数”应为整数，这里是“9007199254740993”；数字超过 15 位，存下来会与填的不同，请核对后改正。
          营业收入(万元) | 12345678901234567.89 | “营业收入(万元)”应为数字，这里是“12345678901234567.89”；数字超过 15 位，存下来会与填的不同，请核对后改正。
          净利润(万元) | -1e300 | “净利润(万元)”应为数字，这里是“-1e300”；数字超过 15 位，存下来会与填的不同，请核对后改正。
          营业收入(万元) | Err:510 | “营业收入(万元)”应为数字，这里是“Err:510”；公式出错，请粘贴为数值。
          成立日期 | 2025.13 | “成立日期”应为日期，如 2025-01-31，这里是“2025.13”；请按“年-月-日”写全后再传。
          列入经营异常名录 | 有 | “列入经营异常名录”应为“是”或“否”，这里是“有”；请改为“是”或“否”。
          级别 | 国家一级 | “级别”应为下列之一：国家级、省级、市级；这里是“国家一级”，请改为其中一项。您是否指“国家级”？
          级别 | 区县 | “级别”应为下列之一：国家级、省级、市级；这里是“区县”，请改为其中一项。
          资质 | 国家级“小巨人” | “资质”应为下列之一：高新技术企业、科技型中小企业、专精特新小巨人、省级专精特新、制造业单项冠军、创新龙头企业、上市企业、新三板挂牌；这里是“国家级“小巨人””，请改为其中一项。
          行业代码 | 3464 | “行业代码”应为 GB/T 4754-2017 行业代码：门类字母加数字，如 C3464，这里是“3464”；请核对后改正。
          名称 | 锟斤拷 | “名称”的内容已丢失：文字在以前另存时已损坏，这里是“锟斤拷”；请重新填写。
          统一社会信用代码 | 91350100M000100Y44 | “统一社会信用代码”的校验位不对：前 17 位对应的末位应为“3”，即“91350100M000100Y43”，这里是“91350100M000100Y44”；请核对整个代码。
          统一社会信用代码 | 9135O1OOM000100Y43 | “统一社会信用代码”不用字母 I、O、S、V、Z，这里是“9135O1OOM000100Y43”。您是否指“91350100M000100Y43”？
          统一社会信用代码 | 91350100M000100Y4Z | “统一社会信用代码”不用字母 I、O、S、V、Z，这里是“91350100M000100Y4Z”；请核对后改正。
          统一社会信用代码 | 9135010?M000100Y43 | “统一社会信用代码”应只有数字和大写字母，这里是“9135010?M000100Y43”；请核对后改正。
          统一社会信用代码 | 91350100M000100 | “统一社会信用代码”应为 18 位代码，这里是 15 位的“91350100M000100”；请核对后改正。
          统一社会信用代码 | 410700000012345 | “统一社会信用代码”应为 18 位代码，这里是 15 位的“410700000012345”，像是旧的营业执照注册号；请换成 18 位代码。
          合同编号 | 2025410700000125/2025410700000126 | “合同编号”一格应只填一个编号，这里是“2025410700000125/2025410700000126”；请拆成几行，一行一个编号，各填自己的数。
          统一社会信用代码 | 合计 | “统一社会信用代码”应为 18 位代码，这里是“合计”；合计行请删去。
          统一社会信用代码 | 9.1411E+17 | “统一社会信用代码”被表格软件当成数字改成了“9.1411E+17”，后几位已丢失，无法还原；请先把该列设为文本格式，再重新填写 18 位代码。
          """)
  void messageSaysWhatWasExpectedAndFound(String column, String cell, String message) {
    assertThat(new CellReader(false).read(field(column), new SheetCell.Text(cell)))
        .isInstanceOfSatisfying(
            Entry.Bad.class, bad -> assertThat(bad.message()).isEqualTo(message));
  }

  @Test
  void figuresAreExactlyThoseOfTheirDigits() {
    Random random = new Random(7);
    for (int i = 0; i < 200_000; i++) {
      String digits = Long.toString(random.nextLong(1, 1_000_000_000_000_000L));
      int point = random.nextInt(digits.length());
      String text =
          point == 0 ? digits : digits.substring(0, point) + "." + digits.substring(point);
      assertThat(CellText.number(text)).hasValue(Double.parseDouble(text));
    }
  }
}
