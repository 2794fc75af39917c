package innovation.points.acceptance.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.cloud.template.Deployment;
import innovation.points.acceptance.cloud.template.Policy;
import innovation.points.acceptance.cloud.template.Policy.Request;
import innovation.points.local.s3.UnlistedBucket;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/**
 * Checks a function's calls to the embedded engines, with their actual keys, against its policy and
 * refuses those that it does not allow, as AWS does.
 */
final class PermissionGuard implements InvocationHandler {

  /** The template's tables by the names that the tests give them, and their partition keys. */
  private static final Map<String, String> TABLES =
      Map.of(
          SmallZone.FACTS, "FactsTable",
          SmallZone.SCORES, "ScoresTable",
          SmallZone.UPLOADS, "UploadsTable");

  private static final Map<String, String> PARTITIONS =
      Map.of(SmallZone.FACTS, "uscc", SmallZone.SCORES, "pk", SmallZone.UPLOADS, "key");

  private final Object client;
  private final Policy policy;
  private final Deployment deployment;
  private final Set<String> asked;

  private PermissionGuard(Object client, Policy policy, Deployment deployment, Set<String> asked) {
    this.client = client;
    this.policy = policy;
    this.deployment = deployment;
    this.asked = asked;
  }

  /**
   * @param asked records the requested actions, to verify that the guard was used
   */
  static DynamoDbClient tables(
      DynamoDbClient client, Policy policy, Deployment deployment, Set<String> asked) {
    return (DynamoDbClient)
        proxy(DynamoDbClient.class, new PermissionGuard(client, policy, deployment, asked));
  }

  static S3Client bucket(S3Client client, Policy policy, Deployment deployment, Set<String> asked) {
    // No policy of a function allows to list objects: then what is missing is forbidden.
    assertThat(policy.allows(new Request("s3:ListBucket", deployment.arn("Bucket"), Map.of())))
        .isFalse();
    return (S3Client)
        proxy(
            S3Client.class,
            new PermissionGuard(UnlistedBucket.of(client), policy, deployment, asked));
  }

  private static Object proxy(Class<?> type, PermissionGuard guard) {
    return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, guard);
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] args)
      throws Throwable {
    boolean call = args != null && args.length > 0 && args[0] instanceof SdkRequest;
    if (method.isDefault() && (!call || method.getName().endsWith("Paginator"))) {
      // Default methods of the interface, which call the plain methods guarded here.
      return InvocationHandler.invokeDefault(proxy, method, args);
    }
    if (call) {
      for (Request request : requests((SdkRequest) Objects.requireNonNull(args[0]))) {
        asked.add(request.action());
        if (!policy.allows(request)) {
          throw DynamoDbException.builder().statusCode(400).message("denied: " + request).build();
        }
      }
    }
    try {
      return method.invoke(client, args);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private List<Request> requests(SdkRequest call) {
    return switch (call) {
      case GetItemRequest get -> one("GetItem", get.tableName(), get.key());
      case PutItemRequest put -> one("PutItem", put.tableName(), put.item());
      case UpdateItemRequest update -> one("UpdateItem", update.tableName(), update.key());
      case DeleteItemRequest delete -> one("DeleteItem", delete.tableName(), delete.key());
      case BatchWriteItemRequest batch ->
          batch.requestItems().entrySet().stream()
              .map(
                  table ->
                      item(
                          "BatchWriteItem",
                          table.getKey(),
                          table.getValue().stream().map(PermissionGuard::item).toList()))
              .toList();
      case BatchGetItemRequest batch ->
          batch.requestItems().entrySet().stream()
              .map(table -> item("BatchGetItem", table.getKey(), table.getValue().keys()))
              .toList();
      case TransactWriteItemsRequest transaction ->
          transaction.transactItems().stream().map(this::part).toList();
      case QueryRequest query ->
          List.of(
              new Request(
                  "dynamodb:Query",
                  table(query.tableName())
                      + (query.indexName() == null ? "" : "/index/" + query.indexName()),
                  Map.of()));
      case ScanRequest scan ->
          List.of(new Request("dynamodb:Scan", table(scan.tableName()), Map.of()));
      case GetObjectRequest get ->
          List.of(
              object(get.versionId() == null ? "s3:GetObject" : "s3:GetObjectVersion", get.key()));
      case PutObjectRequest put -> List.of(object("s3:PutObject", put.key()));
      case ListObjectVersionsRequest list ->
          List.of(
              new Request(
                  "s3:ListBucketVersions",
                  deployment.arn("Bucket"),
                  Map.of("s3:prefix", List.of(list.prefix()))));
      default -> throw new IllegalStateException("teach this test " + call.getClass());
    };
  }

  private Request part(TransactWriteItem part) {
    if (part.put() != null) {
      return item("PutItem", part.put().tableName(), List.of(part.put().item()));
    }
    if (part.update() != null) {
      return item("UpdateItem", part.update().tableName(), List.of(part.update().key()));
    }
    if (part.delete() != null) {
      return item("DeleteItem", part.delete().tableName(), List.of(part.delete().key()));
    }
    throw new IllegalStateException("teach this test " + part);
  }

  private List<Request> one(String action, String table, Map<String, AttributeValue> item) {
    return List.of(item(action, table, List.of(item)));
  }

  private Request item(String action, String table, List<Map<String, AttributeValue>> items) {
    String partition = Objects.requireNonNull(PARTITIONS.get(table));
    var leading = new HashSet<String>();
    items.forEach(item -> leading.add(Objects.requireNonNull(item.get(partition)).s()));
    return new Request(
        "dynamodb:" + action,
        table(table),
        Map.of("dynamodb:LeadingKeys", new ArrayList<>(leading)));
  }

  private static Map<String, AttributeValue> item(WriteRequest write) {
    return write.putRequest() == null ? write.deleteRequest().key() : write.putRequest().item();
  }

  private String table(String name) {
    return deployment.arn(Objects.requireNonNull(TABLES.get(name)));
  }

  private Request object(String action, String key) {
    return new Request(action, deployment.arn("Bucket") + "/" + key, Map.of());
  }
}
