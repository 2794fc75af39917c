package innovation.points.store.publication;

import innovation.points.store.run.Run;
import innovation.points.store.settings.WorkingDays;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Until when the notice period (公示) of a publication runs: as the call says, else as the order
 * says, else as it runs already, else the usual working days.
 *
 * @param usual the parameter {@code NoticeDays}, in working days; 0: no notice period
 */
public record NoticeRule(WorkingDays days, int usual) {

  /** Working days of a notice period, unless the stack says otherwise. */
  public static final int USUAL_DAYS = 5;

  /**
   * The last day; null: there is none.
   *
   * @param said in the call that publishes; null: nothing
   * @param before what is published; null: nothing
   * @param today in official time
   */
  public @Nullable LocalDate until(
      @Nullable LocalDate said, Run.Order order, @Nullable Pointer before, LocalDate today) {
    if (said != null) {
      return said;
    }
    LocalDate ordered = order.noticeUntil();
    if (ordered != null && !ordered.isBefore(today)) {
      return ordered;
    }
    Integer length = order.noticeDays();
    if (length != null) {
      return after(today, length);
    }
    LocalDate running = before == null ? null : before.noticeUntil();
    return running != null && !running.isBefore(today) ? running : after(today, usual);
  }

  private @Nullable LocalDate after(LocalDate today, int length) {
    return length == 0 ? null : days.after(today, length);
  }
}
