package innovation.points.store.uploads;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.person.Person;
import innovation.points.scoring.facts.Value;
import innovation.points.store.table.StoredJson;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person found of figures that an enterprise reported (核验): part of the record, an object of
 * the bucket that is never replaced. It holds for a figure as long as it is the same, whatever else
 * the enterprise reports; of several the latest counts.
 *
 * @param confirmed whether they are right; otherwise they do not count
 * @param figures what was looked at, by name and field: see {@link #figures}
 * @param reason why; may be empty where they are confirmed
 */
public record Verification(
    boolean confirmed,
    Map<String, Map<String, String>> figures,
    String reason,
    Person by,
    Instant at) {

  /** Where verifications lie. */
  public static final String VERIFICATIONS = "verifications/";

  private static final String UPLOADS = "uploads/";
  private static final List<String> IDENTITY = List.of("uscc", "name");
  private static final int DIGITS = 6;

  public Verification {
    figures = Map.copyOf(figures);
  }

  /** Where those of a key lie. */
  public static String folder(String key) {
    return VERIFICATIONS + key.substring(UPLOADS.length()) + "/";
  }

  /** Where this one of a key lies; by time. */
  public String object(String key) {
    return "%s%013d-%s.json"
        .formatted(folder(key), at.toEpochMilli(), Sha256.hex(json()).substring(0, DIGITS));
  }

  /** The key of the file of which an object is a verification; none where it is none. */
  public static Optional<String> key(String object) {
    return object.startsWith(VERIFICATIONS) && object.endsWith(".json")
        ? Optional.of(UPLOADS + object.substring(VERIFICATIONS.length(), object.lastIndexOf('/')))
        : Optional.empty();
  }

  /** As the object has it. */
  public String json() {
    return StoredJson.write(this);
  }

  /** Reads what {@link #json} writes. */
  public static Verification of(String json) {
    return StoredJson.read(json, Verification.class);
  }

  /**
   * A row's figures in words, by the name that is verified as a whole: a field, of line items the
   * natural key.
   */
  public static Map<String, Map<String, String>> figures(
      Dataset dataset, Map<String, Value> values) {
    var words = new HashMap<String, String>();
    values.forEach(
        (field, value) -> {
          if (!IDENTITY.contains(field)) {
            words.put(field, word(value));
          }
        });
    if (dataset.shape() == Shape.PER_ENTERPRISE) {
      return words.entrySet().stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey, one -> Map.of(one.getKey(), one.getValue())));
    }
    return Map.of(name(dataset, values), Map.copyOf(words));
  }

  /** The natural key of a line in words. */
  public static String name(Dataset dataset, Map<String, Value> values) {
    return dataset.naturalKey().stream()
        .filter(field -> !IDENTITY.contains(field))
        .map(values::get)
        .map(value -> value == null ? "" : word(value))
        .collect(Collectors.joining(" "));
  }

  private static String word(Value value) {
    return switch (value) {
      case Value.Amount(double amount) ->
          BigDecimal.valueOf(amount).stripTrailingZeros().toPlainString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
      case Value.Day(var day) -> day.toString();
      case Value.Text(String text) -> text;
    };
  }
}
