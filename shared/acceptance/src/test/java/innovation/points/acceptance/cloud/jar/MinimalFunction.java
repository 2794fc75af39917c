package innovation.points.acceptance.cloud.jar;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A minimal function that answers an HTTP event from a table: one GetItem, returned unchanged;
 * Lambda's runtime reads the event. The baseline for the start of the functions, so it shares no
 * code with them.
 */
public final class MinimalFunction
    implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

  private final DynamoDbClient client =
      DynamoDbClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()).build();
  private final String table = Objects.requireNonNull(System.getenv("SCORES_TABLE"));

  @Override
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    var key =
        Map.of(
            "pk", AttributeValue.fromS(Objects.requireNonNull(System.getenv("PARTITION"))),
            "sk", AttributeValue.fromS(event.getPathParameters().get("uscc")));
    var item =
        client
            .getItem(
                get ->
                    get.tableName(table).consistentRead(true).key(key).projectionExpression("card"))
            .item();
    return APIGatewayV2HTTPResponse.builder()
        .withStatusCode(200)
        .withHeaders(Map.of("Content-Type", "application/json"))
        .withBody(
            Base64.getEncoder()
                .encodeToString(Objects.requireNonNull(item.get("card")).b().asByteArray()))
        .build();
  }
}
