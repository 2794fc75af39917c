package innovation.points.recompute.segment;

import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the results of a segment in order, as many as the memory takes at a time, and writes each
 * such sorted run. Not thread-safe.
 */
public final class RunWriter {

  /** Rows with the facts of each: some 30 MB. */
  private static final int LONGEST = 10_000;

  private final int segment;
  private final List<String> categories;
  private final PublicCards shown;
  private final Workspace workspace;
  private final List<Ranked> ranked = new ArrayList<>();
  private final List<ScoreRow> others = new ArrayList<>();
  private final List<SortedRun> runs = new ArrayList<>();

  private record Ranked(RankedRow candidate, ScoreRow row) {}

  public RunWriter(int segment, Rulebook rulebook, Workspace workspace) {
    this.segment = segment;
    this.categories = rulebook.categories().stream().map(Category::id).toList();
    this.shown = PublicCards.of(rulebook);
    this.workspace = workspace;
  }

  /**
   * Adds a result.
   *
   * @param ranks whether it takes part in the ranking
   */
  public void add(ScoreRow row, boolean ranks) {
    if (ranks) {
      ranked.add(new Ranked(RankedRow.of(row, categories, shown), row));
    } else {
      others.add(row);
    }
    if (ranked.size() + others.size() == LONGEST) {
      writeRun();
    }
  }

  /** Writes what is left; to be called once. */
  public List<SortedRun> finish() {
    if (!ranked.isEmpty() || !others.isEmpty()) {
      writeRun();
    }
    return List.copyOf(runs);
  }

  private void writeRun() {
    List<Ranked> inOrder = inOrder();
    List<ScoreRow> rows = new ArrayList<>(inOrder.stream().map(Ranked::row).toList());
    rows.addAll(others);
    var run = new SortedRun(segment, runs.size(), rows.size(), ranked.size());
    SortedRun.ROWS.write(workspace, run.file("rows"), rows);
    RankedRow.RECORDS.write(
        workspace, run.file("entries"), inOrder.stream().map(Ranked::candidate).toList());
    SortedRun.CODES.write(
        workspace,
        run.file("roster"),
        rows.stream().map(ScoreRow::uscc).sorted(ScoresTable.ORDER).toList());
    runs.add(run);
    ranked.clear();
    others.clear();
  }

  private List<Ranked> inOrder() {
    var ranking =
        Ranking.of(
            ranked.stream()
                .map(Ranked::candidate)
                .map(RankedRow::entry)
                .map(one -> new Ranking.Entry(one.uscc(), one.stage(), one.total()))
                .toList());
    return IntStream.range(0, ranking.size())
        .mapToObj(place -> ranked.get(ranking.at(place)))
        .toList();
  }
}
