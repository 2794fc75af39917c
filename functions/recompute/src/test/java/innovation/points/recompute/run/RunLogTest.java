package innovation.points.recompute.run;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.run.RunStep;
import innovation.points.testkit.TestContext;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class RunLogTest {

  private static final Instant NOON = Instant.parse("2026-04-01T04:00:00Z");

  private final TestContext context = new TestContext("recompute", 1000);
  private final RunLog runLog = new RunLog(context, InstantSource.fixed(NOON), 2025, "g-1");

  @Test
  void progressIsAShareWhereTheWholeIsKnown() {
    runLog.progress(new RunStep("scoring", 700, 0));
    assertThat(context.text())
        .endsWith(
            "\"year\":2025,\"generation\":\"g-1\",\"step\":\"scoring\",\"done\":700,\"total\":0}\n");

    runLog.progress(new RunStep("writing", 150, 200));
    assertThat(context.text()).contains("\"step\":\"writing\"", "\"RunProgress\":75,");
  }

  @Test
  void anEndIsCountedAndTimed() {
    runLog.finished(NOON.minusSeconds(61), false);
    assertThat(context.text())
        .contains("\"outcome\":\"finished\",\"RunsFinished\":1,\"RunDuration\":61,");
  }

  /** It throws nothing and leaves no dead letter: without this nobody would hear of it. */
  @Test
  void aRefusedRunIsAFailedOne() {
    runLog.refused();
    assertThat(context.text()).contains("\"outcome\":\"refused\",\"RunsFailed\":1,");
  }
}
