package innovation.points.store.scores;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a generation holds.
 *
 * @param enterprises on the roster: scored, excluded and incomplete
 * @param ranked scored with enough coverage, and so public
 * @param stages ranked enterprises by stage id
 * @param lists entries by ranking list id, {@link RankingList}
 */
public record Counts(
    int enterprises,
    int scored,
    int ranked,
    int excluded,
    int incomplete,
    SortedMap<String, Integer> stages,
    SortedMap<String, Integer> lists) {

  public Counts(
      int enterprises,
      int scored,
      int ranked,
      int excluded,
      int incomplete,
      Map<String, Integer> stages,
      Map<String, Integer> lists) {
    this(
        enterprises,
        scored,
        ranked,
        excluded,
        incomplete,
        new TreeMap<>(stages),
        new TreeMap<>(lists));
  }
}
