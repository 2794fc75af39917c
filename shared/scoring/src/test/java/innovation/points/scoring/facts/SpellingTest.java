package innovation.points.scoring.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makes two writings of a number one number. */
class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "HT-001, HT001",
    "ht001, HT001",
    "ＨＴ－００１, HT001",
    "'HT 001 ', HT001",
    "2025/1/12, 2025-1-12",
    "2025 — 11 － 2, 2025-11-2",
    "HT-2025-001, HT2025-001",
    "豫科〔2025〕1号, 豫科2025-1号",
    "0012, 12",
    "-0-0-, 0",
    "--, --"
  })
  void lettersAndDigitsCount(String written, String spelled) {
    assertThat(Spelling.of(written)).isEqualTo(spelled);
    assertThat(Spelling.of(spelled)).isEqualTo(spelled);
  }
}
