package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.FormatCode;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.CommonObjectDataSubRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FontRecord;
import org.apache.poi.hssf.record.FooterRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.HeaderRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NoteRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.ObjRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.hssf.record.TextObjectRecord;
import org.apache.poi.hssf.record.common.FormatRun;
import org.apache.poi.hssf.record.common.UnicodeString;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** Gathers the sheets of a BIFF8 workbook from its records, in the order of the stream. */
final class XlsRecords implements HSSFListener {

  private static final SheetCell UNCOMPUTED = new SheetCell.Uncomputed("=…");

  private final List<BoundSheetRecord> sheets = new ArrayList<>();
  private final Map<Integer, FormatCode> formats = new HashMap<>();
  private final List<Integer> styles = new ArrayList<>();
  private final List<XlsTable> tables = new ArrayList<>();
  private final List<BoundSheetRecord> ofTables = new ArrayList<>();
  private final BitSet struckFonts = new BitSet();
  private final BitSet apartFonts = new BitSet();
  private final BitSet struckStyles = new BitSet();
  private final boolean computed;
  private int fonts;

  /** The texts of comments by the number of their shape, and the shape that was last. */
  private final Map<Integer, String> texts = new HashMap<>();

  private int shape;
  private boolean epoch1904;
  private @Nullable SSTRecord strings;
  private @Nullable XlsTable table;
  private @Nullable CellValueRecordInterface awaitsString;
  private int depth;
  private int sheet = -1;

  /**
   * For one workbook.
   *
   * @param computed whether a spreadsheet program computed the results of its formulas
   */
  XlsRecords(boolean computed) {
    this.computed = computed;
  }

  XlsBook book() throws FileFault {
    List<SheetTable> visible = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    boolean anyVisible = ofTables.stream().anyMatch(s -> !s.isHidden() && !s.isVeryHidden());
    for (int i = 0; i < tables.size(); i++) {
      BoundSheetRecord bound = ofTables.get(i);
      if (anyVisible && (bound.isHidden() || bound.isVeryHidden())) {
        hidden.add(bound.getSheetname());
      } else {
        visible.add(tables.get(i));
      }
    }
    return XlsBook.of(visible, hidden);
  }

  @Override
  public void processRecord(Record record) {
    switch (record) {
      case BOFRecord begin -> begin(begin);
      case org.apache.poi.hssf.record.EOFRecord end -> end();
      case BoundSheetRecord bound -> sheets.add(bound);
      case DateWindow1904Record window -> epoch1904 = window.getWindowing() == 1;
      case SSTRecord sst -> strings = sst;
      case FormatRecord format ->
          formats.put(format.getIndexCode(), FormatCode.of(format.getFormatString()));
      case ExtendedFormatRecord style -> {
        struckStyles.set(styles.size(), struckFonts.get(font(style.getFontIndex())));
        styles.add((int) style.getFormatIndex());
      }
      case FontRecord font -> {
        struckFonts.set(fonts, font.isStruckout());
        apartFonts.set(fonts++, font.isStruckout() || font.getSuperSubScript() != 0);
      }
      default -> {
        if (table != null && depth == 1) {
          ofSheet(table, record);
        }
      }
    }
  }

  /** A chart inside a sheet has a beginning and an end of its own. */
  private void begin(BOFRecord begin) {
    depth++;
    if (depth > 1 || begin.getType() == BOFRecord.TYPE_WORKBOOK) {
      return;
    }
    sheet++;
    table = null;
    List<BoundSheetRecord> ordered = List.of(BoundSheetRecord.orderByBofPosition(sheets));
    if (begin.getType() == BOFRecord.TYPE_WORKSHEET && sheet < ordered.size()) {
      BoundSheetRecord bound = ordered.get(sheet);
      table = new XlsTable(bound.getSheetname(), epoch1904);
      tables.add(table);
      ofTables.add(bound);
    }
  }

  private void end() {
    depth--;
    if (depth == 0) {
      table = null;
    }
  }

