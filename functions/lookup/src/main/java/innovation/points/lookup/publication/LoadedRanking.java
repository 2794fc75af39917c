package innovation.points.lookup.publication;

import innovation.points.store.publication.RankingEntry;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A complete ranking in memory, with its search texts. Immutable. */
public final class LoadedRanking {
  private final List<RankingEntry> entries;
  private final String[] names;
  private final YearFigures figures;

  LoadedRanking(List<RankingEntry> entries) {
    this.entries = List.copyOf(entries);
    this.figures = new YearFigures(this.entries);
    this.names = new String[entries.size()];
    for (int i = 0; i < names.length; i++) {
      String name = this.entries.get(i).name();
      names[i] = name == null ? "" : normal(name);
    }
  }

  YearFigures figures() {
    return figures;
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
