package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.MergedAreas;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import innovation.points.datasets.reading.sheet.StruckOut;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One sheet of an OpenDocument spreadsheet, read row by row. */
final class OdsTable implements SheetTable {

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;
  private static final int MOST_COMMENTS = 10_000;

  private final OdsBook book;
  private final int index;
  private final String name;
  private final BitSet hiddenColumns = new BitSet();
  private final Set<Note> notes = new LinkedHashSet<>();

  OdsTable(OdsBook book, int index, String name) {
    this.book = book;
    this.index = index;
    this.name = name;
  }

  @Override
  public Origin origin() {
    return new Origin("ods", null, null, name, false);
  }

  @Override
  public BitSet hiddenColumns() {
    return hiddenColumns;
  }

  @Override
  public List<Note> notes() {
    return Stream.concat(book.pages().stream(), notes.stream()).toList();
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException, FileFault {
    OdsBook.content(
        book.file(),
        xml -> {
          int table = -1;
          while (XmlReading.nextStart(xml)) {
            if (xml.getLocalName().equals("table") && ++table == index) {
              new Pass(xml).run(visitor);
              return true;
            }
          }
          return false;
        });
  }

  /** The state of one pass. */
  private final class Pass {
    private final XMLStreamReader xml;
    private final MergedAreas areas = new MergedAreas();
    private final MergedAreas.Pass merged = areas.pass();
    private final BitSet struck = new BitSet();
    private int row;
    private int column;

    /** The comment on the last cell; empty where it has none. */
    private String comment = "";

    Pass(XMLStreamReader xml) {
      this.xml = xml;
    }

    void run(Visitor visitor) throws IOException, XMLStreamException, FileFault {
      int depth = 1;
      while (depth > 0) {
        int event = XmlReading.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT) {
          depth -= xml.getLocalName().equals("table") ? 1 : 0;
        } else if (event == XMLStreamConstants.START_ELEMENT) {
          switch (xml.getLocalName()) {
            case "table" -> depth++;
            case "table-column" -> column();
            case "table-row" -> {
              if (!rows(visitor)) {
                return;
              }
            }
            default -> {}
          }
        }
      }
    }

    private void column() {
      int repeated = repeated("number-columns-repeated");
      if (!XmlReading.attribute(xml, "visibility").matches("|visible")) {
        hiddenColumns.set(column, Math.min(LAST_COLUMN, column + repeated));
      }
      column = Math.min(LAST_COLUMN, column + repeated);
    }

    private int repeated(String attribute) {
      return Math.max(1, CellNumbers.whole(XmlReading.attribute(xml, attribute)));
    }

    private boolean rows(Visitor visitor) throws IOException, XMLStreamException, FileFault {
      int repeated = repeated("number-rows-repeated");
      boolean hidden = !XmlReading.attribute(xml, "visibility").matches("|visible");
      struck.clear();
      List<SheetCell> cells = cells();
      String broken = StruckOut.sentence(cells, struck);
      SheetRow first = new SheetRow(row + 1, cells, hidden, broken);
      if (first.blank()) {
        row += repeated;
        return row < LAST_ROW;
      }
      for (int i = 0; i < repeated && row < LAST_ROW; i++) {
        row++;
        SheetRow same = new SheetRow(row, first.cells(), hidden, broken);
        if (!visitor.row(merged.spread(same))) {
          return false;
        }
      }
      return true;
    }

    private List<SheetCell> cells() throws XMLStreamException, FileFault {
      List<SheetCell> cells = new ArrayList<>();
      int blanks = 0;
      while (true) {
        int event = XmlReading.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("table-row")) {
          return cells;
        }
        if (event != XMLStreamConstants.START_ELEMENT
            || !xml.getLocalName().endsWith("table-cell")) {
          continue;
        }
        int repeated = repeated("number-columns-repeated");
        int across = repeated("number-columns-spanned");
        int down = repeated("number-rows-spanned");
        boolean crossedOut = book.isStruck(XmlReading.attribute(xml, "style-name"));
        SheetCell cell = cell();
        if (!comment.isEmpty() && notes.size() < MOST_COMMENTS) {
          notes.add(Note.comment(row + 1, cells.size() + blanks, comment));
        }
        if (cell.blank()) {
          blanks = Math.min(LAST_COLUMN, blanks + repeated);
          continue;
        }
        while (blanks > 0) {
          cells.add(SheetCell.Text.EMPTY);
          blanks--;
        }
        if (cells.size() + (long) repeated > LAST_COLUMN) {
          throw FileFault.unreadable("第 %d 行超过 16384 列，文件已损坏；请用表格软件重新另存后再传。".formatted(row + 1));
        }
        if (repeated == 1) {
          areas.add(row, cells.size(), row + down - 1, cells.size() + across - 1);
        }
        for (int i = 0; i < repeated; i++) {
          struck.set(cells.size(), crossedOut);
          cells.add(cell);
        }
      }
    }