  private void ofSheet(XlsTable into, Record record) {
    switch (record) {
      case HeaderRecord header -> SheetLayout.page(into.notes(), "页眉", header.getText());
      case FooterRecord footer -> SheetLayout.page(into.notes(), "页脚", footer.getText());
      case ObjRecord object
          when object.getSubRecords().getFirst() instanceof CommonObjectDataSubRecord common ->
          shape = common.getObjectId();
      case TextObjectRecord text -> texts.put(shape, text.getStr().getString());
      case NoteRecord note ->
          into.notes()
              .add(
                  SheetTable.Note.comment(
                      note.getRow() + 1,
                      note.getColumn(),
                      texts.getOrDefault(note.getShapeId(), "")));
      case RowRecord row when row.getZeroHeight() -> into.hideRow(row.getRowNumber());
      case ColumnInfoRecord column when column.getHidden() ->
          into.hiddenColumns()
              .set(column.getFirstColumn(), Math.min(256, column.getLastColumn() + 1));
      case MergeCellsRecord merge -> {
        for (int i = 0; i < merge.getNumAreas(); i++) {
          CellRangeAddress area = merge.getAreaAt(i);
          into.merged()
              .add(
                  area.getFirstRow(),
                  area.getFirstColumn(),
                  area.getLastRow(),
                  area.getLastColumn());
        }
      }
      case NumberRecord number -> put(into, number, figure(number.getValue(), number));
      case LabelSSTRecord label -> put(into, label, text(label.getSSTIndex()));
      case LabelRecord label -> put(into, label, new SheetCell.Text(label.getValue()));
      case BoolErrRecord flag ->
          put(
              into,
              flag,
              flag.isBoolean()
                  ? new SheetCell.Bool(flag.getBooleanValue())
                  : fault(flag.getErrorValue()));
      case FormulaRecord formula -> formula(into, formula);
      case StringRecord string -> {
        if (awaitsString != null) {
          put(into, awaitsString, new SheetCell.Text(string.getString()));
          awaitsString = null;
        }
      }
      default -> {}
    }
  }

  private SheetCell text(int index) {
    return strings == null
        ? SheetCell.Text.EMPTY
        : new SheetCell.Text(text(strings.getString(index)));
  }

  /** A text in which what is crossed out or raised stands apart. */
  private String text(UnicodeString string) {
    String words = string.getString();
    if (string.getFormatRunCount() == 0) {
      return words;
    }
    StringBuilder text = new StringBuilder();
    int from = 0;
    boolean apart = false;
    for (int i = 0; i <= string.getFormatRunCount(); i++) {
      FormatRun run = i < string.getFormatRunCount() ? string.getFormatRun(i) : null;
      int to =
          run == null ? words.length() : Math.clamp(run.getCharacterPos(), from, words.length());
      String part = words.substring(from, to);
      text.append(apart ? " " + part + " " : part);
      apart = run != null && apartFonts.get(font(run.getFontIndex()));
      from = to;
    }
    return text.toString().strip();
  }

  /** There is no font of number 4. */
  private static int font(int index) {
    return index > 4 ? index - 1 : index;
  }

  private static SheetCell fault(int code) {
    return new SheetCell.Fault(
        FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#N/A");
  }

  private SheetCell figure(double value, CellValueRecordInterface cell) {
    int style = cell.getXFIndex();
    int format = style < styles.size() ? styles.get(style) : 0;
    return NumberFormats.cell(value, NumberFormats.builtIn(format, formats), epoch1904);
  }

  private void formula(XlsTable into, FormulaRecord formula) {
    switch (formula.getCachedResultTypeEnum()) {
      case STRING -> {
        awaitsString = formula; // where a program computed a text, its record follows
        put(into, formula, computed ? SheetCell.Text.EMPTY : UNCOMPUTED);
      }
      case BOOLEAN -> {
        boolean flag = formula.getCachedBooleanValue();
        put(into, formula, flag || computed ? new SheetCell.Bool(flag) : UNCOMPUTED);
      }
      case ERROR -> put(into, formula, fault(formula.getCachedErrorValue()));
      default -> {
        boolean never = formula.getValue() == 0 && (formula.isCalcOnLoad() || !computed);
        put(into, formula, never ? UNCOMPUTED : figure(formula.getValue(), formula));
      }
    }
  }

  private void put(XlsTable into, CellValueRecordInterface at, SheetCell cell) {
    into.put(at.getRow(), at.getColumn(), cell);
    if (struckStyles.get(at.getXFIndex())) {
      into.strike(at.getRow(), at.getColumn());
    }
  }
}
