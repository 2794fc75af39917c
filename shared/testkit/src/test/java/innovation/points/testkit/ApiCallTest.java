package innovation.points.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ApiCallTest {

  @Test
  void requestIsWhatAGatewayPasses() {
    APIGatewayV2HTTPEvent event =
        ApiCall.of("POST", "/v1/uploads?year=2025").department("tax").json("{}").event();

    assertThat(event.getRawPath()).isEqualTo("/v1/uploads");
    assertThat(event.getRawQueryString()).isEqualTo("year=2025");
    assertThat(event.getHeaders()).isEqualTo(Map.of("content-type", "application/json"));
    assertThat(event.getBody()).isEqualTo("{}");
    assertThat(event.getRequestContext().getHttp().getMethod()).isEqualTo("POST");
    assertThat(event.getRequestContext().getAuthorizer().getJwt().getClaims())
        .isEqualTo(
            Map.of(
                "sub", ApiCall.SUB, "cognito:groups", "[department]", "custom:department", "tax"));
  }

  @Test
  void whoHasNoTokenHasNoAuthorizer() {
    assertThat(ApiCall.get("/v1/years").event().getRequestContext().getAuthorizer()).isNull();
  }

  @Test
  void whatTheHandlerLogsIsKept() {
    ApiCall call = ApiCall.get("/v1/years");

    APIGatewayV2HTTPResponse answer =
        call.to(
            (event, context) -> {
              context.getLogger().log(event.getRawPath());
              var response = new APIGatewayV2HTTPResponse();
              response.setStatusCode(204);
              return response;
            });

    assertThat(answer.getStatusCode()).isEqualTo(204);
    assertThat(call.context().lines()).containsExactly("/v1/years");
  }
}
