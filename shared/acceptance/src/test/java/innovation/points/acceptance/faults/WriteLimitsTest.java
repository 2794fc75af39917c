package innovation.points.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.person.FourEyes;
import innovation.points.scoring.disclosure.Disclosure;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** A first year on tables that are new and take few writes a second. */
class WriteLimitsTest {

  private static final int YEAR = 2025;

  /** 33 write units a second for a table, 8 for a key. */
  private static final int SLOWER = 120;

  @Test
  void whatIsBeyondTheLimitsIsWrittenLater() throws Exception {
    var limits = new WriteLimits(SLOWER);
    var settings =
        new LocalSettings(0, 0, 0, null, false, false, null, null, FourEyes.OFF, Disclosure.ALL);
    try (var stack = LocalStack.start(settings, InstantSource.system(), limits);
        var caller = new FaultyCaller(stack)) {
      var zone = new FaultsZone(stack.s3().client(), 12);
      zone.putAll();
      stack.wiring().awaitQuiet(Duration.ofMinutes(5));
      assertThat(caller.publish(YEAR).path("status").asText()).isEqualTo("published");
      stack.wiring().awaitQuiet(Duration.ofMinutes(5));
      System.out.println("refused " + limits.refused());
      assertThat(limits.refused()).containsKeys("table", "key");
      assertThat(stack.wiring().deadLetters()).isEmpty();
      FromScratch.assertSame(stack, caller, zone, YEAR);
    }
  }
}
