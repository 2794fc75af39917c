package innovation.points.datasets.reading.container;

import innovation.points.datasets.problem.FileSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out what a file is, by its content: names lie. */
public final class TableFile {

  private static final char[] SEPARATORS = {',', ';', '\t'};
  private static final int HEAD = 1 << 16;

  private TableFile() {}

  /**
   * The tables that may be meant, the likeliest first: the visible sheets of a workbook, or a text
   * under each encoding and separator that fits.
   */
  public static List<SheetTable> candidates(Path file) throws IOException, FileFault {
    long size = Files.size(file);
    if (size > FileSize.LARGEST) {
      throw FileFault.tooLarge(FileSize.exceeded(size));
    }
    if (size == 0) {
      throw FileFault.empty("文件是空的，一个字节也没有。");
    }
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD);
    }
    if (starts(head, "PK\003\004") || starts(head, "PK\005\006")) {
      ZipGuard.check(file, size);
      return XlsxBook.open(file).tables();
    }
    refuseOthers(head);
    return texts(file);
  }

  private static List<SheetTable> texts(Path file) throws IOException, FileFault {
    List<SheetTable> tables = new ArrayList<>();
    for (TextEncoding encoding : TextEncoding.fitting(file)) {
      for (char separator : SEPARATORS) {
        tables.add(new CsvTable(file, encoding, separator));
      }
    }
    return tables;
  }

  private static void refuseOthers(byte[] head) throws FileFault {
    if (starts(head, "\u00D0\u00CF\u0011\u00E0")) {
      throw FileFault.unreadable(
          contains(head, "E\0n\0c\0r\0y\0p\0t\0")
              ? "工作簿设了打开密码，系统读不到内容；请去掉密码另存为 xlsx 后再传。"
              : "这是旧版 Excel（.xls）文件；请另存为 xlsx 或 CSV 后再传。");
    }
    if (starts(head, "%PDF")) {
      throw FileFault.unreadable("这是 PDF 文件；请上传 xlsx 或 CSV 表格。");
    }
    if (starts(head, "\u001F\u008B") || starts(head, "Rar!") || starts(head, "7z\u00BC\u00AF")) {
      throw FileFault.unreadable("这是压缩包；请解压后上传其中的 xlsx 或 CSV 表格。");
    }
    String text = new String(head, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype")
        || text.startsWith("<html")
        || text.startsWith("<?xml")
        || text.startsWith("<table")) {
      throw FileFault.unreadable("这是网页或 XML，不是表格；请用表格软件打开后另存为 xlsx 再传。");
    }
    boolean utf16 = starts(head, "\u00FF\u00FE") || starts(head, "\u00FE\u00FF");
    if (!utf16 && contains(head, "\0")) {
      throw FileFault.unreadable("文件不是文本，也不是 xlsx；请用表格软件另存为 xlsx 或“CSV UTF-8”后再传。");
    }
  }

  private static boolean starts(byte[] head, String bytes) {
    return new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1)
        .startsWith(bytes);
  }

  private static boolean contains(byte[] head, String bytes) {
    return new String(head, StandardCharsets.ISO_8859_1).contains(bytes);
  }
}
