package innovation.points.store.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.store.table.StoredJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountsReaderTest {

  private static final GenerationCounts COUNTS =
      new GenerationCounts(
          12, 9, 7, 2, 1, Map.of("growth", 4, "mature", 3), Map.of("all", 7, "cluster=生物医药", 2));

  @Test
  void readsWhatWasWritten() {
    assertThat(CountsReader.read(StoredJson.write(COUNTS))).isEqualTo(COUNTS);
  }

  @Test
  void skipsWhatANewerVersionAdds() {
    String newer =
        "{\"more\":{\"a\":[1,{\"b\":2}]},\"note\":\"x\"," + StoredJson.write(COUNTS).substring(1);
    assertThat(CountsReader.read(newer)).isEqualTo(COUNTS);
  }

  @Test
  void refusesWhatIsNotThere() {
    String without = StoredJson.write(COUNTS).replace("\"ranked\":7,", "");
    assertThatThrownBy(() -> CountsReader.read(without))
        .hasMessage("expected the number ranked in stored counts, found none");
  }

  @Test
  void refusesWhatIsNoNumber() {
    String text = StoredJson.write(COUNTS).replace("\"growth\":4", "\"growth\":\"four\"");
    assertThatThrownBy(() -> CountsReader.read(text))
        .hasMessage("expected the number growth in stored counts, found \"four\"");
  }
}
