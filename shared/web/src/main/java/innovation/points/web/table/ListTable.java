package innovation.points.web.table;

import innovation.points.web.http.Format;
import java.io.BufferedWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A list as a file: a row of titles, then the rows, each a cell a title.
 *
 * @param rows read once, from the first to the last
 */
public record ListTable(List<String> titles, Iterable<List<TableCell>> rows) {
  public ListTable {
    titles = List.copyOf(titles);
  }

  /**
   * Writes it as a file, row by row: it may be longer than the memory.
   *
   * @param format CSV (UTF-8 with BOM) or XLSX
   * @param name of the sheet
   * @param out stays open
   */
  public void write(Format format, String name, OutputStream out) {
    switch (format) {
      case CSV -> {
        var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter.write(this, text);
        flush(text);
      }
      case XLSX -> XlsxWriter.write(this, name, new Unclosed(out));
      case JSON -> throw new IllegalArgumentException("a file is CSV or XLSX");
    }
  }

  private static void flush(BufferedWriter text) {
    try {
      text.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The writer of workbooks closes what it writes to. */
  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
