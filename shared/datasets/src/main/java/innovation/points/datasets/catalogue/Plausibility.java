package innovation.points.datasets.catalogue;

/**
 * What is rarely otherwise, from the schema's {@code x-checks}: where it does not hold, the row is
 * taken and a warning names both figures.
 */
public sealed interface Plausibility {

  /** The field that is looked at. */
  String field();

  /** No enterprise has more than {@code most}, in the field's unit; code {@code implausible}. */
  record Most(String field, double most) implements Plausibility {}

  /**
   * {@code field <= limit}, beyond a margin; code {@code inconsistent-figures}.
   *
   * @param margin a share of the limit's size: 0.1 where a tenth more is nothing unusual
   */
  record AtMostFigure(String field, String limit, double margin) implements Plausibility {}

  /** {@code field} is the year before's {@code closing}; code {@code inconsistent-figures}. */
  record OpensAt(String field, String closing) implements Plausibility {}

  /**
   * Less than ten times and more than a tenth of the year before; code {@code unlike-last-year}.
   *
   * @param from below this figure, in the field's unit, nothing is compared
   */
  record LikeLastYear(String field, double from) implements Plausibility {}
}
