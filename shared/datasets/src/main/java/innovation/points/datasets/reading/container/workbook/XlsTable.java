package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.MergedAreas;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import innovation.points.datasets.reading.sheet.StruckOut;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One sheet of a BIFF8 workbook, kept in memory: it has at most 65 536 rows. */
final class XlsTable implements SheetTable {

  private final String name;
  private final boolean epoch1904;
  private final Map<Integer, List<SheetCell>> rows = new TreeMap<>();
  private final Map<Integer, BitSet> struck = new HashMap<>();
  private final List<Note> notes = new ArrayList<>();
  private final BitSet hiddenRows = new BitSet();
  private final BitSet hiddenColumns = new BitSet();
  private final MergedAreas merged = new MergedAreas();

  XlsTable(String name, boolean epoch1904) {
    this.name = name;
    this.epoch1904 = epoch1904;
  }

  /** Row and column from 0. */
  void put(int row, int column, SheetCell cell) {
    List<SheetCell> cells = rows.computeIfAbsent(row, r -> new ArrayList<>());
    while (cells.size() <= column) {
      cells.add(SheetCell.Text.EMPTY);
    }
    cells.set(column, cell);
  }

  /** Marks a cell that is crossed out. */
  void strike(int row, int column) {
    struck.computeIfAbsent(row, r -> new BitSet()).set(column);
  }

  @Override
  public List<Note> notes() {
    return notes;
  }

  void hideRow(int row) {
    hiddenRows.set(row);
  }

  MergedAreas merged() {
    return merged;
  }

  @Override
  public Origin origin() {
    return new Origin("xls", null, null, name, epoch1904);
  }

  @Override
  public BitSet hiddenColumns() {
    return hiddenColumns;
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException {
    MergedAreas.Pass pass = merged.pass();
    for (Map.Entry<Integer, List<SheetCell>> row : rows.entrySet()) {
      int number = row.getKey() + 1;
      boolean hidden = hiddenRows.get(row.getKey());
      BitSet crossedOut = struck.getOrDefault(row.getKey(), new BitSet());
      String broken = StruckOut.sentence(row.getValue(), crossedOut);
      if (!visitor.row(pass.spread(new SheetRow(number, row.getValue(), hidden, broken)))) {
        return;
      }
    }
  }
}
