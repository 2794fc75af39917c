package innovation.points.score;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one record of the facts table's stream says. */
sealed interface DraftChange {

  /** How the stream names the record. */
  String sequenceNumber();

  /**
   * Facts of an enterprise have changed, or it is to be scored again.
   *
   * @param year of the facts concerned
   * @param from the earliest year whose score depends on them
   */
  record OfEnterprise(String sequenceNumber, String uscc, int year, int from)
      implements DraftChange {}

  /**
   * A dataset became delivered or undelivered, a year was published, or all is to be scored again.
   *
   * @param from the earliest year whose scores depend on it
   */
  record OfZone(String sequenceNumber, int from) implements DraftChange {}

  /** A change that affects no score. */
  record Irrelevant(String sequenceNumber) implements DraftChange {}

  static DraftChange of(DynamodbStreamRecord streamed) {
    StreamRecord record = streamed.getDynamodb();
    String number = record.getSequenceNumber();
    String uscc = key(record, "uscc");
    String sort = key(record, "sk");
    if (!uscc.equals("#zone")) {
      return new OfEnterprise(number, uscc, year(sort), from(sort));
    }
    return zone(number, year(sort), image(record.getOldImage()), image(record.getNewImage()));
  }

  private static String key(StreamRecord record, String name) {
    AttributeValue value = record.getKeys().get(name);
    if (value == null) {
      throw new IllegalArgumentException("expected a record of the facts table, found no " + name);
    }
    return value.getS();
  }

  /** The sort keys: {@code {dataset}#{year}#{file}#{part}}, {@code ~{year}}, {@code {year}}. */
  private static int year(String sort) {
    if (sort.startsWith("~")) {
      return Integer.parseInt(sort.substring(1));
    }
    List<String> parts = List.of(sort.split("#", 3));
    return Integer.parseInt(parts.size() == 1 ? parts.getFirst() : parts.get(1));
  }

  /** Figures count in their year and later ones; items by their dates, in any year. */
  private static int from(String sort) {
    int end = sort.indexOf('#');
    boolean figures =
        end > 0
            && Catalogue.load()
                .dataset(sort.substring(0, end))
                .filter(dataset -> dataset.shape() == Shape.PER_ENTERPRISE)
                .isPresent();
    return figures ? year(sort) : Integer.MIN_VALUE;
  }

  private static DraftChange zone(
      String number,
      int year,
      Map<String, AttributeValue> before,
      Map<String, AttributeValue> after) {
    if (!delivered(before).equals(delivered(after))
        || !Objects.equals(text(before, "touch"), text(after, "touch"))) {
      return new OfZone(number, year);
    }
    // A publication affects later years only: it gives the stage of the year before.
    return Objects.equals(text(before, "published"), text(after, "published"))
        ? new Irrelevant(number)
        : new OfZone(number, year + 1);
  }

  private static Set<String> delivered(Map<String, AttributeValue> image) {
    var datasets = new TreeSet<String>();
    image.forEach(
        (name, value) -> {
          if (value.getSS() != null) {
            datasets.add(name);
          }
        });
    return datasets;
  }

  private static @Nullable String text(Map<String, AttributeValue> image, String name) {
    AttributeValue value = image.get(name);
    return value == null ? null : value.getS();
  }

  private static Map<String, AttributeValue> image(@Nullable Map<String, AttributeValue> image) {
    return image == null ? Map.of() : new HashMap<>(image);
  }
}
