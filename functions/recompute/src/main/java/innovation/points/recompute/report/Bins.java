package innovation.points.recompute.report;

import innovation.points.recompute.report.AnalysisReport.Bin;
import java.util.ArrayList;
import java.util.List;

/**
 * The histogram of all totals, as the overview has it: tens, joined from the left until each bin
 * holds none or at least three.
 */
final class Bins {

  /** Totals are 0 to 106 (rules §7). */
  private static final int MOST = 110;

  private static final int WIDTH = 10;

  private Bins() {}

  /** The bins with enterprises in them; none where there are fewer than three. */
  static List<Bin> of(Spread totals) {
    var bins = new ArrayList<Bin>();
    if (totals.count() < SmallCells.LEAST) {
      return bins;
    }
    List<Integer> edges = edges(totals);
    for (int i = 1; i < edges.size(); i++) {
      int count = totals.count(edges.get(i - 1), edges.get(i));
      if (count > 0) {
        bins.add(new Bin(edges.get(i - 1), edges.get(i), count));
      }
    }
    return bins;
  }

  private static List<Integer> edges(Spread totals) {
    var edges = new ArrayList<Integer>();
    edges.add(0);
    for (int edge = WIDTH; edge <= MOST; edge += WIDTH) {
      if (!isSmall(totals.count(edges.getLast(), edge))) {
        edges.add(edge);
      }
    }
    // What is left over at the end goes to the bins before it.
    while (edges.getLast() < MOST) {
      int count = totals.count(edges.getLast(), MOST);
      if (edges.size() == 1 || !isSmall(count)) {
        edges.add(MOST);
      } else {
        edges.removeLast();
      }
    }
    return edges;
  }

  private static boolean isSmall(int count) {
    return count > 0 && count < SmallCells.LEAST;
  }
}
