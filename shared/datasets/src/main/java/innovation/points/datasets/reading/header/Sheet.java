package innovation.points.datasets.reading.header;

import innovation.points.datasets.reading.container.CellText;
import innovation.points.datasets.reading.container.FileFault;
import innovation.points.datasets.reading.container.SheetCell;
import innovation.points.datasets.reading.container.SheetRow;
import innovation.points.datasets.reading.container.SheetTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of a file that was chosen, and its header. */
public record Sheet(SheetTable table, Header header) {

  private static final int SEARCHED = 30;

  /**
   * Chooses the first table whose header has everything, else the one whose header has most.
   *
   * @throws FileFault where no table can be read, or all are empty
   */
  public static Optional<Sheet> choose(HeaderMatcher matcher, List<SheetTable> tables)
      throws IOException, FileFault {
    Sheet best = null;
    int most = 0;
    FileFault fault = null;
    List<SheetRow> seen = new ArrayList<>();
    for (SheetTable table : tables) {
      List<SheetRow> top;
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

  private static void refuse(List<SheetRow> seen) throws FileFault {
    if (seen.isEmpty()) {
      throw FileFault.empty("文件里没有内容。");
    }
    if (seen.stream().flatMap(row -> row.cells().stream()).anyMatch(Sheet::garbled)) {
      throw FileFault.unreadable("文件里的汉字在以前另存时已损坏（显示为乱码），无法还原；请从原始表格重新另存为“CSV UTF-8”或 xlsx 后再传。");
    }
  }

  /** 统一 as it looks after a wrong decoding, and what the replacement of characters leaves. */
  private static boolean garbled(SheetCell cell) {
    String text = cell.shown();
    return CellText.damaged(text)
        || text.contains("缁熶竴")
        || text.contains("Í³Ò»")
        || text.contains("ç»Ÿä¸€")
        || text.contains("????");
  }

  /** The first rows that are not blank. */
  private static List<SheetRow> top(SheetTable table) throws IOException, FileFault {
    List<SheetRow> rows = new ArrayList<>();
    table.forEachRow(
        row -> {
          if (!row.blank()) {
            rows.add(row);
          }
          return rows.size() < SEARCHED;
        });
    return rows;
  }

  private record Candidate(SheetRow row, int lastRow, String declaredUnit, int recognised) {}

  /** The row with most known columns, or two rows of which the upper fills the lower one's gaps. */
  private static Optional<Candidate> header(HeaderMatcher matcher, List<SheetRow> rows) {
    Candidate best = null;
    String unit = "";
    for (int i = 0; i < rows.size(); i++) {
      SheetRow row = rows.get(i);
      int alone = Header.recognised(matcher, row);
      if (alone > 0 && (best == null || alone > best.recognised())) {
        best = new Candidate(row, row.number(), unit, alone);
      }
      unit = declaredUnit(row, unit);
    }
    for (int i = 0; i + 1 < rows.size(); i++) {
      SheetRow below = rows.get(i + 1);
      SheetRow both = new SheetRow(rows.get(i).number(), merged(rows.get(i), below));
      int together = Header.recognised(matcher, both);
      if (best != null && together > best.recognised()) {
        best = new Candidate(both, below.number(), best.declaredUnit(), together);
      }
    }
    return Optional.ofNullable(best);
  }

  private static String declaredUnit(SheetRow row, String before) {
    String unit = before;
    for (SheetCell cell : row.cells()) {
      String declared = HeaderName.declaredUnit(cell.shown());
      unit = declared.isEmpty() ? unit : declared;
    }
    return unit;
  }

  private static List<SheetCell> merged(SheetRow upper, SheetRow lower) {
    List<SheetCell> cells = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.cells().size(), lower.cells().size()); i++) {
      cells.add(lower.cell(i).blank() ? upper.cell(i) : lower.cell(i));
    }
    return cells;
  }
}
