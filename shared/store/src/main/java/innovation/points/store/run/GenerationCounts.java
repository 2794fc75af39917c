package innovation.points.store.run;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a generation holds.
 *
 * @param enterprises on the roster: scored, excluded and incomplete
 * @param ranked scored with enough coverage, and so public
 * @param stages ranked enterprises by stage id
 * @param lists entries by ranking list id, {@code RankingList}
 */
public record GenerationCounts(
    int enterprises,
    int scored,
    int ranked,
    int excluded,
    int incomplete,
    SortedMap<String, Integer> stages,
    SortedMap<String, Integer> lists) {

  public GenerationCounts(
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
