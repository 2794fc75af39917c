package innovation.points.datasets.checking;

import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.header.Choice;
import innovation.points.datasets.reading.header.FurtherTables;
import innovation.points.datasets.reading.header.Question;
import innovation.points.datasets.reading.header.Sheet;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The first pass over the rows: where the table ends, which table of the sheet is read, and which
 * keys repeat.
 *
 * @param problems what holds the file
 * @param warnings tables of the sheet that are not read
 */
record Survey(
    Sheet sheet, RowChecker checker, List<FileProblem> problems, List<FileProblem> warnings) {

  private static final int MOST_ROWS = 1_000_000;

  Survey {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /**
   * Goes through the sheet once, and once more where another of its tables is the one.
   *
   * @throws FileFault where there are no rows, or too many
   */
  static Survey of(UploadKey key, Question question, Sheet main, Known known)
      throws IOException, FileFault {
    FurtherTables further = new FurtherTables(question, main);
    RowChecker checker = new RowChecker(key, question, main, further.repeatedTitles(), known);
    int rows = remember(main, checker, further::take);
    Choice choice = further.choice();
    Sheet chosen = choice.sheet();
    if (chosen.header().lastRow() == main.header().lastRow()) {
      checker.endAt(chosen.end());
    } else {
      chosen = Choice.again(question, chosen);
      checker = new RowChecker(key, question, chosen, new BitSet(), known);
      rows = remember(chosen, checker, row -> true);
    }
    if (rows == 0) {
      throw FileFault.empty("表头下面一行数据也没有。");
    }
    checker.remembered();
    return new Survey(chosen, checker, choice.problems(), choice.warnings());
  }

  private static int remember(Sheet sheet, RowChecker checker, Predicate<SheetRow> own)
      throws IOException, FileFault {
    int[] rows = {0};
    sheet
        .table()
        .forEachRow(
            row -> {
              if (own.test(row) && checker.remember(row)) {
                rows[0]++;
              }
              return rows[0] <= MOST_ROWS;
            });
    if (rows[0] > MOST_ROWS) {
      throw FileFault.tooLarge("一个文件应不超过 1000000 行数据，这里超过了；请拆成几个文件上传。");
    }
    return rows[0];
  }
}
