package innovation.points.store.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.BatchWriter;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The ranking pages of generations: every list is stored in pages of {@link RankingPage#ENTRIES},
 * one item each. Thread-safe.
 */
public final class Rankings {

  private static final TypeReference<List<RankingEntry>> ENTRIES = new TypeReference<>() {};

  /** Pages that are written together: some hundred KB. */
  private static final int TOGETHER = 50;

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;
  private final StoredLists lists;

  public Rankings(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.writer = new BatchWriter(client);
    this.lists = new StoredLists(client, table);
  }

  /** One page; empty past the end and for a list that no enterprise is in. One GetItem. */
  public Optional<RankingPage> page(String generation, RankingList list, int number) {
    var key = ScoreKeys.key(ScoreKeys.rank(generation), ScoreKeys.page(list.id(), number));
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    if (item.isEmpty()) {
      return Optional.empty();
    }
    int size = Integer.parseInt(Attributes.attribute(item, "size").n());
    var entries =
        StoredJson.read(
            Compressed.read(Attributes.attribute(item, "entries").b().asByteArrayUnsafe()),
            ENTRIES);
    return Optional.of(new RankingPage(number, size, entries));
  }

  /** A whole list. */
  public List<RankingEntry> all(String generation, RankingList list) {
    var entries = new ArrayList<RankingEntry>();
    forEach(generation, list, entries::add);
    return entries;
  }

  /** Passes on a whole list, in its order. Holds one page at a time. */
  public void forEach(String generation, RankingList list, Consumer<RankingEntry> entries) {
    Optional<RankingPage> page = page(generation, list, 0);
    for (int number = 1; page.isPresent(); number++) {
      page.get().entries().forEach(entries);
      page = page(generation, list, number);
    }
  }

  /**
   * Writes the pages of all lists, which replace all pages the generation had before, and its
   * figures. Holds one page of each list and the totals at a time.
   *
   * @param sizes how many entries each list has, by its id
   * @param entries in display order; each stands in every list it belongs to
   * @throws IllegalArgumentException where the entries are not as many as the sizes say
   */
  public void replace(
      String generation, Map<String, Integer> sizes, Iterator<RankingEntry> entries) {
    var pages = new Pages(generation, sizes);
    var figures = new YearFigures.Counter();
    while (entries.hasNext()) {
      RankingEntry entry = entries.next();
      pages.add(entry);
      figures.add(entry);
    }
    pages.end();
    lists.replace(generation, YearFigures.LINES, figures.figures().lines().iterator());
    var stray = new ArrayList<WriteRequest>();
    Set<String> expected = sortKeys(sizes);
    sortKeys(
        generation,
        sort -> {
          if (!expected.contains(sort)) {
            stray.add(BatchWriter.delete(ScoreKeys.key(ScoreKeys.rank(generation), sort)));
          }
        });
    writer.write(table, stray);
  }

  /** The figures of a whole generation. Some GetItems. */
  public YearFigures figures(String generation) {
    var lines = lists.read(generation, YearFigures.LINES, Integer.MAX_VALUE, null).items();
    if (lines.isEmpty()) {
      throw new IllegalStateException(
          "expected the figures of generation %s beside its ranking, found none; have it computed again"
              .formatted(generation));
    }
    return new YearFigures(lines);
  }

  /** How many pages a generation has. */
  public int count(String generation) {
    var count = new AtomicInteger();
    sortKeys(generation, _ -> count.incrementAndGet());
    return count.get();
  }

  /** The page of each list that is being filled. */
  private final class Pages {

    private final String generation;
    private final Map<String, Integer> sizes;
    private final Map<String, List<RankingEntry>> filling = new HashMap<>();
    private final Map<String, Integer> next = new HashMap<>();
    private final List<WriteRequest> full = new ArrayList<>();

    Pages(String generation, Map<String, Integer> sizes) {
      this.generation = generation;
      this.sizes = sizes;
    }

    void add(RankingEntry entry) {
      for (RankingList list : RankingList.of(entry.stage(), entry.industry(), entry.cluster())) {
        List<RankingEntry> page = filling.computeIfAbsent(list.id(), _ -> new ArrayList<>());
        page.add(entry);
        if (page.size() == RankingPage.ENTRIES) {
          finish(list.id(), page);
        }
      }
    }

    private void finish(String list, List<RankingEntry> page) {
      int number = next.merge(list, 1, Integer::sum) - 1;
      int size = sizes.getOrDefault(list, 0);
      if (number * RankingPage.ENTRIES + page.size() > size) {
        throw new IllegalArgumentException(
            "expected %d entries of the list %s, found more".formatted(size, list));
      }
      full.add(
          BatchWriter.put(
              Map.of(
                  "pk", AttributeValue.fromS(ScoreKeys.rank(generation)),
                  "sk", AttributeValue.fromS(ScoreKeys.page(list, number)),
                  "size", AttributeValue.fromN(Integer.toString(size)),
                  "entries",
                      AttributeValue.fromB(
                          SdkBytes.fromByteArrayUnsafe(
                              Compressed.write(StoredJson.write(page)))))));
      page.clear();
      if (full.size() == TOGETHER) {
        flush();
      }
    }

    private void flush() {
      writer.write(table, full);
      full.clear();
    }

    void end() {
      filling.forEach(
          (list, page) -> {
            if (!page.isEmpty()) {
              finish(list, page);
            }
          });
      flush();
    }
  }

  private static Set<String> sortKeys(Map<String, Integer> sizes) {
    var keys = new HashSet<String>();
    sizes.forEach(
        (list, size) -> {
          for (int number = 0; number < RankingPage.pages(size); number++) {
            keys.add(ScoreKeys.page(list, number));
          }
        });
    return keys;
  }

  private void sortKeys(String generation, Consumer<String> keys) {
    client
        .queryPaginator(
            query ->
                query
                    .tableName(table)
                    .consistentRead(true)
                    .keyConditionExpression("pk = :pk")
                    .projectionExpression("sk")
                    .expressionAttributeValues(
                        Map.of(":pk", AttributeValue.fromS(ScoreKeys.rank(generation)))))
        .items()
        .forEach(item -> keys.accept(Attributes.text(item, "sk")));
  }
}
