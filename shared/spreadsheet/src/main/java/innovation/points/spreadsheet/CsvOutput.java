package innovation.points.spreadsheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV that opens right in a spreadsheet: UTF-8 with BOM, RFC 4180 with CRLF, and no cell that a
 * spreadsheet would calculate ({@link FormulaGuard}). Not thread-safe.
 */
public final class CsvOutput {

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final CsvWriter csv;

  /**
   * Begins the file.
   *
   * @param out never closed here
   * @throws UncheckedIOException as every method, where it cannot be written to
   */
  public CsvOutput(OutputStream out) {
    try {
      out.write(BOM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(out, StandardCharsets.UTF_8); // closing it would close out
  }

  /** One row; a row without cells is an empty line. */
  public void row(List<String> texts) {
    if (texts.isEmpty()) {
      csv.writeRecord("");
    } else {
      csv.writeRecord(texts.stream().map(FormulaGuard::defused).toList());
    }
  }

  /** Hands on what is still in memory. */
  public void flush() {
    try {
      csv.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
