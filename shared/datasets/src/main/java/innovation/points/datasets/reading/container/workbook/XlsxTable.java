package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.KeptRows;
import innovation.points.datasets.reading.sheet.MergedAreas;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import innovation.points.datasets.reading.sheet.StruckOut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One sheet of a workbook, read row by row. */
final class XlsxTable implements SheetTable {

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;

  private static final byte[] DATA = MarkupBytes.literal("<sheetData>");

  private final XlsxBook book;
  private final String name;
  private final String part;
  private @Nullable Content content;

  XlsxTable(XlsxBook book, String name, String part) {
    this.book = book;
    this.name = name;
    this.part = part;
  }

  /** What the sheet holds, up to what is wrong with it. */
  private record Content(KeptRows rows, SheetLayout layout, @Nullable FileFault fault) {}

  @Override
  public BitSet hiddenColumns() {
    return content == null ? new BitSet() : content.layout().hiddenColumns();
  }

  @Override
  public List<Note> notes() {
    return content == null ? List.of() : List.copyOf(content.layout().notes());
  }

  @Override
  public Origin origin() {
    return new Origin("xlsx", null, null, name, book.epoch1904());
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException, FileFault {
    Content read = content();
    MergedAreas merged = read.layout().merged();
    boolean all = read.rows().forEachRow(merged.isEmpty() ? visitor : spread(merged, visitor));
    FileFault fault = read.fault();
    if (all && fault != null) {
      throw fault;
    }
  }

  private static Visitor spread(MergedAreas merged, Visitor visitor) {
    MergedAreas.Pass pass = merged.pass();
    return row -> visitor.row(pass.spread(row));
  }

  /** The sheet is read once: its merged areas stand behind its rows. */
  private Content content() throws IOException {
    Content read = content == null ? read() : content;
    content = read;
    return read;
  }

  private Content read() throws IOException {
    var rows = new KeptRows();
    var layout = new SheetLayout();
    FileFault fault = null;
    try {
      XlsxBook.reading(
          book.file(),
          zip -> {
            layout.notes().addAll(XlsxBook.comments(zip, part));
            return XlsxBook.content(zip, part, in -> read(in, rows, layout), false);
          });
    } catch (FileFault e) {
      fault = e;
    }
    return new Content(rows, layout, fault);
  }

  /** Rows from their bytes, as long as they are plainly written; what is around them as XML. */
  private boolean read(InputStream in, KeptRows rows, SheetLayout layout)
      throws IOException, XMLStreamException, FileFault {
    MarkupBytes markup = new MarkupBytes(in);
    String root = XlsxRows.root(markup, "worksheet");
    String head = root.isEmpty() ? "" : markup.until(DATA);
    if (head.isEmpty() || head.contains("<!") || head.contains("<?")) {
      markup.again();
      return XmlReading.read(markup.rest(""), xml -> new SheetReader(xml, 0, layout).read(rows));
    }
    byte[] empty = (root + head + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8);
    XmlReading.read(
        new ByteArrayInputStream(empty), xml -> new SheetReader(xml, 0, layout).read(rows));
    XlsxRows plain = new XlsxRows(markup, root, book);
    plain.forEach(rows);
    return XmlReading.read(
        markup.rest(root + "<sheetData>"),
        xml -> new SheetReader(xml, plain.last(), layout).read(rows));
  }

  /** The state of one pass. */
  private final class SheetReader {
    private final XMLStreamReader xml;
    private final SheetLayout layout;
    private final XlsxCells cells;
    private final BitSet struck = new BitSet();

    /** Of the last cell. */
    private int style;

    private int row;

    SheetReader(XMLStreamReader xml, int row, SheetLayout layout) {
      this.xml = xml;
      this.row = row;
      this.layout = layout;
      this.cells = new XlsxCells(book);
    }

    boolean read(Visitor visitor) throws IOException, XMLStreamException, FileFault {
      while (XmlReading.nextStart(xml)) {
        if (xml.getLocalName().equals("row")) {
          row = rowNumber(XmlReading.attribute(xml, "r"));
          boolean hidden =
              XmlReading.truth(XmlReading.attribute(xml, "hidden"))
                  || SheetLayout.nothing(XmlReading.attribute(xml, "ht"));
          struck.clear();
          List<SheetCell> cells = cells();
          if (!visitor.row(new SheetRow(row, cells, hidden, StruckOut.sentence(cells, struck)))) {
            return false;
          }
        } else {
          layout.take(xml);
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
          struck.set(column, book.formats().isStruck(style));
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
      style = CellNumbers.whole(XmlReading.attribute(xml, "s"));
      String value = "";
      String formula = "";
      while (true) {
        int event = XmlReading.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
          return cells.cell(type, style, value, formula);
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
  }
}
