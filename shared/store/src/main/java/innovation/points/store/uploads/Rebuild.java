package innovation.points.store.uploads;

import innovation.points.person.Person;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A comparison of the facts table with the bucket, and its result.
 *
 * @param id sorts by time
 * @param dryRun whether differences are only reported
 * @param reason why facts may be withdrawn of files that the bucket has never had, however many
 * @param orderedBy who ordered it; {@link Person#S3} where the order was put into the bucket
 * @param status its status
 * @param after the last key that was compared; they come in the order of the bucket
 * @param found what was compared so far
 * @param keys whose facts differed, the first {@link #KEYS_SHOWN} of them
 */
public record Rebuild(
    String id,
    boolean dryRun,
    Optional<String> reason,
    Person orderedBy,
    Instant orderedAt,
    Status status,
    Optional<String> after,
    Found found,
    List<String> keys,
    Optional<Instant> finishedAt) {

  static final int KEYS_SHOWN = 100;

  /** Where the order of a rebuild lies in the bucket. */
  static final String ORDERS = "rebuilds/";

  private static final String EXTENSION = ".json";

  /** The states of a rebuild. */
  public enum Status {
    ORDERED("ordered"),
    RUNNING("running"),
    DONE("done"),
    /** Too much would have been withdrawn without a reason. */
    REFUSED("refused");

    private final String id;

    Status(String id) {
      this.id = id;
    }

    public String id() {
      return id;
    }

    static Status of(String id) {
      return Arrays.stream(values())
          .filter(status -> status.id.equals(id))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("expected a status, found " + id));
    }
  }

  /**
   * What was compared.
   *
   * @param files keys of the bucket that were looked at
   * @param items of the facts table that the bucket says there should be
   * @param missing of these that were not there
   * @param different of these that were different
   * @param surplus items that were there and should not be
   * @param deliveries records of delivered files that were wrong
   */
  public record Found(
      long files, long items, long missing, long different, long surplus, long deliveries) {

    public static final Found NOTHING = new Found(0, 0, 0, 0, 0, 0);

    public Found plus(Found other) {
      return new Found(
          files + other.files,
          items + other.items,
          missing + other.missing,
          different + other.different,
          surplus + other.surplus,
          deliveries + other.deliveries);
    }

    /** Whether the table agrees with the bucket. */
    public boolean equal() {
      return missing == 0 && different == 0 && surplus == 0 && deliveries == 0;
    }
  }

  public Rebuild {
    keys = List.copyOf(keys);
  }

  public static Rebuild ordered(
      String id, boolean dryRun, Optional<String> reason, Person by, Instant at) {
    return new Rebuild(
        id,
        dryRun,
        reason,
        by,
        at,
        Status.ORDERED,
        Optional.empty(),
        Found.NOTHING,
        List.of(),
        Optional.empty());
  }

  /** Where its order lies. */
  public String orderKey() {
    return orderKey(id);
  }

  /** Where the order of an id lies. */
  public static String orderKey(String id) {
    return ORDERS + id + EXTENSION;
  }

  /** The id of an order, where a key is the place of one. */
  public static Optional<String> idOf(String key) {
    return key.startsWith(ORDERS) && key.endsWith(EXTENSION) && key.length() > 14
        ? Optional.of(key.substring(ORDERS.length(), key.length() - EXTENSION.length()))
        : Optional.empty();
  }

  /** With one more file looked at. */
  public Rebuild with(String key, Found of) {
    var all = new ArrayList<>(keys);
    if (!of.equal() && all.size() < KEYS_SHOWN) {
      all.add(key);
    }
    return new Rebuild(
        id,
        dryRun,
        reason,
        orderedBy,
        orderedAt,
        Status.RUNNING,
        Optional.of(key),
        found.plus(of),
        all,
        finishedAt);
  }

  public Rebuild done(Instant at) {
    return over(Status.DONE, at);
  }

  public Rebuild refused(Instant at) {
    return over(Status.REFUSED, at);
  }

  private Rebuild over(Status end, Instant at) {
    return new Rebuild(
        id, dryRun, reason, orderedBy, orderedAt, end, after, found, keys, Optional.of(at));
  }

  public boolean isOver() {
    return status == Status.DONE || status == Status.REFUSED;
  }
}
