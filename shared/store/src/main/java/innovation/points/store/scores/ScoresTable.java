package innovation.points.store.scores;

import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.scores.facts.NamedFiles;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.BatchWriter;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredLists;
import innovation.points.store.table.StoredPage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Rows of drafts and generations. All reads are strongly consistent: a pointer that a reader sees
 * leads to rows it sees. Thread-safe.
 */
public final class ScoresTable {

  /**
   * The form in which scores, facts and indexes of names are stored. A form is never changed:
   * another one gets the next number, and what another build has written is refused.
   */
  public static final String FORM = "4";

  /** The order in which {@link #generationEnterprises} shows enterprises. */
  public static final Comparator<String> ORDER =
      Comparator.comparingInt(ScoreKeys::shard).thenComparing(Comparator.naturalOrder());

  /** The attributes to read of items; some names are words of the table's own language. */
  private record Projection(String expression, Map<String, String> names) {}

  private static final Projection PUBLIC =
      new Projection(
          "pk, sk, #year, #card, #status, #stage",
          Map.of(
              "#year", RowItems.YEAR,
              "#card", RowItems.CARD,
              "#status", RowItems.STATUS,
              "#stage", RowItems.STAGE));

  private static final Projection LISTED =
      new Projection(
          PUBLIC.expression() + ", #industry, #cluster, #park",
          Map.of(
              "#year", RowItems.YEAR,
              "#card", RowItems.CARD,
              "#status", RowItems.STATUS,
              "#stage", RowItems.STAGE,
              "#industry", RowItems.INDUSTRY,
              "#cluster", RowItems.CLUSTER,
              "#park", RowItems.PARK));

  private static final Projection EARLIER = new Projection("pk, sk, stage, card", Map.of());

  /** What BatchGetItem takes at most. */
  private static final int BATCH_GET = 100;

  /** A read of 100 small rows comes back unfinished only where the table is throttled. */
  private static final int GET_ATTEMPTS = 10;

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;
  private final NamedFiles files;
  private final Explanations explanations;

  public ScoresTable(DynamoDbClient client, String table) {
    this(client, table, _ -> {});
  }

  /**
   * @param differs takes each score that does not come out again when it is explained
   */
  public ScoresTable(DynamoDbClient client, String table, Consumer<ScoreRow> differs) {
    this.explanations = new Explanations(new StoredRulebooks(client, table), differs);
    this.client = client;
    this.table = table;
    this.writer = new BatchWriter(client);
    this.files = new NamedFiles(new StoredLists(client, table));
  }

  /** Writes rows without a generation into the draft of their year. */
  public void put(Collection<ScoreRow> rows) {
    write(rows, null, UnaryOperator.identity());
  }

  /**
   * Writes rows into their generation.
   *
   * @param list the files that it is made of, as they are to stand beside it
   */
  public void put(Collection<ScoreRow> rows, FileNames list) {
    put(rows, list, UnaryOperator.identity());
  }

  /**
   * The same where not all of a card is public.
   *
   * @param shown from a card of a ranked enterprise to what is public of it
   */
  public void put(Collection<ScoreRow> rows, FileNames list, UnaryOperator<Card> shown) {
    write(rows, list, shown);
  }

  private void write(
      Collection<ScoreRow> rows, @Nullable FileNames list, UnaryOperator<Card> shown) {
    writer.write(
        table,
        rows.stream().map(row -> BatchWriter.put(RowItems.write(row, list, shown))).toList());
  }

  /** Computes stored scores again. */
  public Explanations explanations() {
    return explanations;
  }

  /** The drafts of an enterprise in some years, by year. One BatchGetItem. */
  public Map<Integer, ScoreRow> drafts(Collection<Integer> years, String uscc) {
    var drafts = new HashMap<Integer, ScoreRow>();
    batches(
        years.stream()
            .map(year -> ScoreKeys.key(ScoreKeys.draft(year, ScoreKeys.shard(uscc)), uscc))
            .toList(),
        null,
        item -> {
          ScoreRow row = draft(item);
          drafts.put(row.card().year(), row);
        });
    return drafts;
  }

  /** The drafts of some enterprises in a year, by enterprise; those without are left out. */
  public Map<String, ScoreRow> drafts(int year, Collection<String> usccs) {
    var drafts = HashMap.<String, ScoreRow>newHashMap(usccs.size());
    batches(
        usccs.stream()
            .distinct()
            .map(uscc -> ScoreKeys.key(ScoreKeys.draft(year, ScoreKeys.shard(uscc)), uscc))
            .toList(),
        null,
        item -> drafts.put(Attributes.text(item, "sk"), draft(item)));
    return drafts;
  }

