package innovation.points.acceptance.cloud.template;

import innovation.points.testkit.GeneratedPart;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
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

  static final GeneratedPart PATHS =
      new GeneratedPart(
          "template.yaml", "        paths:\n", "        # ---- end of the generated part ----\n");

  static final GeneratedPart RATES =
      new GeneratedPart(
          "template.yaml",
          "        # Generated as the paths are.\n",
          "        # ---- end of the generated rates ----\n");

  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private ApiPaths() {}

  /** Writes both to the template. */
  static void renew() throws IOException {
    PATHS.write(made());
    RATES.write(rates());
  }

  /** The rate of each route that needs a token. */
  static String rates() {
    return DeclaredRoutes.all().stream()
        .filter(route -> !route.access().isPublic())
        .flatMap(route -> route.methods().stream().map(method -> method + " " + route.path()))
        .map("        \"%s\": { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 }\n"::formatted)
        .collect(Collectors.joining());
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
