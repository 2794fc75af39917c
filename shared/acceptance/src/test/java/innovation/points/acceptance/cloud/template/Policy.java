package innovation.points.acceptance.cloud.template;

import static innovation.points.acceptance.cloud.template.Template.listed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Evaluates policies as IAM does, to the extent that the template needs: a denial takes precedence,
 * otherwise one statement must allow. An unknown operator is an error.
 *
 * @param statements with references resolved
 */
public record Policy(List<JsonNode> statements) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  /**
   * A request.
   *
   * @param keys the context, such as {@code dynamodb:LeadingKeys}; keys with several values are
   *     lists
   */
  public record Request(String action, String resource, Map<String, List<String>> keys) {}

  static Policy of(Deployment deployment, Stream<JsonNode> documents) {
    return new Policy(
        documents
            .map(deployment::resolve)
            .flatMap(document -> listed(document.path("Statement")).stream())
            .toList());
  }

  /** The policy of a function's role. */
  public static Policy ofFunction(Template template, Deployment deployment, String function) {
    String role = Template.target(template.function(function).property("/Role"));
    return of(
        deployment,
        template
            .resource(role)
            .property("/Policies")
            .valueStream()
            .map(policy -> policy.path("PolicyDocument")));
  }

  public boolean allows(Request request) {
    return !denies(request)
        && statements.stream()
            .anyMatch(each -> effect(each).equals("Allow") && matches(each, request));
  }

  boolean denies(Request request) {
    return statements.stream()
        .anyMatch(each -> effect(each).equals("Deny") && matches(each, request));
  }

  private static String effect(JsonNode statement) {
    return statement.path("Effect").asText();
  }

  private static boolean matches(JsonNode statement, Request request) {
    return listed(statement.path("Action")).stream()
            .anyMatch(action -> like(action.asText(), request.action()))
        && concerns(statement, request)
        && statement.path("Condition").properties().stream()
            .allMatch(
                operator ->
                    operator.getValue().properties().stream()
                        .allMatch(
                            key ->
                                holds(
                                    operator.getKey(),
                                    key.getKey(),
                                    listed(key.getValue()),
                                    request)));
  }

  private static boolean concerns(JsonNode statement, Request request) {
    if (statement.has("NotResource")) {
      return listed(statement.path("NotResource")).stream()
          .noneMatch(resource -> fits(resource.asText(), request.resource(), request));
    }
    return listed(statement.path("Resource")).stream()
        .anyMatch(resource -> fits(resource.asText(), request.resource(), request));
  }

  private static boolean holds(
      String operator, String key, List<JsonNode> wanted, Request request) {
    List<String> found = request.keys().getOrDefault(key, List.of());
    BiPredicate<String, String> like = (pattern, value) -> fits(pattern, value, request);
    return switch (operator) {
      case "StringEquals", "Bool", "ArnEquals" ->
          found.stream().anyMatch(value -> any(wanted, value, String::equals));
      case "StringLike", "ArnLike" -> found.stream().anyMatch(value -> any(wanted, value, like));
      // True for a request without the key, as in IAM.
      case "ForAllValues:StringEquals" ->
          found.stream().allMatch(value -> any(wanted, value, String::equals));
      case "ForAllValues:StringLike" -> found.stream().allMatch(value -> any(wanted, value, like));
      case "Null" -> wanted.getFirst().asBoolean() == found.isEmpty();
      default -> throw new IllegalStateException("teach this test the operator " + operator);
    };
  }

  private static boolean any(
      List<JsonNode> wanted, String value, BiPredicate<String, String> test) {
    return wanted.stream().anyMatch(each -> test.test(each.asText(), value));
  }

  /**
   * Resolves variables, whose values match literally; a variable without a value matches nothing.
   */
  private static boolean fits(String pattern, String value, Request request) {
    var regex = new StringBuilder();
    Matcher variables = VARIABLE.matcher(pattern);
    int end = 0;
    while (variables.find()) {
      List<String> values = request.keys().getOrDefault(variables.group(1), List.of());
      if (values.size() != 1) {
        return false;
      }
      regex.append(regex(pattern.substring(end, variables.start())));
      regex.append(Pattern.quote(values.getFirst()));
      end = variables.end();
    }
    regex.append(regex(pattern.substring(end)));
    return Pattern.compile(regex.toString(), Pattern.DOTALL).matcher(value).matches();
  }

  private static boolean like(String pattern, String value) {
    return Pattern.compile(regex(pattern)).matcher(value).matches();
  }

  private static String regex(String pattern) {
    var regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      regex.append(
          switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf(c));
          });
    }
    return regex.toString();
  }
}
