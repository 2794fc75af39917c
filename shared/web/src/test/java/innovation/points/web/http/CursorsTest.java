package innovation.points.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CursorsTest {
  private final Cursors cursors = new Cursors(() -> "0123456789abcdef".getBytes(UTF_8));

  @Property(tries = 200)
  void opensWhatItSealed(
      @ForAll @StringLength(max = 40) String generation,
      @ForAll @StringLength(max = 200) String position) {
    Cursor cursor = new Cursor(printable(generation), printable(position));
    assertThat(cursors.open("list", cursors.seal("list", cursor))).contains(cursor);
  }

  /** Lone surrogates are no text and have no UTF-8. */
  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e\\u4e00-\\u9fff]", "x");
  }

  @Property(tries = 500)
  void refusesEveryAlteredByte(
      @ForAll @IntRange(max = 10_000) int place, @ForAll @IntRange(min = 1, max = 255) int change) {
    byte[] sealed =
        Base64.getUrlDecoder().decode(cursors.seal("list", new Cursor("20260101", "000050")));
    sealed[place % sealed.length] ^= (byte) change;
    String altered = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    assertThat(cursors.open("list", altered)).isEmpty();
  }

  @Test
  void belongsToItsListAlone() {
    String sealed = cursors.seal("/v1/years/2025/rankings?stage=growth", new Cursor("g", "50"));
    assertThat(cursors.open("/v1/years/2025/rankings?stage=mature", sealed)).isEmpty();
  }

  @Test
  void needsTheSameKey() {
    String sealed =
        new Cursors(() -> "another key of some length".getBytes(UTF_8))
            .seal("list", new Cursor("g", "50"));
    assertThat(cursors.open("list", sealed)).isEmpty();
  }

  @Test
  void refusesWhatIsNoCursor() {
    for (String text : new String[] {"", "abc", "%%%", "中文", "AAAA", "A".repeat(5000)}) {
      assertThat(cursors.open("list", text)).isEmpty();
    }
  }

  @Test
  void refusesAShortKey() {
    var weak = new Cursors(() -> "short".getBytes(UTF_8));
    assertThatThrownBy(() -> weak.seal("list", new Cursor("g", "50")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a cursor key of at least 16 bytes");
  }
}
