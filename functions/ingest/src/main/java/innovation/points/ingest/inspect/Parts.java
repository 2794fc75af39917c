package innovation.points.ingest.inspect;

import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FactRow;
import innovation.points.store.facts.FileVersion;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The accepted rows of one file by enterprise, a part at a time. The rows of one enterprise may be
 * anywhere in a file that does not fit into memory: a large file is therefore split by enterprise
 * into several files. All rows of an enterprise are in one part.
 */
public final class Parts implements AutoCloseable {

  /** Compressed rows; some 3 000 of them. */
  private static final long BYTES_A_PART = 1 << 16;

  /** A file of so many parts stays in memory. */
  private static final int FEW = 4;

  private final List<Path> files;
  private final List<List<AcceptedRow>> rows;
  private final int count;

  private Parts(List<Path> files, List<List<AcceptedRow>> rows, int count) {
    this.files = files;
    this.rows = rows;
    this.count = count;
  }

  /** Splits a file, the same whenever it is split. */
  public static Parts of(ReadFile file) throws IOException {
    return of(file, count(file));
  }

  /** How many parts are right for a file. */
  static int count(ReadFile file) {
    return Math.toIntExact(Math.ceilDiv(Math.max(file.bytes(), 1), BYTES_A_PART));
  }

  /** Splits a file into so many parts; those of two files have the same enterprises. */
  static Parts of(ReadFile file, int count) throws IOException {
    if (count <= FEW || file.rows().isPresent()) {
      var rows = new ArrayList<List<AcceptedRow>>();
      for (int part = 0; part < count; part++) {
        rows.add(new ArrayList<>());
      }
      file.forEachAccepted(row -> rows.get(part(row.uscc(), count)).add(row));
      return new Parts(List.of(), rows, count);
    }
    var files = new ArrayList<Path>();
    for (int part = 0; part < count; part++) {
      files.add(Files.createTempFile("part-", ".rows"));
    }
    var parts = new Parts(files, List.of(), count);
    try {
      parts.cut(file);
      return parts;
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** How many parts there are. */
  public int count() {
    return count;
  }

  /** One part: the rows of each of its enterprises, in the order of the file. */
  SequencedMap<String, List<FactRow>> part(int part) throws IOException {
    var byEnterprise = new TreeMap<String, List<FactRow>>();
    if (files.isEmpty()) {
      rows.get(part).forEach(row -> add(byEnterprise, row));
      return byEnterprise;
    }
    try (var in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(files.get(part))))) {
      while (true) {
        int number;
        try {
          number = in.readInt();
        } catch (EOFException _) {
          return byEnterprise;
        }
        add(byEnterprise, new AcceptedRow(number, text(in), values(in)));
      }
    }
  }

  /** The same as what a version of a file says of each enterprise. */
  public List<Contribution> contributions(FileVersion file, int part) throws IOException {
    var contributions = new ArrayList<Contribution>();
    part(part).forEach((uscc, rowsOf) -> contributions.add(new Contribution(file, uscc, rowsOf)));
    return contributions;
  }

  @Override
  public void close() {
    try {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The part of an enterprise. */
  private static int part(String uscc, int count) {
    return Math.floorMod(uscc.hashCode(), count);
  }

  private static void add(Map<String, List<FactRow>> byEnterprise, AcceptedRow row) {
    byEnterprise
        .computeIfAbsent(row.uscc(), _ -> new ArrayList<>())
        .add(new FactRow(row.row(), row.values()));
  }

  private void cut(ReadFile file) throws IOException {
    var outs = new ArrayList<DataOutputStream>();
    try {
      for (Path path : files) {
        outs.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(path))));
      }
      file.forEachAccepted(row -> write(outs.get(part(row.uscc(), count)), row));
    } finally {
      for (DataOutputStream out : outs) {
        out.close();
      }
    }
  }

  private static void write(DataOutputStream out, AcceptedRow row) {
    try {
      out.writeInt(row.row());
      text(out, row.uscc());
      out.writeInt(row.values().size());
      for (var entry : row.values().entrySet()) {
        text(out, entry.getKey());
        value(out, entry.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void value(DataOutputStream out, Value value) throws IOException {
    switch (value) {
      case Value.Amount(double amount) -> {
        out.writeByte('n');
        out.writeDouble(amount);
      }
      case Value.Flag(boolean flag) -> {
        out.writeByte('b');
        out.writeBoolean(flag);
      }
      case Value.Day(LocalDate day) -> {
        out.writeByte('d');
        out.writeLong(day.toEpochDay());
      }
      case Value.Text(String text) -> {
        out.writeByte('t');
        text(out, text);
      }
    }
  }

  private static Map<String, Value> values(DataInputStream in) throws IOException {
    var values = new HashMap<String, Value>();
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      values.put(text(in), value(in));
    }
    return values;
  }

  private static Value value(DataInputStream in) throws IOException {
    return switch (in.readByte()) {
      case 'n' -> Value.of(in.readDouble());
      case 'b' -> Value.of(in.readBoolean());
      case 'd' -> Value.of(LocalDate.ofEpochDay(in.readLong()));
      case 't' -> Value.of(text(in));
      default -> throw new IOException("expected a value, found something else");
    };
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
