package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.CellNumbers;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.datasets.reading.sheet.SheetCell;

/** What the cells of a workbook hold, by their type, style, value and formula. */
record XlsxCells(XlsxBook book) {

  /**
   * A cell as it is written.
   *
   * @param type {@code s}, {@code str} … (ECMA-376 §18.18.11); empty where none is named
   * @param style number of the cell's style; -1 where it has none
   * @param value empty where it has none
   * @param formula with the sign before it; empty where it has none
   */
  SheetCell cell(String type, int style, String value, String formula) {
    if (value.isEmpty()) {
      boolean uncalculated = !formula.isEmpty() && !type.equals("str");
      return uncalculated ? new SheetCell.Uncomputed(formula) : SheetCell.Text.EMPTY;
    }
    if (!formula.isEmpty() && !book.computed() && zero(type, value)) {
      return new SheetCell.Uncomputed(formula);
    }
    return switch (type) {
      case "s" ->
          new SheetCell.Text(CellText.unescaped(book.strings().get(CellNumbers.whole(value))));
      case "str", "inlineStr" -> new SheetCell.Text(CellText.unescaped(value));
      case "d" -> new SheetCell.Text(value);
      case "b" -> flag(value.strip());
      case "e" -> new SheetCell.Fault(value);
      default -> number(style, value);
    };
  }

  /** What a library writes beside a formula that it cannot compute. */
  private static boolean zero(String type, String value) {
    return switch (type) {
      case "", "n" -> CellText.number(value.strip()).filter(v -> v == 0).isPresent();
      case "b" -> !XmlReading.truth(value.strip());
      default -> false;
    };
  }

  private static SheetCell flag(String value) {
    boolean known = XmlReading.truth(value) || value.equals("0") || value.equals("false");
    return known ? new SheetCell.Bool(XmlReading.truth(value)) : new SheetCell.Text(value);
  }

  private SheetCell number(int style, String value) {
    return CellText.number(value.strip())
        .map(n -> NumberFormats.cell(n, book.formats().of(style), book.epoch1904()))
        .orElseGet(() -> new SheetCell.Text(value));
  }
}
