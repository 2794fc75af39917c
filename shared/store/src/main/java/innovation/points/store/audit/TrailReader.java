package innovation.points.store.audit;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredPage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the sealed trail. Thread-safe. */
public final class TrailReader {

  /** How many items a page of a filtered list looks at; the next page goes on there. */
  private static final int LOOKED_AT = 5000;

  private final DynamoDbClient client;
  private final String table;

  public TrailReader(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** Where the chain ends. */
  public TrailHead head() {
    var item =
        client
            .getItem(
                get ->
                    get.tableName(table)
                        .consistentRead(true)
                        .key(ScoreKeys.key(ScoreKeys.TRAIL_HEAD, ScoreKeys.TRAIL_HEAD)))
            .item();
    if (item.isEmpty()) {
      return TrailHead.NONE;
    }
    return new TrailHead(
        Long.parseLong(Attributes.attribute(item, "seq").n()),
        Attributes.text(item, "hash"),
        day(Attributes.textOrNull(item, "day")),
        day(Attributes.textOrNull(item, "filed")));
  }

  private static @Nullable LocalDate day(@Nullable String text) {
    return text == null ? null : LocalDate.parse(text);
  }

  /**
   * The days that have items, oldest first.
   *
   * @param after only those after it; null: all
   */
  public List<LocalDate> days(@Nullable LocalDate after) {
    String bound = after == null ? "0" : after.toString();
    return Partition.after(client, table, ScoreKeys.TRAIL_DAYS, bound).stream()
        .map(item -> LocalDate.parse(Attributes.text(item, "sk")))
        .toList();
  }

  /** The items of a day, oldest first, as lines of its file. */
  public List<String> lines(LocalDate day) {
    return Partition.items(client, table, ScoreKeys.TRAIL + day).stream()
        .map(item -> Attributes.text(item, "line"))
        .toList();
  }

  /**
   * Items of some days, newest first.
   *
   * @param from the first day, {@code to} the last; null: no bound
   * @param before the number of the last item of the page before; null: from the newest on
   * @return a page that may be shorter than the limit, or empty, where more follows
   */
  public StoredPage<TrailItem> list(
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      Predicate<TrailItem> wanted,
      int limit,
      @Nullable String before) {
    var page = new PageOfTrail(wanted, limit);
    for (LocalDate day : days(from == null ? null : from.minusDays(1)).reversed()) {
      boolean within = to == null || !day.isAfter(to);
      if (within && !page.take(newestFirst(ScoreKeys.TRAIL + day, before))) {
        break;
      }
    }
    return page.stored();
  }

  /** The items that name an enterprise, newest first; as {@link #list}. */
  public StoredPage<TrailItem> of(
      String uscc, Predicate<TrailItem> wanted, int limit, @Nullable String before) {
    var page = new PageOfTrail(wanted, limit);
    page.take(newestFirst(ScoreKeys.TRAIL_OF + uscc, before));
    return page.stored();
  }

  /** A page that is being filled. */
  private static final class PageOfTrail {

    private final Predicate<TrailItem> wanted;
    private final int limit;
    private final List<TrailItem> found = new ArrayList<>();
    private int seen;
    private @Nullable String next;

    PageOfTrail(Predicate<TrailItem> wanted, int limit) {
      this.wanted = wanted;
      this.limit = limit;
    }

    /** Takes items that follow; false where the page is full before one of them. */
    boolean take(Iterable<Map<String, AttributeValue>> items) {
      for (var item : items) {
        if (found.size() == limit || seen == LOOKED_AT) {
          // So that the next page begins with the item.
          next = TrailSealer.sort(Long.parseLong(Attributes.text(item, "sk")) + 1);
          return false;
        }
        seen++;
        TrailItem read = TrailItem.read(Attributes.text(item, "line"));
        if (wanted.test(read)) {
          found.add(read);
        }
      }
      return true;
    }

    StoredPage<TrailItem> stored() {
      return new StoredPage<>(found, next);
    }
  }

  private Iterable<Map<String, AttributeValue>> newestFirst(
      String partition, @Nullable String before) {
    return before == null
        ? Partition.newestFirst(client, table, partition)
        : Partition.newestBefore(client, table, partition, before);
  }
}
