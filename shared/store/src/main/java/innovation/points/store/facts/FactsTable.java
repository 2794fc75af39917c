package innovation.points.store.facts;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.store.facts.Inventory.Delivery;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.BatchWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.pagination.sync.SdkIterable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The facts table. Reads are strongly consistent and apply the precedence of sources; writes are
 * idempotent. Thread-safe.
 */
public final class FactsTable {

  /** Partition of the zone items; no enterprise's code starts like this. */
  private static final String ZONE = "#zone";

  /** Parts the two parts of a key; in no enterprise's code. */
  private static final String PLACE = "/";

  private static final String TOUCH = "~";
  private static final String TOUCHED = "touch";
  private static final String PUBLISHED = "published";

  /** Names the lane in which an item's changes are scored; items that have none go ahead. */
  public static final String LANE = "lane";

  /** The lane of changes of which there are many at once, so that others need not wait for them. */
  public static final String BULK = "bulk";

  /** More enterprises than this are many: the stream hands over as many changes at once. */
  private static final int MANY = 1_000;

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;
  private final Precedence precedence = new Precedence(new DatasetRules(Catalogue::load));

  public FactsTable(DynamoDbClient client, String table) {
    this(client, table, new BatchWriter(client));
  }

  FactsTable(DynamoDbClient client, String table, BatchWriter writer) {
    this.client = client;
    this.table = table;
    this.writer = writer;
  }

  /** All facts of one enterprise; none of an unknown one. One strongly consistent query. */
  public EnterpriseFacts read(String uscc) {
    return merged(uscc, contributions(uscc));
  }

  /** What each file says of one enterprise, the overruled ones included; one query as well. */
  public List<Contribution> contributions(String uscc) {
    var contributions = new ArrayList<Contribution>();
    for (Map<String, AttributeValue> item : query(uscc)) {
      addFacts(contributions, item);
    }
    return contributions;
  }

  /** The facts of one enterprise that all that is said of it comes to. */
  public EnterpriseFacts merged(String uscc, List<Contribution> contributions) {
    return precedence.merge(uscc, contributions);
  }

  /**
   * All enterprises that have facts, in one of several disjoint segments; together the segments are
   * the table. Not a snapshot: an enterprise that changes meanwhile may show part of the change.
   */
  public void scan(int segment, int segments, Consumer<EnterpriseFacts> consumer) {
    scanFiles(segment, segments, (facts, _) -> consumer.accept(facts));
  }

  /** As {@link #scan}, with the contributions of all files, the overruled ones included. */
  public void scanFiles(
      int segment, int segments, BiConsumer<EnterpriseFacts, List<Contribution>> consumer) {
    var current = new ArrayList<Contribution>();
    // The items of one partition are adjacent, but a page may end between them.
    scanItems(
        segment,
        segments,
        item -> {
          Contribution contribution = FactItems.read(item);
          if (contribution != null) {
            if (!current.isEmpty() && !current.getFirst().uscc().equals(contribution.uscc())) {
              emit(current, consumer);
            }
            current.add(contribution);
          }
        });
    emit(current, consumer);
  }

  /**
   * A part of what {@link #scanFiles} reads.
   *
   * @param enterprises how many at most
   * @param after what the part before answered; null at the beginning
   * @return where the next part begins; null at the end
   */
  public @Nullable String page(
      int enterprises,
      @Nullable String after,
      BiConsumer<EnterpriseFacts, List<Contribution>> consumer) {
    var request = ScanRequest.builder().tableName(table).consistentRead(true);
    if (after != null) {
      String[] place = after.split(PLACE, 2);
      request.exclusiveStartKey(new ItemKey(place[0], place[1]).attributes());
    }
    var current = new ArrayList<Contribution>();
    String last = null;
    int whole = 0;
    for (Map<String, AttributeValue> item : client.scanPaginator(request.build()).items()) {
      Contribution contribution = FactItems.read(item);
      if (contribution != null) {
        if (!current.isEmpty() && !current.getFirst().uscc().equals(contribution.uscc())) {
          emit(current, consumer);
          if (++whole == enterprises) {
            return last;
          }
        }
        current.add(contribution);
      }
      ItemKey key = itemKey(item);
      last = key.uscc() + PLACE + key.sortKey();
    }
    emit(current, consumer);
    return null;
  }

  /** Writes what a version of a file says of some enterprises, in place of what it said before. */
  public void put(Collection<Contribution> contributions) {
    put(contributions, contributions.size());
  }

  /**
   * The same of a file of which these are a part.
   *
   * @param enterprises of how many the whole file speaks, as far as it is many or few
   */
  public void put(Collection<Contribution> contributions, int enterprises) {
    writer.write(
        table,
        contributions.stream()
            .flatMap(contribution -> FactItems.write(contribution).stream())
            .map(item -> BatchWriter.put(inLane(item, enterprises)))
            .toList());
  }

