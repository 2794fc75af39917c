package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.CharConversionException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A workbook: its visible sheets in their order, its texts and its date styles. Only cached values
 * are read; formulas, links to other files and embedded files are left alone.
 */
public final class XlsxBook {

  private static final int MOST_SHEETS = 100;
  private static final int MOST_COMMENTS = 10_000;
  private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
  private static final Pattern PROGRAMS =
      Pattern.compile("(?i)excel|wps|kingsoft|et\\b|libreoffice|openoffice|numbers|gnumeric|永中");

  private record Sheet(String name, String relation, boolean visible) {}

  private final Path file;
  private final List<XlsxTable> tables = new ArrayList<>();
  private final List<String> hidden = new ArrayList<>();

  private SharedStrings strings = new SharedStrings();
  private NumberFormats formats = new NumberFormats();
  private boolean epoch1904;
  private boolean recomputedOnLoad;
  private String program = "";

  private XlsxBook(Path file) {
    this.file = file;
  }

  /** Opens a workbook. */
  public static XlsxBook open(Path file) throws IOException, FileFault {
    XlsxBook book = new XlsxBook(file);
    reading(
        file,
        zip -> {
          book.read(zip);
          return true;
        });
    return book;
  }

  public List<SheetTable> tables() {
    return List.copyOf(tables);
  }

  SharedStrings strings() {
    return strings;
  }

  NumberFormats formats() {
    return formats;
  }

  boolean epoch1904() {
    return epoch1904;
  }

  /**
   * Whether the results of formulas are those of a spreadsheet program. Libraries leave a zero
   * where they cannot compute, and ask for a full calculation when the workbook is opened.
   */
  boolean computed() {
    return !recomputedOnLoad && program(program);
  }

  /** Whether a name is that of a spreadsheet program, which computes its formulas. */
  static boolean program(String name) {
    return PROGRAMS.matcher(name).find();
  }

  public List<String> hiddenSheets() {
    return List.copyOf(hidden);
  }

  Path file() {
    return file;
  }

  private void read(ZipFile zip) throws IOException, XMLStreamException, FileFault {
    String main = target(zip, "_rels/.rels", "/officeDocument", "xl/workbook.xml");
    if (entry(zip, main) == null
        || main.endsWith(".bin")
        || main.startsWith("word/")
        || main.startsWith("ppt/")) {
      throw FileFault.unreadable(notAWorkbook(zip));
    }
    List<Sheet> sheets = sheets(zip, main);
    Map<String, String> relations = new HashMap<>();
    for (Relation relation : relations(zip, relationsOf(main))) {
      String part = resolve(main, relation.target());
      relations.put(relation.id(), part);
      if (relation.type().endsWith("/sharedStrings")) {
        strings = content(zip, part, SharedStrings::read, strings);
      } else if (relation.type().endsWith("/styles")) {
        formats = part(zip, part, NumberFormats::read, formats);
      }
    }
    program = part(zip, "docProps/app.xml", XlsxBook::program, "");
    boolean anyVisible = sheets.stream().anyMatch(Sheet::visible);
    for (Sheet sheet : sheets) {
      String part = relations.get(sheet.relation());
      if (part == null) {
        continue;
      }
      if (sheet.visible() || !anyVisible) {
        tables.add(new XlsxTable(this, sheet.name(), part));
      } else {
        hidden.add(sheet.name());
      }
    }
    if (tables.isEmpty()) {
      throw FileFault.unreadable("工作簿里没有工作表。");
    }
  }

  private static String program(XMLStreamReader xml) throws XMLStreamException {
    while (XmlReading.nextStart(xml)) {
      if (xml.getLocalName().equals("Application")) {
        return XmlReading.text(xml);
      }
    }
    return "";
  }

