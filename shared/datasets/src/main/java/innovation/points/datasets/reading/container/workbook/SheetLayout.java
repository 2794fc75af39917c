package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.MergedAreas;
import java.util.BitSet;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a sheet of a workbook says beside its rows: hidden columns and merged areas. */
record SheetLayout(BitSet hiddenColumns, MergedAreas merged) {

  private static final int LAST_COLUMN = 16_384;

  static final SheetLayout NONE = new SheetLayout(new BitSet(), new MergedAreas());

  /**
   * Reads the part of a sheet; without merged areas only as far as its first row.
   *
   * @param merges whether the part speaks of merged cells
   */
  static SheetLayout read(XMLStreamReader xml, boolean merges) throws XMLStreamException {
    SheetLayout layout = new SheetLayout(new BitSet(), new MergedAreas());
    while (XmlReading.nextStart(xml)) {
      switch (xml.getLocalName()) {
        case "col" -> {
          int from = CellNumbers.whole(XmlReading.attribute(xml, "min"));
          int to = CellNumbers.whole(XmlReading.attribute(xml, "max"));
          if (XmlReading.truth(XmlReading.attribute(xml, "hidden")) && from > 0 && to >= from) {
            layout.hiddenColumns.set(from - 1, Math.min(to, LAST_COLUMN));
          }
        }
        case "sheetData" -> {
          if (!merges) {
            return layout;
          }
        }
        case "mergeCell" -> layout.merged.add(XmlReading.attribute(xml, "ref"));
        default -> {}
      }
    }
    return layout;
  }
}
