package innovation.points.acceptance.cloud.template;

import innovation.points.testkit.Repository;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is generated from the routes in {@code template.yaml}: the {@code paths} of the API's
 * definition, and the rates of the routes that need a token, of which the public's rate is not a
 * part.
 */
final class ApiPaths {

  static final String RENEW =
      "mvn test -pl shared/acceptance -am -Dtest='TemplateRoutesTest,OpenApiDocumentTest'"
          + " -Droutes=renew -Dsurefire.failIfNoSpecifiedTests=false";

  private static final String BEGIN = "        paths:\n";
  private static final String END = "        # ---- end of the generated part ----\n";
  private static final String RATES = "        # Generated as the paths are.\n";
  private static final String RATES_END = "        # ---- end of the generated rates ----\n";
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private ApiPaths() {}

  /** The paths in the template. */
  static String written(String template) {
    return template.substring(begin(template), end(template));
  }

  /** Writes the generated paths to the template. */
  static void renew() throws IOException {
    Path file = Repository.root().resolve("template.yaml");
    String text = Files.readString(file);
    text = text.substring(0, begin(text)) + made() + text.substring(end(text));
    int begin = text.indexOf(RATES) + RATES.length();
    Files.writeString(
        file, text.substring(0, begin) + rates() + text.substring(text.indexOf(RATES_END)));
  }

  /** The rates in the template. */
  static String writtenRates(String template) {
    return template.substring(
        template.indexOf(RATES) + RATES.length(), template.indexOf(RATES_END));
  }

  /** The rate of each route that needs a token. */
  static String rates() {
    return DeclaredRoutes.all().stream()
        .filter(route -> !route.access().isPublic())
        .flatMap(route -> route.methods().stream().map(method -> method + " " + route.path()))
        .map("        \"%s\": { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }\n"::formatted)
        .collect(Collectors.joining());
  }

  private static int begin(String template) {
    return template.indexOf(BEGIN) + BEGIN.length();
  }

  private static int end(String template) {
    return template.indexOf(END);
  }

  /** The paths generated from the routes, with the portal's default route. */
  static String made() {
    Map<String, List<DeclaredRoute>> byPath =
        DeclaredRoutes.all().stream()
            .collect(
                Collectors.groupingBy(
                    DeclaredRoute::path, LinkedHashMap::new, Collectors.toList()));
    var lines = new ArrayList<String>();
    byPath.forEach(
        (path, routes) -> {
          lines.add("          " + path + ":");
          for (DeclaredRoute route : routes) {
            route.methods().forEach(method -> lines.addAll(operation(method, route)));
          }
        });
    lines.add("          /$default:");
    lines.add("            x-amazon-apigateway-any-method:");
    lines.add("              isDefaultRoute: true");
    lines.addAll(served("portal"));
    return String.join("\n", lines) + "\n";
  }

  private static List<String> operation(String method, DeclaredRoute route) {
    var lines = new ArrayList<String>();
    lines.add("            " + method.toLowerCase(Locale.ROOT) + ":");
    if (!route.access().isPublic()) {
      lines.add("              security: [{ Jwt: [] }]");
    }
    String parameters =
        PARAMETER
            .matcher(route.path())
            .results()
            .map(name -> "{ name: %s, in: path, required: true }".formatted(name.group(1)))
            .collect(Collectors.joining(", "));
    if (!parameters.isEmpty()) {
      lines.add("              parameters: [" + parameters + "]");
    }
    lines.addAll(served(route.function()));
    return lines;
  }

  private static List<String> served(String function) {
    return List.of(
        "              responses: {}",
        "              x-amazon-apigateway-integration:"
            + " { $ref: \"#/components/x-amazon-apigateway-integrations/%s\" }"
                .formatted(function));
  }
}
