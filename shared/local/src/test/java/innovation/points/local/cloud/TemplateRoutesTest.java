package innovation.points.local.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.gateway.Routes;
import innovation.points.local.gateway.Routes.Route;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The local stack's gateway answers what the template's API answers, and asks as it does. */
class TemplateRoutesTest {

  private final Template template = Template.read();

  TemplateRoutesTest() throws IOException {}

  @Test
  void theLocalGatewayHasTheTemplatesRoutes() {
    List<Route> declared =
        template.functions().stream()
            .flatMap(
                function ->
                    events(function.property("/Events"))
                        .map(event -> route(Template.nameOf(function), event)))
            .toList();

    assertThat(Routes.all()).containsExactlyInAnyOrderElementsOf(declared);
  }

  private static Stream<JsonNode> events(JsonNode events) {
    return events.valueStream().filter(event -> event.path("Type").asText().equals("HttpApi"));
  }

  private static Route route(String function, JsonNode event) {
    JsonNode properties = event.path("Properties");
    boolean token = !properties.at("/Auth/Authorizer").asText().equals("NONE");
    return properties.has("Path")
        ? new Route(
            properties.path("Method").asText(), properties.path("Path").asText(), function, token)
        : new Route("", "$default", function, token);
  }
}
