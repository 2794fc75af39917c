package innovation.points.web.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpEventsTest {

  private static APIGatewayV2HTTPEvent read(String json) throws IOException {
    return HttpEvents.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  @Test
  void whatNobodyLooksAtIsPassedOver() throws IOException {
    APIGatewayV2HTTPEvent event =
        read(
            """
            {"version":"2.0","cookies":["a","b"],"stageVariables":{"rawPath":"/wrong"},
             "requestContext":{"accountId":"1","authorizer":{"jwt":{"scopes":["x"],
               "claims":{"cognito:groups":"[bureau]","exp":17}}},"http":{"path":"/wrong",
               "method":"GET"},"requestId":"r","stage":"$default","timeEpoch":1},
             "rawPath":"/v1/years","body":null,"isBase64Encoded":true}
            """);

    assertThat(event.getRawPath()).isEqualTo("/v1/years");
    assertThat(event.getBody()).isNull();
    assertThat(event.getIsBase64Encoded()).isTrue();
    assertThat(event.getRequestContext().getRequestId()).isEqualTo("r");
    assertThat(event.getRequestContext().getStage()).isEqualTo("$default");
    assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("GET");
    assertThat(event.getRequestContext().getAuthorizer().getJwt().getClaims())
        .containsOnlyKeys("cognito:groups", "exp")
        .containsEntry("exp", "17");
  }

  /** A claim is a text; a list of groups that is none must not become one. */
  @Test
  void claimsThatAreNoTextsAreNoClaims() throws IOException {
    var authorizer =
        read("{\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"a\":[\"b\"]}}}}}")
            .getRequestContext()
            .getAuthorizer();

    assertThat(authorizer.getJwt().getClaims()).isEmpty();
    assertThat(read("{\"requestContext\":{\"authorizer\":{\"jwt\":null}}}").getRequestContext())
        .satisfies(c -> assertThat(c.getAuthorizer().getJwt().getClaims()).isNull());
  }

  @Test
  void whatIsNoEventIsRefused() {
    assertThatThrownBy(() -> read("")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> read("{\"rawPath\":")).isInstanceOf(IOException.class);
  }

  @Test
  void anAnswerHasWhatTheGatewayTakes() throws IOException {
    var headers = new LinkedHashMap<String, String>();
    headers.put("Content-Type", "application/json");
    headers.put("ETag", "\"g1\"");
    var output = new ByteArrayOutputStream();

    HttpEvents.write(
        output,
        APIGatewayV2HTTPResponse.builder()
            .withStatusCode(200)
            .withHeaders(headers)
            .withBody("{\"名\":1}")
            .build());

    assertThat(output.toString(UTF_8))
        .isEqualTo(
            """
            {"statusCode":200,"headers":{"Content-Type":"application/json","ETag":"\\"g1\\""},\
            "body":"{\\"名\\":1}","isBase64Encoded":false}""");
  }

  @Test
  void failuresAreNamedOneByOne() throws IOException {
    var output = new ByteArrayOutputStream();

    BatchFailures.write(output, List.of("7", "9"));

    assertThat(output.toString(UTF_8))
        .isEqualTo(
            """
            {"batchItemFailures":[{"itemIdentifier":"7"},{"itemIdentifier":"9"}]}""");
  }
}
