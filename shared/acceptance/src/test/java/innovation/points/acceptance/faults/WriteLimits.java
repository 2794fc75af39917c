package innovation.points.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.FaultHooks;
import innovation.points.local.LocalDynamoDb;
import innovation.points.store.table.Patience;
import innovation.points.store.table.TableShapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * The tables with the limits that DynamoDB has for new ones: {@value #OF_A_TABLE} write units a
 * second, {@value #OF_A_KEY} of them for one partition key. What is beyond is refused, of a batch
 * what is beyond is left over; transactions, which are few, pass. The embedded engine is slower
 * than a table in the cloud, and so are the limits.
 */
final class WriteLimits implements FaultHooks {

  static final int OF_A_TABLE = 4_000;
  static final int OF_A_KEY = 1_000;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BATCH = "BatchWriteItem";
  private static final Set<String> SINGLE = Set.of("PutItem", "UpdateItem", "DeleteItem");
  private static final int UNIT = 1024;
  private static final long SECOND = 1_000_000_000L;
  private static final Map<String, String> PARTITIONS = partitions();

  private final int slower;
  private final Map<String, Integer> used = new HashMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private long second;

  /**
   * Limits.
   *
   * @param slower how much slower the engine is than the cloud
   */
  WriteLimits(int slower) {
    this.slower = slower;
  }

  private static Map<String, String> partitions() {
    var partitions = new HashMap<String, String>();
    Stream.of(
            TableShapes.facts(LocalDynamoDb.FACTS),
            TableShapes.scores(LocalDynamoDb.SCORES),
            TableShapes.uploads(LocalDynamoDb.UPLOADS))
        .forEach(table -> partitions.put(table.tableName(), partition(table)));
    return partitions;
  }

  private static String partition(CreateTableRequest table) {
    return table.keySchema().getFirst().attributeName();
  }

  /** How many writes were refused, by the limit they met. */
  synchronized Map<String, Integer> refused() {
    return new TreeMap<>(refused);
  }

  @Override
  public DynamoDbClient tables(LocalDynamoDb tables) {
    return LocalDynamoDb.clientAt(tables.endpoint().orElseThrow())
        .httpClient(new Limited(Patience.WORKING.http()))
        .overrideConfiguration(Patience.WORKING.limits())
        .build();
  }

  @Override
  public DynamoDbClient tablesInTurn(LocalDynamoDb tables) {
    return tables(tables);
  }

  /** Takes the units of a write from its table and its key; false where either has none left. */
  private synchronized boolean admits(String table, JsonNode written) {
    long now = System.nanoTime() / SECOND;
    if (now != second) {
      second = now;
      used.clear();
    }
    String partition = PARTITIONS.get(table);
    String key = table + " " + written.path(partition == null ? "" : partition).path("S").asText();
    int units = Math.ceilDiv(written.toString().length(), UNIT);
    boolean ofTable = used.getOrDefault(table, 0) + units <= limit(OF_A_TABLE, units);
    boolean ofKey = used.getOrDefault(key, 0) + units <= limit(OF_A_KEY, units);
    if (ofTable && ofKey) {
      used.merge(table, units, Integer::sum);
      used.merge(key, units, Integer::sum);
      return true;
    }
    refused.merge(ofTable ? "key" : "table", 1, Integer::sum);
    return false;
  }

  /** A single large item is never beyond a whole second. */
  private int limit(int inTheCloud, int units) {
    return Math.max(inTheCloud / slower, units);
  }

  private final class Limited extends RelayedHttp {
    Limited(SdkHttpClient line) {
      super(line);
    }

    @Override
    HttpExecuteResponse attempt(HttpExecuteRequest request) throws IOException {
      String target = request.httpRequest().firstMatchingHeader(TARGET).orElse("");
      String call = target.substring(target.indexOf('.') + 1);
      byte[] body = body(request);
      if (call.equals(BATCH)) {
        return batch(request, (ObjectNode) JSON.readTree(body));
      }
      return SINGLE.contains(call) && !admits(JSON.readTree(body))
          ? exceeded()
          : send(request, body);
    }

    private boolean admits(JsonNode single) {
      return WriteLimits.this.admits(
          single.path("TableName").asText(), single.path(single.has("Item") ? "Item" : "Key"));
    }

    private HttpExecuteResponse batch(HttpExecuteRequest request, ObjectNode body)
        throws IOException {
      ObjectNode done = JSON.createObjectNode();
      ObjectNode left = JSON.createObjectNode();
      for (var table : body.path("RequestItems").properties()) {
        for (JsonNode write : table.getValue()) {
          JsonNode written = write.findPath(write.has("PutRequest") ? "Item" : "Key");
          boolean admitted = WriteLimits.this.admits(table.getKey(), written);
          (admitted ? done : left).withArray(table.getKey()).add(write);
        }
      }
      if (done.isEmpty()) {
        return exceeded();
      }
      body.set("RequestItems", done);
      HttpExecuteResponse response = sendLess(request, body);
      if (left.isEmpty() || !response.httpResponse().isSuccessful()) {
        return response;
      }
      ObjectNode answer = (ObjectNode) JSON.readTree(response.responseBody().orElseThrow());
      for (var table : left.properties()) {
        answer
            .withObject("/UnprocessedItems")
            .withArray(table.getKey())
            .addAll((ArrayNode) table.getValue());
      }
      return answer(200, answer.toString());
    }

    private HttpExecuteResponse sendLess(HttpExecuteRequest request, ObjectNode body)
        throws IOException {
      byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
      String length = Integer.toString(bytes.length);
      var less = request.httpRequest().toBuilder().putHeader("Content-Length", length).build();
      return send(
          HttpExecuteRequest.builder()
              .request(less)
              .contentStreamProvider(request.contentStreamProvider().orElseThrow())
              .build(),
          bytes);
    }
  }
}
