package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.MergedAreas;
import java.util.BitSet;
import javax.xml.stream.XMLStreamReader;

/** What a sheet of a workbook says beside its rows: hidden columns and merged areas. */
record SheetLayout(BitSet hiddenColumns, MergedAreas merged) {

  private static final int LAST_COLUMN = 16_384;

  SheetLayout() {
    this(new BitSet(), new MergedAreas());
  }

  /** Takes an element of the sheet that has just started. */
  void take(XMLStreamReader xml) {
    switch (xml.getLocalName()) {
      case "col" -> {
        int from = CellNumbers.whole(XmlReading.attribute(xml, "min"));
        int to = CellNumbers.whole(XmlReading.attribute(xml, "max"));
        if (XmlReading.truth(XmlReading.attribute(xml, "hidden")) && from > 0 && to >= from) {
          hiddenColumns.set(from - 1, Math.min(to, LAST_COLUMN));
        }
      }
      case "mergeCell" -> merged.add(XmlReading.attribute(xml, "ref"));
      default -> {}
    }
  }
}
