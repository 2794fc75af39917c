package innovation.points.store.scores;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.store.BatchWriter;
import innovation.points.store.scores.Changes.Move;
import innovation.points.store.scores.Manifest.Input;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The long lists of a run, beside its row: in pages that each fit into one item, however long the
 * list is. Thread safe.
 */
public final class RunLists {

  /** A list and what is in it. */
  public record Kind<T>(String id, TypeReference<List<T>> type) {}

  /** Which enterprises moved against the published results and why, the largest moves first. */
  public static final Kind<Move> CHANGES = new Kind<>("changes", new TypeReference<>() {});

  /** The versions of files that were scored, by key. */
  public static final Kind<Input> INPUTS = new Kind<>("inputs", new TypeReference<>() {});

  /** Deflating does not make it longer, so that no page comes near the 400 KB of an item. */
  private static final int LARGEST_PAGE = 250_000;

  private static final int LONGEST_PAGE = 200;

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;

  public RunLists(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.writer = new BatchWriter(client);
  }

  /** Writes the lists of a run in place of what an earlier attempt left of them. */
  public void replace(String run, List<Move> changes, List<Input> inputs) {
    var requests = new ArrayList<WriteRequest>();
    requests.addAll(pages(run, CHANGES, changes));
    requests.addAll(pages(run, INPUTS, inputs));
    var written = new HashSet<String>();
    requests.forEach(request -> written.add(RowItems.text(request.putRequest().item(), "sk")));
    for (String sort : sortKeys(run)) {
      if (!written.contains(sort)) {
        requests.add(BatchWriter.delete(Keys.key(Keys.runLists(run), sort)));
      }
    }
    writer.write(table, requests);
  }

  /**
   * Part of a list.
   *
   * @param after the {@code next} of the part before; null for the first
   */
  public <T> Page<T> read(String run, Kind<T> list, int limit, @Nullable String after) {
    Position position = Position.of(after);
    var entries = new ArrayList<T>();
    while (true) {
      List<T> page = page(run, list, position.page());
      if (page.isEmpty()) {
        return new Page<>(entries, null);
      }
      for (int i = position.offset(); i < page.size(); i++) {
        if (entries.size() == limit) {
          return new Page<>(entries, new Position(position.page(), i).text());
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
    var key = Keys.key(Keys.runLists(run), Keys.page(list.id(), number));
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty()
        ? List.of()
        : Packed.stored(RowItems.attribute(item, "entries").b()).open(list.type());
  }

  private static <T> List<WriteRequest> pages(String run, Kind<T> list, List<T> entries) {
    var requests = new ArrayList<WriteRequest>();
    var page = new ArrayList<String>();
    int size = 0;
    for (T entry : entries) {
      String json = Json.write(entry);
      int length = json.getBytes(StandardCharsets.UTF_8).length;
      if (!page.isEmpty() && (page.size() == LONGEST_PAGE || size + length > LARGEST_PAGE)) {
        requests.add(item(run, list, requests.size(), page));
        page.clear();
        size = 0;
      }
      page.add(json);
      size += length + 1;
    }
    if (!page.isEmpty()) {
      requests.add(item(run, list, requests.size(), page));
    }
    return requests;
  }

  private static WriteRequest item(String run, Kind<?> list, int number, List<String> entries) {
    Packed packed = Packed.ofJson("[" + String.join(",", entries) + "]");
    return BatchWriter.put(
        Map.of(
            "pk", AttributeValue.fromS(Keys.runLists(run)),
            "sk", AttributeValue.fromS(Keys.page(list.id(), number)),
            "entries", AttributeValue.fromB(packed.bytes())));
  }

  private Set<String> sortKeys(String run) {
    var keys = new HashSet<String>();
    client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .projectionExpression("sk")
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(Keys.runLists(run)))))
        .items()
        .forEach(item -> keys.add(RowItems.text(item, "sk")));
    return keys;
  }
}
