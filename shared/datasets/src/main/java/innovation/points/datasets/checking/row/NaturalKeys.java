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

/** The natural keys of the rows of one file, and which of them repeat. */
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

  /** The same keys as a person reads them: without leading zeros, signs and widths. */
  private final RowKeys spellings = new RowKeys();

  /** The key of a plain row, and its spelling. */
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

  /** The rows with the same key or another spelling of it, where some have another. */
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
        case Entry.Good(Value.Text(String text)) -> joined.append(text).append('\n');
        case Entry.Good(Value value) -> joined.append(value).append('\n');
        case Entry.Repaired(Value.Text(String text), var _) -> joined.append(text).append('\n');
        case Entry.Repaired(Value value, var _) -> joined.append(value).append('\n');
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

  private static String spelling(String key) {
    int end = key.length() - 1;
    int start = key.lastIndexOf('\n', end - 1) + 1;
    return key.substring(0, start) + Spelling.of(key.substring(start, end));
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
      System.arraycopy(row.bytes(), from, key, length, to - from);
      if (column.field().type() == FieldType.CODE) {
        spell(row.bytes(), from, to);
      } else {
        System.arraycopy(row.bytes(), from, spelled, 0, to - from);
        spelled[to - from] = '\n';
        spelledLength = to - from + 1;
      }
      length += to - from;
      key[length++] = '\n';
    }
    return true;
  }

  /** The same as {@link #spelling} for a number in ASCII. */
  private void spell(byte[] bytes, int from, int to) {
    int start = spelledLength;
    for (int i = from; i < to; i++) {
      byte letter = SPELLED[bytes[i]];
      if (letter != 0 && (letter != '0' || spelledLength > start)) {
        spelled[spelledLength++] = letter;
      }
    }
    if (spelledLength > start) {
      return;
    }
    // Nothing but zeros is a zero, and nothing but signs is itself.
    for (int i = from; i < to; i++) {
      if (bytes[i] == '0') {
        spelled[spelledLength++] = '0';
        return;
      }
    }
    for (int i = from; i < to; i++) {
      spelled[spelledLength++] = bytes[i];
    }
  }
}
