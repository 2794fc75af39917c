package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.container.TableFile;
import innovation.points.datasets.reading.header.Choice;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.HeaderMatcher;
import innovation.points.datasets.reading.header.Question;
import innovation.points.datasets.reading.header.Said;
import innovation.points.datasets.reading.header.Sheet;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a file against the catalogue and says everything that is wrong with it (contract §1).
 *
 * <p>The file is gone through twice, row by row: once for the keys that repeat, once for all else.
 * Only the first problems are kept in memory; {@code ReportWriter} writes them all. Stateless, so
 * safe for any number of threads.
 */
public final class FileChecker {

  private final Catalogue catalogue;

  public FileChecker(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Checks the whole file. A bad file is a result, not an exception.
   *
   * @param file must stay in place as long as the result is read from
   * @param roster of the key's year, {@link Roster#NONE} where the zone has none
   * @throws IOException only where the file system fails
   */
  public CheckedFile check(UploadKey key, Path file, Roster roster) throws IOException {
    return check(key, file, Known.of(roster));
  }

  /** The same, compared with all that is known. */
  public CheckedFile check(UploadKey key, Path file, Known known) throws IOException {
    return check(key, file, known, Said.NOTHING, _ -> {});
  }

  /**
   * The same, with all its rows.
   *
   * @param said what people said of the file
   * @param rows takes every row as it is checked, before the file as a whole is judged; where the
   *     result {@linkplain CheckedFile#hasRows has no rows}, those that were handed over mean
   *     nothing
   */
  public CheckedFile check(
      UploadKey key, Path file, Known known, Said said, CheckedRow.Visitor rows)
      throws IOException {
    Dataset dataset =
        catalogue
            .dataset(key.dataset())
            .orElseThrow(() -> new IllegalArgumentException("no dataset " + key.dataset()));
    ProblemTally tally = new ProblemTally(said.confirmed());
    Question question = new Question(new HeaderMatcher(dataset, said), key.year(), key.filename());
    try {
      TableFile tables = TableFile.open(file);
      Optional<Choice> choice = Choice.of(question, tables);
      if (choice.isPresent()) {
        return check(key, question, choice.get(), tables, known, tally, rows);
      }
      tally.add(noHeader(dataset, tables));
    } catch (FileFault fault) {
      tally.add(problem(fault));
    }
    return new CheckedFile(tally, null, null);
  }

  private CheckedFile check(
      UploadKey key,
      Question question,
      Choice among,
      TableFile tables,
      Known known,
      ProblemTally tally,
      CheckedRow.Visitor rows)
      throws IOException {
    Dataset dataset = question.matcher().dataset();
    ReadingSentence reading = new ReadingSentence(tables, among);
    try {
      Survey survey = Survey.of(key, question, among.sheet(), known);
      Sheet sheet = survey.sheet();
      Header header = sheet.header();
      Optional<FileProblem> otherDataset =
          question.matcher().said().confirmed()
              ? Optional.empty()
              : OtherDataset.of(catalogue, question, sheet);
      otherDataset.ifPresent(tally::add);
      if (otherDataset.isEmpty()) {
        header.problems().forEach(tally::add);
      }
      header.warnings().forEach(tally::add);
      Stream.of(among.problems(), survey.problems(), among.warnings(), survey.warnings())
          .flatMap(List::stream)
          .forEach(tally::add);
      Choice.otherYear(sheet, key.year()).ifPresent(tally::add);
      if (!known.roster().known() && !dataset.isRoster()) {
        tally.add(noRoster(key));
      }
      RowChecker checker = survey.checker();
      Suspicion suspicion = new Suspicion(key, dataset, known, unitsDiffer(header));
      sheet.table().forEachRow(checking(checker, counting(tally, suspicion, rows)));
      suspicion.problems().forEach(tally::add);
      return new CheckedFile(
          tally,
          reading.of(sheet, tally, survey.meant()),
          visitor -> again(sheet.table(), checker, visitor));
    } catch (FileFault fault) {
      among.sheet().header().problems().forEach(tally::add);
      among.sheet().header().warnings().forEach(tally::add);
      tally.add(problem(fault));
      return new CheckedFile(tally, reading.of(among.sheet(), tally, List.of()), null);
    }
  }

  private static boolean unitsDiffer(Header header) {
    return header.warnings().stream().anyMatch(w -> w.code() == ProblemCode.UNITS_DIFFER);
  }

  private static SheetTable.Visitor checking(RowChecker checker, CheckedRow.Visitor visitor) {
    return new SheetTable.Visitor() {
      @Override
      public boolean row(SheetRow row) throws IOException {
        visitor.row(checker.check(row));
        return true;
      }

      @Override
      public boolean plain(PlainRow row) throws IOException {
        if (!checker.isGood(row)) {
          return row(row.sheetRow());
        }
        visitor.good(checker.good());
        return true;
      }
    };
  }

  private static CheckedRow.Visitor counting(
      ProblemTally tally, Suspicion suspicion, CheckedRow.Visitor rows) {
    return new CheckedRow.Visitor() {
      @Override
      public void row(CheckedRow row) throws IOException {
        suspicion.look(row);
        tally.add(row);
        rows.row(row);
      }

      @Override
      public void good(GoodRow row) throws IOException {
        suspicion.look(row);
        tally.add(row);
        rows.good(row);
      }
    };
  }

  private static void again(SheetTable table, RowChecker checker, CheckedRow.Visitor visitor)
      throws IOException {
    try {
      table.forEachRow(checking(checker, visitor));
    } catch (FileFault fault) {
      throw new IOException("the file changed while it was read", fault);
    }
  }

  private static FileProblem noHeader(Dataset dataset, TableFile tables) throws IOException {
    if (tables.traditional()) {
      return FileProblem.ofFile(
          ProblemCode.UNREADABLE,
          "文件的文字编码像是 Big5（繁体中文），系统不读；请用表格软件打开、改为简体列名后另存为 xlsx 或“CSV UTF-8”再传。");
    }
    String titles =
        String.join(
            "、", dataset.fields().stream().filter(Field::required).map(Field::title).toList());
    return FileProblem.ofFile(
        ProblemCode.MISSING_COLUMN,
        "前 30 行里没有找到“%s”的表头；表头应有必需的列：%s；%s。"
            .formatted(
                dataset.title(),
                titles,
                tables.hiddenSheets().isEmpty()
                    ? "请按模板补上表头后再传"
                    : "隐藏的工作表“%s”没有读取，如数据在里面，请取消隐藏后再传"
                        .formatted(String.join("、", tables.hiddenSheets()))));
  }

  private static FileProblem noRoster(UploadKey key) {
    return FileProblem.ofFile(
        ProblemCode.NOT_ON_ROSTER, "还没有 %d 年企业名录，本文件的企业没有与名录核对。".formatted(key.year()));
  }

  private static FileProblem problem(FileFault fault) {
    ProblemCode code =
        switch (fault.kind()) {
          case UNREADABLE -> ProblemCode.UNREADABLE;
          case TOO_LARGE -> ProblemCode.TOO_LARGE;
          case EMPTY -> ProblemCode.EMPTY;
        };
    return FileProblem.ofFile(code, fault.sentence());
  }
}
