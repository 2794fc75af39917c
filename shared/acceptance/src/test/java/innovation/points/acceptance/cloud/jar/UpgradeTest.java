package innovation.points.acceptance.cloud.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.acceptance.cloud.template.Template;
import innovation.points.acceptance.cloud.template.Template.Resource;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * This template updates a stack of an earlier one without replacing any table, bucket, queue, log
 * or secret: their identifying properties are those of {@code identity.yaml}.
 */
class UpgradeTest {

  /**
   * By type, the properties whose update causes a replacement, besides a table's keys and indexes.
   */
  private static final Map<String, List<String>> REPLACING =
      Map.of(
          "AWS::S3::Bucket", List.of("BucketName", "BucketNamePrefix"),
          "AWS::DynamoDB::Table",
              List.of("TableName", "LocalSecondaryIndexes", "ImportSourceSpecification"),
          "AWS::SQS::Queue", List.of("QueueName", "FifoQueue"),
          "AWS::Logs::LogGroup", List.of("LogGroupName", "LogGroupClass"),
          "AWS::SNS::Topic", List.of("TopicName", "FifoTopic"),
          // A change of the generation rule replaces the secret and invalidates all cursors.
          "AWS::SecretsManager::Secret", List.of("Name", "GenerateSecretString"));

  private final Template template = Template.read();

  UpgradeTest() throws IOException {}

  @Test
  void nothingThatHoldsDataIsReplaced() throws IOException {
    var now = new TreeMap<String, Map<String, String>>();
    template
        .resources()
        .filter(resource -> REPLACING.containsKey(resource.type()))
        .forEach(resource -> now.put(resource.id(), identity(resource)));

    assertThat(now)
        .as("an update would make new, empty ones; of what is new, say so in identity.yaml")
        .isEqualTo(writtenDown());
  }

  private static Map<String, String> identity(Resource resource) {
    var identity = new TreeMap<String, String>();
    identity.put("type", resource.type());
    for (String property : REPLACING.getOrDefault(resource.type(), List.of())) {
      JsonNode value = resource.property("/" + property);
      if (!value.isMissingNode()) {
        identity.put(property, value.path("Fn::Sub").asText(value.toString()));
      }
    }
    if (!resource.property("/KeySchema").isMissingNode()) {
      identity.put("KeySchema", keys(resource, resource.property("/KeySchema")).toString());
    }
    List<String> indexes =
        resource
            .property("/GlobalSecondaryIndexes")
            .valueStream()
            .map(
                index ->
                    "%s %s %s%s"
                        .formatted(
                            index.path("IndexName").asText(),
                            String.join(", ", keys(resource, index.path("KeySchema"))),
                            index.at("/Projection/ProjectionType").asText(),
                            index.at("/Projection/NonKeyAttributes").toString()))
            .toList();
    if (!indexes.isEmpty()) {
      identity.put("indexes", indexes.toString());
    }
    return identity;
  }

  private static List<String> keys(Resource table, JsonNode schema) {
    Map<String, String> types =
        table
            .property("/AttributeDefinitions")
            .valueStream()
            .collect(
                Collectors.toMap(
                    each -> each.path("AttributeName").asText(),
                    each -> each.path("AttributeType").asText()));
    return schema
        .valueStream()
        .map(
            key ->
                "%s %s %s"
                    .formatted(
                        key.path("AttributeName").asText(),
                        key.path("KeyType").asText(),
                        types.get(key.path("AttributeName").asText())))
        .toList();
  }

  private static Map<String, Map<String, String>> writtenDown() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(UpgradeTest.class.getResourceAsStream("/cloud/identity.yaml"))) {
      JsonNode root = new ObjectMapper().valueToTree(new Yaml().load(in));
      var written = new TreeMap<String, Map<String, String>>();
      for (var resource : root.properties()) {
        var properties = new TreeMap<String, String>();
        for (var property : resource.getValue().properties()) {
          JsonNode value = property.getValue();
          properties.put(
              property.getKey(),
              value.isArray()
                  ? value.valueStream().map(JsonNode::asText).toList().toString()
                  : value.asText());
        }
        written.put(resource.getKey(), properties);
      }
      return written;
    }
  }
}
