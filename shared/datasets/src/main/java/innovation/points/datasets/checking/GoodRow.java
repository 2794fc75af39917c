package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Plausibility;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.row.ReadColumn;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.cell.Entry;
import innovation.points.datasets.reading.header.Header;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.PlainText;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of data in which nothing is unusual, read from its bytes: every cell is blank or in the
 * narrowest of the forms its column may have, and no check of the row alone fails. Whatever is not
 * so goes the careful way of {@link RowChecker}, which says what is wrong or why it is right; this
 * one only ever agrees with it. One object shows row after row.
 */
public final class GoodRow {

  private static final int LAST = 1 << 7;
  private static final int MOST_DIGITS = 15;
  private static final int LONGEST_NUMBER = 25;
  private static final double[] POWERS = new double[23];

  static {
    POWERS[0] = 1;
    for (int i = 1; i < POWERS.length; i++) {
      POWERS[i] = POWERS[i - 1] * 10;
    }
  }

  private enum Use {
    CODE,
    NUMBER,
    /** A text of any kind. */
    TEXT,
    /** A text that is taken as it is only in ASCII. */
    NUMBER_OF_ITEM,
    /** One of a few texts: what they say is remembered. */
    KNOWN
  }

  private record Column(
      Field field, int position, Use use, int shift, Known known, LastText last) {}

  /** The text of the row before: enterprises and their names are the same again, in many files. */
  private static final class LastText {
    /** Behind its length; a longer one is not kept. */
    private final byte[] bytes = new byte[LAST];

    private Value.@Nullable Text text;

    boolean is(byte[] row, int from, int to) {
      return bytes[0] == to - from && Arrays.equals(bytes, 1, 1 + bytes[0], row, from, to);
    }

    void keep(byte[] row, int from, int to) {
      bytes[0] = (byte) (to - from < LAST ? to - from : 0);
      System.arraycopy(row, from, bytes, 1, bytes[0]);
      text = null;
    }

    /** The text itself, the same object as long as it is the same. */
    Value.Text of(byte[] row, int from, int to) {
      if (!is(row, from, to)) {
        keep(row, from, to);
      }
      if (text == null) {
        text = new Value.Text(new String(row, from, to - from, StandardCharsets.UTF_8));
      }
      return text;
    }
  }

  /** A rule between figures, or for one of them. */
  private record Bound(Plausibility.Most rule, int column) {}

  private record Pair(Plausibility.AtMostFigure rule, int column, int limit) {}

  private final Header header;
  private final boolean delimited;
  private final Column[] columns;
  private final Bound[] bounds;
  private final Pair[] pairs;
  private final Map<String, Integer> byField = new HashMap<>();
  private final double[] numbers;
  private final @Nullable Value[] values;
  private final int code;
  private PlainRow row = new PlainRow();
  private int width;
  private final LastText codes = new LastText();

  GoodRow(
      Dataset dataset,
      Header header,
      List<ReadColumn> columns,
      CellReader reader,
      boolean delimited) {
    this.header = header;
    this.delimited = delimited;
    List<Column> read = new ArrayList<>();
    for (ReadColumn column : columns) {
      Field field = column.field();
      byField.put(field.name(), read.size());
      int shift = column.unit().shift();
      read.add(
          new Column(
              field,
              column.position(),
              use(field),
              shift,
              new Known(field, reader),
              new LastText()));
    }
    this.columns = read.toArray(Column[]::new);
    numbers = new double[columns.size()];
    values = new Value[columns.size()];
    code = header.positions().getOrDefault("uscc", -1);
    bounds =
        dataset.plausibility().stream()
            .filter(Plausibility.Most.class::isInstance)
            .map(Plausibility.Most.class::cast)
            .filter(rule -> byField.containsKey(rule.field()))
            .map(rule -> new Bound(rule, column(rule.field())))
            .toArray(Bound[]::new);
    pairs =
        dataset.plausibility().stream()
            .filter(Plausibility.AtMostFigure.class::isInstance)
            .map(Plausibility.AtMostFigure.class::cast)
            .filter(rule -> byField.containsKey(rule.field()) && byField.containsKey(rule.limit()))
            .map(rule -> new Pair(rule, column(rule.field()), column(rule.limit())))
            .toArray(Pair[]::new);
  }

