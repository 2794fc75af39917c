package innovation.points.datasets.catalogue;

import innovation.points.datasets.reading.sheet.CellText;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that a misspelt text probably means. */
public final class Nearest {

  private static final int LONGEST = 60;

  private Nearest() {}

  /** The candidate most similar to the text; empty where none is similar enough. */
  public static Optional<String> of(String text, Collection<String> candidates) {
    String wanted = bare(text);
    if (wanted.isEmpty() || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String best = null;
    double bestShare = 0.5;
    for (String candidate : candidates) {
      double share = likeness(wanted, bare(candidate));
      if (share > bestShare) {
        best = candidate;
        bestShare = share;
      }
    }
    return Optional.ofNullable(best);
  }

  private static String bare(String text) {
    return CellText.compact(text).toLowerCase(Locale.ROOT).replaceAll("[\\p{P}\\p{S}]", "");
  }

  /**
   * The similarity: 1 for equal texts, 0 for nothing in common; a text contained in the other
   * scores high.
   */
  private static double likeness(String a, String b) {
    int longest = Math.max(a.length(), b.length());
    if (longest == 0) {
      return 0;
    }
    double share = 1 - (double) distance(a, b) / longest;
    boolean part = Math.min(a.length(), b.length()) >= 2 && (a.contains(b) || b.contains(a));
    return part ? Math.max(share, 0.6 + share * 0.1) : share;
  }

  /** The Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] costs = new int[b.length() + 1];
    for (int j = 0; j < costs.length; j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = costs[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        costs[j] = Math.min(change, Math.min(above, costs[j - 1]) + 1);
        diagonal = above;
      }
    }
    return costs[b.length()];
  }
}
