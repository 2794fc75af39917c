package innovation.points.store.run;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.table.StoredLists;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run was made of and what it cost; of the attempt that completed it.
 *
 * @param statuses enterprises by status and, in it, by stage ({@code unknown} where it has none)
 * @param rewards by the terms of the order
 */
@JsonPropertyOrder({"inputs", "statuses", "rewards", "capacity"})
public record Manifest(
    Inputs inputs,
    SortedMap<String, SortedMap<String, Integer>> statuses,
    Rewards rewards,
    Capacity capacity) {

  /** The versions of files that were scored, by key. */
  public static final StoredLists.Kind<Input> INPUTS =
      new StoredLists.Kind<>("inputs", Input.class);

  /** Where an enterprise has no stage. */
  public static final String UNKNOWN_STAGE = "unknown";

  /**
   * The files whose facts were scored; one by one they are in the list {@link #INPUTS}.
   *
   * @param files versions of files
   * @param rows of the enterprises on the roster
   * @param digest SHA-256 over key and version of each file in order, hex: two runs with the same
   *     digest and the same rulebook read the same
   * @param delivered the datasets that the owning departments had delivered, by year: the year of
   *     the run and the year before
   */
  @JsonPropertyOrder({"files", "rows", "digest", "delivered"})
  public record Inputs(
      int files, long rows, String digest, SortedMap<Integer, List<String>> delivered) {
    public Inputs(int files, long rows, String digest, Map<Integer, List<String>> delivered) {
      this(files, rows, digest, new TreeMap<>(delivered));
    }
  }

  /**
   * A version of a file that was read.
   *
   * @param rows of enterprises on the roster
   * @param enterprises on the roster that it speaks of
   */
  @JsonPropertyOrder({"key", "version", "uploadedAt", "rows", "enterprises"})
  public record Input(String key, String version, Instant uploadedAt, long rows, int enterprises) {

    /** The file alone. */
    public FileNames.Source source() {
      return new FileNames.Source(key, version);
    }
  }

  /**
   * What the year's rewards come to (rules §9), in yuan.
   *
   * @param enterprises that have at least one
   * @param kinds by the reward's id
   */
  @JsonPropertyOrder({"enterprises", "amount", "kinds"})
  public record Rewards(int enterprises, BigDecimal amount, SortedMap<String, OfKind> kinds) {

    /** One kind of reward. */
    @JsonPropertyOrder({"enterprises", "amount"})
    public record OfKind(int enterprises, BigDecimal amount) {
      /** One enterprise more. */
      public OfKind and(BigDecimal more) {
        return new OfKind(enterprises + 1, amount.add(more));
      }
    }
  }

  /** Consumed capacity units of both tables, as the tables told it. */
  @JsonPropertyOrder({"read", "write"})
  public record Capacity(double read, double write) {

    public static final Capacity NONE = new Capacity(0, 0);

    public Capacity and(Capacity more) {
      return new Capacity(read + more.read, write + more.write);
    }
  }
}
