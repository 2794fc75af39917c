package innovation.points.acceptance.cloud.template;

import static innovation.points.acceptance.cloud.template.Template.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.gateway.Routes;
import innovation.points.testkit.GeneratedPart;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The APIs of the template and of the local stack are the one that {@code routes.yaml} declares.
 */
class TemplateRoutesTest {

  private static final String REFERENCE = "#/components/x-amazon-apigateway-integrations/";

  private final Template template = Template.read();
  private final JsonNode definition = template.resource("Api").property("/DefinitionBody");

  TemplateRoutesTest() throws IOException {}

  @BeforeAll
  static void renewWhereAsked() throws IOException {
    if (GeneratedPart.renewing()) {
      ApiPaths.renew();
    }
  }

  @Test
  void theTemplateHasThePathsGeneratedFromTheRoutes() throws IOException {
    assertThat(ApiPaths.PATHS.written())
        .as("the paths of the API in template.yaml; renew them with: " + GeneratedPart.RENEW)
        .isEqualTo(ApiPaths.made());
  }

  /** Four first visits a second use up what the public may ask; nobody at work is kept out then. */
  @Test
  void pagesThePublicAndWhoIsSignedInHaveRatesOfTheirOwn() throws IOException {
    assertThat(ApiPaths.RATES.written())
        .as("the rates of the routes in template.yaml; renew them with: " + GeneratedPart.RENEW)
        .isEqualTo(ApiPaths.rates());
    JsonNode rates = template.resource("Api").property("/RouteSettings");
    assertThat(rates.path("$default").path("ThrottlingRateLimit").asInt())
        .as("twenty-five requests a first visit")
        .isGreaterThanOrEqualTo(40 * 25);
    assertThat(rates.properties())
        .filteredOn(route -> !route.getKey().equals("$default"))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(
            defined().stream()
                .filter(line -> line.endsWith(" (token)"))
                .map(line -> line.replaceFirst("\\w+: ", "").replace(" (token)", ""))
                .toList());
    assertThat(
            template
                .resource("Api")
                .property("/DefaultRouteSettings/DetailedMetricsEnabled")
                .asBoolean())
        .as("five metrics a route, paid by the month, which nobody reads")
        .isFalse();
  }

  /** Reads the definition itself, independently of its generation. */
  @Test
  void theTemplateRoutesWhatIsDeclared() {
    Stream<String> declared =
        DeclaredRoutes.all().stream()
            .flatMap(
                route ->
                    route.methods().stream()
                        .map(
                            method ->
                                line(
                                    route.function(),
                                    method + " " + route.path(),
                                    !route.access().isPublic())));
    assertThat(defined())
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(declared, Stream.of(line("portal", "$default", false))).toList());
  }

  @Test
  void theTemplateRoutesWhatTheLocalStackRoutes() {
    assertThat(defined())
        .containsExactlyInAnyOrderElementsOf(
            Routes.all().stream()
                .map(
                    route ->
                        line(
                            route.function(),
                            (route.method() + " " + route.path()).strip(),
                            route.token()))
                .toList());
  }

  @Test
  void aTokenIsOneOfTheIssuerForTheClientsNamed() {
    assertThat(definition.at("/components/securitySchemes")).hasSize(1);
    JsonNode authorizer =
        definition.at("/components/securitySchemes/Jwt/x-amazon-apigateway-authorizer");
    assertThat(authorizer.path("type").asText()).isEqualTo("jwt");
    assertThat(authorizer.path("identitySource").asText())
        .isEqualTo("$request.header.Authorization");
    assertThat(target(authorizer.at("/jwtConfiguration/issuer"))).isEqualTo("JwtIssuer");
    assertThat(target(authorizer.at("/jwtConfiguration/audience"))).isEqualTo("JwtAudiences");
  }

  @Test
  void everyFunctionThatServesIsInvokedByItsAliasWithEventsOfFormatTwo() {
    Set<String> serving = servingFunctions();
    JsonNode integrations = definition.at("/components/x-amazon-apigateway-integrations");
    assertThat(integrations.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrderElementsOf(serving);
    for (String name : serving) {
      JsonNode integration = integrations.path(name);
      assertThat(integration.path("type").asText()).isEqualTo("aws_proxy");
      assertThat(integration.path("httpMethod").asText()).isEqualTo("POST");
      assertThat(integration.path("payloadFormatVersion").asText()).isEqualTo("2.0");
      assertThat(integration.at("/uri/Fn::Sub").asText())
          .isEqualTo(
              "arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/"
                  + "${%s.Alias}/invocations".formatted(template.function(name).id()));
    }
  }

  /** One for all of its routes: a function's policy ends at 20 KB. */
  @Test
  void theApiAloneMayInvokeAFunctionAndByOnePermission() {
    var permitted = new ArrayList<String>();
    for (var permission : template.ofType("AWS::Lambda::Permission")) {
      permitted.add(target(permission.property("/FunctionName")));
      assertThat(permission.property("/Action").asText()).isEqualTo("lambda:InvokeFunction");
      assertThat(permission.property("/Principal").asText()).isEqualTo("apigateway.amazonaws.com");
      assertThat(permission.property("/SourceArn/Fn::Sub").asText())
          .isEqualTo("arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}/*");
    }
    assertThat(permitted)
        .containsExactlyInAnyOrderElementsOf(
            servingFunctions().stream()
                .map(name -> template.function(name).id() + ".Alias")
                .toList());
  }

  private static Set<String> servingFunctions() {
    var serving = new TreeSet<>(Set.of("portal"));
    DeclaredRoutes.all().stream().map(DeclaredRoute::function).forEach(serving::add);
    return serving;
  }

  /** A route as a line: the function, the path, and whether a token is required. */
  private static String line(String function, String key, boolean token) {
    return function + ": " + key + (token ? " (token)" : "");
  }

  private List<String> defined() {
    var lines = new ArrayList<String>();
    for (var path : definition.path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        JsonNode operation = method.getValue();
        String reference = operation.at("/x-amazon-apigateway-integration/$ref").asText();
        assertThat(reference).startsWith(REFERENCE);
        boolean any = method.getKey().equals("x-amazon-apigateway-any-method");
        assertThat(operation.path("isDefaultRoute").asBoolean()).isEqualTo(any);
        lines.add(
            line(
                reference.substring(REFERENCE.length()),
                any
                    ? path.getKey().substring(1)
                    : method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                operation.at("/security/0").has("Jwt")));
      }
    }
    return lines;
  }
}
