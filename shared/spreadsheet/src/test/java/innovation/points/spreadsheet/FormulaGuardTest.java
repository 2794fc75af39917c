package innovation.points.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+SUM(A1)",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1+1",
        "＋1+1",
        "－1+1",
        "＠A1",
        "﹦1",
        "﹢1+1",
        "﹣1+1",
        " =1",
        "  =HYPERLINK(A1)",
        "\u00a0=1",
        "\u3000=1",
        "\u200b=1",
        "\uFEFF=1",
        " \r\n \u2007=1",
        "\tx",
        "--1",
        "+86 373",
        "-1%",
        "=",
        "=5",
        "'=1",
        "''  =1"
      })
  void whatBeginsAFormulaIsDefused(String text) {
    assertThat(FormulaGuard.defused(text)).isEqualTo("'" + text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-5",
        "+5",
        "-5.25",
        "1e5",
        "-1E-3",
        "-1,000",
        " -3",
        "－３",
        "－１，０００．５",
        "-.5",
        "-5\t",
        "-",
        "——",
        "--",
        "a=b",
        "'a",
        "91350100M000100Y43",
        "",
        " ",
        "\n"
      })
  void numbersAndTextStayWhatTheyAre(String text) {
    assertThat(FormulaGuard.defused(text)).isEqualTo(text);
  }

  @Property
  void everyTextIsReadAsItWas(@ForAll("texts") String text) {
    assertThat(FormulaGuard.restored(FormulaGuard.defused(text))).isEqualTo(text);
  }

  @Property
  void whatIsWrittenDoesNotBeginLikeAFormula(@ForAll("texts") String text) {
    String written = FormulaGuard.defused(text);
    assertThat(written.strip()).matches("(?s)|[^=@＝＠﹦].*");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("'=+-@＝ \t\n\u00a0\u200b1a,").ofMaxLength(6);
  }
}
