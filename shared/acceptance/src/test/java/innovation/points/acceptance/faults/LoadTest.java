package innovation.points.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A small load as in {@link LoadBenchmark}. */
class LoadTest {

  @Test
  void lookupsMeetNoErrorsWhileFilesArriveAndRunsPublish() throws Exception {
    try (var load = new LookupLoad()) {
      LookupLoad.Met met = load.lookupsWithWrites(20, Duration.ofSeconds(6));
      System.out.println(met);
      assertThat(met.errors()).isZero();
      assertThat(met.millis()).hasSize(120);
      assertThat(met.files()).isPositive();
    }
  }
}
