package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.csv;
import static innovation.points.datasets.Files.key;
import static innovation.points.datasets.Files.messages;
import static innovation.points.datasets.Files.places;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.checking.YearBefore;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only the whole file shows, and figures that are unlike each other or the year before. */
class SuspicionTest {

  private static final String HEADER = "统一社会信用代码,企业名称,营业收入(万元),净利润(万元)\n";

  private static final List<String> CODES =
      IntStream.range(0, 6)
          .mapToObj(i -> "91410700MA000900" + i)
          .map(code -> code + Uscc.check(code + "0"))
          .toList();

  @TempDir Path folder;

  private CheckedFile check(UploadKey key, String text, Roster roster, YearBefore before) {
    try {
      return new FileChecker(Catalogue.load())
          .check(key, csv(folder, text), new Known(roster, before));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String rows(double revenue, int shift) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < CODES.size(); i++) {
      int named = (i + shift) % CODES.size();
      text.append("%s,公司%d号,%s,%d\n".formatted(CODES.get(i), named, revenue, i));
    }
    return text.toString();
  }

  private static Roster roster() {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < CODES.size(); i++) {
      names.put(CODES.get(i), "公司" + i + "号");
    }
    return Roster.of(names);
  }

  @ParameterizedTest
  @CsvSource({"500, 0.05, 一万倍", "0.05, 500, 万分之一", "300000, 100, 一万倍"})
  void unitUnlikeTheYearBeforeHoldsTheFile(double now, double last, String times) {
    CheckedFile file = check(OPERATIONS, rows(now, 0), roster(), uscc -> Map.of("revenue", last));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.HELD);
    assertThat(file.accepted()).isZero();
    assertThat(Files.accepted(file)).isEmpty();
    assertThat(messages(file.problems()))
        .containsExactly("能与 2024 年比较的 6 行里，有 6 行的金额约为上年的" + times + "，像是单位不同；请确认金额的单位，或改正后再传。");
  }

  @ParameterizedTest
  @CsvSource({"500, 500", "500, 0.5", "500, 0.0001", "500, 0"})
  void figuresLikeTheYearBeforeOrBeyondAnyUnitDoNot(double now, double last) {
    CheckedFile file = check(OPERATIONS, rows(now, 0), roster(), uscc -> Map.of("revenue", last));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
  }

  @Test
  void oneRowInAnotherUnitIsNamedWhereNothingElseIsKnownOfIt() {
    String text = rows(50, 0).replace("公司3号,50.0,3", "公司3号,800000.0,120000");

    CheckedFile file = check(OPERATIONS, text, roster(), YearBefore.NONE);

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(messages(file.warnings()))
        .containsExactly("第 5 行的金额都是本文件其他行一般数额的三千倍以上，像是单位不同（如以元填写）；请核对单位和小数点。");
    assertThat(file.ofFile()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"公司3号/800000.0/3", "公司3号/100000.0/120000", "公司3号/9000.0/900"})
  void rowsOfWhichOneAmountIsUsualOrThatAreMerelyLargeAreNot(String row) {
    String text = rows(50, 0).replace("公司3号,50.0,3", row.replace('/', ','));

    assertThat(check(OPERATIONS, text, roster(), YearBefore.NONE).warnings()).isEmpty();
  }

  @Test
  void largeRowThatIsLikeItsYearBeforeIsUsual() {
    String text = rows(50, 0).replace("公司3号,50.0,3", "公司3号,800000.0,120000");

    CheckedFile file =
        check(OPERATIONS, text, roster(), code -> last(code, 3, Map.of("revenue", 700000.0)));

    assertThat(file.warnings()).isEmpty();
  }

  private static Map<String, Double> last(String code, int of, Map<String, Double> figures) {
    return code.equals(CODES.get(of)) ? figures : Map.of();
  }

  @Test
  void fourRowsAreTooFewToHoldAFile() {
    Map<String, Map<String, Double>> known = new HashMap<>();
    CODES.subList(0, 4).forEach(code -> known.put(code, Map.of("revenue", 0.05)));

    CheckedFile file =
        check(OPERATIONS, rows(500, 0), roster(), uscc -> known.getOrDefault(uscc, Map.of()));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(messages(file.warnings()).getFirst())
        .isEqualTo("“营业收入(万元)”是上年的 10000 倍：这里是 500，上年是 0.05；请核对单位和小数点。");
  }

  @Test
  void namesThatSlippedHoldTheFile() {
    CheckedFile file = check(OPERATIONS, rows(500, 1), roster(), YearBefore.NONE);

    assertThat(file.status()).isEqualTo(CheckedFile.Status.HELD);
    assertThat(places(file.problems())).containsExactly("names-shifted null null");
    assertThat(messages(file.problems()))
        .containsExactly("能与 2025 年企业名录比较的 6 行里，有 6 行的企业名称不是该代码的企业，像是代码和名称错了位；请核对排序后再传。");
  }

  @Test
  void shortNamesAreNoOtherNames() {
    String text = rows(500, 0).replace("号,", ",");

    assertThat(check(OPERATIONS, text, roster(), YearBefore.NONE).status())
        .isEqualTo(CheckedFile.Status.ACCEPTED);
  }

  @Test
  void fileOfAnotherDatasetIsHeldAndTheRightOneNamed() {
    CheckedFile file =
        check(
            OPERATIONS,
            "统一社会信用代码,企业名称,年末职工总数,科技人员数\n" + A + ",甲公司,10,2\n",
            Files.ROSTER,
            YearBefore.NONE);

    assertThat(file.status()).isEqualTo(CheckedFile.Status.HELD);
    assertThat(messages(file.problems()))
        .containsExactly("应为“经营情况”的数据，这里的列是“人员情况”的；请确认是否传错了数据集，是的话请改传到“人员情况”。");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "营业收入,高新技术产品收入|100,300|inconsistent-figures|“高新技术产品收入(万元)”一般不超过“营业收入(万元)”，这里是 300 和"
            + " 100；请核对这两个数。",
        "研发费用,成本费用支出总额|50,40|inconsistent-figures|“研发费用(万元)”一般不超过“成本费用支出总额(万元)”，这里是 50 和"
            + " 40；请核对这两个数。",
        "研发费用加计扣除所得税减免额,研发费用|60,50|inconsistent-figures|“研发费用加计扣除所得税减免额(万元)”一般不超过“研发费用(万元)”，这里是 60"
            + " 和 50；请核对这两个数。",
        "净利润,利润总额|900,99|inconsistent-figures|“净利润(万元)”一般不超过“利润总额(万元)”，这里是 900 和 99；请核对这两个数。",
        "净利润,利润总额|105,100||",
        "营业收入,净利润|12185000,1|implausible|“营业收入(万元)”这里是 12185000，超出一般企业的范围（1000000 以内）；请核对单位和小数点。",
        "年初净资产,净利润|100,1|inconsistent-figures|“年初净资产(万元)”应与上年的“年末净资产(万元)”一致，这里是 100，上年是 200；请核对。",
        "年初净资产,净利润|200.3,1||",
        "成本费用支出总额,净利润|5,1|unlike-last-year|“成本费用支出总额(万元)”是上年的 12.0 分之一：这里是 5，上年是 60；请核对单位和小数点。",
        "成本费用支出总额,净利润|7,1||"
      })
  void figuresThatDoNotAgreeAreWarnedOf(String header, String cells, String code, String message) {
    CheckedFile file =
        check(
            OPERATIONS,
            "统一社会信用代码," + header.replace(",", "(万元),") + "(万元)\n" + A + "," + cells + "\n",
            Files.ROSTER,
            uscc -> Map.of("netAssets", 200.0, "costs", 60.0));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    if (code == null) { // an empty cell of the table
      assertThat(file.warnings()).isEmpty();
    } else {
      assertThat(messages(file.warnings())).containsExactly(message);
      assertThat(file.warnings().getFirst().code()).extracting(ProblemCode::id).isEqualTo(code);
    }
  }

  @Test
  void staffOfAMillionIsWarnedOf() {
    CheckedFile file =
        check(
            key("uploads/hr/workforce/2025/a.csv"),
            "统一社会信用代码,年末职工总数,科技人员数\n" + A + ",1000000,20\n",
            Files.ROSTER,
            YearBefore.NONE);

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(places(file.warnings())).containsExactly("implausible 2 B");
    assertThat(messages(file.warnings()))
        .containsExactly("“年末职工总数”这里是 1000000，超出一般企业的范围（50000 以内）；请核对单位和小数点。");
  }

  @Test
  void theSameContractInAnotherSpellingIsTheSame() {
    CheckedFile file = contracts("0012345", "12345", "12-345", "ht-7", "ＨＴ7", "777");

    assertThat(places(file.problems()))
        .containsExactly(
            "duplicate-row 2 B", "duplicate-row 3 B", "duplicate-row 5 B", "duplicate-row 6 B");
    assertThat(messages(file.problems()).getFirst())
        .isEqualTo(
            "“统一社会信用代码”和“合同编号”在一个文件里应只出现一次，这里共 2 行相同（另见第 3 行），都没有采用；请只留正确的一行。"
                + "编号只差大小写、全角半角、前导零或与字母之间的连接符的，是同一个编号。");
    assertThat(places(file.warnings())).containsExactly("same-contract-twice 4 B");
    assertThat(messages(file.warnings()))
        .containsExactly("“合同编号”与第 2、3 行只差数字之间的连接符，按不同的编号分别计入；如是同一项，请只留一行。");
  }

  private CheckedFile contracts(String... numbers) {
    return check(
        key("uploads/science/technology-contracts/2025/a.csv"),
        "统一社会信用代码,合同编号,合同类型,成交额(万元),对方为高校院所\n"
            + Stream.of(numbers).map((A + ",%s,技术开发,1,否\n")::formatted).collect(joining()),
        Files.ROSTER,
        YearBefore.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "tax/operations, 'uscc,revenue', 60000, “营业收入(万元)”这里是 60000，与“人员情况”里的“年末职工总数” 10 不相称；请核对这两个数。",
    "tax/operations, 'uscc,revenue', 40000,",
    "finance/investment, 'uscc,ventureCapital', 200000,"
        + " “获得风险投资金额(万元)”这里是 200000，与“人员情况”里的“年末职工总数” 10 不相称；请核对这两个数。",
    "finance/investment, 'uscc,ventureCapital', 900,"
  })
  void amountsOutOfProportionToTheStaffAreDoubted(
      String dataset, String header, String amount, String message) throws IOException {
    Known known = new Known(Files.ROSTER, YearBefore.NONE, (other, uscc) -> Map.of("staff", 10.0));

    CheckedFile file =
        new FileChecker(Catalogue.load())
            .check(
                key("uploads/" + dataset + "/2025/a.csv"),
                csv(folder, header + "\n" + A + "," + amount + "\n"),
                known);

    assertThat(messages(file.warnings())).isEqualTo(message == null ? List.of() : List.of(message));
  }

  @Test
  void figuresUnlikeThoseOfAnotherDatasetAreDoubted() throws IOException {
    Known known =
        new Known(
            Roster.NONE,
            YearBefore.NONE,
            (dataset, uscc) ->
                dataset.equals("operations")
                    ? Map.of("revenue", 7000.0)
                    : Map.of("techStaff", 0.0));
    FileChecker checker = new FileChecker(Catalogue.load());
    UploadKey trade = key("uploads/commerce/trade/2025/a.csv");

    CheckedFile usual = checker.check(trade, csv(folder, "uscc,exports\n" + A + ",1000\n"), known);
    CheckedFile much = checker.check(trade, csv(folder, "uscc,exports\n" + A + ",3000\n"), known);
    CheckedFile alone =
        checker.check(OPERATIONS, csv(folder, "uscc,rdExpense\n" + A + ",90\n"), known);

    assertThat(places(usual.warnings())).containsExactly("not-on-roster null null");
    assertThat(messages(much.warnings()))
        .contains("“出口总额(万美元)”这里是 3000，与“经营情况”里的“营业收入(万元)” 7000 不相称；请核对这两个数。");
    assertThat(messages(alone.warnings()))
        .contains("“研发费用(万元)”这里是 90，与“人员情况”里的“科技人员数” 0 不相称；请核对这两个数。");
  }
}
