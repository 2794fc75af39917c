package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import innovation.points.web.event.HttpEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests are read as Lambda's own runtime would hand them over. */
class HandedOverTest {

  static Stream<Path> requests() throws IOException {
    try (var files = Files.walk(Path.of("../../events"), 2)) {
      return files
          .filter(file -> file.toString().matches(".*/(lookup|upload|portal)/.*"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestIsWhatTheRuntimeMakesOfIt(Path file) throws IOException {
    var expected = EventLoader.loadEvent(file.toString(), APIGatewayV2HTTPEvent.class);
    APIGatewayV2HTTPEvent read;
    try (var input = Files.newInputStream(file)) {
      read = HttpEvents.read(input);
    }

    assertThat(read.getRawPath()).isNotNull().isEqualTo(expected.getRawPath());
    assertThat(read.getRawQueryString()).isEqualTo(expected.getRawQueryString());
    assertThat(read.getQueryStringParameters()).isEqualTo(expected.getQueryStringParameters());
    assertThat(read.getHeaders()).isEqualTo(expected.getHeaders());
    assertThat(read.getBody()).isEqualTo(expected.getBody());
    assertThat(read.getIsBase64Encoded()).isEqualTo(expected.getIsBase64Encoded());
    RequestContext context = read.getRequestContext();
    assertThat(context.getRequestId()).isEqualTo(expected.getRequestContext().getRequestId());
    assertThat(context.getStage()).isEqualTo(expected.getRequestContext().getStage());
    assertThat(context.getHttp().getMethod())
        .isNotNull()
        .isEqualTo(expected.getRequestContext().getHttp().getMethod());
    assertThat(claims(read)).isEqualTo(claims(expected));
  }

  private static Optional<Map<String, String>> claims(APIGatewayV2HTTPEvent event) {
    return Optional.ofNullable(event.getRequestContext().getAuthorizer())
        .map(RequestContext.Authorizer::getJwt)
        .map(RequestContext.Authorizer.JWT::getClaims);
  }
}
