package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.MergedAreas;
import innovation.points.datasets.reading.sheet.SheetTable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a sheet of a workbook says beside its rows: hidden columns, merged areas, notes. */
record SheetLayout(BitSet hiddenColumns, MergedAreas merged, List<SheetTable.Note> notes) {

  private static final int LAST_COLUMN = 16_384;

  /** Fonts, sizes, dates and page numbers in the header of a page (ECMA-376 §18.3.1.46). */
  private static final Pattern CODES = Pattern.compile("&(\"[^\"]*\"|[0-9]+|K[0-9A-F]{6}|.)");

  SheetLayout() {
    this(new BitSet(), new MergedAreas(), new ArrayList<>());
  }

  /** Whether a width or a height is one that nobody sees. */
  static boolean nothing(String size) {
    return size.matches("0+(\\.0+)?");
  }

  /** Adds the header or the footer of a page. */
  static void page(List<SheetTable.Note> notes, String place, String text) {
    String words = CODES.matcher(text).replaceAll(" ").strip();
    if (!words.isEmpty()) {
      notes.add(new SheetTable.Note(0, place, words));
    }
  }

  /** Takes an element of the sheet that has just started. */
  void take(XMLStreamReader xml) throws XMLStreamException {
    switch (xml.getLocalName()) {
      case "col" -> {
        int from = CellNumbers.whole(XmlReading.attribute(xml, "min"));
        int to = CellNumbers.whole(XmlReading.attribute(xml, "max"));
        boolean unseen =
            XmlReading.truth(XmlReading.attribute(xml, "hidden"))
                || nothing(XmlReading.attribute(xml, "width"));
        if (unseen && from > 0 && to >= from) {
          hiddenColumns.set(from - 1, Math.min(to, LAST_COLUMN));
        }
      }
      case "oddHeader", "firstHeader" -> page(notes, "页眉", XmlReading.text(xml));
      case "oddFooter", "firstFooter" -> page(notes, "页脚", XmlReading.text(xml));
      case "mergeCell" -> merged.add(XmlReading.attribute(xml, "ref"));
      default -> {}
    }
  }
}
