package innovation.points.scoring.ranking;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks within the stage and overall (rules §8): on the published total, equal totals share a rank
 * and the next one is skipped (1, 2, 2, 4). Immutable.
 */
public final class Ranking {
  private final int[] order;
  private final int[] overall;
  private final int[] stage;
  private final int[] stageOf;

  /**
   * An enterprise to rank: scored, with sufficient coverage.
   *
   * @param stage id
   * @param total as published
   */
  public record Entry(String uscc, String stage, double total) {}

  /**
   * The ranks of one enterprise.
   *
   * @param overall rank among all, from 1
   * @param overallOf number of ranked enterprises
   * @param stage rank within the stage, from 1
   * @param stageOf number of ranked enterprises of the stage
   */
  public record Rank(int overall, int overallOf, int stage, int stageOf) {}

  private Ranking(int[] order, int[] overall, int[] stage, int[] stageOf) {
    this.order = order;
    this.overall = overall;
    this.stage = stage;
    this.stageOf = stageOf;
  }

  /** Ranks entries; the result refers to them by their index in this list. */
  public static Ranking of(List<Entry> entries) {
    int size = entries.size();
    String[] usccs = new String[size];
    String[] stages = new String[size];
    double[] totals = new double[size];
    for (int i = 0; i < size; i++) {
      Entry entry = entries.get(i);
      usccs[i] = entry.uscc();
      stages[i] = entry.stage();
      totals[i] = entry.total();
    }
    return of(usccs, stages, totals);
  }

  /** Ranks entries given as columns, which are not modified; for large numbers of them. */
  public static Ranking of(String[] usccs, String[] stages, double[] totals) {
    int[] order = order(usccs, totals);
    int size = order.length;
    int[] overall = new int[size];
    int[] stage = new int[size];
    int[] stageOf = new int[size];
    Map<String, TiedRanks> stagesRanks = new HashMap<>();
    TiedRanks all = new TiedRanks();
    for (int i : order) {
      long total = TiedRanks.whole(totals[i]);
      overall[i] = all.next(total);
      stage[i] = stagesRanks.computeIfAbsent(stages[i], id -> new TiedRanks()).next(total);
    }
    for (int i = 0; i < size; i++) {
      TiedRanks ranks = stagesRanks.get(stages[i]);
      stageOf[i] = ranks == null ? 0 : ranks.count();
    }
    return new Ranking(order, overall, stage, stageOf);
  }

  /** The number of ranked enterprises. */
  public int size() {
    return order.length;
  }

  /** The index of the entry at a place of the display order, from 0. */
  public int at(int place) {
    return order[place];
  }

  /** The ranks of the entry with an index. */
  public Rank rank(int index) {
    return new Rank(overall[index], order.length, stage[index], stageOf[index]);
  }

  private static int[] order(String[] usccs, double[] totals) {
    int size = totals.length;
    // One long per entry, the complement of the total above the index: sorting needs no comparator.
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = ((Integer.MAX_VALUE - TiedRanks.whole(totals[i])) << 32) | i;
    }
    Arrays.sort(keys);
    int[] order = new int[size];
    for (int start = 0, end; start < size; start = end) {
      end = start + 1;
      while (end < size && keys[end] >>> 32 == keys[start] >>> 32) {
        end++;
      }
      tie(keys, start, end, usccs, order);
    }
    return order;
  }

  private static void tie(long[] keys, int start, int end, String[] usccs, int[] order) {
    if (end - start == 1) {
      order[start] = (int) keys[start];
      return;
    }
    Integer[] tied = new Integer[end - start];
    for (int i = start; i < end; i++) {
      tied[i - start] = (int) keys[i];
    }
    Arrays.sort(tied, (a, b) -> usccs[a].compareTo(usccs[b]));
    for (int i = start; i < end; i++) {
      order[i] = tied[i - start];
    }
  }
}
