package innovation.points.scoring.plan.term;

/** A column that is computed from other columns. */
public non-sealed interface Operator extends Term {

  /** Computes the first numbers of its column. */
  void run(double[][] columns, int size);

  /**
   * Whether any of its numbers may be missing.
   *
   * @param columns whether any number of each column before may be
   */
  boolean missing(boolean[] columns);
}