  /** Part names are compared without case (ECMA-376 part 2 §6.2.2); some zips have backslashes. */
  private static @Nullable ZipEntry entry(ZipFile zip, String name) {
    ZipEntry exact = zip.getEntry(name);
    if (exact != null) {
      return exact;
    }
    String wanted = name.toLowerCase(Locale.ROOT);
    return zip.stream()
        .filter(e -> e.getName().replace('\\', '/').toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst()
        .orElse(null);
  }

  private static String notAWorkbook(ZipFile zip) {
    if (zip.getEntry("xl/workbook.bin") != null) {
      return "这是 Excel 二进制工作簿（.xlsb）；请用表格软件另存为 xlsx 后再传。";
    }
    if (zip.getEntry("word/document.xml") != null) {
      return "这是 Word 文件，不是表格；请上传 xlsx 或 CSV 表格。";
    }
    if (zip.getEntry("ppt/presentation.xml") != null) {
      return "这是演示文稿，不是表格；请上传 xlsx 或 CSV 表格。";
    }
    if (zip.getEntry("OFD.xml") != null) {
      return "这是 OFD 版式文件，不是表格；请上传 xlsx 或 CSV 表格。";
    }
    boolean holdsTables =
        zip.stream().anyMatch(entry -> entry.getName().matches("(?i).*\\.(csv|xlsx|xls|zip)"));
    return holdsTables
        ? "这是压缩包，里面另有文件；请解压后逐个上传其中的 xlsx 或 CSV 表格。"
        : "这是压缩包，但不是 xlsx 工作簿；请上传 xlsx 或 CSV 表格。";
  }

  private List<Sheet> sheets(ZipFile zip, String main)
      throws IOException, XMLStreamException, FileFault {
    return part(
        zip,
        main,
        xml -> {
          List<Sheet> sheets = new ArrayList<>();
          while (XmlReading.nextStart(xml)) {
            switch (xml.getLocalName()) {
              case "workbookPr" ->
                  epoch1904 = XmlReading.truth(XmlReading.attribute(xml, "date1904"));
              case "calcPr" ->
                  recomputedOnLoad = XmlReading.truth(XmlReading.attribute(xml, "fullCalcOnLoad"));
              case "sheet" -> {
                if (sheets.size() < MOST_SHEETS) {
                  sheets.add(sheet(xml));
                }
              }
              default -> {}
            }
          }
          return sheets;
        },
        List.of());
  }

  private static Sheet sheet(XMLStreamReader xml) {
    // r:id and sheetId differ in their local names, so the prefix does not matter.
    return new Sheet(
        CellText.unescaped(XmlReading.attribute(xml, "name")),
        XmlReading.attribute(xml, "id"),
        !XmlReading.attribute(xml, "state").toLowerCase(Locale.ROOT).contains("hidden"));
  }

  private record Relation(String id, String type, String target) {}

  private static List<Relation> relations(ZipFile zip, String part)
      throws IOException, XMLStreamException, FileFault {
    return part(
        zip,
        part,
        xml -> {
          List<Relation> relations = new ArrayList<>();
          while (XmlReading.nextStart(xml)) {
            if (xml.getLocalName().equals("Relationship")
                && !XmlReading.attribute(xml, "TargetMode").equals("External")) {
              relations.add(
                  new Relation(
                      XmlReading.attribute(xml, "Id"),
                      XmlReading.attribute(xml, "Type"),
                      XmlReading.attribute(xml, "Target")));
            }
          }
          return relations;
        },
        List.of());
  }

  /** The comments on the cells of a sheet. */
  static List<SheetTable.Note> comments(ZipFile zip, String sheet)
      throws IOException, XMLStreamException, FileFault {
    List<SheetTable.Note> comments = new ArrayList<>();
    for (Relation relation : relations(zip, relationsOf(sheet))) {
      if (relation.type().endsWith("/comments")) {
        String part = resolve(sheet, relation.target());
        comments.addAll(part(zip, part, XlsxBook::comments, List.<SheetTable.Note>of()));
      }
    }
    return comments;
  }

  private static List<SheetTable.Note> comments(XMLStreamReader xml) throws XMLStreamException {
    List<SheetTable.Note> comments = new ArrayList<>();
    while (comments.size() < MOST_COMMENTS && XmlReading.nextStart(xml)) {
      if (xml.getLocalName().equals("comment")) {
        Matcher cell = CELL.matcher(XmlReading.attribute(xml, "ref"));
        String text = XmlReading.text(xml);
        if (cell.matches()) {
          int row = Integer.parseInt(cell.group(2));
          comments.add(SheetTable.Note.comment(row, SheetRow.column(cell.group(1)), text));
        }
      }
    }
    return comments;
  }

  private static String target(ZipFile zip, String part, String type, String otherwise)
      throws IOException, XMLStreamException, FileFault {
    for (Relation relation : relations(zip, part)) {
      if (relation.type().endsWith(type)) {
        return resolve("", relation.target());
      }
    }
    return otherwise;
  }

  private static String relationsOf(String part) {
    int slash = part.lastIndexOf('/') + 1;
    return part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels";
  }

  private static String resolve(String from, String target) {
    if (target.startsWith("/")) {
      return target.substring(1);
    }
    List<String> path = new ArrayList<>(List.of(from.split("/", -1)));
    path.removeLast();
    for (String step : target.split("/", -1)) {
      if (step.equals("..") && !path.isEmpty()) {
        path.removeLast();
      } else if (!step.equals(".") && !step.equals("..")) {
        path.add(step);
      }
    }
    return String.join("/", path);
  }

  /** Reads one part of the zip. */
  interface PartReader<T> {
    T read(XMLStreamReader xml) throws IOException, XMLStreamException, FileFault;
  }

  static <T> T part(ZipFile zip, String name, PartReader<T> reader, T otherwise)
      throws IOException, XMLStreamException, FileFault {
    return content(zip, name, in -> XmlReading.read(in, reader), otherwise);
  }

  /** Reads the bytes of one part of the zip. */
  interface ContentReader<T> {
    T read(InputStream in) throws IOException, XMLStreamException, FileFault;
  }

  static <T> T content(ZipFile zip, String name, ContentReader<T> reader, T otherwise)
      throws IOException, XMLStreamException, FileFault {
    ZipEntry entry = entry(zip, name);
    if (entry == null) {
      return otherwise;
    }
    try (InputStream in = ZipGuard.open(zip, entry)) {
      return reader.read(in);
    }
  }

  /** Reads from the open zip. */
  interface ZipReader<T> {
    T read(ZipFile zip) throws IOException, XMLStreamException, FileFault;
  }

  /** Opens the zip; whatever is wrong with its content becomes a fault of the file. */
  static <T> T reading(Path file, ZipReader<T> reader) throws IOException, FileFault {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return reader.read(zip);
    } catch (XMLStreamException e) {
      throw fault(e.getNestedException() instanceof IOException io ? io : new ZipException());
    } catch (IOException e) {
      throw fault(e);
    } catch (IllegalArgumentException e) {
      throw ZipGuard.damaged(); // a name in the zip that is no text
    }
  }

  /** What is the file's own fault is said; what is the disk's is thrown. */
  private static FileFault fault(IOException e) throws IOException {
    return switch (e) {
      case XmlReading.TooLong tooLong -> FileFault.unreadable("工作簿里有长得不像表格的单元格（上万字）或标记；请检查后另存再传。");
      case ZipException zip -> ZipGuard.damaged();
      case EOFException end -> ZipGuard.damaged();
      case CharConversionException text -> ZipGuard.damaged();
      default -> throw e;
    };
  }
}
