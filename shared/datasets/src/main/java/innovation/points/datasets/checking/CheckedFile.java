package innovation.points.datasets.checking;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemGroup;
import innovation.points.datasets.reading.header.Reading;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a file. For its rows it reads the file again, which must stay in place and
 * unchanged, or what was {@linkplain #withRows kept of it}.
 */
public final class CheckedFile {

  /** What becomes of the file's rows. */
  public enum Status {
    /** All are taken. */
    ACCEPTED,
    /** Some are taken. */
    PARTIAL,
    /**
     * None is taken until a person has said what the file is, and the facts stay as they were: what
     * holds it stands among the problems.
     */
    HELD,
    /**
     * None is taken, and the facts stay as they were: the file as a whole is at fault, or not one
     * of its rows is good.
     */
    REJECTED
  }

  /** Goes through the rows of the file once more. */
  public interface Pass {
    void forEachRow(CheckedRow.Visitor visitor) throws IOException;
  }

  private final ProblemTally tally;
  private final @Nullable Reading reading;
  private final @Nullable Pass pass;

  CheckedFile(ProblemTally tally, @Nullable Reading reading, @Nullable Pass pass) {
    this.tally = tally;
    this.reading = reading;
    this.pass = pass;
  }

  /**
   * The same with its rows from elsewhere, so that the file is not read again; none where it has
   * none.
   */
  public CheckedFile withRows(Pass rows) {
    return hasRows() ? new CheckedFile(tally, reading, rows) : this;
  }

  /** Adds what is to be said of the file that the file alone does not show. */
  public void warn(FileProblem warning) {
    tally.add(warning);
  }

  public Status status() {
    if (tally.fileFault()) {
      return Status.REJECTED;
    }
    if (tally.held()) {
      return Status.HELD;
    }
    if (tally.accepted() == 0) {
      return Status.REJECTED;
    }
    return tally.accepted() == tally.rows() ? Status.ACCEPTED : Status.PARTIAL;
  }

  /** Rows below the header that are not blank. */
  public int rows() {
    return tally.rows();
  }

  /** Rows that are taken; 0 where the file is rejected or held. */
  public int accepted() {
    return tally.fileFault() || tally.held() ? 0 : tally.accepted();
  }

  /** Rows that are not taken. */
  public int rejected() {
    return rows() - accepted();
  }

  /** Errors, those of the whole file first, then in the order of the rows; at most 1000. */
  public List<FileProblem> problems() {
    return tally.problems();
  }

  /** Warnings in the same order; at most 1000. */
  public List<FileProblem> warnings() {
    return tally.warnings();
  }

  /** How many errors there are in all; {@link #problems()} may hold fewer. */
  public long problemCount() {
    return tally.problemCount();
  }

  /** How many warnings there are in all; {@link #warnings()} may hold fewer. */
  public long warningCount() {
    return tally.warningCount();
  }

  /** All errors and warnings, counted by kind and column, errors first; never cut. */
  public List<ProblemGroup> groups() {
    return tally.groups();
  }

  /** How the file was understood; empty where no header was found. */
  public Optional<Reading> reading() {
    return Optional.ofNullable(reading);
  }

  /**
   * Reads the file again and hands over its good rows in the order of the file; none where the file
   * is rejected or held.
   */
  public void forEachAccepted(Consumer<AcceptedRow> consumer) throws IOException {
    if (status() == Status.REJECTED || status() == Status.HELD) {
      return;
    }
    forEachRow(
        row -> {
          if (row.accepted()) {
            consumer.accept(row.toAccepted());
          }
        });
  }

  /** What concerns no single row, errors and warnings; never cut. */
  public List<FileProblem> ofFile() {
    return tally.ofFile();
  }

  /** Whether the file has rows that can be read again. */
  public boolean hasRows() {
    return pass != null;
  }

  /** How many columns the file has. */
  public int width() {
    return tally.width();
  }

  /** Reads the file again, every row of it with what is wrong in it. */
  public void forEachRow(CheckedRow.Visitor visitor) throws IOException {
    if (pass != null) {
      pass.forEachRow(visitor);
    }
  }
}
