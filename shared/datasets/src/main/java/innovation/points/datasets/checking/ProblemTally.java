package innovation.points.datasets.checking;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.problem.ProblemCode.Severity;
import innovation.points.datasets.problem.ProblemGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts rows and problems as a file is gone through; keeps the first of them. */
final class ProblemTally {

  private static final int KEPT = 1000;
  private static final int ROWS_PER_GROUP = 10;
  private static final int NOTES = 100;

  private record GroupKey(
      ProblemCode code, @Nullable String column, @Nullable String columnLetter) {}

  private static final class Group {
    private final String message;
    private final List<Integer> rows = new ArrayList<>();
    private long count;

    Group(String message) {
      this.message = message;
    }
  }

  private final List<FileProblem> problems = new ArrayList<>();
  private final List<FileProblem> warnings = new ArrayList<>();
  private final Map<GroupKey, Group> groups = new LinkedHashMap<>();
  private final List<FileProblem> ofFile = new ArrayList<>();
  private long problemCount;
  private long warningCount;
  private boolean fileFault;
  private boolean held;
  private int rows;
  private int accepted;
  private int width;
  private int notes;
  private final List<Integer> firstNotes = new ArrayList<>();

  private final boolean confirmed;

  /**
   * Nothing is counted yet.
   *
   * @param confirmed whether a person has said that the file is to be read: what would hold it does
   *     not, but where it is still open which table is meant
   */
  ProblemTally(boolean confirmed) {
    this.confirmed = confirmed;
  }

  void add(CheckedRow row) {
    width = Math.max(width, row.row().width());
    if (row.kind() == CheckedRow.Kind.NOTE) {
      notes++;
      if (firstNotes.size() < NOTES) {
        firstNotes.add(row.row().number());
      }
    }
    if (row.kind() != CheckedRow.Kind.DATA) {
      return;
    }
    rows++;
    if (row.accepted()) {
      accepted++;
    }
    row.problems().forEach(this::add);
    row.warnings().forEach(this::add);
  }

  void add(GoodRow row) {
    width = Math.max(width, row.width());
    rows++;
    accepted++;
  }

  void add(FileProblem problem) {
    Severity severity = problem.code().severity();
    if (confirmed && severity == Severity.HOLD && problem.code() != ProblemCode.SEVERAL_TABLES) {
      return;
    }
    if (severity == Severity.WARNING) {
      warningCount++;
      keep(warnings, problem);
    } else {
      problemCount++;
      keep(problems, problem);
    }
    if (problem.code().ofFile() || problem.row() == null) {
      ofFile.add(problem);
    }
    fileFault |= severity == Severity.FILE;
    held |= severity == Severity.HOLD;
    Group group =
        groups.computeIfAbsent(
            new GroupKey(problem.code(), problem.column(), problem.columnLetter()),
            key -> new Group(problem.message()));
    group.count++;
    if (problem.row() != null && group.rows.size() < ROWS_PER_GROUP) {
      group.rows.add(problem.row());
    }
  }

  private static void keep(List<FileProblem> list, FileProblem problem) {
    if (list.size() < KEPT) {
      list.add(problem);
    }
  }

  boolean fileFault() {
    return fileFault;
  }

  /** Whether something holds the file until a person has said what it is. */
  boolean held() {
    return held;
  }

  int rows() {
    return rows;
  }

  int accepted() {
    return accepted;
  }

  /** The first rows that are notes, totals and the like. */
  List<Integer> firstNotes() {
    return List.copyOf(firstNotes);
  }

  /** The header rows of the tables that are not read. */
  List<Integer> tablesNotRead() {
    List<Integer> rows = new ArrayList<>();
    for (FileProblem problem : ofFile) {
      Integer row = problem.row();
      if (problem.code() == ProblemCode.TABLE_NOT_READ && row != null) {
        rows.add(row);
      }
    }
    return rows;
  }

  int notes() {
    return notes;
  }

  /** How many columns the file has, from A to the last that is not blank. */
  int width() {
    return width;
  }

  /** What concerns no single row, errors and warnings; never cut. */
  List<FileProblem> ofFile() {
    return List.copyOf(ofFile);
  }

  List<FileProblem> problems() {
    return List.copyOf(problems);
  }

  List<FileProblem> warnings() {
    return List.copyOf(warnings);
  }

  long problemCount() {
    return problemCount;
  }

  long warningCount() {
    return warningCount;
  }

  List<ProblemGroup> groups() {
    return groups.entrySet().stream()
        .map(
            entry ->
                new ProblemGroup(
                    entry.getKey().code(),
                    entry.getKey().column(),
                    entry.getKey().columnLetter(),
                    entry.getValue().count,
                    entry.getValue().rows,
                    entry.getValue().message))
        .sorted(Comparator.comparing(group -> group.code().severity()))
        .toList();
  }
}
