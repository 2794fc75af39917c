package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** A workbook of Excel 97 to 2003 (BIFF8), also as WPS writes it under {@code .et}. */
public final class XlsBook {

  /** A workbook of 65 536 rows is far below it; the texts of a workbook are kept in memory. */
  private static final long LARGEST = 48L << 20;

  private static final List<String> STREAMS = List.of("Workbook", "WORKBOOK", "BOOK");

  private static final int LONGEST_PROPERTIES = 1 << 16;

  private final List<SheetTable> tables;
  private final List<String> hidden;

  private XlsBook(List<SheetTable> tables, List<String> hidden) {
    this.tables = tables;
    this.hidden = hidden;
  }

  public List<SheetTable> tables() {
    return tables;
  }

  public List<String> hiddenSheets() {
    return hidden;
  }

  public static XlsBook open(Path file) throws IOException, FileFault {
    if (Files.size(file) > LARGEST) {
      throw FileFault.tooLarge("旧版 Excel（.xls）文件应不超过 48 MiB；请另存为 xlsx 或拆成几个文件后再传。");
    }
    try (POIFSFileSystem ole = new POIFSFileSystem(file.toFile(), true)) {
      refuse(ole.getRoot());
      XlsRecords records = new XlsRecords(computed(ole.getRoot()));
      HSSFRequest request = new HSSFRequest();
      request.addListenerForAllRecords(records);
      new HSSFEventFactory().processWorkbookEvents(request, ole);
      return records.book();
    } catch (EncryptedDocumentException e) {
      throw FileFault.unreadable("工作簿设了打开密码，系统读不到内容；请去掉密码另存为 xlsx 后再传。");
    } catch (FileSystemException e) {
      throw e; // the disk's fault, not the file's
    } catch (IOException | RuntimeException e) {
      // The library says so of whatever is wrong in the file.
      throw FileFault.unreadable("旧版 Excel（.xls）文件已损坏，打不开；请用表格软件重新另存为 xlsx 后再传。");
    }
  }

  static XlsBook of(List<SheetTable> tables, List<String> hidden) throws FileFault {
    if (tables.isEmpty()) {
      throw FileFault.unreadable("工作簿里没有工作表。");
    }
    return new XlsBook(new ArrayList<>(tables), new ArrayList<>(hidden));
  }

  /**
   * Whether the file names a spreadsheet program, which computes its formulas. Libraries that write
   * such files name themselves or nothing.
   */
  private static boolean computed(DirectoryNode root) throws IOException {
    for (String stream : List.of("\005SummaryInformation", "\001CompObj")) {
      if (root.hasEntry(stream)) {
        try (InputStream in = root.createDocumentInputStream(stream)) {
          String text = new String(in.readNBytes(LONGEST_PROPERTIES), StandardCharsets.ISO_8859_1);
          if (XlsxBook.program(text)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static void refuse(DirectoryNode root) throws FileFault {
    if (root.hasEntry("EncryptionInfo") || root.hasEntry("EncryptedPackage")) {
      throw FileFault.unreadable("工作簿设了打开密码，系统读不到内容；请去掉密码另存为 xlsx 后再传。");
    }
    if (root.hasEntry("WordDocument")) {
      throw FileFault.unreadable("这是 Word 文件，不是表格；请上传 xlsx 或 CSV 表格。");
    }
    if (STREAMS.stream().noneMatch(root::hasEntry)) {
      throw FileFault.unreadable(
          root.hasEntry("Book")
              ? "这是 Excel 95 或更早的文件；请用表格软件另存为 xlsx 后再传。"
              : "文件是复合文档，但不是工作簿；请用表格软件另存为 xlsx 后再传。");
    }
  }
}
