package innovation.points.datasets;

import innovation.points.datasets.internal.Cell;
import innovation.points.datasets.internal.FileFault;
import innovation.points.datasets.internal.Row;
import innovation.points.datasets.internal.Table;
import innovation.points.datasets.internal.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of a file that was chosen, and its header. */
record Sheet(Table table, Header header) {

  private static final int SEARCHED = 30;

  /**
   * Chooses the first table whose header has everything, else the one whose header has most.
   *
   * @throws FileFault where no table can be read, or all are empty
   */
  static Optional<Sheet> choose(HeaderMatcher matcher, List<Table> tables)
      throws IOException, FileFault {
    Sheet best = null;
    int most = 0;
    FileFault fault = null;
    List<Row> seen = new ArrayList<>();
    for (Table table : tables) {
      List<Row> top;
      try {
        top = top(table);
      } catch (FileFault e) {
        fault = fault == null ? e : fault;
        continue;
      }
      seen.addAll(top);
      Optional<Candidate> candidate = header(matcher, top);
      if (candidate.isEmpty() || candidate.get().recognised() <= most) {
        continue;
      }
      Candidate found = candidate.get();
      most = found.recognised();
      best =
          new Sheet(table, Header.of(matcher, found.row(), found.lastRow(), found.declaredUnit()));
      if (best.header().complete()) {
        return Optional.of(best);
      }
    }
    if (best == null && fault != null) {
      throw fault;
    }
    if (best == null) {
      refuse(seen);
    }
    return Optional.ofNullable(best);
  }

  private static void refuse(List<Row> seen) throws FileFault {
    if (seen.isEmpty()) {
      throw FileFault.empty("文件里没有内容。");
    }
    if (seen.stream().flatMap(row -> row.cells().stream()).anyMatch(Sheet::garbled)) {
      throw FileFault.unreadable("文件里的汉字在以前另存时已损坏（显示为乱码），无法还原；请从原始表格重新另存为“CSV UTF-8”或 xlsx 后再传。");
    }
  }

  /** 统一 as it looks after a wrong decoding, and what the replacement of characters leaves. */
  private static boolean garbled(Cell cell) {
    String text = cell.shown();
    return Text.damaged(text)
        || text.contains("缁熶竴")
        || text.contains("Í³Ò»")
        || text.contains("ç»Ÿä¸€")
        || text.contains("????");
  }

  /** The first rows that are not blank. */
  private static List<Row> top(Table table) throws IOException, FileFault {
    List<Row> rows = new ArrayList<>();
    table.forEachRow(
        row -> {
          if (!row.blank()) {
            rows.add(row);
          }
          return rows.size() < SEARCHED;
        });
    return rows;
  }

  private record Candidate(Row row, int lastRow, String declaredUnit, int recognised) {}

  /** The row with most known columns, or two rows of which the upper fills the lower one's gaps. */
  private static Optional<Candidate> header(HeaderMatcher matcher, List<Row> rows) {
    Candidate best = null;
    String unit = "";
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      int alone = Header.recognised(matcher, row);
      if (alone > 0 && (best == null || alone > best.recognised())) {
        best = new Candidate(row, row.number(), unit, alone);
      }
      unit = declaredUnit(row, unit);
    }
    for (int i = 0; i + 1 < rows.size(); i++) {
      Row below = rows.get(i + 1);
      Row both = new Row(rows.get(i).number(), merged(rows.get(i), below));
      int together = Header.recognised(matcher, both);
      if (best != null && together > best.recognised()) {
        best = new Candidate(both, below.number(), best.declaredUnit(), together);
      }
    }
    return Optional.ofNullable(best);
  }

  private static String declaredUnit(Row row, String before) {
    String unit = before;
    for (Cell cell : row.cells()) {
      String declared = HeaderName.declaredUnit(cell.shown());
      unit = declared.isEmpty() ? unit : declared;
    }
    return unit;
  }

  private static List<Cell> merged(Row upper, Row lower) {
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      cells.add(lower.cell(i).blank() ? upper.cell(i) : lower.cell(i));
    }
    return cells;
  }
}
