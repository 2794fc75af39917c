package innovation.points.acceptance.cloud.template;

import static innovation.points.acceptance.cloud.template.Template.listed;
import static innovation.points.acceptance.cloud.template.Template.target;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.cloud.template.CallGraph.Method;
import innovation.points.acceptance.cloud.template.Template.Resource;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Least privilege: a function has exactly the rights on each table and the bucket that its code
 * uses. The package of a call tells its table. (Lambda, not the code, reads queues and streams and
 * writes logs with the function's role.)
 */
class TemplatePermissionsTest {

  private static final String SDK = "software/amazon/awssdk/services/";
  private static final String STORE = "innovation/points/store/";
  private static final String BATCHES = STORE + "table/BatchWriter";

  /** The table that a package of the store accesses. */
  private static final Map<String, List<String>> PACKAGES =
      Map.of(
          "FactsTable", List.of("facts"),
          "UploadsTable", List.of("uploads"),
          "ScoresTable",
              List.of(
                  "scores",
                  "names",
                  "publication",
                  "run",
                  "rulebook",
                  "questions",
                  "grants",
                  "audit",
                  "mail",
                  "reminders",
                  "repeat",
                  "settings",
                  "payment",
                  "brief",
                  "table"));

  private static final Map<String, String> TABLES =
      PACKAGES.entrySet().stream()
          .flatMap(table -> table.getValue().stream().map(one -> Map.entry(one, table.getKey())))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private static final List<String> SERVICES = List.of("dynamodb:", "s3:", "sns:", "kms:");

  private static final Set<String> BY_LAMBDA =
      Set.of(
          "dynamodb:DescribeStream",
          "dynamodb:GetRecords",
          "dynamodb:GetShardIterator",
          "dynamodb:ListStreams");

  private final Template template = Template.read();

  TemplatePermissionsTest() throws IOException {}

  @ParameterizedTest
  @ValueSource(strings = {"upload", "ingest", "score", "recompute", "desk", "lookup", "portal"})
  void aFunctionMayDoWhatItsCodeDoes(String name) {
    Resource function = template.function(name);
    var code = CallGraph.from(function.property("/Handler").asText());
    assertThat(needed(code)).containsExactlyInAnyOrderElementsOf(allowed(function));
  }

  /** Pairs of action and resource, e.g. {@code dynamodb:Query UploadsTable/index/bySource}. */
  private Set<String> allowed(Resource function) {
    return template
        .resource(target(function.property("/Role")))
        .property("/Policies")
        .valueStream()
        .flatMap(policy -> policy.at("/PolicyDocument/Statement").valueStream())
        .flatMap(
            statement ->
                listed(statement.path("Action")).stream()
                    .map(JsonNode::asText)
                    .filter(action -> SERVICES.stream().anyMatch(action::startsWith))
                    .filter(action -> !BY_LAMBDA.contains(action))
                    .flatMap(
                        action ->
                            listed(statement.path("Resource")).stream()
                                .map(resource -> action + " " + place(resource))))
        .collect(Collectors.toSet());
  }

  private static String place(JsonNode resource) {
    if (!resource.has("Fn::Sub")) {
      return target(resource);
    }
    String text = resource.path("Fn::Sub").asText().replaceAll("\\$\\{(\\w+)\\.Arn}", "$1");
    return text.startsWith("Bucket/") ? "Bucket" : text;
  }

  private static Set<String> needed(CallGraph code) {
    Set<String> ofVersions =
        code.methods()
            .filter(caller -> code.callees(caller).anyMatch(TemplatePermissionsTest::namesVersion))
            .map(Method::owner)
            .collect(Collectors.toSet());
    return code.methods()
        .flatMap(
            caller ->
                code.callees(caller)
                    .flatMap(called -> actions(code, caller, called))
                    .map(a -> ofVersions.contains(caller.owner()) ? ofVersion(a) : a))
        .collect(Collectors.toSet());
  }

  private static boolean namesVersion(Method called) {
    return called.owner().equals(SDK + "s3/model/GetObjectRequest$Builder")
        && called.name().equals("versionId");
  }

  private static String ofVersion(String action) {
    return action.startsWith("s3:GetObject ") ? "s3:GetObjectVersion Bucket" : action;
  }

  private static Stream<String> actions(CallGraph code, Method caller, Method called) {
    String operation = called.name().replaceAll("Paginator$", "");
    return switch (called.owner()) {
      case SDK + "dynamodb/DynamoDbClient" -> database(caller, operation);
      case BATCHES ->
          operation.equals("write")
              ? Stream.of("dynamodb:BatchWriteItem " + table(caller))
              : Stream.of();
      // A transaction needs the rights of its actions.
      case SDK + "dynamodb/model/TransactWriteItem$Builder" ->
          switch (operation) {
            case "put", "update", "delete" ->
                Stream.of("dynamodb:" + capital(operation) + "Item " + table(caller));
            case "conditionCheck" -> Stream.of("dynamodb:ConditionCheckItem " + table(caller));
            default -> Stream.of();
          };
      case SDK + "dynamodb/model/QueryRequest$Builder" ->
          operation.equals("indexName")
              ? code.constants(caller)
                  .filter(constant -> constant.matches("by[A-Z]\\w+"))
                  .map(index -> "dynamodb:Query " + table(caller) + "/index/" + index)
              : Stream.of();
      case SDK + "s3/S3Client" -> bucket(operation);
      case SDK + "sns/SnsClient" ->
          operation.equals("publish") ? Stream.of("sns:Publish MailTopic") : Stream.of();
      case SDK + "kms/KmsClient" ->
          switch (operation) {
            case "sign", "getPublicKey" -> Stream.of("kms:" + capital(operation) + " LetterKey");
            default -> Stream.of();
          };
      case SDK + "s3/model/PutObjectRequest$Builder" ->
          operation.equals("objectLockMode")
              ? Stream.of("s3:PutObjectRetention Bucket")
              : Stream.of();
      case SDK + "s3/presigner/S3Presigner" ->
          bucket(operation.replace("presignPut", "put").replace("presignGet", "get"));
      default -> Stream.of();
    };
  }

  private static Stream<String> database(Method caller, String operation) {
    return switch (operation) {
      case "builder", "create", "close", "transactWriteItems", "serviceName" -> Stream.of();
      case "batchWriteItem" ->
          caller.owner().equals(BATCHES)
              ? Stream.of()
              : Stream.of("dynamodb:BatchWriteItem " + table(caller));
      case "transactGetItems" -> Stream.of("dynamodb:GetItem " + table(caller));
      default -> Stream.of("dynamodb:" + capital(operation) + " " + table(caller));
    };
  }

  private static Stream<String> bucket(String operation) {
    return switch (operation) {
      case "builder", "create", "close", "serviceName", "utilities" -> Stream.of();
      case "headObject", "getObject", "getObjectAsBytes" -> Stream.of("s3:GetObject Bucket");
      case "listObjectVersions" -> Stream.of("s3:ListBucketVersions Bucket");
      case "listObjectsV2", "listObjects", "headBucket" -> Stream.of("s3:ListBucket Bucket");
      case "createMultipartUpload", "uploadPart", "completeMultipartUpload" ->
          Stream.of("s3:PutObject Bucket");
      default -> Stream.of("s3:" + capital(operation) + " Bucket");
    };
  }

  private static String table(Method caller) {
    String room = caller.owner().replace(STORE, "").replaceAll("/.*", "");
    return TABLES.getOrDefault(room, "a table reached from " + caller.owner());
  }

  private static String capital(String operation) {
    return Character.toUpperCase(operation.charAt(0)) + operation.substring(1);
  }
}
