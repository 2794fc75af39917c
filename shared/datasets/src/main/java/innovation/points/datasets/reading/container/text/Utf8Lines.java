package innovation.points.datasets.reading.container.text;

import innovation.points.datasets.reading.sheet.FileFault;
import innovation.points.datasets.reading.sheet.PlainRow;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The lines of a text in UTF-8, which end with CR, LF or both; those in which nothing is quoted are
 * cut into cells at once. Lines can be handed back.
 */
final class Utf8Lines {

  private static final int LONGEST = 1 << 20;
  private static final int SLACK = 8;
  private static final long EACH = 0x0101_0101_0101_0101L;
  private static final long LOW = 0x7F7F_7F7F_7F7F_7F7FL;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final InputStream in;
  private final int separator;
  private final PlainRow row = new PlainRow();
  private final Deque<String> returned = new ArrayDeque<>();
  private String again = "";
  private byte[] buffer = new byte[(1 << 17) + SLACK];
  private int start;
  private int stop;
  private int position;
  private int end;
  private boolean ended;
  private boolean plain;
  private int line;

  Utf8Lines(InputStream in, char separator) {
    this.in = in;
    this.separator = separator;
  }

  /** Goes to the next line; false at the end of the text. */
  boolean next() throws IOException, FileFault {
    String back = returned.poll();
    if (back != null) {
      again = back;
      start = -1;
      plain = false;
      return true;
    }
    while (!scan()) {
      if (ended) {
        return position < end && last();
      }
      fill();
    }
    line++;
    return true;
  }

  /** Whether its cells are in {@link #row}. */
  boolean plain() {
    return plain;
  }

  PlainRow row() {
    return row;
  }

  /** The line without its end. */
  String text() {
    return start < 0 ? again : new String(buffer, start, stop - start, StandardCharsets.UTF_8);
  }

  /** Gives lines back, to be read again in the same order. */
  void giveBack(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      returned.push(lines.get(i));
    }
  }

  /** Cuts the line that begins at the position; false where the buffer does not have its end. */
  private boolean scan() {
    byte[] bytes = buffer;
    int limit = end;
    int cell = position;
    plain = separator < 0x80;
    row.begin(bytes, 0);
    for (int word = position; word < limit; word += 8) {
      for (long stops = stops((long) LONGS.get(bytes, word)); stops != 0; stops &= stops - 1) {
        int at = word + (Long.numberOfTrailingZeros(stops) >>> 3);
        byte c = bytes[at];
        if (at >= limit) {
          break;
        }
        boolean ends = c == '\n' || c == '\r';
        if (c == '"') {
          plain = false;
        } else if (plain && (ends || c == separator)) {
          add(cell, at);
          cell = at + 1;
        }
        if (ends) {
          int after = at + 1;
          if (c == '\r' && after == limit && !ended) {
            return false;
          }
          start = position;
          stop = at;
          position = c == '\r' && after < limit && bytes[after] == '\n' ? after + 1 : after;
          return true;
        }
      }
    }
    if (plain && ended) {
      add(cell, limit);
    }
    return false;
  }

  /** The high bits of those of eight bytes that are the separator, or ASCII up to the quote. */
  private long stops(long word) {
    long separators = word ^ separator * EACH;
    return ~((separators & LOW) + LOW | separators | LOW)
        | ~((word & LOW) + (0x80 - '#') * EACH | word | LOW);
  }

  /** An apostrophe in front may be no part of the text. */
  private void add(int from, int to) {
    if (from < to && buffer[from] == '\'') {
      plain = false;
    }
    row.add(from, to, false);
  }

  /** The last line, which has no end of its own. */
  private boolean last() {
    start = position;
    stop = end;
    position = end;
    return true;
  }

  private void fill() throws IOException, FileFault {
    int left = end - position;
    if (left > LONGEST) {
      throw FileFault.unreadable("第 %d 行大得不合理（超过 1 MiB），分不清单元格；请用表格软件重新另存后再传。".formatted(line + 1));
    }
    int room = buffer.length - SLACK;
    byte[] target = left * 2 > room ? new byte[room * 2 + SLACK] : buffer;
    System.arraycopy(buffer, position, target, 0, left);
    buffer = target;
    position = 0;
    int read = in.readNBytes(buffer, left, buffer.length - SLACK - left);
    end = left + read;
    ended = end < buffer.length - SLACK;
  }
}
