package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, kept as bytes one after the other: a million of them must fit. */
final class SharedStrings {

  private static final int MOST_BYTES = 128 << 20;
  private static final int MOST_STRINGS = 8_000_000;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;

  /** Reads {@code sharedStrings.xml}. */
  static SharedStrings read(XMLStreamReader xml) throws XMLStreamException, FileFault {
    SharedStrings strings = new SharedStrings();
    while (XmlReading.nextStart(xml)) {
      if (xml.getLocalName().equals("si")) {
        strings.add(XmlReading.text(xml));
      }
    }
    return strings;
  }

  private void add(String text) throws FileFault {
    byte[] added = text.getBytes(StandardCharsets.UTF_8);
    int start = count == 0 ? 0 : ends[count - 1];
    if (count >= MOST_STRINGS || added.length > MOST_BYTES - start) {
      throw FileFault.tooLarge("工作簿里的文字太多（超过 128 MiB）；请拆成几个文件上传。");
    }
    int end = start + added.length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, Math.min(bytes.length * 2, MOST_BYTES)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    System.arraycopy(added, 0, bytes, start, added.length);
    ends[count] = end;
    count++;
  }

  /** The text of that number; empty where the workbook has none. */
  String get(int index) {
    if (index < 0 || index >= count) {
      return "";
    }
    int start = index == 0 ? 0 : ends[index - 1];
    return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
  }
}