  private static Map<String, AttributeValue> inLane(
      Map<String, AttributeValue> item, int enterprises) {
    if (enterprises <= MANY) {
      return item;
    }
    var marked = new HashMap<>(item);
    marked.put(LANE, AttributeValue.fromS(BULK));
    return marked;
  }

  public void delete(Collection<ItemKey> keys) {
    writer.write(
        table, keys.stream().map(key -> BatchWriter.delete(key.attributes())).distinct().toList());
  }

  /** The items {@link #put} writes for a contribution. */
  public static List<ItemKey> itemKeys(Contribution contribution) {
    return FactItems.keys(contribution);
  }

  /** The same items with their digests, as {@link #digests} finds them after {@link #put}. */
  public static Map<ItemKey, Long> digests(Contribution contribution) {
    var digests = new LinkedHashMap<ItemKey, Long>();
    for (Map<String, AttributeValue> item : FactItems.write(contribution)) {
      addDigest(digests, item);
    }
    return digests;
  }

  /** What {@link #inventory} finds of a contribution. */
  public static ContributionTally tally(Contribution contribution) {
    return digests(contribution).values().stream()
        .map(digest -> new ContributionTally(1, digest))
        .reduce(ContributionTally.NONE, ContributionTally::plus);
  }

  /** The items that any version of a file has in the table. Reads the whole table. */
  public List<ItemKey> itemsOf(String fileId) {
    return ofFile(fileId, scan -> scan.projectionExpression("uscc, sk")).stream()
        .map(FactsTable::itemKey)
        .toList();
  }

  /** Those of them that are of one enterprise: one query. */
  public List<ItemKey> itemsOf(String fileId, String uscc) {
    var keys = new ArrayList<ItemKey>();
    for (Map<String, AttributeValue> item : query(uscc)) {
      ItemKey key = itemKey(item);
      if (key.sortKey().contains(named(fileId))) {
        keys.add(key);
      }
    }
    return keys;
  }

  /**
   * The same items of all enterprises, each with a digest of its content. Reads the whole table.
   */
  public Map<ItemKey, Long> digests(String fileId) {
    var digests = new HashMap<ItemKey, Long>();
    ofFile(fileId, _ -> {}).forEach(item -> addDigest(digests, item));
    return digests;
  }

  private SdkIterable<Map<String, AttributeValue>> ofFile(
      String fileId, Consumer<ScanRequest.Builder> more) {
    return client
        .scanPaginator(
            scan -> {
              scan.tableName(table)
                  .consistentRead(true)
                  .filterExpression("contains(sk, :file)")
                  .expressionAttributeValues(Map.of(":file", AttributeValue.fromS(named(fileId))));
              more.accept(scan);
            })
        .items();
  }

  /** As a file stands in the sort keys of its items. */
  private static String named(String fileId) {
    return "#" + fileId + "#";
  }

  private static void addDigest(Map<ItemKey, Long> digests, Map<String, AttributeValue> item) {
    Contribution content = FactItems.read(item);
    if (content != null) {
      ItemKey key = itemKey(item);
      digests.put(key, ContributionTally.digest(key, content));
    }
  }

  private static ItemKey itemKey(Map<String, AttributeValue> item) {
    return new ItemKey(Attributes.text(item, "uscc"), Attributes.text(item, "sk"));
  }

  /** The inventory of the table by file. Reads the whole table. */
  public Inventory inventory() {
    var inventory = new Inventory();
    scanItems(0, 1, item -> add(inventory, item));
    return inventory;
  }

  private static void add(Inventory inventory, Map<String, AttributeValue> item) {
    Contribution content = FactItems.read(item);
    if (content != null) {
      ItemKey key = itemKey(item);
      inventory.add(key.uscc(), content.file().key(), ContributionTally.of(key, content));
    } else if (Attributes.text(item, "uscc").equals(ZONE)) {
      int year = Integer.parseInt(Attributes.text(item, "sk"));
      item.forEach(
          (dataset, files) ->
              files.ss().forEach(file -> inventory.add(new Delivery(year, dataset, file))));
    }
  }

  /** The deliveries and publications of all years, strongly consistent. */
  public ZoneState zone() {
    var deliveries = new HashMap<Integer, Set<String>>();
    var published = new HashMap<Integer, String>();
    for (Map<String, AttributeValue> item : query(ZONE)) {
      int year = Integer.parseInt(Attributes.text(item, "sk"));
      var datasets = new HashSet<String>();
      item.forEach(
          (name, value) -> {
            if (value.hasSs()) {
              datasets.add(name);
            }
          });
      deliveries.put(year, datasets);
      AttributeValue generation = item.get(PUBLISHED);
      if (generation != null) {
        published.put(year, generation.s());
      }
    }
    return new ZoneState(new Deliveries(deliveries), published);
  }

