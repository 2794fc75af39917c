package innovation.points.store.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Lists beside a run: in pages that each fit into one item, however long the list is. Thread-safe.
 */
public final class StoredLists {

  /** A list and what is in it. */
  public record Kind<T>(String id, Class<T> type) {

    /** Writes an entry as it is stored, for callers that sort many of them first. */
    public String write(T entry) {
      return StoredJson.write(entry);
    }

    /** Reads what {@link #write} wrote. */
    public T read(String entry) {
      return StoredJson.read(entry, type);
    }
  }

  /** Of JSON, which deflating shortens: no page comes near the 400 KB of an item. */
  private static final int LARGEST_PAGE = 250_000;

  private static final int LONGEST_PAGE = 200;

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;

  public StoredLists(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.writer = new BatchWriter(client);
  }

  /**
   * Writes a list of a run in place of what an earlier attempt left of it. Holds one page at a
   * time.
   */
  public <T> void replace(String run, Kind<T> list, Iterator<T> entries) {
    int pages = write(run, list, entries);
    var stray = new ArrayList<WriteRequest>();
    for (String sort : sortKeys(run, list)) {
      if (sort.compareTo(ScoreKeys.page(list.id(), pages)) >= 0) {
        stray.add(BatchWriter.delete(ScoreKeys.key(ScoreKeys.runLists(run), sort)));
      }
    }
    writer.write(table, stray);
  }

  /**
   * Part of a list.
   *
   * @param after the {@code next} of the part before; null for the first
   */
  public <T> StoredPage<T> read(String run, Kind<T> list, int limit, @Nullable String after) {
    Position position = Position.of(after);
    var entries = new ArrayList<T>();
    while (true) {
      List<T> page = page(run, list, position.page());
      if (page.isEmpty()) {
        return new StoredPage<>(entries, null);
      }
      for (int i = position.offset(); i < page.size(); i++) {
        if (entries.size() == limit) {
          return new StoredPage<>(entries, new Position(position.page(), i).text());
        }
        entries.add(page.get(i));
      }
      position = new Position(position.page() + 1, 0);
    }
  }

  /** A place in a list: a page, and an entry on it, both from 0. */
  private record Position(int page, int offset) {

    static Position of(@Nullable String text) {
      if (text == null) {
        return new Position(0, 0);
      }
      int space = text.indexOf(' ');
      return new Position(
          Integer.parseInt(text.substring(0, space)), Integer.parseInt(text.substring(space + 1)));
    }

    String text() {
      return page + " " + offset;
    }
  }

  /** A page; empty past the end. */
  private <T> List<T> page(String run, Kind<T> list, int number) {
    var key = ScoreKeys.key(ScoreKeys.runLists(run), ScoreKeys.page(list.id(), number));
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty()
        ? List.of()
        : StoredJson.readList(
            Compressed.read(Attributes.attribute(item, "entries").b().asByteArrayUnsafe()),
            list.type());
  }

  /** How many pages it took. */
  private <T> int write(String run, Kind<T> list, Iterator<T> entries) {
    int number = 0;
    var page = new ArrayList<String>();
    int size = 0;
    while (entries.hasNext()) {
      String json = list.write(entries.next());
      int length = json.getBytes(StandardCharsets.UTF_8).length;
      if (!page.isEmpty() && (page.size() == LONGEST_PAGE || size + length > LARGEST_PAGE)) {
        writer.write(table, List.of(item(run, list, number++, page)));
        page.clear();
        size = 0;
      }
      page.add(json);
      size += length + 1;
    }
    if (!page.isEmpty()) {
      writer.write(table, List.of(item(run, list, number++, page)));
    }
    return number;
  }

  private static WriteRequest item(String run, Kind<?> list, int number, List<String> entries) {
    byte[] packed = Compressed.write("[" + String.join(",", entries) + "]");
    return BatchWriter.put(
        Map.of(
            "pk", AttributeValue.fromS(ScoreKeys.runLists(run)),
            "sk", AttributeValue.fromS(ScoreKeys.page(list.id(), number)),
            "entries", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed))));
  }

  private Set<String> sortKeys(String run, Kind<?> list) {
    var keys = new HashSet<String>();
    client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk and begins_with(sk, :list)")
                    .projectionExpression("sk")
                    .expressionAttributeValues(
                        Map.of(
                            ":pk", AttributeValue.fromS(ScoreKeys.runLists(run)),
                            ":list", AttributeValue.fromS(list.id() + "#"))))
        .items()
        .forEach(item -> keys.add(Attributes.text(item, "sk")));
    return keys;
  }
}
