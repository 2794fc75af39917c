package innovation.points.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {

  /** The example of FIPS 180-4. */
  @Test
  void isTheDigestOfTheStandard() {
    assertThat(Sha256.hex("abc"))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void aTextIsItsBytesInUtf8() {
    String text = "新乡高新区";
    assertThat(Sha256.hex(text)).isEqualTo(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)));
    assertThat(Sha256.of(text))
        .isEqualTo(Sha256.begin().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
