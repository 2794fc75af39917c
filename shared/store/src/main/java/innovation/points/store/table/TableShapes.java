package innovation.points.store.table;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamSpecification;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/**
 * The shape of the three tables, in one place: the engines of tests and of the local stack are made
 * from it, and the template is checked against it.
 */
public final class TableShapes {

  private TableShapes() {}

  /** Facts by enterprise and file; its stream drives the draft. */
  public static CreateTableRequest facts(String name) {
    return table(name, "uscc", "sk")
        .streamSpecification(stream(StreamViewType.NEW_AND_OLD_IMAGES))
        .build();
  }

  /**
   * Draft, generations, ranking pages, pointers and runs; its stream starts runs, by their keys.
   */
  public static CreateTableRequest scores(String name) {
    return table(name, "pk", "sk").streamSpecification(stream(StreamViewType.KEYS_ONLY)).build();
  }

  /** What became of every upload, and which version of a key is in force. */
  public static CreateTableRequest uploads(String name) {
    return table(name, "key", "sk", "source", "zone", "listed")
        .globalSecondaryIndexes(
            index("bySource", "source", "listed"), index("byZone", "zone", "listed"))
        .build();
  }

  private static CreateTableRequest.Builder table(
      String name, String partition, String sort, String... others) {
    return CreateTableRequest.builder()
        .tableName(name)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .keySchema(keys(partition, sort))
        .attributeDefinitions(
            Stream.concat(Stream.of(partition, sort), Stream.of(others))
                .map(
                    attribute ->
                        AttributeDefinition.builder()
                            .attributeName(attribute)
                            .attributeType(ScalarAttributeType.S)
                            .build())
                .toList());
  }

  private static GlobalSecondaryIndex index(String name, String partition, String sort) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(keys(partition, sort))
        .projection(projection -> projection.projectionType(ProjectionType.ALL))
        .build();
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }

  private static StreamSpecification stream(StreamViewType view) {
    return StreamSpecification.builder().streamEnabled(true).streamViewType(view).build();
  }
}
