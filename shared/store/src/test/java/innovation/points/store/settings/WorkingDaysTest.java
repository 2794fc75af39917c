package innovation.points.store.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Working days around 国庆节 2026: the 1st to the 7th off, Saturday the 10th worked. */
class WorkingDaysTest {

  private static final WorkingDays DAYS =
      new WorkingDays(
          Stream.of(
              new Holidays(
                  2026,
                  List.of("2026-10-01", "2026-10-02", "2026-10-05", "2026-10-06", "2026-10-07"),
                  List.of("2026-10-10"))));

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void holidaysAreLeftOutAndWorkedWeekendsCount() {
    assertThat(DAYS.after(day("2026-09-29"), 1)).isEqualTo("2026-09-30");
    assertThat(DAYS.after(day("2026-09-29"), 2)).isEqualTo("2026-10-08");
    assertThat(DAYS.after(day("2026-09-29"), 5)).isEqualTo("2026-10-12");
    assertThat(DAYS.works(day("2026-10-10"))).isTrue();
    assertThat(DAYS.works(day("2026-10-11"))).isFalse();
    assertThat(DAYS.works(day("2026-10-01"))).isFalse();
  }

  @Test
  void weekendsAloneAreLeftOutInAYearWithoutAFile() {
    assertThat(DAYS.after(day("2027-09-30"), 5)).isEqualTo("2027-10-07");
    assertThat(new WorkingDays(Stream.of()).after(day("2026-09-29"), 5)).isEqualTo("2026-10-06");
  }

  @Test
  void remainingDaysAreCountedUpToTheLast() {
    assertThat(DAYS.between(day("2026-09-29"), day("2026-10-12"))).isEqualTo(5);
    assertThat(DAYS.between(day("2026-10-11"), day("2026-10-12"))).isEqualTo(1);
    assertThat(DAYS.between(day("2026-10-12"), day("2026-10-12"))).isZero();
    assertThat(DAYS.between(day("2026-10-13"), day("2026-10-12"))).isZero();
    assertThat(DAYS.after(day("2026-10-12"), 0)).isEqualTo("2026-10-12");
  }

  @Test
  void everyDayThatCannotBeIsNamed() {
    assertThatThrownBy(
            () ->
                new Holidays(
                    2026,
                    List.of("2026-10-01", "2026-10-01", "2027-01-01", "2026-10-03", "十月一日"),
                    List.of("2026-10-09")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "holidays 中的 2026-10-01 重复；holidays 中的 2027-01-01 不在 2026 年；"
                + "holidays 只列放假的周一至周五，2026-10-03 本是周末；"
                + "holidays 中应为日期（如 2026-10-01），收到：十月一日；"
                + "workdays 只列需要上班的周六、周日，2026-10-09 本是工作日");
  }

  @Test
  void limitsOutOfBoundsAreAllNamed() {
    assertThatThrownBy(() -> new Limits(10, -0.1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "incompleteShare 应为 0 到 1 的比例，收到：10.0；rankedDrop 应为 0 到 1 的比例，收到：-0.1；"
                + "medianShift 应为 0 到 100 分，收到：NaN");
  }
}
