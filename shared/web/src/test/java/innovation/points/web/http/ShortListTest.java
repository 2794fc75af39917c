package innovation.points.web.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShortListTest {

  private static final List<Integer> ALL = IntStream.range(0, 7).boxed().toList();

  private static Page<Integer> page(String name, String query) {
    var parameters = new Parameters(Map.of(), Query.parse(query));
    var part = ShortList.of(parameters, name);
    parameters.verify();
    return part.of(ALL);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 6, 7, 200})
  void partsMakeTheWhole(int limit) {
    var seen = new ArrayList<Integer>();
    String cursor = "";
    while (cursor != null) {
      String from = cursor.isEmpty() ? "" : "&cursor=" + cursor;
      Page<Integer> page = page("years", "limit=" + limit + from);
      assertThat(page.items()).hasSizeBetween(1, limit);
      seen.addAll(page.items());
      cursor = page.nextCursor();
    }
    assertThat(seen).isEqualTo(ALL);
  }

  @Test
  void withoutALimitItIsWhole() {
    assertThat(page("years", "")).isEqualTo(new Page<>(ALL, null));
  }

  @Test
  void aCursorOpensItsOwnListOnly() {
    String cursor = page("years", "limit=2").nextCursor();
    assertThatThrownBy(() -> page("rebuilds", "limit=2&cursor=" + cursor))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.problem().status()).isEqualTo(400));
  }
}
