package innovation.points.store.table;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.EmbeddedTables;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CursorKeyTest {

  private final EmbeddedTables tables = new EmbeddedTables();

  @AfterEach
  void stop() {
    tables.close();
  }

  @Test
  void allInstancesHaveTheSameKeyWhoeverMakesIt() throws Exception {
    Callable<byte[]> instance = () -> new CursorKey(tables.client(), EmbeddedTables.SCORES).get();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var keys = executor.invokeAll(Stream.generate(() -> instance).limit(8).toList());
      byte[] first = keys.getFirst().get();
      assertThat(first).hasSize(32);
      for (var key : keys) {
        assertThat(key.get()).isEqualTo(first);
      }
      assertThat(instance.call()).as("an instance of later").isEqualTo(first);
    }
  }

  @Test
  void anotherZoneHasAnotherKey() {
    try (var other = new EmbeddedTables()) {
      assertThat(new CursorKey(tables.client(), EmbeddedTables.SCORES).get())
          .isNotEqualTo(new CursorKey(other.client(), EmbeddedTables.SCORES).get());
    }
  }
}
