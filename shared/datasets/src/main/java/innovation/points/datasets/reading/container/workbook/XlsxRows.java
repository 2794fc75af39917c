package innovation.points.datasets.reading.container.workbook;

import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.datasets.reading.sheet.SheetTable;
import innovation.points.datasets.reading.sheet.StruckOut;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rows of a sheet as long as they are written as programs write them, read from their bytes.
 * The first that is not is left to a parser, with all that follow.
 */
final class XlsxRows {

  private static final int LAST_ROW = 1_048_576;
  private static final int LAST_COLUMN = 16_384;
  private static final int LONGEST_NUMBER = 25;
  private static final Pattern DECLARATION =
      Pattern.compile(
          "<\\?xml version=\"1\\.0\"( encoding=\"(?i:utf-8)\")?("
              + " standalone=\"(yes|no)\")?\\s*\\?>");

  private static final byte[] CLOSE = MarkupBytes.literal(">");
  private static final byte[] ROW = MarkupBytes.literal("<row");
  private static final byte[] ROW_END = MarkupBytes.literal("</row>");
  private static final byte[] CELL = MarkupBytes.literal("<c");
  private static final byte[] CELL_END = MarkupBytes.literal("</c>");
  private static final byte[] ALONE = MarkupBytes.literal("/>");
  private static final byte[] VALUE = MarkupBytes.literal("<v>");
  private static final byte[] VALUE_END = MarkupBytes.literal("</v>");
  private static final byte[] FORMULA = MarkupBytes.literal("<f>");
  private static final byte[] FORMULA_END = MarkupBytes.literal("</f>");
  private static final byte[] INLINE = MarkupBytes.literal("<is><t>");
  private static final byte[] SPACED = MarkupBytes.literal("<is><t xml:space=\"preserve\">");
  private static final byte[] INLINE_END = MarkupBytes.literal("</t></is>");
  private static final byte[] DESCENT = MarkupBytes.literal(" x14ac:dyDescent=\"");
  private static final String[] TYPES = {"", "n", "s", "str", "inlineStr", "b", "e", "d"};
  private static final int GENERAL = 0;
  private static final int NUMBER = 1;
  private static final int SHARED = 2;
  private static final int FORMULA_TEXT = 3;
  private static final int INLINE_TEXT = 4;

  private final MarkupBytes markup;
  private final boolean descents;
  private final XlsxCells cells;
  private final SharedStrings strings;
  private final NumberFormats formats;
  private final PlainRow plain = new PlainRow();
  private int row;
  private int number;
  private boolean hidden;

  /** The cells of the row. */
  private int count;

  private int[] columns = new int[64];
  private int[] types = new int[64];
  private int[] styles = new int[64];
  private int[] values = new int[64];
  private int[] valueEnds = new int[64];
  private int[] formulas = new int[64];

  /** The cell that is looked at. */
  private int column;

  private int type;
  private int style;

  /**
   * Reads the rows.
   *
   * @param root the beginning of the sheet's outermost element
   */
  XlsxRows(MarkupBytes markup, String root, XlsxBook book) {
    this.markup = markup;
    this.descents = root.contains("xmlns:x14ac=\"");
    this.cells = new XlsxCells(book);
    this.strings = book.strings();
    this.formats = book.formats();
  }

  /**
   * The start tag of a part's outermost element, which is passed; empty where the part is not in
   * UTF-8, or does not begin as programs write it.
   */
  static String root(MarkupBytes markup, String name) {
    String tag = markup.until(CLOSE);
    if (DECLARATION.matcher(tag).matches()) {
      markup.skipBlanks();
      markup.pass();
      tag = markup.until(CLOSE);
    }
    boolean good =
        tag.startsWith("<" + name)
            && " >".indexOf(tag.charAt(name.length() + 1)) >= 0
            && !tag.endsWith("/>");
    if (!good) {
      markup.again();
    }
    return good ? tag : "";
  }

  /** The number of the last row that was read. */
  int last() {
    return row;
  }

  /** Hands over the rows; false where no more are wanted. */
  boolean forEach(SheetTable.Visitor visitor) throws IOException {
    do {
      while (row()) {
        row = number;
        if (!hand(visitor)) {
          return false;
        }
        markup.pass();
      }
    } while (markup.more());
    return true;
  }

