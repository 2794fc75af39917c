package innovation.points.score;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import innovation.points.testkit.ZoneTables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/** The facts table's stream, as the function is shown it. */
final class Streamed {

  private final ZoneTables tables;
  private final Set<String> seen = new HashSet<>();

  Streamed(ZoneTables tables) {
    this.tables = tables;
  }

  /** What happened since the last call, in order. */
  List<DynamodbStreamRecord> records() {
    String stream =
        tables.client().describeTable(t -> t.tableName(tables.facts())).table().latestStreamArn();
    var records = new ArrayList<DynamodbStreamRecord>();
    var shards =
        tables.streams().describeStream(d -> d.streamArn(stream)).streamDescription().shards();
    for (Shard shard : shards) {
      String iterator =
          tables
              .streams()
              .getShardIterator(
                  get ->
                      get.streamArn(stream)
                          .shardId(shard.shardId())
                          .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
              .shardIterator();
      read(iterator, records);
    }
    return records;
  }

  static DynamodbEvent event(List<DynamodbStreamRecord> records) {
    var event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  /** The sequence number of the first record of an enterprise. */
  static String firstOf(List<DynamodbStreamRecord> records, String uscc) {
    return records.stream()
        .map(DynamodbStreamRecord::getDynamodb)
        .filter(record -> new AttributeValue(uscc).equals(record.getKeys().get("uscc")))
        .findFirst()
        .orElseThrow()
        .getSequenceNumber();
  }

  private void read(String first, List<DynamodbStreamRecord> records) {
    String iterator = first;
    while (iterator != null) {
      String current = iterator;
      var answer = tables.streams().getRecords(get -> get.shardIterator(current));
      for (Record record : answer.records()) {
        if (seen.add(record.dynamodb().sequenceNumber())) {
          records.add(convert(record));
        }
      }
      if (answer.records().isEmpty()) {
        return;
      }
      iterator = answer.nextShardIterator();
    }
  }

  private static DynamodbStreamRecord convert(Record record) {
    var data = record.dynamodb();
    var converted = new DynamodbStreamRecord();
    converted.setEventName(record.eventNameAsString());
    converted.setDynamodb(
        new StreamRecord()
            .withKeys(convert(data.keys()))
            .withSequenceNumber(data.sequenceNumber())
            .withOldImage(data.hasOldImage() ? convert(data.oldImage()) : null)
            .withNewImage(data.hasNewImage() ? convert(data.newImage()) : null));
    return converted;
  }

  private static Map<String, AttributeValue> convert(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> image) {
    var converted = new HashMap<String, AttributeValue>();
    image.forEach(
        (name, value) -> {
          var attribute = new AttributeValue();
          if (value.s() != null) {
            attribute.setS(value.s());
          }
          if (value.hasSs()) {
            attribute.setSS(value.ss());
          }
          converted.put(name, attribute);
        });
    return converted;
  }
}
