package innovation.points.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyReaderTest {
  record Upload(
      String dataset,
      int year,
      long bytes,
      @Nullable Boolean draft,
      @Nullable Map<String, Double> changes,
      @Nullable List<String> clears) {}

  private static Upload read(String json) {
    return BodyReader.read(json.getBytes(StandardCharsets.UTF_8), Upload.class);
  }

  private static Problem refusal(String json) {
    var e = catchThrowableOfType(ProblemException.class, () -> read(json));
    assertThat(e.problem().status()).isEqualTo(400);
    return e.problem();
  }

  @Test
  void readsARecordWithItsOptionalFieldsLeftOut() {
    assertThat(read("{\"dataset\":\"tax\",\"year\":2025,\"bytes\":12}"))
        .isEqualTo(new Upload("tax", 2025, 12, null, null, null));
    assertThat(
            read(
                "{\"dataset\":\"tax\",\"year\":2025,\"bytes\":12,\"draft\":true,\"changes\":{\"a\":1}}"))
        .isEqualTo(new Upload("tax", 2025, 12, true, Map.of("a", 1.0), null));
  }

  @Test
  void namesAllThatIsWrongAtOnce() {
    Problem problem =
        refusal("{\"dataset\":5,\"year\":\"2025\",\"jahr\":1,\"draft\":\"yes\",\"changes\":[1]}");
    assertThat(problem.errors())
        .isEqualTo(
            List.of(
                new Problem.Fault("body", "/jahr", "没有字段 jahr"),
                new Problem.Fault("body", "/dataset", "字段 dataset 应为文字，收到：5"),
                new Problem.Fault("body", "/year", "字段 year 应为整数，收到：\"2025\""),
                new Problem.Fault("body", "/bytes", "缺少字段 bytes"),
                new Problem.Fault("body", "/draft", "字段 draft 应为true 或 false，收到：\"yes\""),
                new Problem.Fault("body", "/changes", "字段 changes 应为规定的结构，收到：[1]")));
  }

  @Test
  void nothingInAListIsNull() {
    Problem problem =
        refusal(
            "{\"dataset\":\"tax\",\"year\":2025,\"bytes\":12,"
                + "\"changes\":{\"a/b\":null},\"clears\":[\"x\",null]}");
    assertThat(problem.errors())
        .isEqualTo(
            List.of(
                new Problem.Fault("body", "/changes/a~1b", "字段 changes 的 a/b 不应为 null"),
                new Problem.Fault("body", "/clears/1", "字段 clears 的第 2 项不应为 null")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                              | 请求正文应为一个 JSON 对象，收到的正文为空
          []                              | 请求正文应为一个 JSON 对象
          null                            | 请求正文应为一个 JSON 对象
          {"year": 2025,}                 | 请求正文不是有效的 JSON（第 1 行第 15 列附近）
          {"year": 2025, "year": 2024}    | 请求正文不是有效的 JSON（第 1 行第 22 列附近）
          {} {}                           | 请求正文不是有效的 JSON（第 1 行第 4 列附近）
          """)
  void whatIsNoObjectIsRefused(String json, String message) {
    assertThat(refusal(json).errors()).containsExactly(new Problem.Fault("body", "", message));
  }

  @Test
  void fractionsAreNoIntegers() {
    assertThat(refusal("{\"dataset\":\"tax\",\"year\":2025.5,\"bytes\":1e30}").errors())
        .extracting(Problem.Fault::detail)
        .containsExactly("字段 year 应为整数，收到：2025.5", "字段 bytes 应为整数，收到：1.0E30");
  }
}
