package innovation.points.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TestBucketTest {

  @Test
  void everyVersionIsKept() {
    try (var bucket = new TestBucket()) {
      String first = bucket.put("a", "one");
      String second = bucket.put("a", "two");
      String marker = bucket.delete("a");

      assertThat(first).isNotEqualTo(second).isNotEqualTo(marker);
      assertThat(
              bucket
                  .client()
                  .getObjectAsBytes(get -> get.bucket(TestBucket.NAME).key("a").versionId(first))
                  .asUtf8String())
          .isEqualTo("one");
    }
  }
}
