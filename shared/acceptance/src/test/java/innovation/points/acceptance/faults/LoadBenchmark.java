package innovation.points.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Measures what an idle system takes, lookups on it, while runs publish, and while files arrive
 * beside, over HTTP. One machine hosts the readers, the gateway, the functions and the engines.
 * {@code -Drate} a second (50), {@code -Dseconds} (20), {@code -Dresting} seconds before (30). Not
 * run as a test; the command is in {@code docs/performance.md}.
 */
class LoadBenchmark {

  private static final int RATE = Integer.getInteger("rate", 50);
  private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("seconds", 20));
  private static final Duration WARM = Duration.ofSeconds(10);
  private static final int RESTING = Integer.getInteger("resting", 30);

  @Test
  void timesOfLookupsWithAndWithoutWrites() throws Exception {
    try (var load = new LookupLoad()) {
      load.lookups(RATE, WARM);
      load.lookupsWithWrites(RATE, WARM);
      Thread.sleep(Duration.ofSeconds(RESTING));
      System.out.printf(
          "idle:           %.2f %% of a core%n", load.idle(Duration.ofSeconds(RESTING)));
      LookupLoad.Met quiet = load.lookups(RATE, LENGTH);
      LookupLoad.Met publishing = load.lookupsWithRuns(RATE, LENGTH);
      LookupLoad.Met busy = load.lookupsWithWrites(RATE, LENGTH);
      System.out.println("alone:               " + quiet);
      System.out.println("with runs:           " + publishing);
      System.out.println("with runs and files: " + busy);
      System.out.printf(
          "p99:                 %.1f times, with files %.1f times%n",
          publishing.percentile(0.99) / quiet.percentile(0.99),
          busy.percentile(0.99) / quiet.percentile(0.99));
      assertThat(quiet.errors() + publishing.errors() + busy.errors()).isZero();
      assertThat(publishing.runs()).isPositive();
      assertThat(busy.files()).isPositive();
      assertThat(busy.runs()).isPositive();
    }
  }
}
