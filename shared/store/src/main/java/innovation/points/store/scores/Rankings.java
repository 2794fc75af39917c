package innovation.points.store.scores;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.store.BatchWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The ranking pages of generations: every list is kept ready in pages of {@link
 * RankingPage#ENTRIES}, one item each. Thread safe.
 */
public final class Rankings {

  private static final TypeReference<List<RankingEntry>> ENTRIES = new TypeReference<>() {};

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;

  public Rankings(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.writer = new BatchWriter(client);
  }

  /** One page; empty past the end and for a list that no enterprise is in. One GetItem. */
  public Optional<RankingPage> page(String generation, RankingList list, int number) {
    var key = Keys.key(Keys.rank(generation), Keys.rankSort(list, number));
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    int size = Integer.parseInt(RowItems.attribute(item, "size").n());
    var entries = Packed.stored(RowItems.attribute(item, "entries").b()).open(ENTRIES);
    return Optional.of(new RankingPage(number, size, entries));
  }

  /** A whole list, page by page. */
  public List<RankingEntry> all(String generation, RankingList list) {
    var entries = new ArrayList<RankingEntry>();
    for (int number = 0; ; number++) {
      var page = page(generation, list, number);
      if (page.isEmpty()) {
        return entries;
      }
      entries.addAll(page.get().entries());
    }
  }

  /**
   * Writes the pages of some lists, which replace all pages the generation had before.
   *
   * @param lists entries in display order
   * @return how many pages were written
   */
  public int replace(String generation, Map<RankingList, List<RankingEntry>> lists) {
    var requests = new ArrayList<WriteRequest>();
    lists.forEach((list, entries) -> requests.addAll(pages(generation, list, entries)));
    Set<String> stray = sortKeys(generation);
    for (WriteRequest request : requests) {
      stray.remove(RowItems.text(request.putRequest().item(), "sk"));
    }
    int written = requests.size();
    for (String sort : stray) {
      requests.add(BatchWriter.delete(Keys.key(Keys.rank(generation), sort)));
    }
    writer.write(table, requests);
    return written;
  }

  /** How many pages a generation has. */
  public int count(String generation) {
    return sortKeys(generation).size();
  }

  private static List<WriteRequest> pages(
      String generation, RankingList list, List<RankingEntry> entries) {
    var requests = new ArrayList<WriteRequest>();
    for (int number = 0; number < RankingPage.pages(entries.size()); number++) {
      int from = number * RankingPage.ENTRIES;
      var part = entries.subList(from, Math.min(from + RankingPage.ENTRIES, entries.size()));
      requests.add(
          BatchWriter.put(
              Map.of(
                  "pk", AttributeValue.fromS(Keys.rank(generation)),
                  "sk", AttributeValue.fromS(Keys.rankSort(list, number)),
                  "size", AttributeValue.fromN(Integer.toString(entries.size())),
                  "entries", AttributeValue.fromB(Packed.of(part).bytes()))));
    }
    return requests;
  }

  private Set<String> sortKeys(String generation) {
    var keys = new TreeSet<String>();
    client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .projectionExpression("sk")
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(Keys.rank(generation)))))
        .items()
        .forEach(item -> keys.add(RowItems.text(item, "sk")));
    return keys;
  }
}
