package innovation.points.datasets.catalogue;

/**
 * A plausibility rule from the schema's {@code x-checks}. Where it is violated, the row is accepted
 * with a warning that names both figures.
 */
public sealed interface Plausibility {

  /** The field checked. */
  String field();

  /** No enterprise has more than {@code most}, in the field's unit; code {@code implausible}. */
  record Most(String field, double most) implements Plausibility {
    /** Whether a figure is beyond it; not-a-number, which stands for none, is not. */
    public boolean exceeded(double amount) {
      return Math.abs(amount) > most;
    }
  }

  /**
   * {@code field <= limit}, beyond a margin; code {@code inconsistent-figures}.
   *
   * @param margin tolerance as a share of the limit, 0.1 for a tenth
   */
  record AtMostFigure(String field, String limit, double margin) implements Plausibility {
    /** Whether a figure is beyond its limit; where one of them is not-a-number it is not. */
    public boolean exceeded(double amount, double limit) {
      return amount > limit + Math.abs(limit) * margin;
    }
  }

  /**
   * {@code field <= times · limit} of another dataset of the same year, beyond a margin; code
   * {@code inconsistent-figures}.
   *
   * @param times from the unit of the other figure to that of the field, and how much is usual
   * @param margin tolerance as a share of the limit
   * @param from figures up to it, in the field's unit, are not compared
   */
  record AtMostOther(
      String field, String dataset, String limit, double times, double margin, double from)
      implements Plausibility {
    /** Whether a figure is beyond its limit. */
    public boolean exceeded(double amount, double other) {
      return amount > from && amount > times * other * (1 + margin);
    }
  }

  /** A day from the year {@code from} to the end of the file's year; code {@code implausible}. */
  record DayWithin(String field, int from) implements Plausibility {}

  /** A day of the file's year; code {@code implausible}. */
  record DayInYear(String field) implements Plausibility {}

  /** {@code field} equals {@code closing} of the year before; code {@code inconsistent-figures}. */
  record OpensAt(String field, String closing) implements Plausibility {}

  /**
   * {@code field} is between a tenth and ten times that of the year before; code {@code
   * unlike-last-year}.
   *
   * @param from figures below it, in the field's unit, are not compared
   */
  record LikeLastYear(String field, double from) implements Plausibility {}
}
