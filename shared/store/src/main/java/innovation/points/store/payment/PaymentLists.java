package innovation.points.store.payment;

import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The payment lists of the years: what is decided in the table, the lines in the bucket. A list's
 * lines are written once, before the list. An approval is possible only as long as no other list of
 * the year was approved since it was computed: nothing is paid twice. Thread-safe.
 */
public final class PaymentLists {

  private static final String LIST = "list";
  private static final String LEDGER = "ledger";
  private static final String APPROVED = "approved";

  private final DynamoDbClient client;
  private final String table;
  private final S3Client s3;
  private final String bucket;

  public PaymentLists(DynamoDbClient client, String table, S3Client s3, String bucket) {
    this.client = client;
    this.table = table;
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The key in the bucket of a list's lines. */
  private static String key(int year, String id) {
    return "allocations/%d/%s.json".formatted(year, id);
  }

  /**
   * Writes a list, unless there is one with its id.
   *
   * @return the one that there is
   */
  public PaymentList create(PaymentList list, PaymentSheet sheet) {
    Optional<PaymentList> before = find(list.year(), list.id());
    if (before.isPresent()) {
      return before.get();
    }
    s3.putObject(
        put -> put.bucket(bucket).key(key(list.year(), list.id())).contentType("application/json"),
        RequestBody.fromString(StoredJson.write(sheet)));
    return save(list, List.of()) ? list : find(list.year(), list.id()).orElseThrow();
  }

  /** The lines of a list. One GetObject. */
  public PaymentSheet sheet(PaymentList list) {
    String json =
        s3.getObjectAsBytes(get -> get.bucket(bucket).key(key(list.year(), list.id())))
            .asUtf8String();
    return StoredJson.read(json, PaymentSheet.class);
  }

  /** How many lists of a year were approved. One GetItem. */
  public int approved(int year) {
    var key = ScoreKeys.key(ScoreKeys.PAYMENTS + year, LEDGER);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? 0 : Integer.parseInt(Attributes.attribute(item, APPROVED).n());
  }

  /** The lists of a year, newest first. One Query. */
  public List<PaymentList> ofYear(int year) {
    return Partition.beginning(client, table, ScoreKeys.PAYMENTS + year, LIST + "#").stream()
        .map(PaymentLists::read)
        .sorted(Comparator.comparing(PaymentList::madeAt).reversed())
        .toList();
  }

  /** One list. One GetItem. */
  public Optional<PaymentList> find(int year, String id) {
    var key = ScoreKeys.key(ScoreKeys.PAYMENTS + year, LIST + "#" + id);
    var item = client.getItem(get -> get.tableName(table).consistentRead(true).key(key)).item();
    return item.isEmpty() ? Optional.empty() : Optional.of(read(item));
  }

  /**
   * Writes the next revision.
   *
   * @param with what else is written with it or not at all
   * @return false where somebody else was first: then nothing is written
   */
  public boolean save(PaymentList next, List<TransactWriteItem> with) {
    var item =
        new HashMap<>(ScoreKeys.key(ScoreKeys.PAYMENTS + next.year(), LIST + "#" + next.id()));
    item.put(LIST, AttributeValue.fromS(StoredJson.write(next)));
    return Revisions.save(client, table, item, next.revision(), with);
  }

  /**
   * Writes the revision that is approved, and counts it.
   *
   * @return false where somebody else was first, with this list or another one of the year
   */
  public boolean approve(PaymentList next, List<TransactWriteItem> with) {
    var all = new ArrayList<>(with);
    all.add(counted(next.year(), next.after()));
    return save(next, all);
  }

  private TransactWriteItem counted(int year, int seen) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.PAYMENTS + year, LEDGER));
    item.put(APPROVED, AttributeValue.fromN(Integer.toString(seen + 1)));
    var put = Put.builder().tableName(table).item(item);
    if (seen == 0) {
      put.conditionExpression("attribute_not_exists(pk)");
    } else {
      put.conditionExpression("approved = :seen")
          .expressionAttributeValues(Map.of(":seen", AttributeValue.fromN(Integer.toString(seen))));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  private static PaymentList read(Map<String, AttributeValue> item) {
    return StoredJson.read(Attributes.text(item, LIST), PaymentList.class);
  }
}
