package innovation.points.datasets.reading.container;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import innovation.points.spreadsheet.FormulaGuard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A CSV file (RFC 4180) under one encoding and one separator. */
final class CsvTable implements SheetTable {

  private static final int LONGEST_CELL = 1 << 20;

  private final Path file;
  private final TextEncoding encoding;
  private final char separator;

  CsvTable(Path file, TextEncoding encoding, char separator) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
  }

  @Override
  public Origin origin() {
    return new Origin("csv", encoding.title(), separator, null, false);
  }

  @Override
  public void forEachRow(Visitor visitor) throws IOException, FileFault {
    int row = 0;
    try (CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_CELL)
                .ofCsvRecord(encoding.open(file));
        CloseableIterator<CsvRecord> records = reader.iterator()) {
      while (records.hasNext()) {
        List<String> fields = records.next().getFields();
        if (row == 0 && separatorHint(fields)) {
          continue;
        }
        row++;
        if (!visitor.row(new SheetRow(row, cells(fields)))) {
          return;
        }
      }
    } catch (CsvParseException e) {
      throw FileFault.unreadable(
          "第 %d 行附近的引号没有成对，或某个单元格大得不合理，其后的内容无法分清列；请用表格软件重新另存后再传。".formatted(row + 1));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** {@code sep=;} on top is a word to the spreadsheet, which does not count it as a row. */
  private static boolean separatorHint(List<String> fields) {
    return !fields.isEmpty()
        && fields.size() <= 2
        && fields.getFirst().toLowerCase(Locale.ROOT).startsWith("sep=");
  }

  private static List<SheetCell> cells(List<String> fields) {
    List<SheetCell> cells = new ArrayList<>(fields.size());
    for (String field : fields) {
      cells.add(
          field.isEmpty()
              ? SheetCell.Text.EMPTY
              : new SheetCell.Text(FormulaGuard.restored(field)));
    }
    return cells;
  }
}