  /** Records that a file of the owning department is in force for its dataset and year. */
  public void deliver(FileVersion file) {
    deliver(file, 0);
  }

  /**
   * The same in the lane of the file's facts, so that they are scored before it is looked at who
   * else is concerned.
   */
  public void deliver(FileVersion file, int enterprises) {
    changeDeliveries("ADD", file.dataset(), file.year(), file.fileId(), enterprises);
  }

  /** Records that a file is no longer in force, whatever its version. */
  public void withdrawDelivery(String dataset, int year, String fileId, int enterprises) {
    changeDeliveries("DELETE", dataset, year, fileId, enterprises);
  }

  /**
   * The part of a publication that belongs to this table: it goes into the transaction that moves
   * the pointer, so that the stream shows the change of stages known for earlier years.
   */
  public TransactWriteItem publication(int year, String generation) {
    return TransactWriteItem.builder()
        .update(
            update ->
                update
                    .tableName(table)
                    .key(zoneKey(year))
                    .updateExpression("SET #published = :generation")
                    .expressionAttributeNames(Map.of("#published", PUBLISHED))
                    .expressionAttributeValues(
                        Map.of(":generation", AttributeValue.fromS(generation))))
        .build();
  }

  /** Makes the stream deliver enterprises again, so that they are scored again for a year. */
  public void touch(Collection<String> usccs, int year) {
    writer.write(
        table,
        Set.copyOf(usccs).stream()
            .map(uscc -> BatchWriter.put(inLane(touched(uscc, year), usccs.size())))
            .toList());
  }

  /**
   * Makes the stream deliver the zone's state again, so that every enterprise with a score in that
   * year or later is scored again, also those without facts.
   */
  public void touchZone(int year) {
    client.updateItem(
        update ->
            update
                .tableName(table)
                .key(zoneKey(year))
                .updateExpression("SET #touch = :touch")
                .expressionAttributeNames(Map.of("#touch", TOUCHED))
                .expressionAttributeValues(
                    Map.of(":touch", AttributeValue.fromS(UUID.randomUUID().toString()))));
  }

  private static Map<String, AttributeValue> touched(String uscc, int year) {
    return Map.of(
        "uscc",
        AttributeValue.fromS(uscc),
        "sk",
        AttributeValue.fromS(TOUCH + year),
        TOUCHED,
        AttributeValue.fromS(UUID.randomUUID().toString()));
  }

  private void changeDeliveries(
      String action, String dataset, int year, String fileId, int enterprises) {
    var values = new HashMap<>(Map.of(":file", AttributeValue.fromSs(List.of(fileId))));
    boolean many = enterprises > MANY;
    if (many) {
      values.put(":bulk", AttributeValue.fromS(BULK));
    }
    client.updateItem(
        UpdateItemRequest.builder()
            .tableName(table)
            .key(zoneKey(year))
            .updateExpression(
                action + " #dataset :file " + (many ? "SET #lane = :bulk" : "REMOVE #lane"))
            .expressionAttributeNames(Map.of("#dataset", dataset, "#lane", LANE))
            .expressionAttributeValues(values)
            .build());
  }

  private static Map<String, AttributeValue> zoneKey(int year) {
    return Map.of(
        "uscc", AttributeValue.fromS(ZONE),
        "sk", AttributeValue.fromS(Integer.toString(year)));
  }

  private void emit(
      List<Contribution> contributions, BiConsumer<EnterpriseFacts, List<Contribution>> consumer) {
    if (!contributions.isEmpty()) {
      consumer.accept(
          precedence.merge(contributions.getFirst().uscc(), contributions),
          List.copyOf(contributions));
      contributions.clear();
    }
  }

  private static void addFacts(
      Collection<Contribution> contributions, Map<String, AttributeValue> item) {
    Contribution contribution = FactItems.read(item);
    if (contribution != null) {
      contributions.add(contribution);
    }
  }

  private Iterable<Map<String, AttributeValue>> query(String partition) {
    return client
        .queryPaginator(
            QueryRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .keyConditionExpression("uscc = :uscc")
                .expressionAttributeValues(Map.of(":uscc", AttributeValue.fromS(partition)))
                .build())
        .items();
  }

  private void scanItems(
      int segment, int segments, Consumer<Map<String, AttributeValue>> consumer) {
    client
        .scanPaginator(
            ScanRequest.builder()
                .tableName(table)
                .consistentRead(true)
                .segment(segment)
                .totalSegments(segments)
                .build())
        .items()
        .forEach(consumer);
  }
}