  /** Takes enterprises out of a draft; those that are not in it do no harm. */
  public void deleteDrafts(int year, Collection<String> usccs) {
    writer.write(
        table,
        usccs.stream()
            .distinct()
            .map(uscc -> ScoreKeys.key(ScoreKeys.draft(year, ScoreKeys.shard(uscc)), uscc))
            .map(BatchWriter::delete)
            .toList());
  }

  public Optional<ScoreRow> draft(int year, String uscc) {
    return get(ScoreKeys.draft(year, ScoreKeys.shard(uscc)), uscc).map(this::draft);
  }

  public Optional<ScoreRow> row(String generation, String uscc) {
    return get(ScoreKeys.generation(generation, ScoreKeys.shard(uscc)), uscc)
        .map(item -> row(generation, item));
  }

  /**
   * The public score as the JSON to send; empty where the enterprise has none there. One GetItem.
   */
  public Optional<String> publicCard(String generation, String uscc) {
    var item =
        client
            .getItem(
                request(ScoreKeys.generation(generation, ScoreKeys.shard(uscc)), uscc)
                    .projectionExpression(PUBLIC.expression())
                    .expressionAttributeNames(PUBLIC.names())
                    .build())
            .item();
    return item.containsKey(RowItems.CARD)
        ? Optional.of(CardJson.write(RowItems.card(item, RowItems.CARD)))
        : Optional.empty();
  }

  /**
   * The public scores of some enterprises as the JSON to send; those without one are left out. One
   * BatchGetItem for each 100 enterprises and generations.
   *
   * @return by generation and enterprise
   */
  public Map<String, Map<String, String>> publicCards(
      Collection<String> generations, Collection<String> usccs) {
    var partitions = new HashMap<String, String>();
    var keys = new ArrayList<Map<String, AttributeValue>>();
    for (String generation : new LinkedHashSet<>(generations)) {
      for (String uscc : new LinkedHashSet<>(usccs)) {
        String partition = ScoreKeys.generation(generation, ScoreKeys.shard(uscc));
        partitions.put(partition, generation);
        keys.add(ScoreKeys.key(partition, uscc));
      }
    }
    var cards = new HashMap<String, Map<String, String>>();
    batches(
        keys,
        PUBLIC,
        item -> {
          String generation = partitions.get(Attributes.text(item, "pk"));
          if (item.containsKey(RowItems.CARD) && generation != null) {
            cards
                .computeIfAbsent(generation, _ -> new HashMap<>())
                .put(
                    Attributes.text(item, "sk"),
                    CardJson.write(RowItems.card(item, RowItems.CARD)));
          }
        });
    return cards;
  }

  /**
   * What a list shows of an enterprise.
   *
   * @param card its public score
   * @param industry the division, {@code C34}; null where unknown
   */
  public record Listed(
      Card card, @Nullable String industry, @Nullable String cluster, @Nullable String park) {}

  /**
   * What lists show of some enterprises, by enterprise; those without a public score are left out.
   * One BatchGetItem for each 100.
   */
  public Map<String, Listed> listed(String generation, Collection<String> usccs) {
    var keys =
        new LinkedHashSet<>(usccs)
            .stream()
                .map(
                    uscc ->
                        ScoreKeys.key(
                            ScoreKeys.generation(generation, ScoreKeys.shard(uscc)), uscc))
                .toList();
    var listed = new HashMap<String, Listed>();
    batches(
        keys,
        LISTED,
        item -> {
          if (item.containsKey(RowItems.CARD)) {
            listed.put(Attributes.text(item, "sk"), RowItems.listed(item));
          }
        });
    return listed;
  }

  /**
   * A page of a draft, in an order that does not change.
   *
   * @param after the last enterprise of the page before; null for the first page
   */
  public StoredPage<ScoreRow> drafts(
      int year, RowFilter filter, int limit, @Nullable String after) {
    return page(shard -> ScoreKeys.draft(year, shard), this::draft, filter, limit, after);
  }

  /** A page of a generation; as {@link #drafts}. */
  public StoredPage<ScoreRow> rows(
      String generation, RowFilter filter, int limit, @Nullable String after) {
    return page(
        shard -> ScoreKeys.generation(generation, shard),
        item -> row(generation, item),
        filter,
        limit,
        after);
  }

