package innovation.points.store.scores.facts;

import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.FieldsRead;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The facts that a score was computed from, as they are stored: the question whose answer the score
 * is. Immutable.
 */
public final class ScoredFacts {

  private final byte[] bytes;

  /** By the numbers that the bytes call them; asked for only where the facts are read. */
  private final Supplier<List<FileNames.Source>> files;

  public ScoredFacts(byte[] bytes, Supplier<List<FileNames.Source>> files) {
    this.bytes = bytes;
    this.files = files;
  }

  /** The part of the facts that can have decided. */
  public static ScoredFacts of(ScoringInput input, FieldsRead reads) {
    var writer = new FactsWriter(input, reads);
    byte[] bytes = writer.write();
    List<FileNames.Source> files = writer.files();
    return new ScoredFacts(bytes, () -> files);
  }

  /** The facts, for the scorer that made the score or any other. */
  public ScoringInput input(String uscc, int year) {
    return new FactsReader(bytes, files.get()).read(uscc, year);
  }

  public byte[] bytes() {
    return bytes;
  }

  public List<FileNames.Source> files() {
    return files.get();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ScoredFacts that
        && Arrays.equals(bytes, that.bytes)
        && files().equals(that.files());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
