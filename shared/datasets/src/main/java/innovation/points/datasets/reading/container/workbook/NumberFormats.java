package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.FormatCode;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.datasets.reading.sheet.SheetCell;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** How the cell styles of a workbook show a number. */
final class NumberFormats {

  private static final int MOST_STYLES = 100_000;

  private static final FormatCode DAY = FormatCode.of("yyyy-mm-dd");
  private static final FormatCode TIME = FormatCode.of("h:mm");
  private static final FormatCode PERCENT = FormatCode.of("0%");

  private final List<FormatCode> byStyle = new ArrayList<>();
  private final BitSet odd = new BitSet();
  private final BitSet struck = new BitSet();

  /** Reads {@code styles.xml}. */
  static NumberFormats read(XMLStreamReader xml) throws XMLStreamException {
    NumberFormats styles = new NumberFormats();
    Map<Integer, FormatCode> formats = new HashMap<>();
    boolean cellStyles = false;
    boolean fonts = false;
    int font = -1;
    BitSet struckFonts = new BitSet();
    while (XmlReading.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "numFmt" -> {
          if (formats.size() < MOST_STYLES) {
            formats.put(
                CellNumbers.whole(XmlReading.attribute(xml, "numFmtId")),
                FormatCode.of(XmlReading.attribute(xml, "formatCode")));
          }
        }
        case "fonts" -> fonts = true;
        case "fills", "cellStyleXfs" -> fonts = false;
        case "font" -> font++;
        case "strike" -> {
          if (fonts && !XmlReading.attribute(xml, "val").matches("0|false")) {
            struckFonts.set(font);
          }
        }
        case "cellXfs" -> cellStyles = true;
        case "cellStyles", "dxfs" -> cellStyles = false;
        case "xf" -> {
          if (cellStyles && styles.byStyle.size() < MOST_STYLES) {
            int format = CellNumbers.whole(XmlReading.attribute(xml, "numFmtId"));
            FormatCode code = builtIn(format, formats);
            styles.odd.set(styles.byStyle.size(), !code.isPlain());
            int shownIn = CellNumbers.whole(XmlReading.attribute(xml, "fontId"));
            styles.struck.set(styles.byStyle.size(), shownIn >= 0 && struckFonts.get(shownIn));
            styles.byStyle.add(code);
          }
        }
        default -> {}
      }
    }
    return styles;
  }

  /** The format of a cell style; a style that the workbook does not have shows figures plainly. */
  FormatCode of(int style) {
    return style >= 0 && style < byStyle.size() ? byStyle.get(style) : FormatCode.GENERAL;
  }

  /** Whether a style crosses its cells out. */
  boolean isStruck(int style) {
    return style >= 0 && struck.get(style);
  }

  /** Whether every figure of a style is shown as it is. */
  boolean isPlain(int style) {
    return style < 0 || !odd.get(style);
  }

  /** ECMA-376 §18.8.30, with the numbers that Chinese and Japanese Excel add. */
  static FormatCode builtIn(int format, Map<Integer, FormatCode> own) {
    boolean day =
        (format >= 14 && format <= 17)
            || format == 22
            || (format >= 27 && format <= 31)
            || format == 36
            || (format >= 50 && format <= 54)
            || format == 57
            || format == 58;
    if (day) {
      return DAY;
    }
    boolean time =
        (format >= 18 && format <= 21)
            || (format >= 32 && format <= 35)
            || (format >= 45 && format <= 47)
            || format == 55
            || format == 56;
    if (time) {
      return TIME;
    }
    FormatCode named = own.get(format);
    if (named == null && (format == 9 || format == 10)) {
      return PERCENT;
    }
    return named == null ? FormatCode.GENERAL : named;
  }

  /** A number under a format as a cell. */
  static SheetCell cell(double value, FormatCode code, boolean epoch1904) {
    NumberFormat format = code.of(value);
    return switch (format.effect()) {
      case PLAIN -> new SheetCell.Figure(value);
      case DAY ->
          CellNumbers.day(value, epoch1904)
              .<SheetCell>map(day -> new SheetCell.Day(day, CellNumbers.second(value)))
              .orElseGet(() -> new SheetCell.Figure(value));
      case SCALED, PERCENT, WORDS, CURRENCY, PADDED, HIDDEN ->
          new SheetCell.Formatted(value, format);
    };
  }
}
