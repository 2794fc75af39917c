package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.container.FileFault;
import innovation.points.datasets.reading.container.SheetRow;
import innovation.points.datasets.reading.container.SheetTable;
import innovation.points.datasets.reading.container.TableFile;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.header.HeaderMatcher;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.reading.header.Sheet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a file against the catalogue and says everything that is wrong with it (contract §1).
 *
 * <p>The file is gone through twice, row by row: once for the keys that repeat, once for all else.
 * Only the first problems are kept in memory; {@code ReportWriter} writes them all. Stateless, so
 * safe for any number of threads.
 */
public final class FileChecker {

  private static final int MOST_ROWS = 1_000_000;

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
    Dataset dataset =
        catalogue
            .dataset(key.dataset())
            .orElseThrow(() -> new IllegalArgumentException("no dataset " + key.dataset()));
    ProblemTally tally = new ProblemTally();
    try {
      Optional<Sheet> sheet = Sheet.choose(new HeaderMatcher(dataset), TableFile.candidates(file));
      if (sheet.isPresent()) {
        return check(key, dataset, sheet.get(), roster, tally);
      }
      tally.add(noHeader(dataset));
    } catch (FileFault fault) {
      tally.add(problem(fault));
    }
    return new CheckedFile(tally, null, null);
  }

  private static CheckedFile check(
      UploadKey key, Dataset dataset, Sheet sheet, Roster roster, ProblemTally tally)
      throws IOException {
    Header header = sheet.header();
    header.problems().forEach(tally::add);
    header.warnings().forEach(tally::add);
    Reading reading = reading(sheet);
    RowChecker checker = new RowChecker(key, dataset, sheet, roster);
    try {
      remember(sheet, checker);
      if (!roster.known() && !dataset.id().equals("enterprises")) {
        tally.add(noRoster(key));
      }
      sheet.table().forEachRow(row -> take(tally, checker.check(row)));
    } catch (FileFault fault) {
      tally.add(problem(fault));
      return new CheckedFile(tally, reading, null);
    }
    return new CheckedFile(tally, reading, visitor -> again(sheet.table(), checker, visitor));
  }

  private static boolean take(ProblemTally tally, CheckedRow row) {
    tally.add(row);
    return true;
  }

  private static void remember(Sheet sheet, RowChecker checker) throws IOException, FileFault {
    int[] rows = {0};
    sheet
        .table()
        .forEachRow(
            row -> {
              if (row.number() > sheet.header().lastRow() && !row.blank()) {
                rows[0]++;
                checker.remember(row);
              }
              return rows[0] <= MOST_ROWS;
            });
    if (rows[0] > MOST_ROWS) {
      throw FileFault.tooLarge("一个文件应不超过 1000000 行数据，这里超过了；请拆成几个文件上传。");
    }
    if (rows[0] == 0) {
      throw FileFault.empty("表头下面一行数据也没有。");
    }
    checker.remembered();
  }

  private static void again(SheetTable table, RowChecker checker, CheckedRow.Visitor visitor)
      throws IOException {
    try {
      table.forEachRow(
          (SheetRow row) -> {
            visitor.row(checker.check(row));
            return true;
          });
    } catch (FileFault fault) {
      throw new IOException("the file changed while it was read", fault);
    }
  }

  private static Reading reading(Sheet sheet) {
    SheetTable.Origin origin = sheet.table().origin();
    Character separator = origin.separator();
    return new Reading(
        origin.format(),
        origin.encoding(),
        separator == null ? null : separator.toString(),
        origin.sheet(),
        sheet.header().lastRow(),
        sheet.header().columns());
  }

  private static FileProblem noHeader(Dataset dataset) {
    String titles =
        String.join(
            "、", dataset.fields().stream().filter(Field::required).map(Field::title).toList());
    return FileProblem.ofFile(
        ProblemCode.MISSING_COLUMN,
        "前 30 行里没有找到“%s”的表头；表头应有必需的列：%s。".formatted(dataset.title(), titles));
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