  private boolean row() {
    markup.skipBlanks();
    number = row + 1;
    hidden = false;
    count = 0;
    column = -1;
    if (!markup.is(ROW) || !rowAttributes() || number <= row || number > LAST_ROW) {
      return false;
    }
    if (markup.is(ALONE)) {
      return true;
    }
    markup.skip();
    while (!markup.is(ROW_END)) {
      if (!markup.is(CELL) || !cell()) {
        return false;
      }
    }
    return true;
  }

  /** Goes to the end of the start tag. */
  private boolean rowAttributes() {
    boolean numbered = false;
    while (markup.next() == ' ') {
      if (descents && markup.is(DESCENT)) {
        int end = markup.valueEnd();
        if (end < 0) {
          return false;
        }
        markup.afterValue(end);
        continue;
      }
      int name = markup.attribute();
      int from = markup.at();
      int to = name == 0 ? -1 : markup.value(name);
      if (to < 0) {
        return false;
      }
      byte[] bytes = markup.bytes();
      if (name == 1 && bytes[from] == 'r') {
        number = numbered ? -1 : whole(bytes, markup.at(), to);
        numbered = true;
      } else if (text(bytes, from, from + name).equals("hidden")) {
        hidden |= XmlReading.truth(text(bytes, markup.at(), to));
      } else if (name == 2 && bytes[from] == 'h' && bytes[from + 1] == 't') {
        hidden |= SheetLayout.nothing(text(bytes, markup.at(), to));
      }
      markup.afterValue(to);
    }
    return markup.next() == '>' || markup.next() == '/';
  }

  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  /** A whole number; -1 where the bytes are none. */
  private static int whole(byte[] bytes, int from, int to) {
    int whole = 0;
    for (int i = from; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      whole = whole * 10 + digit;
    }
    return from == to || to - from > 9 ? -1 : whole;
  }

  private boolean cell() {
    int before = column;
    column = before + 1;
    type = 0;
    style = -1;
    if (!cellAttributes() || column <= before || column >= LAST_COLUMN) {
      return false;
    }
    begin();
    if (markup.is(ALONE)) {
      return true;
    }
    markup.skip();
    boolean valued = false;
    boolean good = true;
    while (good && !markup.is(CELL_END)) {
      if (!valued && markup.is(VALUE)) {
        good = value(VALUE_END);
        valued = true;
      } else if (!valued && (markup.is(INLINE) || markup.is(SPACED))) {
        good = value(INLINE_END);
        valued = true;
      } else if (formulas[count - 1] < 0 && markup.is(FORMULA)) {
        formulas[count - 1] = markup.textsEnd();
        good = markup.text() && markup.is(FORMULA_END);
        values[count - 1] = markup.textsEnd();
        valueEnds[count - 1] = markup.textsEnd();
        good &= !valued;
      } else {
        good = false;
      }
    }
    return good;
  }

  private void begin() {
    if (count == columns.length) {
      columns = Arrays.copyOf(columns, count * 2);
      types = Arrays.copyOf(types, count * 2);
      styles = Arrays.copyOf(styles, count * 2);
      values = Arrays.copyOf(values, count * 2);
      valueEnds = Arrays.copyOf(valueEnds, count * 2);
      formulas = Arrays.copyOf(formulas, count * 2);
    }
    columns[count] = column;
    types[count] = type;
    styles[count] = style;
    values[count] = markup.textsEnd();
    valueEnds[count] = markup.textsEnd();
    formulas[count++] = -1;
  }

  private boolean value(byte[] end) {
    values[count - 1] = markup.textsEnd();
    boolean good = markup.text() && markup.is(end);
    valueEnds[count - 1] = markup.textsEnd();
    return good;
  }

  private boolean cellAttributes() {
    int seen = 0;
    while (markup.next() == ' ') {
      int name = markup.attribute();
      int from = markup.at();
      int to = name == 0 ? -1 : markup.value(name);
      if (to < 0) {
        return false;
      }
      byte[] bytes = markup.bytes();
      int start = markup.at();
      if (name == 1) {
        switch (bytes[from]) {
          case 'r' -> column = column(bytes, start, to);
          case 's' -> style = whole(bytes, start, to);
          case 't' -> type = type(bytes, start, to);
          default -> {
            return false;
          }
        }
        int bit = 1 << (bytes[from] - 'a');
        if ((seen & bit) != 0 || type < 0 || column < 0) {
          return false;
        }
        seen |= bit;
      }
      markup.afterValue(to);
    }
    return markup.next() == '>' || markup.next() == '/';
  }

