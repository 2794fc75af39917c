package innovation.points.recompute.run;

import innovation.points.recompute.segment.Comparison;
import innovation.points.recompute.segment.RosterCheck;
import innovation.points.recompute.segment.RunTables;
import innovation.points.recompute.segment.SegmentMoves;
import innovation.points.recompute.segment.SortedRun;
import innovation.points.recompute.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the enterprises that are published and no longer on the roster, and leaves their moves in
 * the workspace as sorted files. Used once, by one thread.
 */
final class LeftRoster {

  /** Enterprises read in one batch. */
  private static final int PART = 500;

  /** Moves sorted in one batch. */
  private static final int LONGEST = 10_000;

  private final Comparison comparison;
  private final Workspace workspace;
  private final List<String> waiting = new ArrayList<>(PART);
  private final List<String> files = new ArrayList<>();
  private int compared;

  LeftRoster(Comparison comparison, Workspace workspace) {
    this.comparison = comparison;
    this.workspace = workspace;
  }

  /**
   * Finds them.
   *
   * @return the files
   */
  List<String> find(String published, RunTables tables, List<SortedRun> runs) {
    try (var roster = GenerationCheck.roster(runs, workspace)) {
      var check = new RosterCheck(roster, _ -> {}, this::add);
      tables.scores().generationEnterprises(published, check::found);
    }
    compare();
    writeFile();
    return List.copyOf(files);
  }

  private void add(String uscc) {
    waiting.add(uscc);
    if (waiting.size() == PART) {
      compare();
    }
  }

  private void compare() {
    comparison.struckOff(waiting);
    compared += waiting.size();
    waiting.clear();
    if (compared >= LONGEST) {
      writeFile();
    }
  }

  private void writeFile() {
    String file = "moves-off-%04d".formatted(files.size());
    SegmentMoves.MOVES.write(workspace, file, comparison.moves());
    files.add(file);
    compared = 0;
  }
}