  /** Walks through the rows of a generation that fit, in the order of {@link #rows}. */
  public void forEachRow(String generation, RowFilter filter, Consumer<ScoreRow> use) {
    StoredPage.forEach((limit, after) -> rows(generation, filter, limit, after), use);
  }

  /** Walks through the drafts of a year, in the order of {@link #drafts}. */
  public void forEachDraft(int year, Consumer<ScoreRow> use) {
    StoredPage.forEach((limit, after) -> drafts(year, RowFilter.ALL, limit, after), use);
  }

  /** The rows of some enterprises in a generation, by enterprise; those without are left out. */
  public Map<String, ScoreRow> rows(String generation, Collection<String> usccs) {
    var keys =
        usccs.stream()
            .distinct()
            .map(
                uscc ->
                    ScoreKeys.key(ScoreKeys.generation(generation, ScoreKeys.shard(uscc)), uscc))
            .toList();
    var rows = HashMap.<String, ScoreRow>newHashMap(keys.size());
    batches(keys, null, item -> rows.put(Attributes.text(item, "sk"), row(generation, item)));
    return rows;
  }

  /** Every enterprise with a row in the draft of a year, in no particular order. */
  public void draftEnterprises(int year, Consumer<List<String>> pages) {
    for (int shard = 0; shard < ScoreKeys.SHARDS; shard++) {
      enterprises(ScoreKeys.draft(year, shard), pages);
    }
  }

  /** Every enterprise with a row in a generation, in {@link #ORDER}. */
  public void generationEnterprises(String generation, Consumer<List<String>> pages) {
    for (int shard = 0; shard < ScoreKeys.SHARDS; shard++) {
      enterprises(ScoreKeys.generation(generation, shard), pages);
    }
  }

  /** Takes rows out of a generation that is not published. */
  public void deleteRows(String generation, Collection<String> usccs) {
    writer.write(
        table,
        usccs.stream()
            .distinct()
            .map(
                uscc ->
                    ScoreKeys.key(ScoreKeys.generation(generation, ScoreKeys.shard(uscc)), uscc))
            .map(BatchWriter::delete)
            .toList());
  }

  /**
   * The stages of some enterprises in some generations.
   *
   * @param generations by year
   * @return by enterprise and year; those without a row or a stage are left out
   */
  public Map<String, EarlierResults> earlier(
      Map<Integer, String> generations, Collection<String> usccs) {
    var wanted = new LinkedHashMap<Map<String, AttributeValue>, Integer>();
    generations.forEach(
        (year, generation) ->
            usccs.forEach(
                uscc ->
                    wanted.put(
                        ScoreKeys.key(
                            ScoreKeys.generation(generation, ScoreKeys.shard(uscc)), uscc),
                        year)));
    var earlier = new HashMap<String, EarlierResults>();
    List<Map<String, AttributeValue>> keys = List.copyOf(wanted.keySet());
    batches(
        keys,
        EARLIER,
        item -> {
          String uscc = Attributes.text(item, "sk");
          Integer year = wanted.get(ScoreKeys.key(Attributes.text(item, "pk"), uscc));
          if (year != null) {
            earlier.computeIfAbsent(uscc, _ -> new EarlierResults()).add(year, item);
          }
        });
    return earlier;
  }

  /**
   * Reads items.
   *
   * @param projection the attributes to read; null: all
   */
  private void batches(
      List<Map<String, AttributeValue>> keys,
      @Nullable Projection projection,
      Consumer<Map<String, AttributeValue>> items) {
    for (int from = 0; from < keys.size(); from += BATCH_GET) {
      batch(keys.subList(from, Math.min(from + BATCH_GET, keys.size())), projection, items);
    }
  }

  private void batch(
      List<Map<String, AttributeValue>> keys,
      @Nullable Projection projection,
      Consumer<Map<String, AttributeValue>> items) {
    var left = keys;
    for (int attempt = 1; !left.isEmpty(); attempt++) {
      if (attempt > GET_ATTEMPTS) {
        throw new IllegalStateException(
            "table %s left %d keys unread".formatted(table, left.size()));
      }
      var wanted =
          KeysAndAttributes.builder()
              .keys(left)
              .consistentRead(true)
              .projectionExpression(projection == null ? null : projection.expression())
              .expressionAttributeNames(
                  projection == null || projection.names().isEmpty() ? null : projection.names())
              .build();
      var response = client.batchGetItem(get -> get.requestItems(Map.of(table, wanted)));
      response.responses().getOrDefault(table, List.of()).forEach(items);
      KeysAndAttributes unprocessed = response.unprocessedKeys().get(table);
      left = unprocessed == null ? List.of() : unprocessed.keys();
    }
  }

