package innovation.points.datasets.checking;

import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.Choice;
import innovation.points.datasets.reading.header.FurtherTables;
import innovation.points.datasets.reading.header.Question;
import innovation.points.datasets.reading.header.Sheet;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first pass over the rows: where the table ends, which table of the sheet is read, and which
 * keys repeat.
 *
 * @param problems what holds the file
 * @param warnings tables of the sheet that are not read
 * @param meant the places of its tables that could be meant, where there are several
 */
record Survey(
    Sheet sheet,
    RowChecker checker,
    List<FileProblem> problems,
    List<FileProblem> warnings,
    List<String> meant) {

  private static final int NAMED = 5;
  private static final int MOST_ROWS = 1_000_000;

  Survey {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
    meant = List.copyOf(meant);
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
    int rows = remember(main, checker, Optional.of(further));
    Choice choice = further.choice();
    Sheet chosen = choice.sheet();
    if (chosen.header().lastRow() == main.header().lastRow()) {
      checker.endAt(chosen.end());
    } else {
      chosen = chosen.block().equals(main.block()) ? chosen : Choice.again(question, chosen);
      checker = new RowChecker(key, question, chosen, new BitSet(), known);
      rows = remember(chosen, checker, Optional.empty());
    }
    List<FileProblem> problems = new ArrayList<>(choice.problems());
    List<FileProblem> warnings = new ArrayList<>(choice.warnings());
    int end = chosen.end();
    Sheet noted =
        chosen.withNotes(
            question, checker.notes().stream().filter(note -> note.number() < end).toList());
    boolean otherYear = rows == 0 && !checker.otherPeriods().isEmpty();
    if (!noted.equals(chosen) || otherYear) {
      String said = checker.otherPeriod();
      chosen = noted;
      checker = new RowChecker(key, question, noted, further.repeatedTitles(), known);
      checker.endAt(noted.end());
      if (otherYear) {
        checker.takeAllPeriods();
        problems.add(otherYear(key.year(), said));
      }
      rows = remember(chosen, checker, Optional.empty());
    }
    if (!checker.otherPeriods().isEmpty()) {
      warnings.add(notRead(checker, key.year()));
    }
    if (rows == 0) {
      throw FileFault.empty("表头下面应有数据，这里一行也没有；请填写后再传。");
    }
    checker.remembered();
    return new Survey(chosen, checker, problems, warnings, choice.meant());
  }

  private static FileProblem otherYear(int year, String said) {
    return FileProblem.ofFile(
        ProblemCode.OTHER_YEAR, "应为 %d 年全年的数据，这里%s；请确认是否传错了年度，或改正后再传。".formatted(year, said));
  }

  private static FileProblem notRead(RowChecker checker, int year) {
    List<Integer> rows = checker.otherPeriods();
    String first = rows.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining("、"));
    return FileProblem.ofFile(
        ProblemCode.TABLE_NOT_READ,
        "不是 %d 年全年的 %d 行没有读取（第 %s 行%s）：%s。"
            .formatted(
                year, rows.size(), first, rows.size() > NAMED ? "等" : "", checker.otherPeriod()));
  }

  private static int remember(Sheet sheet, RowChecker checker, Optional<FurtherTables> further)
      throws IOException, FileFault {
    int[] rows = {0};
    sheet
        .table()
        .forEachRow(
            new SheetTable.Visitor() {
              @Override
              public boolean row(SheetRow row) {
                boolean own = further.isEmpty() || further.get().take(row);
                return count(own && checker.remember(row));
              }

              @Override
              public boolean plain(PlainRow row) {
                if (!checker.hasKey(row)) {
                  return row(row.sheetRow());
                }
                boolean own = further.isEmpty() || further.get().takeCode();
                return count(own && checker.remember(row));
              }

              private boolean count(boolean data) {
                rows[0] += data ? 1 : 0;
                return rows[0] <= MOST_ROWS;
              }
            });
    if (rows[0] > MOST_ROWS) {
      throw FileFault.tooLarge("一个文件应不超过 1000000 行数据，这里超过了；请拆成几个文件上传。");
    }
    return rows[0];
  }
}
