package innovation.points.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static final Cursors CURSORS = new Cursors(() -> "0123456789abcdef".getBytes(UTF_8));
  private static final Map<String, String> STAGES = Map.of("growth", "成长期", "mature", "成熟期");

  private static Parameters of(Map<String, String> path, String query) {
    return new Parameters(path, Query.parse(query));
  }

  private static List<Problem.Fault> faults(Parameters parameters) {
    try {
      parameters.verify();
      return List.of();
    } catch (ProblemException e) {
      assertThat(e.problem().status()).isEqualTo(400);
      return e.problem().errors();
    }
  }

  @Test
  void readsEveryType() {
    Parameters parameters =
        of(
            Map.of("year", "2025", "uscc", "91350100m000100y43"),
            "stage=growth&industry=C34&limit=200&q=%E6%96%B0%E4%B9%A1+A&other=91350100M000100Y43&from=2023");
    assertThat(parameters.year()).isEqualTo(2025);
    assertThat(parameters.uscc()).isEqualTo("91350100M000100Y43");
    assertThat(parameters.choice("stage", STAGES)).contains("成长期");
    assertThat(parameters.text("industry", Pattern.compile("[A-T][0-9]{2}"), "行业大类"))
        .contains("C34");
    assertThat(parameters.limit()).isEqualTo(200);
    assertThat(parameters.text("q")).contains("新乡 A");
    assertThat(parameters.queryUscc("other")).contains("91350100M000100Y43");
    assertThat(parameters.queryYear("from")).isEqualTo(OptionalInt.of(2023));
    assertThat(parameters.cursor(CURSORS, "list")).isEmpty();
    assertThat(faults(parameters)).isEmpty();
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    Parameters parameters =
        of(
            Map.of("year", "25", "uscc", "X"),
            "stage=x&limit=0&cursor=abc&industy=C34&q=1&q=2&name=%FF");
    parameters.year();
    parameters.uscc();
    parameters.choice("stage", STAGES);
    parameters.limit();
    parameters.cursor(CURSORS, "list");
    parameters.text("q");
    parameters.required("uscc2");
    assertThat(faults(parameters))
        .containsExactly(
            new Problem.Fault("path", "year", "年度应为 2000 至 2100 的四位年份（如 2025），收到：25"),
            new Problem.Fault("path", "uscc", "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），收到：X"),
            new Problem.Fault("query", "stage", "参数 stage 应为 growth、mature 之一，收到：x"),
            new Problem.Fault("query", "limit", "参数 limit 应为 1 到 200 的整数，收到：0"),
            new Problem.Fault(
                "query", "cursor", "参数 cursor 应为同一查询上一页返回的 nextCursor（其余参数不变），收到的值无效"),
            new Problem.Fault("query", "q", "参数 q 只能给出一次，收到 2 次"),
            new Problem.Fault("query", "uscc2", "缺少参数 uscc2"),
            new Problem.Fault("query", "industy", "没有参数 industy"),
            new Problem.Fault("query", "name=%FF", "参数的编码有误：name=%FF"));
  }

  @Test
  void detailOfTheProblemSaysAllOfIt() {
    Parameters parameters = of(Map.of(), "limit=201&x=1");
    parameters.limit();
    assertThatThrownBy(parameters::verify).hasMessage("参数 limit 应为 1 到 200 的整数，收到：201；没有参数 x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "201", "-1", "1.5", "abc", "９", "99999999999999999999", "1e2"})
  void limitOutOfBoundsIsNamed(String limit) {
    Parameters parameters = of(Map.of(), "limit=" + limit);
    parameters.limit();
    assertThat(faults(parameters))
        .containsExactly(
            new Problem.Fault("query", "limit", "参数 limit 应为 1 到 200 的整数，收到：" + limit));
  }

  @Test
  void blankIsAbsent() {
    Parameters parameters = of(Map.of(), "limit=&q=%20&stage");
    assertThat(parameters.limit()).isEqualTo(50);
    assertThat(parameters.limitIfGiven()).isEmpty();
    assertThat(parameters.text("q")).isEmpty();
    assertThat(parameters.choice("stage", STAGES)).isEmpty();
    assertThat(faults(parameters)).isEmpty();
  }

  @Test
  void whatWasFoundIsShownShortAndOnOneLine() {
    assertThat(Parameters.shown("a\u0000b\nc")).isEqualTo("a�b�c");
    assertThat(Parameters.shown("x".repeat(61))).isEqualTo("x".repeat(60) + "…");
  }
}
