package innovation.points.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** Table changes as the event that a function receives from a stream. */
final class StreamRecords {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StreamRecords() {}

  static byte[] event(String streamArn, List<Record> records) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode array = root.putArray("Records");
    records.forEach(record -> write(array.addObject(), streamArn, record));
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The time of the first change in an event. */
  static Instant oldest(byte[] event) {
    try {
      return Instant.ofEpochSecond(
          JSON.readTree(event).at("/Records/0/dynamodb/ApproximateCreationDateTime").asLong());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(ObjectNode node, String streamArn, Record record) {
    StreamRecord change = record.dynamodb();
    node.put("eventID", record.eventID());
    node.put("eventName", record.eventNameAsString());
    node.put("eventVersion", "1.1");
    node.put("eventSource", "aws:dynamodb");
    node.put("awsRegion", "local");
    node.put("eventSourceARN", streamArn);
    ObjectNode body = node.putObject("dynamodb");
    body.put(
        "ApproximateCreationDateTime",
        (double) change.approximateCreationDateTime().getEpochSecond());
    body.set("Keys", map(change.keys()));
    if (change.hasNewImage()) {
      body.set("NewImage", map(change.newImage()));
    }
    if (change.hasOldImage()) {
      body.set("OldImage", map(change.oldImage()));
    }
    body.put("SequenceNumber", change.sequenceNumber());
    body.put("SizeBytes", change.sizeBytes());
    body.put("StreamViewType", change.streamViewTypeAsString());
  }

  private static ObjectNode map(Map<String, AttributeValue> attributes) {
    ObjectNode node = JSON.createObjectNode();
    attributes.forEach((name, value) -> node.set(name, value(value)));
    return node;
  }

  private static ObjectNode value(AttributeValue value) {
    ObjectNode node = JSON.createObjectNode();
    switch (value.type()) {
      case S -> node.put("S", value.s());
      case N -> node.put("N", value.n());
      case B -> node.put("B", base64(value.b()));
      case BOOL -> node.put("BOOL", value.bool());
      case NUL -> node.put("NULL", true);
      case SS -> value.ss().forEach(node.putArray("SS")::add);
      case NS -> value.ns().forEach(node.putArray("NS")::add);
      case BS -> {
        ArrayNode array = node.putArray("BS");
        value.bs().forEach(bytes -> array.add(base64(bytes)));
      }
      case M -> node.set("M", map(value.m()));
      case L -> {
        ArrayNode array = node.putArray("L");
        value.l().forEach(item -> array.add(value(item)));
      }
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("an attribute of an unknown type");
    }
    return node;
  }

  private static String base64(SdkBytes bytes) {
    return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
  }
}
