package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.MergedAreas;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One sheet of a workbook, read row by row. */
final class XlsxTable implements SheetTable {

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;

  private final XlsxBook book;
  private final String name;
  private final String part;
  private final SheetLayout layout;

  XlsxTable(XlsxBook book, String name, String part, SheetLayout layout) {
    this.book = book;
    this.name = name;
    this.part = part;
    this.layout = layout;
  }

  @Override
  public BitSet hiddenColumns() {
    return layout.hiddenColumns();
  }

  @Override
  public Origin origin() {
    return new Origin("xlsx", null, null, name, book.epoch1904());
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException, FileFault {
    XlsxBook.reading(
        book.file(),
        zip -> XlsxBook.part(zip, part, xml -> new SheetReader(xml).read(visitor), false));
  }

  /** The state of one pass. */
  private final class SheetReader {
    private final XMLStreamReader xml;
    private int row;

    SheetReader(XMLStreamReader xml) {
      this.xml = xml;
    }

    boolean read(Visitor visitor) throws IOException, XMLStreamException, FileFault {
      MergedAreas.Pass merged = layout.merged().isEmpty() ? null : layout.merged().pass();
      while (XmlReading.nextStart(xml)) {
        if (xml.getLocalName().equals("row")) {
          row = rowNumber(XmlReading.attribute(xml, "r"));
          boolean hidden = XmlReading.truth(XmlReading.attribute(xml, "hidden"));
          SheetRow read = new SheetRow(row, cells(), hidden, "");
          if (!visitor.row(merged == null ? read : merged.spread(read))) {
            return false;
          }
        }
      }
      return true;
    }

    private int rowNumber(String reference) throws FileFault {
      int number = reference.isEmpty() ? row + 1 : CellNumbers.whole(reference);
      if (number <= row || number > LAST_ROW) {
        throw FileFault.unreadable(
            "工作表第 %d 行之后的行号“%s”不对，文件已损坏；请用表格软件重新另存后再传。".formatted(row, CellText.cut(reference)));
      }
      return number;
    }

    /** The cells of the row that has just started, up to its end. */
    private List<SheetCell> cells() throws XMLStreamException, FileFault {
      List<SheetCell> cells = new ArrayList<>();
      int column = -1;
      while (true) {
        int event = XmlReading.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
          return cells;
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
          column = column(XmlReading.attribute(xml, "r"), column);
          SheetCell cell = cell();
          while (cells.size() <= column) {
            cells.add(SheetCell.Text.EMPTY);
          }
          cells.set(column, cell);
        }
      }
    }

    private int column(String reference, int before) throws FileFault {
      int column = before + 1;
      if (!reference.isEmpty()) {
        int letters = 0;
        int length = 0;
        while (length < reference.length() && length < 4 && letter(reference.charAt(length))) {
          letters = letters * 26 + (reference.charAt(length) - 'A' + 1);
          length++;
        }
        column = letters - 1;
      }
      if (column < 0 || column >= LAST_COLUMN) {
        throw FileFault.unreadable(
            "第 %d 行的单元格位置“%s”不对，文件已损坏；请用表格软件重新另存后再传。".formatted(row, CellText.cut(reference)));
      }
      return column;
    }

    private static boolean letter(char c) {
      return c >= 'A' && c <= 'Z';
    }

    private SheetCell cell() throws XMLStreamException {
      String type = XmlReading.attribute(xml, "t");
      int style = CellNumbers.whole(XmlReading.attribute(xml, "s"));
      String value = "";
      String formula = "";
      while (true) {
        int event = XmlReading.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
          return cell(type, style, value, formula);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "v", "is" -> value = XmlReading.text(xml);
            case "f" -> formula = "=" + XmlReading.text(xml);
            default -> {}
          }
        }
      }
    }

    private SheetCell cell(String type, int style, String value, String formula) {
      if (value.isEmpty()) {
        boolean uncalculated = !formula.isEmpty() && !type.equals("str");
        return uncalculated ? new SheetCell.Uncomputed(formula) : SheetCell.Text.EMPTY;
      }
      if (!formula.isEmpty() && !book.computed() && zero(type, value)) {
        return new SheetCell.Uncomputed(formula);
      }
      return switch (type) {
        case "s" ->
            new SheetCell.Text(CellText.unescaped(book.strings().get(CellNumbers.whole(value))));
        case "str", "inlineStr" -> new SheetCell.Text(CellText.unescaped(value));
        case "d" -> new SheetCell.Text(value);
        case "b" -> flag(value.strip());
        case "e" -> new SheetCell.Fault(value);
        default -> number(style, value);
      };
    }

    /** What a library writes beside a formula that it cannot compute. */
    private static boolean zero(String type, String value) {
      return switch (type) {
        case "", "n" -> CellText.number(value.strip()).filter(v -> v == 0).isPresent();
        case "b" -> !XmlReading.truth(value.strip());
        default -> false;
      };
    }

    private static SheetCell flag(String value) {
      boolean known = XmlReading.truth(value) || value.equals("0") || value.equals("false");
      return known ? new SheetCell.Bool(XmlReading.truth(value)) : new SheetCell.Text(value);
    }

    private SheetCell number(int style, String value) {
      return CellText.number(value.strip())
          .map(n -> NumberFormats.cell(n, book.formats().of(style), book.epoch1904()))
          .orElseGet(() -> new SheetCell.Text(value));
    }
  }
}
