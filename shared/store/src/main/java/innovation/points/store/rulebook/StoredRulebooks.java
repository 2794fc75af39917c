package innovation.points.store.rulebook;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.Partition;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The rulebooks that govern beside the built-in ones: those that came as files and were approved;
 * and the texts that runs have scored by, by digest. Neither ever changes: results have to be
 * explained by the text they were made by. Thread-safe.
 */
public final class StoredRulebooks {

  private static final TypeReference<List<String>> PROBLEMS = new TypeReference<>() {};

  private final DynamoDbClient client;
  private final String table;
  private final RulebookLives lives;

  /** By id; each text is read once. */
  private final Map<String, Rulebook> loaded = new ConcurrentHashMap<>();

  private final Map<String, Rulebook> texts = new ConcurrentHashMap<>();

  public StoredRulebooks(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.lives = new RulebookLives(client, table);
  }

  /** Those that govern, in the order they were approved; strongly consistent. One Query. */
  public List<Rulebook> all() {
    return lives.all().stream()
        .filter(life -> life.state() == RulebookState.APPROVED)
        .sorted(Comparator.comparing(StoredRulebooks::approvedAt).thenComparing(RulebookLife::id))
        .map(this::load)
        .toList();
  }

  private static Instant approvedAt(RulebookLife life) {
    return life.last(RulebookState.APPROVED).map(RulebookStep::at).orElse(Instant.EPOCH);
  }

  /** The one that governs under an id. One GetItem. */
  public Optional<Rulebook> named(String id) {
    return lives.find(id).filter(life -> life.state() == RulebookState.APPROVED).map(this::load);
  }

  /** The one under an id in any state, to be tried; empty where its file has problems. */
  public Optional<Rulebook> inAnyState(String id) {
    return lives.find(id).filter(life -> life.text() != null).map(this::load);
  }

  /**
   * Keeps the text a run scores by, so that its results can be explained by it whatever later
   * builds bring under its id. One conditional write; the text of a digest is there once.
   */
  public void keep(Rulebook rulebook) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.RULEBOOK_TEXT, rulebook.digest()));
    item.put(
        "yaml",
        AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(Compressed.write(rulebook.text()))));
    try {
      client.putItem(
          put -> put.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
    } catch (ConditionalCheckFailedException _) {
      // An earlier run has scored by the same text.
    }
  }

  /**
   * The one with the text of that digest: it comes with the system, or a run has scored by it, or
   * it governs. Read once.
   */
  public Optional<Rulebook> withDigest(String digest) {
    Rulebook known = texts.get(digest);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<Rulebook> found =
        with(digest, Rulebooks.builtIn()).or(() -> kept(digest)).or(() -> with(digest, all()));
    found.ifPresent(rulebook -> texts.put(digest, rulebook));
    return found;
  }

  private static Optional<Rulebook> with(String digest, List<Rulebook> among) {
    return among.stream().filter(one -> one.digest().equals(digest)).findFirst();
  }

  private Optional<Rulebook> kept(String digest) {
    var key = ScoreKeys.key(ScoreKeys.RULEBOOK_TEXT, digest);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(RulebookLoader.read(digest, text(item)));
  }

  /** Records the result of a file, unless that of a newer version is recorded. */
  public void note(RulebookFile file) {
    var at = AttributeValue.fromN(Long.toString(file.uploadedAt().toEpochMilli()));
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.RULEBOOK_FILE, file.key()));
    item.put("uploadedAt", at);
    item.put("version", AttributeValue.fromS(file.version()));
    item.put("status", AttributeValue.fromS(file.status()));
    item.put(
        "problems",
        AttributeValue.fromB(
            SdkBytes.fromByteArrayUnsafe(Compressed.write(StoredJson.write(file.problems())))));
    item.put("report", AttributeValue.fromS(file.report()));
    if (file.id() != null) {
      item.put("rulebook", AttributeValue.fromS(file.id()));
    }
    if (file.digest() != null) {
      item.put("digest", AttributeValue.fromS(file.digest()));
    }
    try {
      client.putItem(
          put ->
              put.tableName(table)
                  .item(item)
                  .conditionExpression("attribute_not_exists(pk) or uploadedAt <= :at")
                  .expressionAttributeValues(Map.of(":at", at)));
    } catch (ConditionalCheckFailedException _) {
      // A newer version of the file has already been recorded.
    }
  }

  /** The results of all files, by key. One Query. */
  public List<RulebookFile> files() {
    return Partition.items(client, table, ScoreKeys.RULEBOOK_FILE).stream()
        .map(StoredRulebooks::file)
        .toList();
  }

  private static RulebookFile file(Map<String, AttributeValue> item) {
    AttributeValue id = item.get("rulebook");
    AttributeValue digest = item.get("digest");
    return new RulebookFile(
        Attributes.text(item, "sk"),
        Attributes.text(item, "version"),
        Instant.ofEpochMilli(millis(item, "uploadedAt")),
        Attributes.text(item, "status"),
        id == null ? null : id.s(),
        digest == null ? null : digest.s(),
        StoredJson.read(
            Compressed.read(Attributes.attribute(item, "problems").b().asByteArrayUnsafe()),
            PROBLEMS),
        Attributes.text(item, "report"));
  }

  private static long millis(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(Attributes.attribute(item, name).n());
  }

  private Rulebook load(RulebookLife life) {
    String text = Objects.requireNonNull(life.text());
    Rulebook known = loaded.get(life.id());
    if (known == null || !known.text().equals(text)) {
      known = life.rulebook().orElseThrow();
      loaded.put(life.id(), known);
    }
    return known;
  }

  private static String text(Map<String, AttributeValue> item) {
    return Compressed.read(Attributes.attribute(item, "yaml").b().asByteArrayUnsafe());
  }
}
