package innovation.points.datasets.checking.row;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.cell.Entry;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.PlainText;
import innovation.points.datasets.reading.sheet.SheetRow;
import innovation.points.scoring.facts.Spelling;
import innovation.points.scoring.facts.Value;
import java.util.List;
import java.util.Optional;

/**
 * The natural keys of the rows of one file, and which of them repeat. Numbers are the same however
 * they are written ({@link Spelling}).
 */
public final class NaturalKeys {

  /** Letters in capitals and digits as they are; 0 for what is left out of a spelling. */
  private static final byte[] SPELLED = new byte[128];

  static {
    for (byte c = '0'; c <= 'z'; c++) {
      boolean small = c >= 'a';
      boolean letter = c <= '9' || (c >= 'A' && c <= 'Z') || small;
      SPELLED[c] = letter ? (byte) (small ? c - 32 : c) : 0;
    }
  }

  private final List<ReadColumn> columns;
  private final boolean complete;
  private final boolean numbered;
  private final CellReader reader;
  private final RowKeys exact = new RowKeys();

  /** The same keys without what parts the digits of a number. */
  private final RowKeys spellings = new RowKeys();

  /** The key of a plain row, and the same without what parts digits. */
  private byte[] key = new byte[256];

  private int length;
  private byte[] spelled = new byte[256];
  private int spelledLength;

  /** Of a table whose columns are read. */
  public NaturalKeys(Dataset dataset, List<ReadColumn> read, CellReader reader) {
    this.columns =
        read.stream().filter(c -> dataset.naturalKey().contains(c.field().name())).toList();
    this.complete = columns.size() == dataset.naturalKey().size();
    this.numbered = columns.stream().anyMatch(c -> c.field().type() == FieldType.CODE);
    this.reader = reader;
  }

  /** Whether the key has a number. */
  public boolean numbered() {
    return numbered;
  }

  /** Adds the key of a row. */
  public void add(SheetRow row) {
    Optional<String> own = of(row);
    own.ifPresent(k -> exact.add(k, row.number()));
    own.filter(k -> numbered).ifPresent(k -> spellings.add(spelling(k), row.number()));
  }

  /** Adds the key of a row for which {@link #isPlain} holds. */
  public void add(PlainRow row) {
    exact.add(key, 0, length, row.number());
    if (numbered) {
      spellings.add(spelled, 0, spelledLength, row.number());
    }
  }

  /** All rows were added. */
  public void close() {
    exact.close();
    spellings.close();
  }

  /** The rows with the same key, where the row is not the only one. */
  public Optional<RowKeys.Rows> repeated(SheetRow row) {
    return exact.anyRepeated() ? of(row).flatMap(exact::repeated) : Optional.empty();
  }

  /** The rows whose numbers differ in what parts their digits at most, where some do. */
  public Optional<RowKeys.Rows> spelledOtherwise(SheetRow row) {
    Optional<String> own = spellings.anyRepeated() ? of(row) : Optional.empty();
    int same = own.flatMap(exact::repeated).map(RowKeys.Rows::count).orElse(1);
    return own.flatMap(k -> spellings.repeated(spelling(k))).filter(all -> all.count() > same);
  }

  /** Whether no other row has the key of a plain one, as far as that is seen from its bytes. */
  public boolean isAlone(PlainRow row) {
    if (!exact.anyRepeated() && !spellings.anyRepeated()) {
      return true;
    }
    return isPlain(row)
        && exact.repeated(key, 0, length).isEmpty()
        && (!numbered || spellings.repeated(spelled, 0, spelledLength).isEmpty());
  }

  private Optional<String> of(SheetRow row) {
    if (!complete) {
      return Optional.empty();
    }
    StringBuilder joined = new StringBuilder();
    for (ReadColumn column : columns) {
      switch (reader.read(column.field(), row.cell(column.position()), column.unit())) {
        case Entry.Good(Value value) -> joined.append(written(column, value)).append('\n');
        case Entry.Repaired(Value value, var _) ->
            joined.append(written(column, value)).append('\n');
        case Entry.Bad bad -> {
          return Optional.empty();
        }
        case Entry.Missing missing -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(joined.toString());
  }

  private static String written(ReadColumn column, Value value) {
    if (!(value instanceof Value.Text(String text))) {
      return value.toString();
    }
    return column.field().type() == FieldType.CODE ? Spelling.of(text) : text;
  }

  /** A key without what parts the digits of its number. */
  private static String spelling(String key) {
    int end = key.length() - 1;
    int start = key.lastIndexOf('\n', end - 1) + 1;
    String number = key.substring(start, end);
    boolean signs = number.chars().noneMatch(Character::isLetterOrDigit);
    return key.substring(0, start) + (signs ? number : number.replace("-", "")) + '\n';
  }

  /** Whether a row has a valid code, and a number in ASCII where there is one; makes its key. */
  public boolean isPlain(PlainRow row) {
    if (!complete) {
      return false;
    }
    length = 0;
    spelledLength = 0;
    for (ReadColumn column : columns) {
      int from = row.from(column.position());
      int to = row.to(column.position());
      boolean good =
          switch (column.field().type()) {
            case USCC ->
                to - from == Uscc.LENGTH
                    && !row.figure(column.position())
                    && Uscc.isValid(row.bytes(), from);
            case CODE ->
                from < to
                    && to - from < key.length / 2
                    && !row.figure(column.position())
                    && PlainText.isText(row.bytes(), from, to, true);
            case STRING, ENUM, DATE, NUMBER, INTEGER, BOOLEAN -> false;
          };
      if (!good) {
        return false;
      }
      if (column.field().type() == FieldType.CODE) {
        spell(row.bytes(), from, to);
      } else {
        append(row.bytes(), from, to);
      }
      key[length++] = '\n';
      spelled[spelledLength++] = '\n';
    }
    return true;
  }

  /** The same as {@link Spelling} for a number in ASCII. */
  private void spell(byte[] bytes, int from, int to) {
    int start = length;
    boolean zero = false;
    boolean parted = false;
    for (int i = from; i < to; i++) {
      byte letter = SPELLED[bytes[i]];
      if (letter == 0) {
        parted = true;
      } else if (letter == '0' && length == start) {
        zero = true;
      } else {
        if (parted && isDigit(letter) && length > start && isDigit(key[length - 1])) {
          key[length++] = '-';
        }
        key[length++] = letter;
        spelled[spelledLength++] = letter;
        parted = false;
      }
    }
    // Nothing but zeros is a zero, and nothing but signs is itself.
    if (length == start && zero) {
      key[length++] = '0';
      spelled[spelledLength++] = '0';
    } else if (length == start) {
      append(bytes, from, to);
    }
  }

  private void append(byte[] bytes, int from, int to) {
    System.arraycopy(bytes, from, key, length, to - from);
    System.arraycopy(bytes, from, spelled, spelledLength, to - from);
    length += to - from;
    spelledLength += to - from;
  }

  private static boolean isDigit(byte letter) {
    return letter >= '0' && letter <= '9';
  }
}
