package innovation.points.datasets.reading.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are kept as they were read, so that a file which is costly to read is read once: a
 * megabyte in memory, more of them in a temporary file. The file has lost its name before anything
 * is in it; its space is given back with this object.
 */
@SuppressWarnings("EnumOrdinal") // A file of this process: no other reads it.
public final class KeptRows implements SheetTable.Visitor {

  private static final int IN_MEMORY = 1 << 20;
  private static final int LONGEST_PLAIN = 1 << 14;
  private static final int HEAD = 7;
  private static final int LENGTH = 4;
  private static final byte PLAIN = 1;
  private static final byte MADE = 2;
  private static final NumberFormat.Effect[] EFFECTS = NumberFormat.Effect.values();
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

  /** Rows: their length in four bytes, what they are, and they themselves. */
  private byte[] bytes = new byte[1 << 13];

  private int end;
  private @Nullable FileChannel file;
  private long written;

  @Override
  public boolean plain(PlainRow row) throws IOException {
    int cells = row.cells();
    int from = begin(HEAD + 2 * cells);
    bytes[from] = PLAIN;
    INTS.set(bytes, from + 1, row.number());
    SHORTS.set(bytes, from + 5, (short) cells);
    int at = from + HEAD + 2 * cells;
    for (int column = 0; column < cells; column++) {
      int length = row.to(column) - row.from(column);
      if (length >= LONGEST_PLAIN || cells >= LONGEST_PLAIN) {
        return row(row.sheetRow());
      }
      room(at + length);
      int figure = row.figure(column) ? 1 : 0;
      SHORTS.set(bytes, from + HEAD + 2 * column, (short) (length << 1 | figure));
      System.arraycopy(row.bytes(), row.from(column), bytes, at, length);
      at += length;
    }
    end(from, at);
    return true;
  }

  @Override
  public boolean row(SheetRow row) throws IOException {
    var made = new ByteArrayOutputStream();
    var out = new DataOutputStream(made);
    out.writeInt(row.number());
    out.writeBoolean(row.hidden());
    text(out, row.broken());
    out.writeInt(row.cells().size());
    for (SheetCell cell : row.cells()) {
      write(out, cell);
    }
    int from = begin(1 + made.size());
    bytes[from] = MADE;
    System.arraycopy(made.toByteArray(), 0, bytes, from + 1, made.size());
    end(from, from + 1 + made.size());
    return true;
  }

  private int begin(int length) throws IOException {
    if (end > IN_MEMORY) {
      FileChannel to = file == null ? nameless() : file;
      file = to;
      ByteBuffer full = ByteBuffer.wrap(bytes, 0, end);
      while (full.hasRemaining()) {
        written += to.write(full, written);
      }
      end = 0;
    }
    room(end + LENGTH + length);
    return end + LENGTH;
  }

