package innovation.points.datasets.report;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.GoodRow;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.sheet.NumberFormat;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.datasets.reading.sheet.SheetRow;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file as they were checked, in a temporary file: reports are written from it, so
 * that the file itself is read once. Values are not kept; {@link RowsWriter} keeps those.
 */
@SuppressWarnings("EnumOrdinal") // A file of this process: no other reads it.
public final class RowSpool implements CheckedRow.Visitor, CheckedFile.Pass, AutoCloseable {

  private static final int BUFFER = 1 << 16;
  private static final CheckedRow.Kind[] KINDS = CheckedRow.Kind.values();
  private static final ProblemCode[] CODES = ProblemCode.values();
  private static final NumberFormat.Effect[] EFFECTS = NumberFormat.Effect.values();

  private final Path file;
  private final DataOutputStream out;

  /** An empty one. */
  public RowSpool() throws IOException {
    file = Files.createTempFile("rows-", ".spool");
    out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
  }

  @Override
  public void row(CheckedRow row) throws IOException {
    out.writeByte(row.kind().ordinal());
    SheetRow sheet = row.row();
    out.writeInt(sheet.number());
    out.writeInt(sheet.cells().size());
    for (SheetCell cell : sheet.cells()) {
      write(cell);
    }
    text(row.uscc());
    write(row.problems());
    write(row.warnings());
  }

  /** As the same row would be written, without making cells of its bytes. */
  @Override
  public void good(GoodRow row) throws IOException {
    PlainRow cells = row.cells();
    out.writeByte(CheckedRow.Kind.DATA.ordinal());
    out.writeInt(row.number());
    out.writeInt(cells.cells());
    for (int column = 0; column < cells.cells(); column++) {
      if (cells.figure(column)) {
        write(cells.cell(column));
      } else {
        int length = cells.to(column) - cells.from(column);
        out.writeByte('t');
        out.writeInt(length);
        out.write(cells.bytes(), cells.from(column), length);
      }
    }
    text(row.uscc());
    write(List.of());
    write(List.of());
  }

  /** Hands over the rows again; no more may come. */
  @Override
  public void forEachRow(CheckedRow.Visitor visitor) throws IOException {
    out.flush();
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      for (int kind = in.read(); kind >= 0; kind = in.read()) {
        visitor.row(read(KINDS[kind], in));
      }
    }
  }

  private static CheckedRow read(CheckedRow.Kind kind, DataInputStream in) throws IOException {
    int number = in.readInt();
    int count = in.readInt();
    List<SheetCell> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(cell(in));
    }
    String uscc = text(in);
    List<FileProblem> problems = problems(in);
    return new CheckedRow(
        kind, new SheetRow(number, cells), uscc, Map.of(), problems, problems(in));
  }

  private void write(List<FileProblem> problems) throws IOException {
    out.writeInt(problems.size());
    for (FileProblem problem : problems) {
      out.writeByte(problem.code().ordinal());
      Integer row = problem.row();
      out.writeInt(row == null ? 0 : row);
      text(problem.column());
      text(problem.columnLetter());
      text(problem.found());
      text(problem.message());
    }
  }

  private static List<FileProblem> problems(DataInputStream in) throws IOException {
    int count = in.readInt();
    if (count == 0) {
      return List.of();
    }
    List<FileProblem> problems = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      ProblemCode code = CODES[in.readByte()];
      int row = in.readInt();
      problems.add(
          new FileProblem(code, row == 0 ? null : row, text(in), text(in), text(in), required(in)));
    }
    return problems;
  }

  private void write(SheetCell cell) throws IOException {
    switch (cell) {
      case SheetCell.Text(String text) -> tagged('t', text);
      case SheetCell.Figure(double value) -> {
        out.writeByte('f');
        out.writeDouble(value);
      }
      case SheetCell.Formatted(double value, NumberFormat format) -> {
        tagged('n', format.code());
        out.writeByte(format.effect().ordinal());
        text(format.unit());
        out.writeDouble(value);
      }
      case SheetCell.Day(LocalDate day, int second) -> {
        out.writeByte('d');
        out.writeLong(day.toEpochDay());
        out.writeInt(second);
      }
      case SheetCell.Bool(boolean value) -> {
        out.writeByte('b');
        out.writeBoolean(value);
      }
      case SheetCell.Fault(String shown) -> tagged('e', shown);
      case SheetCell.Uncomputed(String shown) -> tagged('u', shown);
      case SheetCell.Merged(SheetCell value, String area, boolean first) -> {
        tagged('m', area);
        out.writeBoolean(first);
        write(value);
      }
    }
  }

  private static SheetCell cell(DataInputStream in) throws IOException {
    char tag = (char) in.readByte();
    return switch (tag) {
      case 't' -> new SheetCell.Text(required(in));
      case 'f' -> new SheetCell.Figure(in.readDouble());
      case 'n' -> {
        var format = new NumberFormat(required(in), EFFECTS[in.readByte()], required(in));
        yield new SheetCell.Formatted(in.readDouble(), format);
      }
      case 'd' -> new SheetCell.Day(LocalDate.ofEpochDay(in.readLong()), in.readInt());
      case 'b' -> new SheetCell.Bool(in.readBoolean());
      case 'e' -> new SheetCell.Fault(required(in));
      case 'u' -> new SheetCell.Uncomputed(required(in));
      case 'm' -> {
        String area = required(in);
        boolean first = in.readBoolean();
        yield new SheetCell.Merged(cell(in), area, first);
      }
      default -> throw new IOException("expected a cell in the spool, found the tag " + tag);
    };
  }

  private void tagged(char tag, String text) throws IOException {
    out.writeByte(tag);
    text(text);
  }

  private void text(@Nullable String text) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String required(DataInputStream in) throws IOException {
    String text = text(in);
    return text == null ? "" : text;
  }

  private static @Nullable String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