  /** The column of a field; -1 where it is not read. */
  int column(String field) {
    return byField.getOrDefault(field, -1);
  }

  /** The figure in a column; not-a-number where it has none. */
  double figure(int column) {
    return numbers[column];
  }

  private static Use use(Field field) {
    return switch (field.type()) {
      case USCC -> Use.CODE;
      case NUMBER, INTEGER -> Use.NUMBER;
      case CODE -> field.pattern().isEmpty() ? Use.NUMBER_OF_ITEM : Use.KNOWN;
      case STRING -> field.pattern().isEmpty() ? Use.TEXT : Use.KNOWN;
      case ENUM, BOOLEAN, DATE -> Use.KNOWN;
    };
  }

  /** Whether the row is good; then this shows it. */
  boolean read(PlainRow plain) {
    row = plain;
    if (code < 0 || (delimited && plain.cells() != header.cells()) || !measured()) {
      return false;
    }
    for (int i = 0; i < columns.length; i++) {
      Column column = columns[i];
      int from = plain.from(column.position);
      int to = plain.to(column.position);
      numbers[i] = Double.NaN;
      values[i] = null;
      if (from == to ? column.field.required() : !read(i, column, from, to)) {
        return false;
      }
    }
    return plausible();
  }

  private boolean read(int i, Column column, int from, int to) {
    byte[] bytes = row.bytes();
    boolean figure = row.figure(column.position);
    switch (column.use) {
      case CODE -> {
        return !figure && to - from == Uscc.LENGTH && Uscc.isValid(bytes, from);
      }
      case NUMBER -> {
        double number = number(bytes, from, to, column.shift) + 0.0; // -0 is 0
        numbers[i] = number;
        return Math.abs(number) < SheetCell.Figure.DIGITS_LOST // false for not-a-number
            && !(column.field.nonNegative() && number < 0)
            && !(column.field.type() == FieldType.INTEGER && !whole(number));
      }
      case TEXT -> {
        return !figure && (column.last.is(bytes, from, to) || isText(column, bytes, from, to));
      }
      case NUMBER_OF_ITEM -> {
        return !figure && PlainText.isText(bytes, from, to, true);
      }
      case KNOWN -> {
        values[i] = figure ? null : column.known.of(bytes, from, to);
        return values[i] != null;
      }
    }
    throw new IllegalStateException("expected a use, found none");
  }

  /** How many columns the row has to its last that is not blank; false where that is in doubt. */
  private boolean measured() {
    width = row.cells();
    while (width > 0 && row.from(width - 1) == row.to(width - 1)) {
      width--;
    }
    return width > 0
        && (!delimited || width <= header.width())
        && PlainText.isShown(row.bytes()[row.from(width - 1)]);
  }

  private boolean plausible() {
    for (Bound bound : bounds) {
      if (bound.rule.exceeded(numbers[bound.column])) {
        return false;
      }
    }
    for (Pair pair : pairs) {
      if (pair.rule.exceeded(numbers[pair.column], numbers[pair.limit])) {
        return false;
      }
    }
    return true;
  }

  private static boolean isText(Column column, byte[] bytes, int from, int to) {
    boolean text = PlainText.isText(bytes, from, to, false);
    if (text) {
      column.last.keep(bytes, from, to);
    }
    return text;
  }

  private static boolean whole(double number) {
    return number == Math.rint(number);
  }

