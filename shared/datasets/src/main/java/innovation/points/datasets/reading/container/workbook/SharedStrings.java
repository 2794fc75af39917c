package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The texts of a workbook, kept as bytes one after the other: a million of them must fit. */
final class SharedStrings {

  private static final int MOST_BYTES = 128 << 20;
  private static final int MOST_STRINGS = 8_000_000;

  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int count;
  private final BitSet escaped = new BitSet();

  private static final byte[] ITEM = MarkupBytes.literal("<si><t>");
  private static final byte[] SPACED = MarkupBytes.literal("<si><t xml:space=\"preserve\">");
  private static final byte[] END = MarkupBytes.literal("</t></si>");

  /** Reads {@code sharedStrings.xml}: plain texts as bytes, from the first other one as XML. */
  static SharedStrings read(InputStream in) throws IOException, XMLStreamException, FileFault {
    SharedStrings strings = new SharedStrings();
    MarkupBytes markup = new MarkupBytes(in);
    String root = XlsxRows.root(markup, "sst");
    if (!root.isEmpty()) {
      do {
        while (strings.item(markup)) {
          markup.pass();
        }
      } while (markup.more());
    }
    return XmlReading.read(markup.rest(root), strings::rest);
  }

  private boolean item(MarkupBytes markup) throws FileFault {
    markup.skipBlanks();
    boolean good = (markup.is(ITEM) || markup.is(SPACED)) && markup.text() && markup.is(END);
    if (good) {
      add(markup.texts(), markup.textsEnd());
    }
    return good;
  }

  private SharedStrings rest(XMLStreamReader xml) throws XMLStreamException, FileFault {
    while (XmlReading.nextStart(xml)) {
      if (xml.getLocalName().equals("si")) {
        byte[] text = XmlReading.text(xml).getBytes(StandardCharsets.UTF_8);
        add(text, text.length);
      }
    }
    return this;
  }

  private void add(byte[] added, int length) throws FileFault {
    int start = count == 0 ? 0 : ends[count - 1];
    if (count >= MOST_STRINGS || length > MOST_BYTES - start) {
      throw FileFault.tooLarge("工作簿里的文字太多（超过 128 MiB）；请拆成几个文件上传。");
    }
    int end = start + length;
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(end, Math.min(bytes.length * 2, MOST_BYTES)));
    }
    if (count == ends.length) {
      ends = Arrays.copyOf(ends, count * 2);
    }
    System.arraycopy(added, 0, bytes, start, length);
    if (XlsxRows.escaped(bytes, start, end)) {
      escaped.set(count);
    }
    ends[count] = end;
    count++;
  }

  /** Whether the text of that number has characters in it that XML cannot hold. */
  boolean isEscaped(int index) {
    return index >= 0 && escaped.get(index);
  }

  /** Puts the text of that number behind the texts of a row. */
  void copy(int index, MarkupBytes markup) {
    if (index >= 0 && index < count) {
      markup.add(bytes, index == 0 ? 0 : ends[index - 1], ends[index]);
    }
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
