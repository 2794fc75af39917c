package innovation.points.store.names;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.BatchWriter;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.ScoreKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The indexes of names in the table: some items of names in the order of their codes, some of keys
 * with the numbers of the names that have them, some of the codes in the order of their names, and
 * for each generation which index is its. Nothing in it depends on a rank. Thread-safe.
 */
public final class NameIndexes {

  private static final String DIGEST = "digest";
  private static final String NAMES = "names";
  private static final String BUCKETS = "buckets";
  private static final String TEXT = "text";

  /** Numbers of names in one item of keys: some 100 KB of text, a fifth of it compressed. */
  private static final int NUMBERS = 40_000;

  private static final int ATTEMPTS = 10;
  private static final int RADIX = 36;

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;

  public NameIndexes(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.writer = new BatchWriter(client);
  }

  /** What names the index of some names. */
  public static String digest(Map<String, String> names) {
    var text = new StringBuilder();
    new TreeMap<>(names)
        .forEach((uscc, name) -> text.append(uscc).append('\t').append(name).append('\n'));
    return Sha256.hex(text.toString());
  }

  /** Whether the index of these names is there. One GetItem. */
  public Optional<NameIndex> named(String digest) {
    return read(ScoreKeys.names(digest), ScoreKeys.NAMES);
  }

