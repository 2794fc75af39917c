package innovation.points.store.rulebook;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.Partition;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The rulebooks that came as files, in every state, by id. Thread-safe. */
public final class RulebookLives {

  static final String STATE = "state";
  static final String YAML = "yaml";

  private static final TypeReference<List<String>> PROBLEMS = new TypeReference<>() {};
  private static final TypeReference<List<RulebookStep>> STEPS = new TypeReference<>() {};

  private final DynamoDbClient client;
  private final String table;

  public RulebookLives(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** All, by id; strongly consistent. One Query. */
  public List<RulebookLife> all() {
    return Partition.items(client, table, ScoreKeys.RULEBOOK).stream()
        .map(RulebookLives::read)
        .toList();
  }

  /** One, strongly consistent; none where the text is no id. One GetItem. */
  public Optional<RulebookLife> find(String id) {
    if (!RulebookKey.isId(id)) {
      return Optional.empty();
    }
    var key = ScoreKeys.key(ScoreKeys.RULEBOOK, id);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /**
   * Writes the next revision.
   *
   * @param with what else is written with it or not at all
   * @return false where somebody else was first: then nothing is written
   */
  public boolean save(RulebookLife next, List<TransactWriteItem> with) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.RULEBOOK, next.id()));
    item.put(STATE, AttributeValue.fromS(next.state().id()));
    item.put("version", AttributeValue.fromS(next.version()));
    item.put("uploadedAt", AttributeValue.fromN(Long.toString(next.uploadedAt().toEpochMilli())));
    if (next.text() != null) {
      item.put(
          YAML, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(Compressed.write(next.text()))));
    }
    item.put("cases", AttributeValue.fromN(Integer.toString(next.cases())));
    item.put(
        "problems",
        AttributeValue.fromB(
            SdkBytes.fromByteArrayUnsafe(Compressed.write(StoredJson.write(next.problems())))));
    item.put("steps", AttributeValue.fromS(StoredJson.write(next.steps())));
    if (next.withdrawal() != null) {
      item.put("withdrawal", AttributeValue.fromS(StoredJson.write(next.withdrawal())));
    }
    return Revisions.save(client, table, item, next.revision(), with);
  }

  static RulebookLife read(Map<String, AttributeValue> item) {
    AttributeValue yaml = item.get(YAML);
    String withdrawal = Attributes.textOrNull(item, "withdrawal");
    return new RulebookLife(
        Attributes.text(item, "sk"),
        RulebookState.of(Attributes.text(item, STATE)),
        Attributes.text(item, "version"),
        Instant.ofEpochMilli(number(item, "uploadedAt")),
        yaml == null ? null : Compressed.read(yaml.b().asByteArrayUnsafe()),
        (int) number(item, "cases"),
        StoredJson.read(
            Compressed.read(Attributes.attribute(item, "problems").b().asByteArrayUnsafe()),
            PROBLEMS),
        StoredJson.read(Attributes.text(item, "steps"), STEPS),
        withdrawal == null ? null : StoredJson.read(withdrawal, RulebookStep.class),
        Revisions.of(item));
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    return Long.parseLong(Attributes.attribute(item, name).n());
  }
}
