package innovation.points.datasets.reading.container.text;

import innovation.points.datasets.reading.sheet.FileFault;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The lines of a text, which end with CR, LF or both. Lines can be handed back. */
final class TextLines {

  private static final int LONGEST = 1 << 20;

  private final Reader reader;
  private final char[] buffer = new char[1 << 15];
  private final Deque<String> returned = new ArrayDeque<>();
  private int position;
  private int end;
  private boolean afterReturn;
  private int line;

  TextLines(Reader reader) {
    this.reader = reader;
  }

  /** The next line without its end; none at the end of the text. */
  Optional<String> next() throws IOException, FileFault {
    String again = returned.poll();
    return again != null ? Optional.of(again) : read();
  }

  /** Gives lines back, to be read again in the same order. */
  void giveBack(List<String> lines) {
    for (int i = lines.size() - 1; i >= 0; i--) {
      returned.push(lines.get(i));
    }
  }

  private Optional<String> read() throws IOException, FileFault {
    StringBuilder begun = null;
    while (true) {
      if (position == end) {
        end = reader.read(buffer, 0, buffer.length);
        position = 0;
        if (end <= 0) {
          end = 0;
          return begun == null ? Optional.empty() : Optional.of(begun.toString());
        }
      }
      if (afterReturn) {
        afterReturn = false;
        if (buffer[position] == '\n') {
          position++;
          continue;
        }
      }
      int start = position;
      while (position < end && buffer[position] != '\n' && buffer[position] != '\r') {
        position++;
      }
      if (position < end) {
        afterReturn = buffer[position] == '\r';
        String rest = new String(buffer, start, position - start);
        position++;
        line++;
        return Optional.of(begun == null ? rest : begun.append(rest).toString());
      }
      begun = begun == null ? new StringBuilder() : begun;
      begun.append(buffer, start, end - start);
      if (begun.length() > LONGEST) {
        throw FileFault.unreadable(
            "第 %d 行大得不合理（超过 100 万个字），分不清单元格；请用表格软件重新另存后再传。".formatted(line + 1));
      }
    }
  }
}