  /** The index of a generation, which every run writes. One GetItem. */
  public NameIndex of(String generation) {
    return read(ScoreKeys.NAMES, generation)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected an index of names of generation %s, found none; have it computed again"
                        .formatted(generation)));
  }

  /** Says which index is that of a generation. */
  public void assign(String generation, NameIndex index) {
    var item = item(ScoreKeys.NAMES, generation, index);
    writer.write(table, List.of(BatchWriter.put(item)));
  }

  /** Writes the index of some names. The item that says that it is there comes last. */
  public NameIndex write(String digest, Collection<NameLine> lines) {
    List<NameLine> names = lines.stream().sorted(Comparator.comparing(NameLine::uscc)).toList();
    Map<String, List<Integer>> numbers = new TreeMap<>();
    int sum = 0;
    for (int number = 0; number < names.size(); number++) {
      for (String key : NameKeys.of(names.get(number))) {
        numbers.computeIfAbsent(key, _ -> new ArrayList<>()).add(number);
        sum++;
      }
    }
    var index = new NameIndex(digest, names.size(), 1 + sum / NUMBERS);
    var texts = new StringBuilder[index.buckets()];
    Arrays.setAll(texts, _ -> new StringBuilder());
    numbers.forEach((key, of) -> write(key, of, texts[index.bucket(key)]));
    var writes = new ArrayList<WriteRequest>();
    for (int bucket = 0; bucket < texts.length; bucket++) {
      writes.add(text(index, keys(bucket), texts[bucket].toString()));
    }
    List<NameLine> byName = NameOrder.sorted(names);
    for (int block = 0; block < index.blocks(); block++) {
      writes.add(text(index, names(block), block(names, block, NameLine::write)));
      writes.add(text(index, order(block), block(byName, block, NameLine::uscc)));
    }
    writer.write(table, writes);
    var item = item(ScoreKeys.names(digest), ScoreKeys.NAMES, index);
    writer.write(table, List.of(BatchWriter.put(item)));
    return index;
  }

  private static String block(List<NameLine> names, int block, Function<NameLine, String> line) {
    int from = block * NameIndex.BLOCK;
    return names.subList(from, Math.min(from + NameIndex.BLOCK, names.size())).stream()
        .map(line)
        .collect(Collectors.joining("\n"));
  }

  /** A key and the differences of its numbers: most are small. */
  private static void write(String key, List<Integer> numbers, StringBuilder text) {
    text.append(key);
    int before = 0;
    for (int number : numbers) {
      text.append(' ').append(Integer.toString(number - before, RADIX));
      before = number;
    }
    text.append('\n');
  }

  /** The numbers of the names that have each key of some items. One BatchGetItem for 100. */
  public Map<Integer, Map<String, int[]>> keys(NameIndex index, Collection<Integer> buckets) {
    var keys = new HashMap<Integer, Map<String, int[]>>();
    texts(index, buckets.stream().collect(Collectors.toMap(NameIndexes::keys, bucket -> bucket)))
        .forEach((bucket, text) -> keys.put(bucket, numbers(text)));
    return keys;
  }

  private static Map<String, int[]> numbers(String text) {
    var numbers = new HashMap<String, int[]>();
    text.lines()
        .forEach(
            line -> {
              String[] parts = line.split(" ", -1);
              var of = new int[parts.length - 1];
              int number = 0;
              for (int i = 0; i < of.length; i++) {
                number += Integer.parseInt(parts[i + 1], RADIX);
                of[i] = number;
              }
              numbers.put(parts[0], of);
            });
    return numbers;
  }

  /** The names of some items. One BatchGetItem for 100. */
  public Map<Integer, List<NameLine>> names(NameIndex index, Collection<Integer> blocks) {
    var names = new HashMap<Integer, List<NameLine>>();
    texts(index, blocks.stream().collect(Collectors.toMap(NameIndexes::names, block -> block)))
        .forEach((block, text) -> names.put(block, text.lines().map(NameLine::read).toList()));
    return names;
  }

  /** The codes of a block, in the order of the names or in their own. One GetItem. */
  public List<String> codes(NameIndex index, boolean byName, int block) {
    if (!byName) {
      return names(index, List.of(block)).getOrDefault(block, List.of()).stream()
          .map(NameLine::uscc)
          .toList();
    }
    return texts(index, Map.of(order(block), block)).getOrDefault(block, "").lines().toList();
  }

  /** The texts of items, by what their sort keys stand for. */
  private Map<Integer, String> texts(NameIndex index, Map<String, Integer> wanted) {
    var texts = new HashMap<Integer, String>();
    List<Map<String, AttributeValue>> left =
        wanted.keySet().stream()
            .map(sort -> ScoreKeys.key(ScoreKeys.names(index.digest()), sort))
            .toList();
    for (int attempt = 0; !left.isEmpty(); attempt++) {
      if (attempt > ATTEMPTS + wanted.size()) {
        throw new IllegalStateException("table %s left keys unread".formatted(table));
      }
      var some = left.subList(0, Math.min(100, left.size()));
      var rest = left.subList(some.size(), left.size());
      var answer =
          client.batchGetItem(
              get ->
                  get.requestItems(Map.of(table, KeysAndAttributes.builder().keys(some).build())));
      for (var item : answer.responses().getOrDefault(table, List.of())) {
        Integer place = wanted.get(Attributes.text(item, "sk"));
        if (place != null) {
          texts.put(
              place, Compressed.read(Attributes.attribute(item, TEXT).b().asByteArrayUnsafe()));
        }
      }
      var again = new ArrayList<>(rest);
      KeysAndAttributes unread = answer.unprocessedKeys().get(table);
      if (unread != null) {
        again.addAll(unread.keys());
      }
      left = again;
    }
    if (texts.size() < wanted.size()) {
      throw new IllegalStateException(
          "expected %d items of the index %s, found %d"
              .formatted(wanted.size(), index.digest(), texts.size()));
    }
    return texts;
  }

  private Optional<NameIndex> read(String partition, String sort) {
    var key = ScoreKeys.key(partition, sort);
    var item = client.getItem(get -> get.tableName(table).key(key)).item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NameIndex(
                Attributes.text(item, DIGEST),
                Integer.parseInt(Attributes.attribute(item, NAMES).n()),
                Integer.parseInt(Attributes.attribute(item, BUCKETS).n())));
  }

  private static Map<String, AttributeValue> item(String partition, String sort, NameIndex index) {
    var item = new HashMap<>(ScoreKeys.key(partition, sort));
    item.put(DIGEST, AttributeValue.fromS(index.digest()));
    item.put(NAMES, AttributeValue.fromN(Integer.toString(index.names())));
    item.put(BUCKETS, AttributeValue.fromN(Integer.toString(index.buckets())));
    return item;
  }

  private static WriteRequest text(NameIndex index, String sort, String text) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.names(index.digest()), sort));
    item.put(TEXT, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(Compressed.write(text))));
    return BatchWriter.put(item);
  }

  private static String keys(int bucket) {
    return ScoreKeys.page("keys", bucket);
  }

  private static String names(int block) {
    return ScoreKeys.page("block", block);
  }

  private static String order(int block) {
    return ScoreKeys.page("order", block);
  }
}
