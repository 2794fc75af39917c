package innovation.points.acceptance.cloud.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.lambda.LocalContext;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.store.scores.ScoresTable;
import innovation.points.testkit.Repository;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Compares a public score through the warm handler with the underlying GetItem, alternately on the
 * same engine and client in one process. Not run as a test; the command is in {@code
 * docs/performance.md}.
 */
class ReadBenchmark {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int CALLS = Integer.getInteger("calls", 2000);
  private static final int ROUNDS = 5;

  private final LocalDynamoDb tables = new LocalDynamoDb(null, 0);
  private final Tally tally = new Tally();
  private final LocalContext context =
      new LocalContext("lookup", "benchmark", InstantSource.system(), Instant.MAX, tally);

  @Test
  void timeOfAPublicScore() throws Exception {
    PublishedCard.write(tables.client());
    var handler =
        new LookupHandler(
            tables.client(),
            InstantSource.system(),
            new LookupSettings(LocalDynamoDb.FACTS, LocalDynamoDb.SCORES, LocalDynamoDb.UPLOADS));
    APIGatewayV2HTTPEvent event = event();
    Supplier<String> answer =
        () -> {
          APIGatewayV2HTTPResponse response = handler.handleRequest(event, context);
          return response.getBody();
        };
    Supplier<String> read = () -> card(tables.client());
    assertThat(answer.get())
        .isEqualTo(
            new ScoresTable(tables.client(), LocalDynamoDb.SCORES)
                .publicCard(PublishedCard.GENERATION, PublishedCard.USCC)
                .orElseThrow());
    for (int round = 1; round <= ROUNDS; round++) {
      var handlerTimes = new double[CALLS];
      var readTimes = new double[CALLS];
      tally.reset();
      for (int call = 0; call < CALLS; call++) {
        handlerTimes[call] = time(answer);
        readTimes[call] = time(read);
      }
      double ofHandler = Medians.of(handlerTimes);
      double ofRead = Medians.of(readTimes);
      System.out.printf(
          "round %d: %d requests, %.1f RCU; median: handler %.3f ms, GetItem %.3f ms, ratio %.2f%n",
          round, tally.requests, tally.capacity, ofHandler, ofRead, ofHandler / ofRead);
    }
    tables.close();
  }

  private static double time(Supplier<String> call) {
    long start = System.nanoTime();
    String body = call.get();
    long end = System.nanoTime();
    if (body.isEmpty()) {
      throw new IllegalStateException("no answer");
    }
    return (end - start) / 1e6;
  }

  private static String card(DynamoDbClient client) {
    var key =
        Map.of(
            "pk", AttributeValue.fromS(PublishedCard.partition()),
            "sk", AttributeValue.fromS(PublishedCard.USCC));
    var item =
        client
            .getItem(
                get ->
                    get.tableName(LocalDynamoDb.SCORES)
                        .consistentRead(true)
                        .key(key)
                        .projectionExpression("card")
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
            .item();
    return Base64.getEncoder()
        .encodeToString(Objects.requireNonNull(item.get("card")).b().asByteArray());
  }

  private static APIGatewayV2HTTPEvent event() throws Exception {
    return JSON.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .readValue(
            Files.readString(Repository.root().resolve("events/lookup/enterprise.json")),
            APIGatewayV2HTTPEvent.class);
  }

  /** Sums up the request lines of the log. */
  private static final class Tally implements Consumer<String> {
    private int requests;
    private double capacity;

    void reset() {
      requests = 0;
      capacity = 0;
    }

    @Override
    public void accept(String line) {
      requests++;
      try {
        capacity += JSON.readTree(line).path("capacity").asDouble();
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
