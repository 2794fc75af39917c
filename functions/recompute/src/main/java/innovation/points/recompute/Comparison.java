package innovation.points.recompute;

import innovation.points.store.scores.Changes;
import innovation.points.store.scores.Changes.Move;
import innovation.points.store.scores.Changes.Standing;
import innovation.points.store.scores.RankingEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a ranking changes against another. */
final class Comparison {

  private Comparison() {}

  /**
   * Compares two rankings of one year.
   *
   * @param against the generation of {@code before}; null where there was none
   */
  static Changes of(@Nullable String against, List<RankingEntry> before, List<RankingEntry> after) {
    Map<String, RankingEntry> left = new LinkedHashMap<>();
    before.forEach(entry -> left.put(entry.uscc(), entry));
    var moves = new ArrayList<Move>();
    int entered = 0;
    int stageMoved = 0;
    int rankMoved = 0;
    int totalMoved = 0;
    for (RankingEntry now : after) {
      RankingEntry then = left.remove(now.uscc());
      if (then == null) {
        entered++;
        moves.add(new Move(now.uscc(), now.name(), null, standing(now)));
        continue;
      }
      boolean stage = !then.stage().equals(now.stage());
      boolean rank = then.rank().overall() != now.rank().overall();
      boolean total = then.total() != now.total();
      stageMoved += stage ? 1 : 0;
      rankMoved += rank ? 1 : 0;
      totalMoved += total ? 1 : 0;
      if (stage || rank || total) {
        moves.add(new Move(now.uscc(), now.name(), standing(then), standing(now)));
      }
    }
    left.values()
        .forEach(then -> moves.add(new Move(then.uscc(), then.name(), standing(then), null)));
    moves.sort(Comparator.comparingInt(Comparison::size).reversed().thenComparing(Move::uscc));
    return new Changes(
        against,
        entered,
        left.size(),
        stageMoved,
        rankMoved,
        totalMoved,
        against == null ? List.of() : moves.stream().limit(Changes.MOST).toList());
  }

  private static Standing standing(RankingEntry entry) {
    return new Standing(entry.rank().overall(), entry.stage(), entry.total());
  }

  /** Who enters or leaves moves most; then who moves most places. */
  private static int size(Move move) {
    Standing before = move.before();
    Standing after = move.after();
    return before == null || after == null
        ? Integer.MAX_VALUE
        : Math.abs(before.overall() - after.overall());
  }
}