  private void room(int to) {
    if (to > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(to, bytes.length * 2));
    }
  }

  private void end(int from, int to) {
    INTS.set(bytes, from - LENGTH, to - from);
    end = to;
  }

  private static FileChannel nameless() throws IOException {
    Path path = Files.createTempFile("rows-", ".kept");
    return FileChannel.open(
        path,
        StandardOpenOption.READ,
        StandardOpenOption.WRITE,
        StandardOpenOption.DELETE_ON_CLOSE);
  }

  /**
   * Hands over the rows in their order; no more may come.
   *
   * @return whether the visitor took them all
   */
  public boolean forEachRow(SheetTable.Visitor visitor) throws IOException {
    PlainRow plain = new PlainRow();
    byte[] window = new byte[file == null ? 0 : 1 << 16];
    int left = 0;
    long position = 0;
    while (file != null && position + left < written) {
      int read = file.read(ByteBuffer.wrap(window, left, window.length - left), position + left);
      int last = (int) Math.min(left + Math.max(read, 0), written - position);
      int at = hand(window, last, visitor, plain);
      if (at < 0) {
        return false;
      }
      left = last - at;
      position += at;
      byte[] next = at == 0 ? new byte[window.length * 2] : window;
      System.arraycopy(window, at, next, 0, left);
      window = next;
    }
    return hand(bytes, end, visitor, plain) >= 0;
  }

  /** Hands over the whole rows; returns where the rest begins, -1 where no more are wanted. */
  private static int hand(byte[] bytes, int end, SheetTable.Visitor visitor, PlainRow plain)
      throws IOException {
    int at = 0;
    while (at + LENGTH <= end && at + LENGTH + (int) INTS.get(bytes, at) <= end) {
      int from = at + LENGTH;
      int to = from + (int) INTS.get(bytes, at);
      boolean more;
      if (bytes[from] == PLAIN) {
        show(bytes, from, plain);
        more = visitor.plain(plain);
      } else {
        var in = new ByteArrayInputStream(bytes, from + 1, to - from - 1);
        more = visitor.row(made(new DataInputStream(in)));
      }
      if (!more) {
        return -1;
      }
      at = to;
    }
    return at;
  }

  private static void show(byte[] bytes, int from, PlainRow plain) {
    plain.begin(bytes, (int) INTS.get(bytes, from + 1));
    int cells = (short) SHORTS.get(bytes, from + 5);
    int at = from + HEAD + 2 * cells;
    for (int column = 0; column < cells; column++) {
      int length = (short) SHORTS.get(bytes, from + HEAD + 2 * column) & 0xFFFF;
      plain.add(at, at + (length >> 1), (length & 1) != 0);
      at += length >> 1;
    }
  }

  private static SheetRow made(DataInputStream in) throws IOException {
    int number = in.readInt();
    boolean hidden = in.readBoolean();
    String broken = text(in);
    int count = in.readInt();
    List<SheetCell> cells = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      cells.add(cell(in));
    }
    return new SheetRow(number, cells, hidden, broken);
  }

  private static void write(DataOutputStream out, SheetCell cell) throws IOException {
    switch (cell) {
      case SheetCell.Text(String text) -> tagged(out, 't', text);
      case SheetCell.Figure(double value) -> {
        out.writeByte('f');
        out.writeDouble(value);
      }
      case SheetCell.Formatted(double value, NumberFormat format) -> {
        tagged(out, 'n', format.code());
        out.writeByte(format.effect().ordinal());
        text(out, format.unit());
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
      case SheetCell.Fault(String shown) -> tagged(out, 'e', shown);
      case SheetCell.Uncomputed(String shown) -> tagged(out, 'u', shown);
      case SheetCell.Merged(SheetCell value, String area, boolean first) -> {
        tagged(out, 'm', area);
        out.writeBoolean(first);
        write(out, value);
      }
    }
  }

  private static SheetCell cell(DataInputStream in) throws IOException {
    char tag = (char) in.readByte();
    return switch (tag) {
      case 't' -> new SheetCell.Text(text(in));
      case 'f' -> new SheetCell.Figure(in.readDouble());
      case 'n' -> {
        var format = new NumberFormat(text(in), EFFECTS[in.readByte()], text(in));
        yield new SheetCell.Formatted(in.readDouble(), format);
      }
      case 'd' -> new SheetCell.Day(LocalDate.ofEpochDay(in.readLong()), in.readInt());
      case 'b' -> new SheetCell.Bool(in.readBoolean());
      case 'e' -> new SheetCell.Fault(text(in));
      case 'u' -> new SheetCell.Uncomputed(text(in));
      case 'm' -> {
        String area = text(in);
        boolean first = in.readBoolean();
        yield new SheetCell.Merged(cell(in), area, first);
      }
      default -> throw new IOException("expected a cell that was kept, found the tag " + tag);
    };
  }

  private static void tagged(DataOutputStream out, char tag, String text) throws IOException {
    out.writeByte(tag);
    text(out, text);
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
