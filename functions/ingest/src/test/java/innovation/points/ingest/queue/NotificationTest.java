package innovation.points.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class NotificationTest {

  @Test
  void keysAreDecodedAsTheBucketEncodesThem() {
    assertThat(
            Notification.keys(
                """
                {"Records": [
                  {"eventName": "ObjectCreated:Put",
                   "s3": {"object": {"key": "uploads/tax/operations/2025/%E7%BB%8F%E8%90%A5+1%2B2.csv"}}},
                  {"eventName": "ObjectRemoved:DeleteMarkerCreated",
                   "s3": {"object": {"key": "uploads/hr/workforce/2025/a.xlsx"}}}]}
                """))
        .containsExactly(
            "uploads/tax/operations/2025/经营 1+2.csv", "uploads/hr/workforce/2025/a.xlsx");
  }

  @Test
  void aKeyNamedTwiceIsOneKey() {
    assertThat(
            Notification.keys(
                """
                {"Records": [{"s3": {"object": {"key": "uploads/a"}}},
                             {"s3": {"object": {"key": "uploads/a"}}}]}
                """))
        .containsExactly("uploads/a");
  }

  @Test
  void otherPrefixesAndFoldersNameNoKey() {
    assertThat(
            Notification.keys(
                """
                {"Records": [{"s3": {"object": {"key": "reports/tax/operations/2025/a.csv"}}},
                             {"s3": {"object": {"key": "uploads/"}}},
                             {"s3": {"object": {"key": "uploads/tax/operations/"}}},
                             {"s3": {}}]}
                """))
        .isEmpty();
  }

  @Test
  void aTestEventNamesNoKey() {
    assertThat(
            Notification.keys(
                """
                {"Service": "Amazon S3", "Event": "s3:TestEvent", "Bucket": "zone"}
                """))
        .isEmpty();
  }

  @Test
  void anythingElseIsNoNotification() {
    assertThatThrownBy(() -> Notification.keys("hello"))
        .isInstanceOf(Notification.NotANotificationException.class)
        .hasMessage("expected an S3 event notification, found something else");
  }

  @Test
  void theOldestEventIsHowLongSomeoneWaits() {
    assertThat(
            Notification.oldest(
                """
                {"Records":[{"eventTime":"2026-03-02T02:00:01.000Z"},
                            {"eventTime":"2026-03-02T02:00:00.250Z"},{"eventTime":"soon"},{}]}"""))
        .contains(Instant.parse("2026-03-02T02:00:00.250Z"));
    assertThat(Notification.oldest("hello")).isEmpty();
  }
}
