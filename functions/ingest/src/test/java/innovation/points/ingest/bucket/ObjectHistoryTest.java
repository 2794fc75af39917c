package innovation.points.ingest.bucket;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.bucket.ObjectEntry.Deletion;
import innovation.points.testkit.TestBucket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectHistoryTest {

  private TestBucket bucket;
  private ObjectHistory history;

  @BeforeAll
  void start() {
    bucket = new TestBucket();
    history = new ObjectHistory(bucket.client(), TestBucket.NAME);
  }

  @AfterAll
  void stop() {
    bucket.close();
  }

  @Test
  void aKeyThatNeverWasHasNoHistory() {
    assertThat(history.list("uploads/tax/operations/2025/nothing.csv")).isEmpty();
  }

  @Test
  void versionsAndMarkersOfTheSameSecondKeepTheirOrder() {
    String key = "uploads/tax/operations/2025/经营 情况+1.csv";
    var expected = new ArrayList<String>();
    for (int i = 0; i < 4; i++) {
      expected.addFirst(bucket.put(key, "v" + i));
      if (i != 2) {
        expected.addFirst(bucket.delete(key));
      }
    }

    List<ObjectEntry> entries = history.list(key);

    assertThat(entries).extracting(ObjectEntry::version).isEqualTo(expected);
    assertThat(entries)
        .extracting(entry -> entry instanceof Deletion)
        .containsExactly(true, false, false, true, false, true, false);
  }

  @Test
  void sizesAreThoseOfTheVersions() {
    String key = "uploads/tax/operations/2025/sizes.csv";
    bucket.put(key, "1");
    bucket.put(key, "4444");

    assertThat(history.list(key))
        .extracting(entry -> entry instanceof Content content ? content.size() : -1)
        .containsExactly(4L, 1L);
  }

  @Test
  void keysThatBeginWithTheKeyAreOthers() {
    String key = "uploads/tax/operations/2025/a.csv";
    String version = bucket.put(key, "a");
    bucket.put(key + ".csv", "b");
    bucket.delete(key + "z.csv");
    bucket.put("uploads/tax/operations/2025/a.cs", "c");

    assertThat(history.list(key)).extracting(ObjectEntry::version).containsExactly(version);
  }

  @Test
  void aHistoryOfManyPagesIsListedWhole() {
    String key = "uploads/tax/operations/2025/long.csv";
    var expected = new ArrayList<String>();
    for (int i = 0; i < 7; i++) {
      expected.addFirst(bucket.put(key, "v"));
    }
    bucket.put(key + "2", "other");

    assertThat(new ObjectHistory(bucket.client(), TestBucket.NAME, 2).list(key))
        .extracting(ObjectEntry::version)
        .isEqualTo(expected);
    assertThat(new ObjectHistory(bucket.client(), TestBucket.NAME, 7).list(key))
        .extracting(ObjectEntry::version)
        .isEqualTo(expected);
  }
}
