package innovation.points.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notice period of a publication (公示). */
class NoticePeriodTest {

  private static final String PUBLICATION = "/v1/years/2025/publication";

  private final DeskBench bench = new DeskBench();

  @Test
  void anotherEndOfTheNoticePeriodIsNoOtherPublication() {
    String run = noticed();
    Instant publishedAt = bench.publications.of(2025).orElseThrow().publishedAt();
    bench.pass(Duration.ofDays(1));

    publish(run, "2026-04-15");

    var pointer = bench.publications.of(2025).orElseThrow();
    assertThat(pointer.noticeUntil()).hasToString("2026-04-15");
    assertThat(pointer.publishedAt()).isEqualTo(publishedAt);
    bench.call(
        "POST",
        PUBLICATION,
        "{\"generation\":\"%s\",\"override\":{\"reason\":\"补齐\"}}".formatted(run),
        DeskBench.APPROVER);
    assertThat(bench.publications.of(2025)).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-31 | 2026-03-31",
        "2027-04-03 | 2027-04-03",
        "next week | next week",
      })
  void theEndIsADayFromTodayOnAndWithinAYear(String until, String found) {
    bench.zone.known(2025, 1);
    String run = bench.publish(2025);

    assertThat(publish(run, until).detail())
        .isEqualTo("字段 noticeUntil 应为公示截止日期（2026-04-01 到 2027-04-02，如 2026-04-08），收到：" + found);
  }

  private String noticed() {
    bench.zone.known(2025, 2);
    String run = bench.publish(2025);
    assertThat(publish(run, "2026-04-10").status()).isEqualTo(200);
    return run;
  }

  private DeskBench.Answer publish(String run, String until) {
    return bench.call(
        "POST", PUBLICATION, DeskBench.publication(run, null, until), DeskBench.APPROVER);
  }
}
