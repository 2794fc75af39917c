package innovation.points.lookup.publication;

import innovation.points.store.publication.RankingEntry;
import innovation.points.store.scores.Rank;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A complete ranking in memory, with its search texts. Immutable. */
public final class LoadedRanking {
  private static final double[] NOBODY = {};

  private final List<RankingEntry> entries;
  private final String[] names;
  private final Map<String, RankingEntry> byCode = new HashMap<>();
  private final double[] totals;
  private final Map<String, double[]> stages = new HashMap<>();

  LoadedRanking(List<RankingEntry> entries) {
    this.entries = List.copyOf(entries);
    this.totals = totals(this.entries);
    this.entries.stream()
        .collect(Collectors.groupingBy(RankingEntry::stage))
        .forEach((stage, of) -> stages.put(stage, totals(of)));
    this.entries.forEach(entry -> byCode.put(entry.uscc(), entry));
    this.names = new String[entries.size()];
    for (int i = 0; i < names.length; i++) {
      String name = this.entries.get(i).name();
      names[i] = name == null ? "" : normal(name);
    }
  }

  /** The totals in ascending order. */
  private static double[] totals(List<RankingEntry> entries) {
    return entries.stream().mapToDouble(RankingEntry::total).sorted().toArray();
  }

  /**
   * The place that an enterprise would have with another result among the others; by search.
   *
   * @param stage that it would be in
   */
  public Rank place(String uscc, String stage, double total) {
    RankingEntry own = byCode.get(uscc);
    double[] peers = stages.getOrDefault(stage, NOBODY);
    RankingEntry ownPeer = own != null && own.stage().equals(stage) ? own : null;
    return new Rank(
        1 + better(totals, total, own),
        totals.length + (own == null ? 1 : 0),
        1 + better(peers, total, ownPeer),
        peers.length + (ownPeer == null ? 1 : 0));
  }

  /** How many of some totals are greater, its own of the ranking left out. */
  private static int better(double[] sorted, double total, @Nullable RankingEntry own) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] > total) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    int greater = sorted.length - low;
    return own != null && own.total() > total ? greater - 1 : greater;
  }

  /** The entries in display order. */
  public List<RankingEntry> entries() {
    return entries;
  }

  /**
   * The enterprises whose name or code contains a text, regardless of case and width: first exact
   * matches, then prefixes, then the others, each in display order.
   */
  List<RankingEntry> find(String text) {
    String wanted = normal(text);
    String code = wanted.toUpperCase(Locale.ROOT);
    var same = new ArrayList<RankingEntry>();
    var beginning = new ArrayList<RankingEntry>();
    var holding = new ArrayList<RankingEntry>();
    for (int i = 0; i < names.length; i++) {
      RankingEntry entry = entries.get(i);
      int place = Math.max(place(names[i], wanted), place(entry.uscc(), code));
      switch (place) {
        case 3 -> same.add(entry);
        case 2 -> beginning.add(entry);
        case 1 -> holding.add(entry);
        default -> {}
      }
    }
    same.addAll(beginning);
    same.addAll(holding);
    return same;
  }

  private static int place(String text, String wanted) {
    int at = text.indexOf(wanted);
    if (at != 0) {
      return at < 0 ? 0 : 1;
    }
    return text.length() == wanted.length() ? 3 : 2;
  }

  /** Normalizes full-width letters, brackets and spaces, so that they do not prevent a match. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", "");
  }
}