  private ScoreRow row(String generation, Map<String, AttributeValue> item) {
    return RowItems.read(item, numbers -> files.of(generation, numbers), explanations);
  }

  /** A draft has no generation beside which its files could stand. */
  private ScoreRow draft(Map<String, AttributeValue> item) {
    return RowItems.read(
        item,
        _ -> {
          throw new IllegalStateException("a draft that calls files by numbers");
        },
        explanations);
  }

  private StoredPage<ScoreRow> page(
      IntFunction<String> partition,
      Function<Map<String, AttributeValue>, ScoreRow> reading,
      RowFilter filter,
      int limit,
      @Nullable String after) {
    var rows = new ArrayList<ScoreRow>();
    int first = after == null ? 0 : ScoreKeys.shard(after);
    // One more than asked for: it tells whether anything follows.
    for (int shard = first; shard < ScoreKeys.SHARDS && rows.size() <= limit; shard++) {
      fill(rows, limit + 1, partition.apply(shard), reading, filter, shard == first ? after : null);
    }
    if (rows.size() <= limit) {
      return new StoredPage<>(rows, null);
    }
    return new StoredPage<>(rows.subList(0, limit), rows.get(limit - 1).uscc());
  }

  private void fill(
      List<ScoreRow> rows,
      int wanted,
      String partition,
      Function<Map<String, AttributeValue>, ScoreRow> reading,
      RowFilter filter,
      @Nullable String after) {
    Map<String, AttributeValue> start = after == null ? Map.of() : ScoreKeys.key(partition, after);
    do {
      var request = filtered(query(partition), partition, filter);
      if (filter.isAll()) {
        request.limit(wanted - rows.size());
      }
      if (!start.isEmpty()) {
        request.exclusiveStartKey(start);
      }
      QueryResponse response = client.query(request.build());
      for (var item : response.items()) {
        if (rows.size() < wanted) {
          rows.add(reading.apply(item));
        }
      }
      start = response.lastEvaluatedKey();
    } while (!start.isEmpty() && rows.size() < wanted);
  }

  private static QueryRequest.Builder filtered(
      QueryRequest.Builder request, String partition, RowFilter filter) {
    var conditions = new ArrayList<String>();
    var names = new HashMap<String, String>();
    var values = new HashMap<>(Map.of(":pk", AttributeValue.fromS(partition)));
    ScoreStatus status = filter.status();
    equal(RowItems.STATUS, status == null ? null : status.id(), conditions, names, values);
    equal(RowItems.STAGE, filter.stage(), conditions, names, values);
    equal(RowItems.INDUSTRY, filter.industry(), conditions, names, values);
    equal(RowItems.CLUSTER, filter.cluster(), conditions, names, values);
    if (filter.rewarded()) {
      conditions.add("attribute_exists(#rewards)");
      names.put("#rewards", RowItems.REWARDS);
    }
    if (!conditions.isEmpty()) {
      request.filterExpression(String.join(" AND ", conditions)).expressionAttributeNames(names);
    }
    return request.expressionAttributeValues(values);
  }

  private static void equal(
      String attribute,
      @Nullable String value,
      List<String> conditions,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    if (value != null) {
      conditions.add("#" + attribute + " = :" + attribute);
      names.put("#" + attribute, attribute);
      values.put(":" + attribute, AttributeValue.fromS(value));
    }
  }

  private void enterprises(String partition, Consumer<List<String>> pages) {
    var request = query(partition).projectionExpression("sk").build();
    for (QueryResponse response : client.queryPaginator(request)) {
      pages.accept(response.items().stream().map(item -> Attributes.text(item, "sk")).toList());
    }
  }

  private QueryRequest.Builder query(String partition) {
    return QueryRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .keyConditionExpression("pk = :pk")
        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition)));
  }

  private Optional<Map<String, AttributeValue>> get(String partition, String sort) {
    var item = client.getItem(request(partition, sort).build()).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  private GetItemRequest.Builder request(String partition, String sort) {
    return GetItemRequest.builder()
        .tableName(table)
        .consistentRead(true)
        .key(ScoreKeys.key(partition, sort));
  }
}
