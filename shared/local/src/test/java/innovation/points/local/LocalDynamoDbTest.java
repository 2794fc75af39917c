package innovation.points.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class LocalDynamoDbTest {

  @Test
  void inMemoryNothingOutlivesTheEngine() {
    try (var tables = new LocalDynamoDb(null, null)) {
      put(tables, "a", "1");
      assertThat(tables.endpoint()).isEmpty();
    }
    try (var tables = new LocalDynamoDb(null, null)) {
      assertThat(get(tables, "a")).isNull();
    }
  }

  /** One process may open a port and the next one not: both find the same tables. */
  @ParameterizedTest(name = "first port {0}, then {1}")
  @CsvSource(
      nullValues = "none",
      value = {"none,none", "none,0", "0,none", "0,0"})
  void aFileKeepsTablesAndTheirStreams(
      @Nullable Integer first, @Nullable Integer second, @TempDir Path folder) {
    String stream;
    try (var tables = new LocalDynamoDb(folder, first)) {
      put(tables, "a", "1");
      stream = tables.streamOf(LocalDynamoDb.FACTS);
    }
    try (var tables = new LocalDynamoDb(folder, second)) {
      assertThat(get(tables, "a")).isEqualTo("1");
      assertThat(tables.streamOf(LocalDynamoDb.FACTS)).isEqualTo(stream);
      put(tables, "b", "2");
      assertThat(get(tables, "b")).isEqualTo("2");
    }
  }

  @Test
  void aPortIsOpenOnThisMachineOnly() {
    try (var tables = new LocalDynamoDb(null, 0)) {
      assertThat(tables.endpoint())
          .hasValueSatisfying(
              endpoint -> {
                assertThat(endpoint.getHost()).isEqualTo("127.0.0.1");
                assertThat(endpoint.getPort()).isPositive();
              });
      put(tables, "a", "1");
      assertThat(get(tables, "a")).isEqualTo("1");
    }
  }

  /** The engine reads all that is left for each page that has no limit. */
  @Test
  void aPageIsNoMoreThanTheEngineReadsForIt() {
    try (var tables = new LocalDynamoDb(null, null)) {
      for (int i = 0; i < 1_001; i++) {
        put(tables, "a" + i, "1");
      }

      var first = tables.client().scan(scan -> scan.tableName(LocalDynamoDb.FACTS));

      assertThat(first.count()).isEqualTo(1_000);
      assertThat(tables.client().scanPaginator(scan -> scan.tableName(LocalDynamoDb.FACTS)).items())
          .hasSize(1_001);
    }
  }

  private static void put(LocalDynamoDb tables, String key, String value) {
    tables
        .client()
        .putItem(
            r ->
                r.tableName(LocalDynamoDb.FACTS)
                    .item(
                        Map.of(
                            "uscc",
                            AttributeValue.fromS(key),
                            "sk",
                            AttributeValue.fromS("x"),
                            "value",
                            AttributeValue.fromS(value))));
  }

  private static @Nullable String get(LocalDynamoDb tables, String key) {
    var item =
        tables
            .client()
            .getItem(
                r ->
                    r.tableName(LocalDynamoDb.FACTS)
                        .key(
                            Map.of(
                                "uscc",
                                AttributeValue.fromS(key),
                                "sk",
                                AttributeValue.fromS("x"))))
            .item();
    var value = item.get("value");
    return value == null ? null : value.s();
  }
}
