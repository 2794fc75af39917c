package innovation.points.recompute.workspace;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Files of a workspace that hold records of one kind, one after the other. A mark at the end tells
 * that a file is whole. Immutable.
 */
public final class Records<T> {

  private static final int BUFFER = 1 << 14;

  private final Writing<T> writing;
  private final Reading<T> reading;

  /** How a record is written. */
  @FunctionalInterface
  public interface Writing<T> {
    void write(T written, DataOutput out) throws IOException;
  }

  /** How it is read back. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(DataInput in) throws IOException;
  }

  public Records(Writing<T> writing, Reading<T> reading) {
    this.writing = writing;
    this.reading = reading;
  }

  public Writer<T> create(Workspace workspace, String name) {
    try {
      return new Writer<>(
          writing, new DataOutputStream(new BufferedOutputStream(workspace.create(name), BUFFER)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a whole file. */
  public void write(Workspace workspace, String name, Iterable<T> records) {
    try (Writer<T> writer = create(workspace, name)) {
      records.forEach(writer::add);
      writer.end();
    }
  }

  public Reader<T> open(Workspace workspace, String name) {
    try {
      return new Reader<>(
          reading, new DataInputStream(new BufferedInputStream(workspace.open(name), BUFFER)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Not thread-safe. */
  public static final class Writer<T> implements AutoCloseable {

    private final Writing<T> writing;
    private final DataOutputStream out;

    private Writer(Writing<T> writing, DataOutputStream out) {
      this.writing = writing;
      this.out = out;
    }

    public void add(T one) {
      try {
        out.writeBoolean(true);
        writing.write(one, out);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** The file is whole; without this no reader takes it for that. */
    public void end() {
      try {
        out.writeBoolean(false);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        out.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Reads a file once, from its beginning. Not thread-safe. */
  public static final class Reader<T> implements Iterator<T>, AutoCloseable {

    private final Reading<T> reading;
    private final DataInputStream in;
    private boolean more;

    private Reader(Reading<T> reading, DataInputStream in) {
      this.reading = reading;
      this.in = in;
      advance();
    }

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public T next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      try {
        T one = reading.read(in);
        advance();
        return one;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void advance() {
      try {
        more = in.readBoolean();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        in.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
