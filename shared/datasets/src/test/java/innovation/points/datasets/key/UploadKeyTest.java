package innovation.points.datasets.key;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.Files;
import innovation.points.datasets.problem.ProblemCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of the bucket (contract §1). */
class UploadKeyTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uploads/tax/operations/2025/a.csv",
        "uploads/tax/operations/2025/2025年 经营情况（终稿）.XLSX",
        "uploads/tax/operations/2000/a.b.Csv",
        "uploads/tax/operations/2025/a.xls",
        "uploads/tax/operations/2025/经营情况⚠\uFE0F.csv",
        "uploads/tax/operations/2025/2025..csv",
        "uploads/tax/operations/2025/经营情况",
        "uploads/science/qualifications/2100/资质-1_2.xlsx",
        "uploads/public/intellectual-property/2025/crawl.csv",
        "uploads/enterprise/workforce/2025/91410700J514A8YWFT.csv",
      })
  void goodKeysAreTakenApartAndPutTogether(String key) {
    assertThat(UploadKey.parse(key))
        .isInstanceOfSatisfying(UploadKey.class, good -> assertThat(good.key()).isEqualTo(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "uploads",
        "reports/tax/operations/2025/a.csv",
        "uploads/tax/operations/2025/a/b.csv",
        "uploads/tax/operations/2025/",
        "uploads/tax/operations/2025/..%2Fa.csv/..csv",
        "uploads/tax/operations/2025/..",
        "uploads/tax/operations/2025/.",
        "uploads/tax/operations/2025/ ",
        "uploads/tax/operations/2025/a\u0000.csv",
        "uploads/tax/operations/2025/a\n.csv",
        "uploads/tax/operations/2025/a\u202Evsc.csv",
        "uploads/tax/operations/2025/a\u200B.csv",
        "uploads/tax/operations/2025/a\uE000.csv",
        "uploads/tax/operations/2025/a\uD800.csv",
        "uploads/tax/operations/1999/a.csv",
        "uploads/tax/operations/2101/a.csv",
        "uploads/tax/operations/25/a.csv",
        "uploads/tax/operations/２０２５/a.csv",
        "uploads/tax/nothing/2025/a.csv",
        "uploads/nobody/operations/2025/a.csv",
        "uploads/Tax/operations/2025/a.csv",
        "uploads/enterprise/operations/2025/a.csv",
        "uploads/enterprise/operations/2025/91410700J514A8YWFT.xlsx",
        "uploads/enterprise/operations/2025/91410700j514a8ywft.csv",
        "uploads/enterprise/operations/2025/91410700J514A8YWFX.csv",
      })
  void badKeysAreRefused(String key) {
    assertThat(UploadKey.parse(key))
        .isInstanceOfSatisfying(
            BadKey.class, bad -> assertThat(bad.problem().code()).isEqualTo(ProblemCode.BAD_KEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          uploads/tax/trade/2025/a.csv           | “进出口”只能由商务局（commerce）上传，这里是税务局（tax）。
          uploads/public/trade/2025/a.csv        | “进出口”只能由商务局（commerce）上传，这里是 public。
          uploads/hr/operations/2025/a.csv       | “经营情况”只能由税务局（tax）、public 或 enterprise 上传，这里是人力资源和社会保障局（hr）。
          uploads/public/benefits-taken/2025/a.csv | “支持享受情况”只能由各部门上传，这里是 public。
          uploads/enterprise/credit/2025/91410700J514A8YWFT.csv | “企业征信”只能由市场监督管理局（market）上传，这里是 enterprise。
          """)
  void datasetOfAnotherOwnerIsNotOwned(String key, String message) {
    assertThat(UploadKey.parse(key))
        .isInstanceOfSatisfying(
            BadKey.class,
            bad -> {
              assertThat(bad.problem().code()).isEqualTo(ProblemCode.NOT_OWNED);
              assertThat(bad.problem().message()).isEqualTo(message);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a/b                            | 应为 uploads/{来源}/{数据集}/{年度}/{文件名}，这里是“a/b”。
          uploads/x/operations/2025/a.csv | 来源应为部门代号、public 或 enterprise，这里是“x”。
          uploads/tax/x/2025/a.csv       | 没有这个数据集，这里是“x”。
          uploads/tax/operations/1/a.csv | 年度应为 2000 至 2100 的四位数字，这里是“1”。
          uploads/tax/operations/2025/.. | 文件名不得为空，不得为“.”或“..”，也不得含有控制符等不可见字符，这里是“..”。
          uploads/enterprise/operations/2025/a.csv | 企业自报的文件名应为“{统一社会信用代码}.csv”，代码 18 位、校验位正确，这里是“a.csv”。
          """)
  void refusalSaysWhatWasExpected(String key, String message) {
    assertThat(UploadKey.parse(key))
        .isInstanceOfSatisfying(
            BadKey.class, bad -> assertThat(bad.problem().message()).isEqualTo(message));
  }

  @Test
  void enterpriseIsNamedByItsFile() {
    UploadKey own = Files.key("uploads/enterprise/operations/2025/91410700J514A8YWFT.csv");

    assertThat(own.enterprise()).contains("91410700J514A8YWFT");
    assertThat(own.fromDepartment()).isFalse();
    assertThat(Files.OPERATIONS.enterprise()).isEmpty();
    assertThat(Files.OPERATIONS.fromDepartment()).isTrue();
    assertThat(Files.key("uploads/public/operations/2025/a.csv").fromDepartment()).isFalse();
  }
}
