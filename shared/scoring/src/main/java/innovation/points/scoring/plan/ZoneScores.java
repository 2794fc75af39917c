package innovation.points.scoring.plan;

import innovation.points.scoring.plan.reading.Subject;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Scores and ranks many enterprises through one plan, in columns. Keeps the results alone: facts
 * are read into a block of each stage, which is computed when it is full. Not thread-safe.
 */
public final class ZoneScores {
  /** The widest range of totals, as whole numbers, that is counted. */
  private static final int MOST_COUNTED = 1 << 22;

  /**
   * Enterprises of each stage that are read before they are computed: so few that all stages'
   * columns stay in the cache together.
   */
  private static final int FILLED = 256;

  private final Plan plan;

  /** By stage; made when the first enterprise of a stage is added. */
  private final @Nullable Block[] blocks;

  private final int[][] origins;
  private final double[][] computed;
  private final double scale;
  private int size;
  private byte[] stages = new byte[1024];
  private double[] totals = new double[1024];
  private double[][] categories;
  private boolean[] ranked = new boolean[1024];
  private int[] overall = new int[0];
  private int[] inStage = new int[0];

  public ZoneScores(Plan plan) {
    this.plan = plan;
    int count = plan.rulebook().stages().size();
    this.blocks = new Block[count];
    this.origins = new int[count][];
    this.categories = new double[plan.rulebook().categories().size()][1024];
    this.computed = plan.computed(Block.ROWS);
    this.scale = Math.pow(10, plan.rulebook().total().places());
  }

  /** Adds an enterprise; it has the next number, from 0. */
  public void add(Subject subject) {
    if (size == totals.length) {
      grow();
    }
    int stage = plan.stage(subject);
    stages[size] = (byte) stage;
    if (stage >= 0) {
      Block block = block(stage);
      origins[stage][block.size()] = size;
      plan.add(subject, block);
      if (block.full()) {
        take(block, origins[stage]);
        block.clear();
      }
    }
    size++;
  }

  private Block block(int stage) {
    Block block = blocks[stage];
    if (block == null) {
      block = plan.block(stage, FILLED);
      blocks[stage] = block;
      origins[stage] = new int[FILLED];
    }
    return block;
  }

  /** Adds a filled block; its rows have the next numbers. */
  public void add(Block block) {
    while (size + block.size() > totals.length) {
      grow();
    }
    plan.run(block, computed);
    Arrays.fill(stages, size, size + block.size(), (byte) block.stage());
    System.arraycopy(block.totals, 0, totals, size, block.size());
    for (int c = 0; c < categories.length; c++) {
      System.arraycopy(block.categories[c], 0, categories[c], size, block.size());
    }
    for (int row = 0; row < block.size(); row++) {
      ranked[size++] = plan.ranked(block, row);
    }
  }

  private void grow() {
    int more = 2 * totals.length;
    stages = Arrays.copyOf(stages, more);
    totals = Arrays.copyOf(totals, more);
    ranked = Arrays.copyOf(ranked, more);
    for (int c = 0; c < categories.length; c++) {
      categories[c] = Arrays.copyOf(categories[c], more);
    }
  }

  private void take(Block block, int[] origin) {
    plan.run(block, computed);
    for (int row = 0; row < block.size(); row++) {
      int number = origin[row];
      totals[number] = block.total(row);
      ranked[number] = plan.ranked(block, row);
      for (int c = 0; c < categories.length; c++) {
        categories[c][number] = block.category(c, row);
      }
    }
  }

  /** Computes what is left and ranks all (rules §8); to be called once, after the last. */
  public void rank() {
    for (Block block : blocks) {
      if (block != null) {
        take(block, origins[block.stage()]);
        block.clear();
      }
    }
    overall = new int[size];
    inStage = new int[size];
    int lowest = Integer.MAX_VALUE;
    int highest = Integer.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      if (ranked[i]) {
        int whole = whole(i);
        lowest = Math.min(lowest, whole);
        highest = Math.max(highest, whole);
      }
    }
    if (lowest > highest) {
      return;
    }
    if ((long) highest - lowest >= MOST_COUNTED) {
      throw new IllegalStateException(
          "expected totals within %d, found %d to %d".formatted(MOST_COUNTED, lowest, highest));
    }
    // A rank is one more than the number of greater totals: counted, not sorted.
    int[][] greater = new int[blocks.length + 1][highest - lowest + 2];
    for (int i = 0; i < size; i++) {
      if (ranked[i]) {
        int at = whole(i) - lowest;
        greater[stages[i]][at]++;
        greater[blocks.length][at]++;
      }
    }
    for (int[] counts : greater) {
      int above = 0;
      for (int at = counts.length - 1; at >= 0; at--) {
        int here = counts[at];
        counts[at] = above;
        above += here;
      }
    }
    for (int i = 0; i < size; i++) {
      if (ranked[i]) {
        int at = whole(i) - lowest;
        overall[i] = greater[blocks.length][at] + 1;
        inStage[i] = greater[stages[i]][at] + 1;
      }
    }
  }

  private int whole(int number) {
    return (int) Math.round(totals[number] * scale);
  }

  public int size() {
    return size;
  }

  /** Its index in the rulebook; -1 where it is excluded or incomplete. */
  public int stage(int number) {
    return stages[number];
  }

  /** As published. */
  public double total(int number) {
    return totals[number];
  }

  /** Unrounded. */
  public double category(int category, int number) {
    return categories[category][number];
  }

  /** Rank among all, from 1; 0 where it is not ranked. */
  public int overall(int number) {
    return overall[number];
  }

  /** Rank within the stage, from 1; 0 where it is not ranked. */
  public int inStage(int number) {
    return inStage[number];
  }
}
