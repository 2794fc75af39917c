package innovation.points.datasets.reading.container;

import innovation.points.datasets.reading.container.text.TextEncoding;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Names files that are not read, with what to save them as. */
final class ForeignFile {

  private static final String SAVE = "请用表格软件打开后另存为 xlsx 再传。";

  private ForeignFile() {}

  /**
   * What a file that is neither zip nor compound file turns out to be; none where it may be read.
   */
  static Optional<String> ofBytes(byte[] head) {
    if (starts(head, "%PDF")) {
      return Optional.of("这是 PDF 文件；请上传 xlsx 或 CSV 表格。");
    }
    if (starts(head, "\u001F\u008B") || starts(head, "Rar!") || starts(head, "7z\u00BC\u00AF")) {
      return Optional.of("这是压缩包；请解压后上传其中的 xlsx 或 CSV 表格。");
    }
    if (starts(head, "\u0089PNG") || starts(head, "\u00FF\u00D8\u00FF") || starts(head, "GIF8")) {
      return Optional.of("这是图片；请上传 xlsx 或 CSV 表格。");
    }
    if (starts(head, "ID;P") || starts(head, "TABLE\r\n0,1") || starts(head, "TABLE\n0,1")) {
      return Optional.of("这是 SYLK 或 DIF 格式的表格；" + SAVE);
    }
    if (contains(head, "E-SafeNet") || contains(head, "TSD-Header") || contains(head, "LXTCFILE")) {
      return Optional.of("文件被单位的文档安全（加密）软件加密了，系统读不到内容；请按本单位的解密流程解密后再传。");
    }
    String text = text(head).strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("mime-version:") || text.contains("content-type: multipart/related")) {
      return Optional.of("这是单个文件网页（MHTML），不是表格；" + SAVE);
    }
    if (text.startsWith("{\\rtf")) {
      return Optional.of("这是 RTF 文档，不是表格；请上传 xlsx 或 CSV 表格。");
    }
    if (text.startsWith("[{") || text.startsWith("{\"")) {
      return Optional.of("这是 JSON 数据，不是表格；请上传 xlsx 或 CSV 表格。");
    }
    if (text.startsWith("<?xml") && text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return Optional.of("这是 Excel 2003 的 XML 表格；" + SAVE);
    }
    if (text.startsWith("<?xml")
        && (text.contains("oasis:names:tc:opendocument") || text.contains("uof:"))) {
      String form = text.contains("uof:") ? "UOF（标文通）" : "ODF ";
      return Optional.of("这是 " + form + "的 XML 表格；" + SAVE);
    }
    if (text.startsWith("<") && !HtmlMarkup.isTable(head)) {
      return Optional.of("这是网页或 XML，里面没有表格；" + SAVE);
    }
    if (text.contains("~{") && text.contains("~}") && text.chars().allMatch(c -> c < 0x80)) {
      return Optional.of("文件的文字编码是 HZ（~{…~}），系统不读；请用表格软件另存为 xlsx 或“CSV UTF-8”后再传。");
    }
    if (starts(head, "\u00FF\u00FE\0\0") || starts(head, "\0\0\u00FE\u00FF")) {
      return Optional.of("文件的文字编码是 UTF-32，系统不读；请用表格软件另存为 xlsx 或“CSV UTF-8”后再传。");
    }
    if (!TextEncoding.utf16(head) && contains(head, "\0")) {
      return Optional.of("文件不是文本，也不是 xlsx；请用表格软件另存为 xlsx 或“CSV UTF-8”后再传。");
    }
    return Optional.empty();
  }

  /** The first bytes as text, whatever their encoding: markup is ASCII. */
  static String text(byte[] head) {
    if (head.length >= 2 && TextEncoding.utf16(head)) {
      boolean big = head[0] == 0 || (head[0] & 0xFF) == 0xFE;
      String text = new String(head, big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
  }

  static boolean starts(byte[] head, String bytes) {
    return new String(head, 0, Math.min(head.length, 16), StandardCharsets.ISO_8859_1)
        .startsWith(bytes);
  }

  static boolean contains(byte[] head, String bytes) {
    return new String(head, StandardCharsets.ISO_8859_1).contains(bytes);
  }
}
