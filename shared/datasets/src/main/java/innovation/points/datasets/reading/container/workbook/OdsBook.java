package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An OpenDocument spreadsheet (ODF 1.3): its visible sheets, read from {@code content.xml}. */
public final class OdsBook {

  private static final int MOST_SHEETS = 100;
  private static final String CONTENT = "content.xml";

  private final Path file;
  private final List<SheetTable> tables = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();
  private final Set<String> struckStyles = new HashSet<>();
  private final Set<String> raisedStyles = new HashSet<>();
  private final List<SheetTable.Note> pages = new ArrayList<>();
  private boolean computed;

  private OdsBook(Path file) {
    this.file = file;
  }

  /** Whether the zip is one; whatever else has a {@code content.xml} is a text or a drawing. */
  public static boolean is(Path file) throws IOException, FileFault {
    return XlsxBook.reading(
        file,
        zip -> zip.getEntry(CONTENT) != null && zip.getEntry("META-INF/manifest.xml") != null);
  }

  public static OdsBook open(Path file) throws IOException, FileFault {
    OdsBook book = new OdsBook(file);
    XlsxBook.reading(
        file,
        zip -> {
          book.read(zip);
          return true;
        });
    if (book.tables.isEmpty()) {
      throw FileFault.unreadable("文件里没有工作表，不是表格；请上传 xlsx 或 CSV 表格。");
    }
    return book;
  }

  public List<SheetTable> tables() {
    return List.copyOf(tables);
  }

  public List<String> hiddenSheets() {
    return List.copyOf(hidden);
  }

  Path file() {
    return file;
  }

  /** Whether a style crosses out what it is given to. */
  boolean isStruck(String style) {
    return struckStyles.contains(style);
  }

  /** Whether a style crosses out or raises what it is given to. */
  boolean standsApart(String style) {
    return struckStyles.contains(style) || raisedStyles.contains(style);
  }

  /** Whether the results of formulas are those of a spreadsheet program. */
  boolean computed() {
    return computed;
  }

  private void read(ZipFile zip) throws IOException, XMLStreamException, FileFault {
    boolean encrypted = XlsxBook.part(zip, "META-INF/manifest.xml", OdsBook::encrypted, false);
    if (encrypted) {
      throw FileFault.unreadable("表格设了打开密码，系统读不到内容；请去掉密码另存后再传。");
    }
    computed = XlsxBook.part(zip, "meta.xml", OdsBook::program, false);
    XlsxBook.part(zip, "styles.xml", this::pages, false);
    List<String[]> sheets = XlsxBook.part(zip, CONTENT, this::sheets, List.<String[]>of());
    for (int i = 0; i < sheets.size(); i++) {
      String name = sheets.get(i)[0];
      if (sheets.get(i)[1].isEmpty()) {
        tables.add(new OdsTable(this, i, name));
      } else {
        hidden.add(name);
      }
    }
  }

  private static boolean encrypted(XMLStreamReader xml) throws XMLStreamException {
    while (XmlReading.nextStart(xml)) {
      if (xml.getLocalName().equals("encryption-data")) {
        return true;
      }
    }
    return false;
  }

  private static boolean program(XMLStreamReader xml) throws XMLStreamException {
    while (XmlReading.nextStart(xml)) {
      if (xml.getLocalName().equals("generator")) {
        return XlsxBook.program(XmlReading.text(xml));
      }
    }
    return false;
  }

  private boolean pages(XMLStreamReader xml) throws XMLStreamException {
    while (XmlReading.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "header", "header-first" -> SheetLayout.page(pages, "页眉", XmlReading.text(xml));
        case "footer", "footer-first" -> SheetLayout.page(pages, "页脚", XmlReading.text(xml));
        default -> {}
      }
    }
    return true;
  }

  /** The headers and footers of its pages. */
  List<SheetTable.Note> pages() {
    return pages;
  }

  /** Name and, where the sheet is hidden, a mark. */
  private List<String[]> sheets(XMLStreamReader xml) throws XMLStreamException {
    List<String[]> sheets = new ArrayList<>();
    List<String> hiddenStyles = new ArrayList<>();
    String style = "";
    while (XmlReading.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "style" -> style = XmlReading.attribute(xml, "name");
        case "text-properties" -> {
          String line =
              XmlReading.attribute(xml, "text-line-through-style")
                  + XmlReading.attribute(xml, "text-line-through-type");
          if (!line.isEmpty() && !line.contains("none")) {
            struckStyles.add(style);
          }
          if (!XmlReading.attribute(xml, "text-position").matches("|0%.*")) {
            raisedStyles.add(style);
          }
        }
        case "table-properties" -> {
          if (XmlReading.attribute(xml, "display").equals("false")) {
            hiddenStyles.add(style);
          }
        }
        case "table" -> {
          boolean shown = !hiddenStyles.contains(XmlReading.attribute(xml, "style-name"));
          if (sheets.size() < MOST_SHEETS) {
            sheets.add(new String[] {XmlReading.attribute(xml, "name"), shown ? "" : "hidden"});
          }
        }
        default -> {}
      }
    }
    return sheets;
  }

  /** Reads {@code content.xml}. */
  static boolean content(Path file, XlsxBook.PartReader<Boolean> reader)
      throws IOException, FileFault {
    return XlsxBook.reading(file, zip -> XlsxBook.part(zip, CONTENT, reader, false));
  }
}
