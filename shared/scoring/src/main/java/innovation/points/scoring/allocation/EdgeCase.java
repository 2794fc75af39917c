package innovation.points.scoring.allocation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something about an allocation that its approver has to know.
 *
 * @param stage id; null where it concerns all
 * @param usccs the enterprises it concerns
 * @param text in Chinese, with its figures
 */
public record EdgeCase(Kind kind, @Nullable String stage, List<String> usccs, String text) {

  /** What it is. */
  public enum Kind {
    /** Nobody of a stage is ranked. */
    EMPTY_STAGE,
    /** Fewer are ranked than there are places. */
    FEWER_THAN_PLACES,
    /** Equal ranks at the last place: all of them are on the list. */
    TIE_AT_END,
    /** On either side of the end, and might as well be on the other. */
    NEAR_END,
    /** Left out by decision. */
    EXCLUDED,
    /** Given as much as one enterprise may be; the rest goes to the others. */
    CAP_REACHED,
    /** Cents that do not divide, given by the largest fraction. */
    REMAINDER,
    /** On the list with nothing: no points, or less than half a cent. */
    NOTHING,
    /** A part of the budget that nobody may be given. */
    UNSPENT,
    /** Was paid more before than is due now. */
    OVERPAID;

    /** As the API spells it. */
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public EdgeCase {
    usccs = List.copyOf(usccs);
  }
}
