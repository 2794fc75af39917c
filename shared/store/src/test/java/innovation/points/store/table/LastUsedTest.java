package innovation.points.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastUsedTest {

  private final List<String> reads = new ArrayList<>();
  private final LastUsed<String, Integer> lengths = new LastUsed<>(2);

  @Test
  void readsAValueOnce() {
    assertThat(length("one")).isEqualTo(3);
    assertThat(length("one")).isEqualTo(3);
    assertThat(reads).containsExactly("one");
  }

  @Test
  void forgetsTheValueThatWasUsedLongestAgo() {
    length("one");
    length("three");
    length("one");
    length("seventeen");
    length("one");
    length("three");
    assertThat(reads).containsExactly("one", "three", "seventeen", "three");
  }

  private int length(String key) {
    return lengths.get(
        key,
        read -> {
          reads.add(read);
          return read.length();
        });
  }
}
