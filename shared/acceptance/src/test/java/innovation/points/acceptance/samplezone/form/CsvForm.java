package innovation.points.acceptance.samplezone.form;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A text file as saved by spreadsheet programs and old systems. */
public record CsvForm(FormStyle style, Encoding encoding, char separator) implements Form {

  public enum Encoding {
    UTF_8(StandardCharsets.UTF_8, ""),
    UTF_8_BOM(StandardCharsets.UTF_8, "\uFEFF"),
    /** The format that Excel calls Unicode text. */
    UTF_16(StandardCharsets.UTF_16LE, "\uFEFF"),
    GB18030(Charset.forName("GB18030"), "");

    final Charset charset;
    final String mark;

    Encoding(Charset charset, String mark) {
      this.charset = charset;
      this.mark = mark;
    }
  }

  public CsvForm(FormStyle style, Encoding encoding) {
    this(style, encoding, ',');
  }

  @Override
  public String extension() {
    return ".csv";
  }

  @Override
  public byte[] write(FormTable table) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(encoding.mark.getBytes(encoding.charset));
    bytes.writeBytes(line(table.columns().stream().map(style::header)));
    for (var row : table.rows()) {
      bytes.writeBytes(
          line(
              table.columns().stream().map(column -> style.cell(column, row.get(column.field())))));
    }
    return bytes.toByteArray();
  }

  private byte[] line(Stream<String> cells) {
    String line = cells.map(this::quoted).collect(Collectors.joining(String.valueOf(separator)));
    return (line + "\r\n").getBytes(encoding.charset);
  }

  private String quoted(String cell) {
    boolean quote =
        cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0 || cell.indexOf('\n') >= 0;
    return quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
