package innovation.points.store.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.person.Person;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An item of the sealed trail: a line of {@code audit/{year}/{month}/{day}.jsonl}. Its hash is the
 * SHA-256 of the line without the hash, {@code {"seq":…,"previous":"…"}} in UTF-8; in {@code
 * previous} stands the hash of the item before.
 *
 * @param seq from 1, without a gap
 * @param previous 64 hexadecimal digits; zeros for the first item
 * @param hash 64 hexadecimal digits
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrailItem(
    long seq,
    Instant at,
    Person person,
    String action,
    String object,
    @Nullable String reason,
    String result,
    String requestId,
    String previous,
    String hash) {

  /** What stands before the first item. */
  public static final String BEGINNING = "0".repeat(64);

  private static final Pattern CODE = Pattern.compile("(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])");
  private static final Pattern TAIL = Pattern.compile(",\"hash\":\"([0-9a-f]{64})\"}$");

  /** The item that follows another one. */
  static TrailItem after(TrailHead head, Instant at, TrailEntry entry) {
    var open =
        new TrailItem(
            head.seq() + 1,
            at,
            entry.person(),
            entry.action().id(),
            entry.object(),
            entry.reason(),
            entry.result(),
            entry.requestId(),
            head.hash(),
            BEGINNING);
    return open.withHash(hashOf(open.line()).orElseThrow());
  }

  private TrailItem withHash(String newHash) {
    return new TrailItem(
        seq, at, person, action, object, reason, result, requestId, previous, newHash);
  }

  /** As it stands in the day's file, without the line break. */
  public String line() {
    return StoredJson.write(this);
  }

  /**
   * Reads a line.
   *
   * @throws IllegalStateException where it is no item
   */
  public static TrailItem read(String line) {
    return StoredJson.read(line, TrailItem.class);
  }

  /** The hash that a line should have; empty where it does not end in one. */
  static Optional<String> hashOf(String line) {
    Matcher tail = TAIL.matcher(line);
    return tail.find()
        ? Optional.of(Sha256.hex(line.substring(0, tail.start()) + "}"))
        : Optional.empty();
  }

  /** The enterprise that the object names, if it names one. */
  public Optional<String> uscc() {
    return usccOf(object);
  }

  static Optional<String> usccOf(String object) {
    return CODE.matcher(object).results().map(r -> r.group()).filter(Uscc::wellFormed).findFirst();
  }
}
