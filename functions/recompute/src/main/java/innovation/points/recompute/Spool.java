package innovation.points.recompute;

import innovation.points.store.scores.ScoreRow;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that wait on the disk for their ranks: all are scored before the first has a rank, and their
 * traces would not fit into memory. Written by several threads, read by one afterwards.
 */
final class Spool implements AutoCloseable {

  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final DataOutputStream out;
  private int size;

  Spool() {
    try {
      file = Files.createTempFile("rows", ".spool");
      out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a row.
   *
   * @return its place, from 0
   */
  synchronized int add(ScoreRow row) {
    try {
      row.write(out);
      return size++;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  synchronized int size() {
    return size;
  }

  /** Gives the rows back in their order, in parts of at most that many. */
  synchronized void read(int part, Consumer<List<ScoreRow>> parts) {
    try {
      out.flush();
      try (var in =
          new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
        for (int from = 0; from < size; from += part) {
          var rows = new ArrayList<ScoreRow>(part);
          for (int place = from; place < Math.min(from + part, size); place++) {
            rows.add(ScoreRow.read(in));
          }
          parts.accept(rows);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
