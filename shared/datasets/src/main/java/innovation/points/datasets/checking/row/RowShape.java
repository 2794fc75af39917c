package innovation.points.datasets.checking.row;

import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether the cells of a row of a delimited text stand where the header says. */
public final class RowShape {

  private static final Pattern HEAD = Pattern.compile("[+-]?[0-9]{1,3}");
  private static final Pattern TAIL = Pattern.compile("[0-9]{3}(\\.[0-9]+)?");

  private final Header header;
  private final boolean delimited;
  private final int lastRead;

  /** Of the rows of a table. */
  public RowShape(Header header, boolean delimited) {
    this.header = header;
    this.delimited = delimited;
    this.lastRead =
        header.positions().values().stream().mapToInt(Integer::intValue).max().orElse(-1);
  }

  /** Why the cells may be in the wrong columns; none where they are not. */
  public Optional<FileProblem> broken(SheetRow row) {
    if (!row.broken().isEmpty()) {
      return Optional.of(problem(row, null, null, row.broken()));
    }
    if (!delimited) {
      return Optional.empty();
    }
    if (row.width() > header.width()) {
      return Optional.of(tooLong(row));
    }
    int at = row.cells().size() == header.cells() ? -1 : thousands(row.cells());
    return at < 0
        ? Optional.empty()
        : Optional.of(
            problem(
                row,
                SheetRow.letter(at),
                row.cell(at).shown() + "," + row.cell(at + 1).shown(),
                "这一行有 %d 格，表头有 %d 格，像是数字里的千分位逗号没有用引号括起来（“%s,%s”），后面的内容可能错位，没有采用；请去掉千分位逗号后再传。"
                    .formatted(
                        row.cells().size(),
                        header.cells(),
                        row.cell(at).shown(),
                        row.cell(at + 1).shown())));
  }

  /** A row that ends before the last column that is read. */
  public Optional<FileProblem> missing(SheetRow row) {
    int cells = row.cells().size();
    if (!delimited || cells > lastRead) {
      return Optional.empty();
    }
    return Optional.of(
        new FileProblem(
            ProblemCode.MISSING_CELLS,
            row.number(),
            null,
            SheetRow.letter(cells),
            null,
            "这一行只有 %d 格，表头有 %d 格；缺少的 %s 列起按空白处理，请核对。"
                .formatted(cells, header.width(), SheetRow.letter(cells))));
  }

  /** A comma too many shifts the figures behind it into the wrong columns. */
  private FileProblem tooLong(SheetRow row) {
    return problem(
        row,
        SheetRow.letter(header.width()),
        row.cell(row.width() - 1).shown(),
        "这一行应有 %d 列，这里有 %d 列，后面的内容可能错位，没有采用；数字或文字里的分隔符请用引号括起来。"
            .formatted(header.width(), row.width()));
  }

  private static int thousands(List<SheetCell> cells) {
    for (int i = 0; i + 1 < cells.size(); i++) {
      if (HEAD.matcher(cells.get(i).shown().strip()).matches()
          && TAIL.matcher(cells.get(i + 1).shown().strip()).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static FileProblem problem(
      SheetRow row, @Nullable String letter, @Nullable String found, String message) {
    return new FileProblem(ProblemCode.ROW_SHAPE, row.number(), null, letter, found, message);
  }
}
