package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.FileFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Predicate;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads the parts of a workbook as XML, without document types, entities or anything outside. */
final class XmlReading {

  /** Longest text of one cell that is read; a spreadsheet itself stops at 32 767. */
  static final int LONGEST_TEXT = 1 << 16;

  private static final int LONGEST_MARKUP = 1 << 20;
  private static final XMLInputFactory FACTORY = factory();

  private XmlReading() {}

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    // Counts &amp; and its like too, and would stop a long honest sheet.
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.maxElementDepth", "200");
    return factory;
  }

  static <T> T read(InputStream in, XlsxBook.PartReader<T> reader)
      throws IOException, XMLStreamException, FileFault {
    XMLStreamReader xml = FACTORY.createXMLStreamReader(new Guard(in));
    try {
      return reader.read(xml);
    } finally {
      xml.close();
    }
  }

  /** The next event; a document type is refused. */
  static int next(XMLStreamReader xml) throws XMLStreamException {
    int event = xml.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException("expected no document type, found one");
    }
    return event;
  }

  /** The next element that starts, or false at the end of the document. */
  static boolean nextStart(XMLStreamReader xml) throws XMLStreamException {
    while (xml.hasNext()) {
      if (next(xml) == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  /** An attribute by its local name, or an empty text. */
  static String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return "";
  }

  /** A truth value of XML Schema: {@code 1} or {@code true}, in any case. */
  static boolean truth(String value) {
    return value.equals("1") || value.equalsIgnoreCase("true");
  }

  /**
   * All text inside the element that has just started, without that of phonetic hints; leaves the
   * reader at its end. What is crossed out or raised stands apart: 1202.5 with a raised 1 is not
   * 1202.51.
   */
  static String text(XMLStreamReader xml) throws XMLStreamException {
    return text(xml, _ -> false);
  }

  /** The same where a style says what is crossed out or raised. */
  static String text(XMLStreamReader xml, Predicate<String> standsApart) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    int phonetic = 0;
    boolean apart = false;
    while (depth > 0) {
      switch (next(xml)) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          if (phonetic == 0 && xml.getLocalName().equals("rPh")) {
            phonetic = depth;
          }
          switch (xml.getLocalName()) {
            case "strike", "dstrike" -> apart |= !attribute(xml, "val").matches("0|false");
            case "span" -> apart |= standsApart.test(attribute(xml, "style-name"));
            case "vertAlign" -> apart |= !attribute(xml, "val").equals("baseline");
            default -> {}
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          if (depth == phonetic) {
            phonetic = 0;
          }
          if (apart && xml.getLocalName().matches("r|span")) {
            text.append(' ');
            apart = false;
          }
          depth--;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
          if (phonetic == 0) {
            text.append(apart && !text.isEmpty() ? " " : "");
            append(text, xml);
          }
        }
        default -> {}
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, XMLStreamReader xml) throws XMLStreamException {
    if (text.length() + xml.getTextLength() > LONGEST_TEXT) {
      throw new XMLStreamException(new TooLong());
    }
    text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
  }

  /** Refuses a tag or a text of more than a megabyte before a parser gathers it in memory. */
  private static final class Guard extends FilterInputStream {
    private int since;

    Guard(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int b = super.read();
      if (b >= 0) {
        count((byte) b);
      }
      return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      for (int i = offset; i < offset + read; i++) {
        count(buffer[i]);
      }
      return read;
    }

    private void count(byte b) throws IOException {
      since = b == '<' ? 0 : since + 1;
      if (since > LONGEST_MARKUP) {
        throw new TooLong();
      }
    }
  }

  /** A tag or a text that no honest workbook has. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;

    TooLong() {
      super("expected shorter tags and texts");
    }
  }
}
