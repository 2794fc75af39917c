package innovation.points.recompute.segment;

import innovation.points.store.run.Difference;
import innovation.points.store.run.RunChanges.Kind;
import innovation.points.store.run.RunChanges.Move;
import innovation.points.store.run.RunChanges.Standing;
import innovation.points.store.run.RunChanges.Thresholds;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.Reason;
import innovation.points.store.scores.Reason.Part;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares a run with the published results: takes its rows part by part, and reads the published
 * ones. Not thread-safe.
 */
public final class Comparison {

  /** The largest moves first. */
  public static final Comparator<Move> ORDER =
      Comparator.comparingInt(Comparison::size).reversed().thenComparing(Move::uscc);

  private final ScoresTable scores;
  private final @Nullable String against;
  private final Thresholds thresholds;
  private final Difference difference;
  private final List<Move> moves = new ArrayList<>();
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);

  /**
   * Compares with a generation.
   *
   * @param against null where the year has none: then all have entered, and none is listed
   */
  public Comparison(
      ScoresTable scores, @Nullable String against, Thresholds thresholds, Difference difference) {
    this.scores = scores;
    this.against = against;
    this.thresholds = thresholds;
    this.difference = difference;
  }

  /** Adds rows of the run, with their ranks. */
  void add(List<ScoreRow> rows) {
    if (against == null) {
      rows.stream().filter(ScoreRow::ranked).forEach(_ -> count(Kind.ENTERED));
      return;
    }
    Map<String, ScoreRow> published =
        scores.rows(against, rows.stream().map(ScoreRow::uscc).toList());
    for (ScoreRow row : rows) {
      compare(published.get(row.uscc()), row);
    }
  }

  /** Adds published enterprises that are no longer on the roster. */
  public void struckOff(List<String> usccs) {
    if (against != null) {
      scores.rows(against, usccs).values().forEach(row -> compare(row, null));
    }
  }

  /** The moves since this was last called, in {@link #ORDER}. */
  public List<Move> moves() {
    moves.sort(ORDER);
    List<Move> sorted = List.copyOf(moves);
    moves.clear();
    return sorted;
  }

  /** How many moves of each kind there were in all. */
  public Map<Kind, Integer> counts() {
    return Map.copyOf(counts);
  }

  private void compare(@Nullable ScoreRow before, @Nullable ScoreRow after) {
    Card then = before == null ? null : before.card();
    Card now = after == null ? null : after.card();
    Set<Kind> kinds = kinds(then, now);
    Card shown = now == null ? then : now;
    if (kinds.isEmpty() || shown == null) {
      return;
    }
    kinds.forEach(this::count);
    moves.add(
        new Move(
            shown.uscc(),
            shown.name(),
            List.copyOf(kinds),
            then == null ? null : Standing.of(then),
            now == null ? null : Standing.of(now),
            reasons(before, after)));
  }

  private Set<Kind> kinds(@Nullable Card then, @Nullable Card now) {
    var kinds = EnumSet.noneOf(Kind.class);
    Rank before = then == null ? null : then.rank();
    Rank after = now == null ? null : now.rank();
    if (before == null && after != null) {
      kinds.add(Kind.ENTERED);
    }
    if (before != null && after == null) {
      kinds.add(Kind.LEFT);
    }
    if (before != null && after != null && moved(before, after) > thresholds.rank()) {
      kinds.add(Kind.RANK);
    }
    if (then != null && now != null) {
      String stage = then.stage();
      if (stage != null && now.stage() != null && !stage.equals(now.stage())) {
        kinds.add(Kind.STAGE);
      }
      if (moved(then.total(), now.total())) {
        kinds.add(Kind.TOTAL);
      }
    }
    return kinds;
  }

  /** Totals have two places: their difference is computed in decimals. */
  private boolean moved(@Nullable Double then, @Nullable Double now) {
    return then != null
        && now != null
        && BigDecimal.valueOf(then)
                .subtract(BigDecimal.valueOf(now))
                .abs()
                .compareTo(BigDecimal.valueOf(thresholds.total()))
            > 0;
  }

  private List<Reason> reasons(@Nullable ScoreRow before, @Nullable ScoreRow after) {
    if (before == null) {
      return List.of(Reason.of(Part.ROSTER, "新列入本年度企业名录"));
    }
    if (after == null) {
      return List.of(Reason.of(Part.ROSTER, "已不在本年度企业名录中"));
    }
    var reasons = new ArrayList<Reason>();
    if (before.status() == ScoreStatus.SCORED
        && after.status() == ScoreStatus.SCORED
        && before.ranked() != after.ranked()) {
      reasons.add(
          Reason.of(
              Part.COVERAGE,
              "数据覆盖率由 %s 变为 %s，%s"
                  .formatted(
                      percent(before.coverage()),
                      percent(after.coverage()),
                      after.ranked() ? "达到参与排名的要求" : "未达到参与排名的要求")));
    }
    reasons.addAll(difference.between(before, after));
    return reasons.isEmpty() ? List.of(Reason.of(Part.OTHERS, "本企业结果未变，名次随其他企业变动")) : reasons;
  }

  private static String percent(@Nullable Double share) {
    return share == null
        ? "未知"
        : BigDecimal.valueOf(share).movePointRight(2).setScale(1, RoundingMode.DOWN) + "%";
  }

  private void count(Kind kind) {
    counts.merge(kind, 1, Integer::sum);
  }

  /** Enterprises that enter or leave first; then by places moved. */
  private static int size(Move move) {
    Integer before = overall(move.before());
    Integer after = overall(move.after());
    if (before == null && after == null) {
      return 0;
    }
    return before == null || after == null ? Integer.MAX_VALUE : Math.abs(before - after);
  }

  /** In places among all, or within the stage where either has no other. */
  private static int moved(Rank before, Rank after) {
    Integer was = before.overall();
    Integer is = after.overall();
    return was == null || is == null
        ? Math.abs(before.stage() - after.stage())
        : Math.abs(was - is);
  }

  private static @Nullable Integer overall(@Nullable Standing standing) {
    return standing == null ? null : standing.overall();
  }
}