  /**
   * A figure of digits with at most one point inside; not-a-number for everything else. Up to 15
   * digits and the power of ten are exact, so that their quotient is rounded once.
   */
  private static double number(byte[] bytes, int from, int to, int shift) {
    int start = bytes[from] == '-' ? from + 1 : from;
    long digits = 0;
    int point = to - 1;
    boolean pointed = false;
    for (int i = start; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits = digits * 10 + digit;
      } else if (bytes[i] == '.' && !pointed && i > start && i + 1 < to) {
        point = i;
        pointed = true;
      } else {
        return Double.NaN;
      }
    }
    int count = to - start - (pointed ? 1 : 0);
    if (count == 0 || count > MOST_DIGITS) {
      boolean read = count > 0 && count <= LONGEST_NUMBER && shift == 0;
      return read
          ? Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII))
          : Double.NaN;
    }
    int power = shift - (to - 1 - point);
    if (Math.abs(power) >= POWERS.length) {
      return Double.NaN;
    }
    double number = power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
    return start == from ? number : -number;
  }

  /** As the spreadsheet counts, from 1. */
  public int number() {
    return row.number();
  }

  /** 统一社会信用代码. */
  public String uscc() {
    int from = row.from(code);
    return codes.of(row.bytes(), from, from + Uscc.LENGTH).text();
  }

  /** How many columns it has to the last that is not blank. */
  int width() {
    return width;
  }

  /** How many columns are read, that of the code among them. */
  public int columns() {
    return columns.length;
  }

  /** The field of a column. */
  public Field field(int column) {
    return columns[column].field;
  }

  /** Whether a column has a value that is not the code. */
  public boolean has(int column) {
    return columns[column].use != Use.CODE
        && row.from(columns[column].position) < row.to(columns[column].position);
  }

  /** The value in a column that has one. */
  public Value value(int column) {
    Value known = values[column];
    if (known != null) {
      return known;
    }
    Column at = columns[column];
    return switch (at.use) {
      case NUMBER -> Value.of(numbers[column]);
      case TEXT -> at.last.of(row.bytes(), row.from(at.position), row.to(at.position));
      case CODE, NUMBER_OF_ITEM, KNOWN -> Value.of(row.text(at.position));
    };
  }

  /** Whether what is in a column that has a value is a text, and is taken as it is. */
  public boolean isText(int column) {
    return columns[column].use == Use.TEXT || columns[column].use == Use.NUMBER_OF_ITEM;
  }

  /** Where the cell of a column stands in {@link #cells()}. */
  public int position(int column) {
    return columns[column].position;
  }

  /** The cells themselves. */
  public PlainRow cells() {
    return row;
  }

  /** The value of a field; null where there is none. */
  @Nullable Value value(String field) {
    int column = column(field);
    return column >= 0 && has(column) ? value(column) : null;
  }

  private Map<String, Value> values() {
    Map<String, Value> all = HashMap.newHashMap(columns.length);
    for (int column = 0; column < columns.length; column++) {
      if (has(column)) {
        all.put(columns[column].field.name(), value(column));
      }
    }
    return all;
  }

  /** What counts of it. */
  public AcceptedRow toAccepted() {
    return new AcceptedRow(number(), uscc(), values());
  }

  /** The same as the careful way would have it. */
  CheckedRow checked() {
    return new CheckedRow(
        CheckedRow.Kind.DATA, row.sheetRow(), uscc(), values(), List.of(), List.of());
  }

  /** What the texts of one column say, as the careful way reads them; the last ones are kept. */
  private static final class Known {
    private static final int KEPT = 1 << 10;
    private static final int LONGEST = 64;

    private final Field field;
    private final CellReader reader;
    private final byte[][] texts = new byte[KEPT][];
    private final @Nullable Value[] said = new Value[KEPT];

    Known(Field field, CellReader reader) {
      this.field = field;
      this.reader = reader;
    }

    /** What a text says; null where it is no value, or one with a remark. */
    @Nullable Value of(byte[] bytes, int from, int to) {
      int hash = 0;
      for (int i = from; i < to; i++) {
        hash = hash * 31 + bytes[i];
      }
      int slot = (hash ^ hash >>> 10) & (KEPT - 1);
      byte[] kept = texts[slot];
      if (kept != null && Arrays.equals(kept, 0, kept.length, bytes, from, to)) {
        return said[slot];
      }
      String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      Entry entry = reader.read(field, new SheetCell.Text(text));
      Value value = entry instanceof Entry.Good(Value good) ? good : null;
      if (to - from <= LONGEST) {
        texts[slot] = Arrays.copyOfRange(bytes, from, to);
        said[slot] = value;
      }
      return value;
    }
  }
}
