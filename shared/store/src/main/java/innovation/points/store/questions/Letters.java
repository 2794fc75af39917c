package innovation.points.store.questions;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The reference letters, by their codes. A letter is written once and never rewritten: looking it
 * up by its code verifies it. An enterprise has one letter for each publication. Thread-safe.
 */
public final class Letters {

  private static final String LETTER = "letter";

  private final DynamoDbClient client;
  private final String table;

  public Letters(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Issues a letter, unless the enterprise has one for that publication.
   *
   * @return the letter it has
   */
  public Letter issue(Letter letter) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.LETTER + letter.code(), LETTER));
    item.put(LETTER, AttributeValue.fromS(StoredJson.write(letter)));
    var owned = new HashMap<>(owned(letter.generation(), letter.uscc()));
    owned.put("code", AttributeValue.fromS(letter.code()));
    try {
      client.transactWriteItems(
          transaction ->
              transaction.transactItems(
                  List.of(NewItem.put(table, item), NewItem.put(table, owned))));
      return letter;
    } catch (TransactionCanceledException e) {
      return of(letter.generation(), letter.uscc()).orElseThrow(() -> e);
    }
  }

  /** The letter of a code. One GetItem. */
  public Optional<Letter> find(String code) {
    var key = ScoreKeys.key(ScoreKeys.LETTER + code, LETTER);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(StoredJson.read(Attributes.text(item, LETTER), Letter.class));
  }

  private Optional<Letter> of(String generation, String uscc) {
    var key = owned(generation, uscc);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : find(Attributes.text(item, "code"));
  }

  private static Map<String, AttributeValue> owned(String generation, String uscc) {
    return ScoreKeys.key(ScoreKeys.LETTERS + generation, uscc);
  }
}
