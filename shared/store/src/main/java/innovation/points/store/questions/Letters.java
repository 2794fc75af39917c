package innovation.points.store.questions;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The reference letters, by their codes. A letter is written once and never rewritten: looking it
 * up by its code verifies it. An enterprise has one letter for each publication, unless it was
 * revoked or has run out. Thread-safe.
 */
public final class Letters {

  private static final String LETTER = "letter";
  private static final String REVOCATION = "revocation";
  private static final String CODE = "code";
  private static final String USCC = "uscc";

  private final DynamoDbClient client;
  private final String table;

  public Letters(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Issues a letter, unless the enterprise has one for that publication that is neither revoked nor
   * past its last day.
   *
   * @param with what else is written with it or not at all
   * @param today in official time
   * @return the letter it has
   */
  public Letter issue(Letter letter, LocalDate today, List<TransactWriteItem> with) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.LETTER + letter.code(), LETTER));
    item.put(LETTER, AttributeValue.fromS(StoredJson.write(letter)));
    var listed = new HashMap<>(ScoreKeys.key(listed(letter.year()), place(letter)));
    listed.put(CODE, AttributeValue.fromS(letter.code()));
    listed.put(USCC, AttributeValue.fromS(letter.uscc()));
    Letter last = of(letter.generation(), letter.uscc()).orElse(null);
    if (last != null
        && revocation(last.code()).isEmpty()
        && !today.isAfter(LocalDate.parse(last.validUntil()))) {
      return last;
    }
    var writes =
        new ArrayList<>(
            List.of(NewItem.put(table, item), NewItem.put(table, listed), owner(letter, last)));
    writes.addAll(with);
    try {
      client.transactWriteItems(transaction -> transaction.transactItems(writes));
      return letter;
    } catch (TransactionCanceledException e) {
      // Somebody else issued one at the same time.
      return of(letter.generation(), letter.uscc()).orElseThrow(() -> e);
    }
  }

  /** Which letter is the enterprise's of that publication, in place of the last one. */
  private TransactWriteItem owner(Letter letter, @Nullable Letter last) {
    var owned = new HashMap<>(owned(letter.generation(), letter.uscc()));
    owned.put(CODE, AttributeValue.fromS(letter.code()));
    if (last == null) {
      return NewItem.put(table, owned);
    }
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table)
                .item(owned)
                .conditionExpression("#code = :last")
                .expressionAttributeNames(Map.of("#code", CODE))
                .expressionAttributeValues(Map.of(":last", AttributeValue.fromS(last.code())))
                .build())
        .build();
  }

  /** That a letter was revoked, where it was. One GetItem. */
  public Optional<LetterRevocation> revocation(String code) {
    var key = ScoreKeys.key(ScoreKeys.LETTER + code, REVOCATION);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty()
        ? Optional.empty()
        : Optional.of(StoredJson.read(Attributes.text(item, REVOCATION), LetterRevocation.class));
  }

  /**
   * Revokes a letter.
   *
   * @param with what else is written with it or not at all
   * @return the revocation it has: another one where it was revoked before
   */
  public LetterRevocation revoke(
      String code, LetterRevocation revocation, List<TransactWriteItem> with) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.LETTER + code, REVOCATION));
    item.put(REVOCATION, AttributeValue.fromS(StoredJson.write(revocation)));
    var writes = new ArrayList<>(List.of(NewItem.put(table, item)));
    writes.addAll(with);
    try {
      client.transactWriteItems(transaction -> transaction.transactItems(writes));
      return revocation;
    } catch (TransactionCanceledException e) {
      return revocation(code).orElseThrow(() -> e);
    }
  }

  /** A page of the letters on a year's results. */
  public record Page(List<Letter> letters, @Nullable String next) {
    public Page {
      letters = List.copyOf(letters);
    }
  }

  /**
   * The letters on a year's results, newest first. One Query and a GetItem a letter.
   *
   * @param after where the page before ended; null at the beginning
   */
  public Page ofYear(int year, int limit, @Nullable String after) {
    var request =
        QueryRequest.builder()
            .tableName(table)
            .consistentRead(true)
            .scanIndexForward(false)
            .limit(limit)
            .keyConditionExpression("pk = :pk")
            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(listed(year))));
    if (after != null) {
      request.exclusiveStartKey(ScoreKeys.key(listed(year), after));
    }
    var answer = client.query(request.build());
    List<Letter> letters =
        answer.items().stream()
            .map(item -> find(Attributes.text(item, CODE)).orElseThrow())
            .toList();
    return new Page(
        letters,
        answer.hasLastEvaluatedKey() ? Attributes.text(answer.lastEvaluatedKey(), "sk") : null);
  }

  /**
   * The letters of one enterprise on a year's results, newest first. A Query of the year's list and
   * a GetItem a letter of that enterprise.
   */
  public List<Letter> ofYear(int year, String uscc) {
    return Partition.newestFirst(client, table, listed(year)).stream()
        .filter(item -> Attributes.text(item, USCC).equals(uscc))
        .map(item -> find(Attributes.text(item, CODE)).orElseThrow())
        .toList();
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
    return item.isEmpty() ? Optional.empty() : find(Attributes.text(item, CODE));
  }

  private static Map<String, AttributeValue> owned(String generation, String uscc) {
    return ScoreKeys.key(ScoreKeys.LETTERS + generation, uscc);
  }

  private static String listed(int year) {
    return ScoreKeys.LETTERS + year;
  }

  private static String place(Letter letter) {
    return "%015d#%s".formatted(letter.issuedAt().toEpochMilli(), letter.code());
  }
}
