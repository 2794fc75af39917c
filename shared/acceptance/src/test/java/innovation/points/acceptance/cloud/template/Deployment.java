package innovation.points.acceptance.cloud.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The template as a region fills it in: parameters, pseudo parameters, conditions and references
 * are resolved. A resource without a name gets its logical id as its name.
 */
public final class Deployment {

  public static final String ACCOUNT = "123456789012";

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]+)}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Template template;
  private final Map<String, String> values = new HashMap<>();

  /**
   * @param parameters values for those without a default, and for others to override
   */
  public Deployment(Template template, String region, Map<String, String> parameters) {
    this.template = template;
    boolean china = region.startsWith("cn-");
    template
        .root()
        .path("Parameters")
        .properties()
        .forEach(each -> values.put(each.getKey(), each.getValue().path("Default").asText("")));
    values.putAll(parameters);
    values.put("AWS::Region", region);
    values.put("AWS::Partition", china ? "aws-cn" : "aws");
    values.put("AWS::URLSuffix", china ? "amazonaws.com.cn" : "amazonaws.com");
    values.put("AWS::AccountId", ACCOUNT);
    values.put("AWS::StackName", "zone");
  }

  public static Deployment inEurope(Template template) {
    return new Deployment(template, "eu-west-1", Map.of("JwtIssuer", "https://issuer.invalid"));
  }

  /** Whether the resource is created. */
  public boolean exists(Template.Resource resource) {
    JsonNode condition = resource.body().path("Condition");
    return condition.isMissingNode() || holds(condition.asText());
  }

  /** A value of the template with its references resolved. */
  public JsonNode resolve(JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JSON.createArrayNode();
      node.forEach(each -> add(array, resolve(each)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    if (node.size() == 1) {
      var only = node.properties().iterator().next();
      switch (only.getKey()) {
        case "Ref" -> {
          return TextNode.valueOf(reference(only.getValue().asText()));
        }
        case "Fn::GetAtt" -> {
          return TextNode.valueOf(
              attribute(only.getValue().path(0).asText(), only.getValue().path(1).asText()));
        }
        case "Fn::Sub" -> {
          return TextNode.valueOf(substitute(only.getValue().asText()));
        }
        case "Fn::If" -> {
          JsonNode parts = only.getValue();
          return resolve(parts.path(holds(parts.path(0).asText()) ? 1 : 2));
        }
        default -> {}
      }
    }
    ObjectNode object = JSON.createObjectNode();
    node.properties()
        .forEach(
            each -> {
              JsonNode value = resolve(each.getValue());
              if (!isNoValue(value)) {
                object.set(each.getKey(), value);
              }
            });
    return object;
  }

  public String text(JsonNode node) {
    return resolve(node).asText();
  }

  public String arn(String logicalId) {
    return attribute(logicalId, "Arn");
  }

  private static void add(ArrayNode array, JsonNode value) {
    if (!isNoValue(value)) {
      array.add(value);
    }
  }

  private static boolean isNoValue(JsonNode value) {
    return value instanceof NullNode || value.asText().equals("AWS::NoValue");
  }

  private boolean holds(String condition) {
    return isTrue(template.root().path("Conditions").path(condition));
  }

  private boolean isTrue(JsonNode condition) {
    if (condition.has("Fn::Not")) {
      return !isTrue(condition.path("Fn::Not").path(0));
    }
    JsonNode sides = condition.path("Fn::Equals");
    if (sides.size() != 2) {
      throw new IllegalStateException("expected Equals or Not, found " + condition);
    }
    return text(sides.path(0)).equals(text(sides.path(1)));
  }

  private String substitute(String text) {
    Matcher variables = VARIABLE.matcher(text);
    var result = new StringBuilder();
    while (variables.find()) {
      String name = variables.group(2);
      String value;
      if (!variables.group(1).isEmpty()) {
        value = "${" + name + "}";
      } else if (!name.startsWith("AWS::") && name.contains(".") && !name.endsWith(".Alias")) {
        String[] parts = name.split("\\.", 2);
        value = attribute(parts[0], parts[1]);
      } else {
        value = reference(name);
      }
      variables.appendReplacement(result, Matcher.quoteReplacement(value));
    }
    return variables.appendTail(result).toString();
  }

  private String reference(String name) {
    if (name.equals("AWS::NoValue")) {
      return name;
    }
    if (values.containsKey(name)) {
      return Objects.requireNonNull(values.get(name));
    }
    if (name.endsWith(".Alias")) {
      return attribute(name.substring(0, name.indexOf('.')), "Arn") + ":live";
    }
    Template.Resource resource = template.resource(name);
    return switch (resource.type()) {
      case "AWS::SNS::Topic", "AWS::IAM::ManagedPolicy", "AWS::SecretsManager::Secret" ->
          attribute(name, "Arn");
      default -> nameOf(resource);
    };
  }

  private String nameOf(Template.Resource resource) {
    JsonNode name = resource.property("/BucketName");
    if (name.isMissingNode()) {
      name = resource.property("/LogGroupName");
    }
    return name.isMissingNode() ? resource.id() : text(name);
  }

  private String attribute(String id, String attribute) {
    Template.Resource resource = template.resource(id);
    String name = nameOf(resource);
    return switch (attribute) {
      case "Arn" ->
          switch (resource.type()) {
            case "AWS::S3::Bucket" -> "arn:%s:s3:::%s".formatted(partition(), name);
            case "AWS::DynamoDB::Table" -> arn("dynamodb", "table/" + name);
            case "AWS::SQS::Queue" -> arn("sqs", name);
            case "AWS::Logs::LogGroup" -> arn("logs", "log-group:" + name + ":*");
            case "AWS::Serverless::Function" -> arn("lambda", "function:" + name);
            case "AWS::IAM::Role" -> arn("iam", "role/" + name);
            case "AWS::IAM::ManagedPolicy" -> arn("iam", "policy/" + name);
            default -> arn(resource.type().split("::", -1)[1].toLowerCase(Locale.ROOT), name);
          };
      case "StreamArn" -> attribute(id, "Arn") + "/stream/2026-01-01T00:00:00.000";
      case "RegionalDomainName" ->
          "%s.s3.%s.%s".formatted(name, values.get("AWS::Region"), values.get("AWS::URLSuffix"));
      default -> name;
    };
  }

  private String arn(String service, String rest) {
    return "arn:%s:%s:%s:%s:%s"
        .formatted(partition(), service, values.get("AWS::Region"), ACCOUNT, rest);
  }

  private String partition() {
    return Objects.requireNonNull(values.get("AWS::Partition"));
  }
}