  /** The column of {@code AB12}; -1 where it is written otherwise. */
  private static int column(byte[] bytes, int from, int to) {
    int letters = 0;
    int at = from;
    while (at < to && bytes[at] >= 'A' && bytes[at] <= 'Z') {
      letters = letters * 26 + (bytes[at++] - 'A' + 1);
    }
    return at - from > 3 || whole(bytes, at, to) < 0 ? -1 : letters - 1;
  }

  private static int type(byte[] bytes, int from, int to) {
    for (int i = 1; i < TYPES.length; i++) {
      String name = TYPES[i];
      if (name.length() == to - from
          && name.charAt(0) == bytes[from]
          && name.equals(text(bytes, from, to))) {
        return i;
      }
    }
    return -1;
  }

  private boolean hand(SheetTable.Visitor visitor) throws IOException {
    return isPlain() ? visitor.plain(plain) : visitor.row(made());
  }

  /** Whether the row is of nothing but texts and bare figures; then they are in {@link #plain}. */
  private boolean isPlain() {
    for (int i = 0; i < count; i++) {
      boolean struck = formats.isStruck(styles[i]);
      if (hidden || struck || formulas[i] >= 0 || (values[i] < valueEnds[i] && !isPlain(i))) {
        return false;
      }
    }
    for (int i = 0; i < count; i++) {
      if (types[i] == SHARED && values[i] < valueEnds[i]) {
        int index = whole(markup.texts(), values[i], valueEnds[i]);
        values[i] = markup.textsEnd();
        strings.copy(index, markup);
        valueEnds[i] = markup.textsEnd();
      }
    }
    plain.begin(markup.texts(), number);
    for (int i = 0; i < count; i++) {
      while (plain.cells() < columns[i]) {
        plain.add(0, 0, false);
      }
      plain.add(values[i], valueEnds[i], types[i] == GENERAL || types[i] == NUMBER);
    }
    return true;
  }

  private boolean isPlain(int cell) {
    byte[] texts = markup.texts();
    int from = values[cell];
    int to = valueEnds[cell];
    return switch (types[cell]) {
      case GENERAL, NUMBER -> formats.isPlain(styles[cell]) && number(texts, from, to);
      case SHARED -> !strings.isEscaped(whole(texts, from, to));
      case FORMULA_TEXT, INLINE_TEXT -> !escaped(texts, from, to);
      default -> false;
    };
  }

  /** Whether a text has a character in it as workbooks write what XML cannot hold. */
  static boolean escaped(byte[] text, int from, int to) {
    for (int i = from; i + 1 < to; i++) {
      if (text[i] == '_' && text[i + 1] == 'x') {
        return true;
      }
    }
    return false;
  }

  private static boolean number(byte[] text, int from, int to) {
    int start = text[from] == '-' ? from + 1 : from;
    boolean pointed = false;
    for (int i = start; i < to; i++) {
      boolean point = text[i] == '.' && !pointed && i > start && i + 1 < to;
      if (!point && (text[i] < '0' || text[i] > '9')) {
        return false;
      }
      pointed |= point;
    }
    return start < to && to - from <= LONGEST_NUMBER;
  }

  private SheetRow made() {
    List<SheetCell> made = new ArrayList<>(count);
    BitSet struck = new BitSet();
    for (int i = 0; i < count; i++) {
      struck.set(columns[i], formats.isStruck(styles[i]));
      while (made.size() < columns[i]) {
        made.add(SheetCell.Text.EMPTY);
      }
      byte[] texts = markup.texts();
      String formula = formulas[i] < 0 ? "" : "=" + text(texts, formulas[i], values[i]);
      String value = text(texts, values[i], valueEnds[i]);
      made.add(cells.cell(TYPES[types[i]], styles[i], value, formula));
    }
    return new SheetRow(number, made, hidden, StruckOut.sentence(made, struck));
  }
}
