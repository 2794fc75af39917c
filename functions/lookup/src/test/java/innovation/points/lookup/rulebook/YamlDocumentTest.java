package innovation.points.lookup.rulebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class YamlDocumentTest {

  @Test
  void daysStayTextsAndNumbersKeepTheirDigits() {
    assertThat(YamlDocument.parse("{from: 2025-01-01, share: 0.10, of: null, in: [true]}"))
        .hasToString("{\"from\":\"2025-01-01\",\"share\":0.10,\"of\":null,\"in\":[true]}");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertThatThrownBy(() -> YamlDocument.parse("a: 1\nb:\n  c: 1\n  d: 2\n  c: 3\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected each key once, found c again in line 5");
  }
}
