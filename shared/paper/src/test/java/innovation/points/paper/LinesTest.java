package innovation.points.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesTest {

  private static final String TEXT =
      "参与排名企业平均总分 42.50 分，中位数 41.00 分（上年 40.10 分）；“成长期”企业最多，占 45.6%。依据《实施方案》（新开〔2022〕110号）。";

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 19, 20, 23, 30, 40})
  void noLineBeginsOrEndsWithTheWrongMark(int width) {
    for (String line : Lines.of(TEXT, width, LinesTest::width)) {
      assertThat(width(line)).isLessThanOrEqualTo(width);
      assertThat(line).doesNotStartWith("。").doesNotStartWith("，").doesNotStartWith("）");
      assertThat(line).doesNotStartWith("；").doesNotStartWith("%").doesNotStartWith("”");
      assertThat(line).doesNotEndWith("（").doesNotEndWith("《").doesNotEndWith("“");
    }
  }

  @Test
  void nothingIsLost() {
    assertThat(String.join("", Lines.of(TEXT, 15, LinesTest::width)).replace(" ", ""))
        .isEqualTo(TEXT.replace(" ", ""));
  }

  @Test
  void numbersStayWholeAndWithTheirUnits() {
    assertThat(Lines.of("平均总分 42.50 分以上", 15, LinesTest::width))
        .containsExactly("平均总分", "42.50 分以上");
  }

  @Test
  void aWordWiderThanALineIsBroken() {
    assertThat(Lines.of("0123456789abcdef", 6, LinesTest::width))
        .containsExactly("012345", "6789ab", "cdef");
  }

  @Test
  void anEmptyTextIsOneEmptyLine() {
    assertThat(Lines.of("", 6, LinesTest::width)).containsExactly("");
  }

  /** A Chinese character is as wide as two Latin ones. */
  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c < 0x2000 ? 1 : 2).sum();
  }
}
