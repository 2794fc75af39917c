package innovation.points.scoring.disclosure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a publication is public: the parameter {@code Disclosure}.
 *
 * @param extent how much
 * @param first with {@link Extent#TOP} the last overall rank that is public
 */
public record Disclosure(Extent extent, int first) {

  /** How much of it. */
  public enum Extent {
    /** Every ranked enterprise with its card. */
    ALL,
    /** Names and ranks on the announced lists, no totals. */
    LISTS,
    /** The cards of the first by overall rank. */
    TOP,
    /** Name and stage of every ranked enterprise. */
    STAGE
  }

  public static final Disclosure ALL = new Disclosure(Extent.ALL, Integer.MAX_VALUE);

  private static final Pattern TOP = Pattern.compile("top-([1-9][0-9]{0,5})");

  /**
   * As the parameter has it.
   *
   * @param text {@code all}, {@code lists}, {@code top-100}, {@code stage}
   * @throws IllegalArgumentException for anything else
   */
  public static Disclosure of(String text) {
    Matcher top = TOP.matcher(text);
    if (top.matches()) {
      return new Disclosure(Extent.TOP, Integer.parseInt(top.group(1)));
    }
    return switch (text) {
      case "all" -> ALL;
      case "lists" -> new Disclosure(Extent.LISTS, Integer.MAX_VALUE);
      case "stage" -> new Disclosure(Extent.STAGE, Integer.MAX_VALUE);
      default ->
          throw new IllegalArgumentException(
              "expected all, lists, top-N or stage as what is public, found " + text);
    };
  }

  /** As the parameter has it. */
  public String id() {
    return switch (extent) {
      case ALL -> "all";
      case LISTS -> "lists";
      case TOP -> "top-" + first;
      case STAGE -> "stage";
    };
  }

  /** Whether every ranked enterprise is public with all of its card. */
  public boolean isAll() {
    return extent == Extent.ALL;
  }

  /**
   * Whether a ranked enterprise is public.
   *
   * @param rank among all, or within the stage where the rulebook has no other
   * @param listed whether it is on an announced list
   */
  public boolean names(int rank, boolean listed) {
    return switch (extent) {
      case ALL, STAGE -> true;
      case LISTS -> listed;
      case TOP -> rank <= first;
    };
  }

  /** Whether totals, points and overall ranks are public of those who are. */
  public boolean totals() {
    return extent == Extent.ALL || extent == Extent.TOP;
  }

  /** Whether ranks within the stage are, and so the lists. */
  public boolean places() {
    return extent != Extent.STAGE;
  }
}
