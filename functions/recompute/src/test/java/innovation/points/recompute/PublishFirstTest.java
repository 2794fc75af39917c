package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.store.run.DocumentsState;
import innovation.points.store.run.RunStatus;
import innovation.points.web.log.FaultException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A year is published first; its audit and its report follow. */
class PublishFirstTest {

  private final RecomputeBench bench = new RecomputeBench();

  @Test
  void aReportThatCannotBeWrittenDoesNotHoldUpThePublication() {
    bench.zone.known(2025, 3);
    String run = bench.order(2025, true);
    bench.bucket.refuse(key -> key.contains("/report."));

    assertThatThrownBy(() -> bench.stream(bench.handler(), 2025, run))
        .isInstanceOf(FaultException.class);

    assertThat(bench.published(2025)).isEqualTo(run);
    var published = bench.run(2025, run);
    assertThat(published.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(published.failure()).isNull();
    assertThat(published.finishedAt()).isNotNull();
    assertThat(published.documents()).isEqualTo(DocumentsState.PENDING);
    assertThat(bench.bucket.keys())
        .contains(file(run, "ranking.csv"), file(run, "ranking.xlsx"))
        .doesNotContain(file(run, "report.json"), file(run, "report.pdf"));
  }

  @Test
  void theyAreMadeOfTheFactsThatWereScoredWhenTheRunGoesOn() {
    bench.zone.known(2025, 3);
    String whole = bench.publish(2025);
    String run = bench.order(2025, true);
    bench.bucket.refuse(key -> key.contains("/report."));
    assertThatThrownBy(() -> bench.stream(bench.handler(), 2025, run))
        .isInstanceOf(FaultException.class);
    // Facts that come later are not in this generation.
    bench.zone.known(2025, 5);
    bench.bucket.refuse(_ -> false);
    bench.pass(Duration.ofMinutes(16));

    bench.stream(bench.handler(), 2025, run);

    var done = bench.run(2025, run);
    assertThat(done.documents()).isEqualTo(DocumentsState.READY);
    assertThat(done.workspace()).isNull();
    assertThat(bench.rows(run)).hasSize(3);
    assertThat(bench.audits.diagnostics(run).orElseThrow().replace(run, whole))
        .isEqualTo(bench.audits.diagnostics(whole).orElseThrow());
    assertThat(bench.bucket.keys()).contains(file(run, "report.json"), file(run, "report.pdf"));
  }

  @Test
  void aRunThatIsDocumentedIsNotTakenAgain() {
    bench.zone.known(2025, 3);
    String run = bench.publish(2025);

    bench.stream(bench.handler(), 2025, run);

    assertThat(bench.run(2025, run).attempts()).isEqualTo(1);
  }

  @Test
  void aDryRunHasNone() {
    bench.zone.known(2025, 3);
    String run = bench.order(2025, false, true);

    bench.stream(bench.handler(), 2025, run);

    assertThat(bench.run(2025, run).documents()).isNull();
    assertThat(bench.bucket.keys()).isEmpty();
  }

  private static String file(String run, String name) {
    return "published/2025/%s/%s".formatted(run, name);
  }
}
