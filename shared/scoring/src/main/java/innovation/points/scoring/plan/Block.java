package innovation.points.scoring.plan;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Enterprises of one stage in the columns of a plan, few enough to stay in the processor's cache.
 * Filled by {@link Plan#add}, computed by {@link Plan#run}; may be cleared and filled again. Not
 * thread-safe.
 */
public final class Block {
  /** Numbers of a column: 16 KB. */
  public static final int ROWS = 2_048;

  final int stage;

  /** By term; without rows for those that are computed. */
  final double[][] columns;

  /** By term, whether a value that is read may be missing. */
  final boolean[] missing;

  final double[] deducted;
  final double[] added;
  final double[] decay;
  final double[][] categories;
  final double[] weighted;
  final double[] totals;
  final long[] covered;
  final double @Nullable [][] points;
  int size;

  Block(int stage, int rows, int[] inputs, int columns, int categories, int points) {
    this.stage = stage;
    this.columns = new double[columns][0];
    for (int input : inputs) {
      this.columns[input] = new double[rows];
    }
    this.missing = new boolean[columns];
    this.deducted = new double[rows];
    this.added = new double[rows];
    this.decay = new double[rows];
    this.categories = new double[categories][rows];
    this.weighted = new double[rows];
    this.totals = new double[rows];
    this.covered = new long[rows];
    this.points = points == 0 ? null : new double[points][rows];
  }

  /** Index in the rulebook. */
  public int stage() {
    return stage;
  }

  public int size() {
    return size;
  }

  public boolean full() {
    return size == totals.length;
  }

  public void clear() {
    size = 0;
    Arrays.fill(missing, false);
  }

  /** The total of a row, as published. */
  public double total(int row) {
    return totals[row];
  }

  /** The score of a category, unrounded. */
  public double category(int category, int row) {
    return categories[category][row];
  }

  public double weighted(int row) {
    return weighted[row];
  }
}
