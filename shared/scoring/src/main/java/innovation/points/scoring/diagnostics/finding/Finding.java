package innovation.points.scoring.diagnostics.finding;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an officer should know of the index.
 *
 * @param text what was found, in Chinese
 * @param stage id; null where it is about all
 * @param indicator id; null where it is about none
 * @param action what to do, in Chinese
 * @param figures those of {@code text}, by name: shares as 0 to 1, names as ids
 */
public record Finding(
    Kind kind,
    Severity severity,
    String text,
    @Nullable String stage,
    @Nullable String indicator,
    String action,
    Map<String, Object> figures) {

  public Finding {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
  }

  /** What it is about, in the order of weight within a severity. */
  public enum Kind {
    /** Growing over the bound of a stage costs. */
    BOUNDARY,
    /** Nearly all of a stage have full points. */
    AT_FULL,
    /** Totals crowd on one side. */
    SKEWED,
    /** A choice that the document leaves open moves ranks. */
    CHOICE,
    /** What moves the ranks. */
    DRIVERS,
    /** The best would not stay the best. */
    UNSTEADY,
    /** The figures of an indicator are missing. */
    UNKNOWN,
    /** An indicator pulls against the total. */
    AGAINST,
    /** An indicator weighs far more than it should. */
    DOMINANT,
    /** Nearly all have no points. */
    AT_ZERO,
    /** Enterprises may be on either side of a list's end. */
    EDGE,
    /** Two indicators say the same. */
    REDUNDANT,
    /** An indicator weighs far less than it should. */
    IDLE,
    /** One enterprise's figure is far from all others. */
    OUTLYING,
    /** The indicators of a category measure different things. */
    UNLIKE,
    /** The indicators of a category measure the same thing. */
    ALIKE;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Whether it is of the index alone: its figures tell nothing of what departments reported, so
     * that it may be public.
     */
    public boolean ofTheIndex() {
      return switch (this) {
        case BOUNDARY, SKEWED, CHOICE, DRIVERS, UNSTEADY, REDUNDANT, UNLIKE, ALIKE -> true;
        case AT_FULL, UNKNOWN, AGAINST, DOMINANT, AT_ZERO, EDGE, IDLE, OUTLYING -> false;
      };
    }
  }

  /** How much it matters, the most first. */
  public enum Severity {
    /** It moves many ranks, or enterprises lose by it through no fault of their own. */
    HIGH,
    /** It should be looked at before the next rulebook. */
    MEDIUM,
    /** Good to know. */
    LOW;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