    private SheetCell cell() throws XMLStreamException {
      String type = XmlReading.attribute(xml, "value-type");
      String value = XmlReading.attribute(xml, "value");
      String day = XmlReading.attribute(xml, "date-value");
      String flag = XmlReading.attribute(xml, "boolean-value");
      String formula = XmlReading.attribute(xml, "formula");
      String currency = XmlReading.attribute(xml, "currency");
      Optional<String> content = content();
      String text = content.orElse("");
      boolean zero = CellText.number(value).filter(v -> v == 0).isPresent();
      if (!formula.isEmpty()
          && (type.isEmpty() || (!book.computed() && (zero || flag.equals("false"))))) {
        return new SheetCell.Uncomputed("=" + formula.replaceFirst("^of:=?", ""));
      }
      return switch (type) {
        case "float", "percentage", "currency" -> figure(type, value, content, currency);
        case "date" -> day(day, text);
        case "boolean" -> new SheetCell.Bool(flag.equals("true"));
        default -> text.isEmpty() ? SheetCell.Text.EMPTY : new SheetCell.Text(text);
      };
    }

    private static SheetCell figure(
        String type, String value, Optional<String> content, String currency) {
      Optional<Double> number = CellText.number(value);
      String text = content.orElse("");
      if (number.isEmpty()) {
        return new SheetCell.Text(text);
      }
      double figure = number.get();
      if (type.equals("percentage")) {
        return new SheetCell.Formatted(
            figure, new NumberFormat("0%", NumberFormat.Effect.PERCENT, "%"));
      }
      if (!currency.isEmpty() && !currency.matches("(?i)cny|rmb")) {
        return new SheetCell.Formatted(
            figure, new NumberFormat(text, NumberFormat.Effect.WORDS, currency));
      }
      if (content.isEmpty() || (text.isEmpty() && figure == 0)) {
        return new SheetCell.Figure(figure); // libraries write the value alone
      }
      if (CellNumbers.shows(text, figure)) {
        return padded(text)
            ? new SheetCell.Formatted(
                figure,
                new NumberFormat(text.replaceAll("[0-9]", "0"), NumberFormat.Effect.PADDED, ""))
            : new SheetCell.Figure(figure);
      }
      return shown(text, figure);
    }

    private static boolean padded(String text) {
      return text.length() > 1 && text.matches("0[0-9]+");
    }

    /** What the cell shows is not the figure: it is scaled, or has words beside it. */
    private static SheetCell shown(String text, double figure) {
      String words = text.replaceAll("[0-9.,\\s()+\\-−eE¥￥]", "");
      String digits = text.replaceAll("[^0-9.\\-eE+]", "");
      boolean minus = text.matches(".*[-−(（].*");
      boolean same =
          CellNumbers.shows(digits, figure) || (minus && CellNumbers.shows(digits, -figure));
      if (text.isEmpty() || (!same && CellNumbers.shows(digits, -figure))) {
        return new SheetCell.Formatted(
            figure, new NumberFormat(text, NumberFormat.Effect.HIDDEN, ""));
      }
      if (same && words.isEmpty()) {
        return new SheetCell.Figure(figure);
      }
      NumberFormat.Effect effect = same ? NumberFormat.Effect.WORDS : NumberFormat.Effect.SCALED;
      return new SheetCell.Formatted(figure, new NumberFormat(text, effect, words));
    }

    private static SheetCell day(String value, String text) {
      try {
        if (value.length() <= 10) {
          return new SheetCell.Day(LocalDate.parse(value));
        }
        LocalDateTime time = LocalDateTime.parse(value);
        return new SheetCell.Day(time.toLocalDate(), time.toLocalTime().toSecondOfDay());
      } catch (DateTimeException e) {
        return new SheetCell.Text(text);
      }
    }

    /** The paragraphs of a comment, without who wrote it and when. */
    private String annotation() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      while (true) {
        int event = XmlReading.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("annotation")) {
          return text.toString();
        }
        if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("p")) {
          text.append(text.isEmpty() ? "" : "\n").append(XmlReading.text(xml));
        }
      }
    }

    /** The paragraphs of the cell that has just started; leaves the reader at its end. */
    private Optional<String> content() throws XMLStreamException {
      StringBuilder text = new StringBuilder();
      boolean any = false;
      comment = "";
      while (true) {
        int event = XmlReading.next(xml);
        if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().endsWith("table-cell")) {
          return any ? Optional.of(text.toString()) : Optional.empty();
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          any |= xml.getLocalName().equals("p");
          if (xml.getLocalName().equals("annotation")) {
            comment = annotation();
          } else if (xml.getLocalName().equals("p") && text.length() < XmlReading.LONGEST_TEXT) {
            String words = XmlReading.text(xml, book::standsApart);
            text.append(text.isEmpty() ? "" : "\n").append(words);
          }
        }
      }
    }
  }
}
