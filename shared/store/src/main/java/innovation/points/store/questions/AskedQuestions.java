package innovation.points.store.questions;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The questions about enterprises. None is ever taken out, and no step is lost. An enterprise
 * objects to a part of a publication once; an office asks the same in the same words once.
 * Thread-safe.
 */
public final class AskedQuestions {

  private static final String DOCUMENT = "document";
  private static final String NUMBER = "question";

  /** In the place of an enterprise, of what is about none. */
  private static final String ZONE = "zone";

  private final DynamoDbClient client;
  private final String table;

  public AskedQuestions(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Asks a question, unless it was asked before.
   *
   * @param record what is written with it or not at all
   * @return the question that is there
   */
  public AskedQuestion ask(AskedQuestion question, TransactWriteItem record) {
    var first = new HashMap<>(place(question));
    first.put(NUMBER, AttributeValue.fromS(question.id()));
    try {
      client.transactWriteItems(
          transaction ->
              transaction.transactItems(
                  NewItem.put(table, item(question)), NewItem.put(table, first), record));
      return question;
    } catch (TransactionCanceledException e) {
      return get(place(question))
          .flatMap(item -> find(Attributes.text(item, NUMBER)))
          .orElseThrow(() -> e);
    }
  }

  /**
   * Writes a question after another step.
   *
   * @param seen as it was read; what was done since is never overwritten
   * @param record what is written with it or not at all
   * @return false where somebody else was first: then nothing is written
   */
  public boolean save(AskedQuestion seen, AskedQuestion next, TransactWriteItem record) {
    return Revisions.write(
        client,
        TransactWriteItem.builder()
            .put(
                put ->
                    put.tableName(table)
                        .item(item(next))
                        .conditionExpression("#document = :seen")
                        .expressionAttributeNames(Map.of("#document", DOCUMENT))
                        .expressionAttributeValues(
                            Map.of(":seen", AttributeValue.fromS(StoredJson.write(seen)))))
            .build(),
        List.of(record));
  }

  public Optional<AskedQuestion> find(String id) {
    return get(ScoreKeys.key(ScoreKeys.QUESTION, id)).map(AskedQuestions::read);
  }

  /**
   * All questions, those of the latest year first, in a year the newest first; read as they are
   * taken.
   *
   * @param year that they are about; null: every year
   * @param after the last id that was read before; null: from the beginning
   */
  public Stream<AskedQuestion> all(@Nullable Integer year, @Nullable String after) {
    var values = new HashMap<>(Map.of(":pk", AttributeValue.fromS(ScoreKeys.QUESTION)));
    if (year != null) {
      values.put(":year", AttributeValue.fromS(year + "-"));
    }
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .keyConditionExpression(
                year == null ? "pk = :pk" : "pk = :pk AND begins_with(sk, :year)")
            .expressionAttributeValues(values)
            .scanIndexForward(false);
    if (after != null) {
      request.exclusiveStartKey(ScoreKeys.key(ScoreKeys.QUESTION, after));
    }
    return client.queryPaginator(request.build()).items().stream().map(AskedQuestions::read);
  }

  /** The questions about an enterprise, in the same order. */
  public Stream<AskedQuestion> of(String uscc) {
    return Partition.items(client, table, ScoreKeys.QUESTIONS_OF + uscc).stream()
        .map(item -> Attributes.text(item, NUMBER))
        .sorted((one, other) -> other.compareTo(one))
        .map(id -> find(id).orElseThrow());
  }

  private Optional<Map<String, AttributeValue>> get(Map<String, AttributeValue> key) {
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(item);
  }

  private static Map<String, AttributeValue> item(AskedQuestion question) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.QUESTION, question.id()));
    item.put(DOCUMENT, AttributeValue.fromS(StoredJson.write(question)));
    return item;
  }

  private static AskedQuestion read(Map<String, AttributeValue> item) {
    return StoredJson.read(Attributes.text(item, DOCUMENT), AskedQuestion.class);
  }

  /** Where the enterprise's questions stand: two in one place are one. */
  private static Map<String, AttributeValue> place(AskedQuestion question) {
    String what =
        question.byEnterprise()
            ? Objects.requireNonNull(question.generation())
            : Sha256.hex(question.text() + "\n" + question.reference());
    return ScoreKeys.key(
        ScoreKeys.QUESTIONS_OF + Objects.requireNonNullElse(question.uscc(), ZONE),
        "%d#%s#%s".formatted(question.year(), question.about().place(), what));
  }
}
