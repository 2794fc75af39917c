package innovation.points.scoring.diagnostics.sample;

import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Keeps the figures of scored enterprises that the audit needs: all up to a limit, beyond it those
 * whose codes have the lowest hashes. The selection does not depend on the order of the input, so
 * the same year gives the same sample. Thread-safe.
 */
public final class Sampler {
  private static final Comparator<Kept> HIGHEST_FIRST =
      Comparator.comparingLong(Kept::hash).thenComparing(kept -> kept.row().uscc()).reversed();
  private static final Comparator<SampledRow> ORDER =
      Comparator.comparingInt(SampledRow::stage).thenComparing(SampledRow::uscc);

  private final Rulebook rulebook;
  private final int limit;
  private final List<Alternative> alternatives;
  private final Crossings crossings;
  private final PriorityQueue<Kept> kept = new PriorityQueue<>(HIGHEST_FIRST);
  private int year;
  private int scored;

  private record Kept(long hash, SampledRow row) {}

  /**
   * An empty sampler for the enterprises scored by one rulebook.
   *
   * @param limit of the sample's size, at least 1
   */
  public Sampler(Rulebook rulebook, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("expected a limit of at least 1, found " + limit);
    }
    this.rulebook = rulebook;
    this.limit = limit;
    this.alternatives = Alternative.of(rulebook);
    this.crossings = new Crossings(rulebook);
  }

  /** Adds a scored enterprise, each at most once. */
  public void add(Scored one) {
    long hash = hash(one.uscc());
    if (counted(one, hash)) {
      SampledRow row = SampledRow.of(one, rulebook, alternatives, crossings);
      keep(new Kept(hash, row));
    }
  }

  /** Counts the enterprise; whether the sample so far would keep it. */
  private synchronized boolean counted(Scored one, long hash) {
    scored++;
    year = one.year();
    return kept.size() < limit || hash <= kept.element().hash();
  }

  private synchronized void keep(Kept one) {
    kept.add(one);
    if (kept.size() > limit) {
      kept.remove();
    }
  }

  /** Writes the sample so far, for {@link #add(DataInput)} of another sampler. */
  public synchronized void write(DataOutput out) throws IOException {
    out.writeInt(year);
    out.writeInt(scored);
    out.writeInt(kept.size());
    for (Kept one : kept) {
      one.row().write(out);
    }
  }

  /**
   * Adds the sample of other enterprises from another sampler of the same rulebook and limit. The
   * result is the same as if this one had received them all.
   */
  public synchronized void add(DataInput in) throws IOException {
    int of = in.readInt();
    int more = in.readInt();
    int rows = in.readInt();
    if (more > 0) {
      year = of;
      scored += more;
    }
    for (int i = 0; i < rows; i++) {
      SampledRow row = SampledRow.read(in);
      keep(new Kept(hash(row.uscc()), row));
    }
  }

  /** The sample so far. */
  public synchronized Sample sample() {
    List<SampledRow> rows = new ArrayList<>(kept.size());
    kept.forEach(one -> rows.add(one.row()));
    rows.sort(ORDER);
    return new Sample(rulebook, year, scored, alternatives, List.copyOf(rows));
  }

  /** Distributes codes evenly (the finalizer of SplitMix64). */
  private static long hash(String uscc) {
    long hash = 0;
    for (int i = 0; i < uscc.length(); i++) {
      hash = hash * 31 + uscc.charAt(i);
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }
}
