package innovation.points.datasets.reading.container;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cell styles of a workbook show a number as a day. */
final class DateStyles {

  private static final int MOST_STYLES = 100_000;

  private final BitSet dates = new BitSet();

  /** Reads {@code styles.xml}. */
  static DateStyles read(XMLStreamReader xml) throws XMLStreamException {
    DateStyles styles = new DateStyles();
    Map<Integer, String> formats = new HashMap<>();
    boolean cellStyles = false;
    int index = 0;
    while (XmlReading.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "numFmt" -> {
          if (formats.size() < MOST_STYLES) {
            formats.put(
                CellNumbers.whole(XmlReading.attribute(xml, "numFmtId")),
                XmlReading.attribute(xml, "formatCode"));
          }
        }
        case "cellXfs" -> cellStyles = true;
        case "cellStyles", "dxfs" -> cellStyles = false;
        case "xf" -> {
          if (cellStyles && index < MOST_STYLES) {
            int format = CellNumbers.whole(XmlReading.attribute(xml, "numFmtId"));
            styles.dates.set(index, builtIn(format) || day(formats.getOrDefault(format, "")));
            index++;
          }
        }
        default -> {}
      }
    }
    return styles;
  }

  boolean date(int style) {
    return style >= 0 && dates.get(style);
  }

  /** ECMA-376 §18.8.30, with the numbers that Chinese and Japanese Excel add. */
  private static boolean builtIn(int format) {
    return (format >= 14 && format <= 17)
        || format == 22
        || (format >= 27 && format <= 31)
        || format == 36
        || (format >= 50 && format <= 54)
        || format == 57
        || format == 58;
  }

  /**
   * Whether a format of one's own shows a year or a day; quoted and bracketed parts do not count.
   */
  private static boolean day(String format) {
    String bare =
        format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(java.util.Locale.ROOT);
    return !bare.contains("general") && (bare.contains("y") || bare.contains("d"));
  }
}
