package innovation.points.acceptance.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.cloud.template.Deployment;
import innovation.points.acceptance.cloud.template.Policy;
import innovation.points.acceptance.cloud.template.Template;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Runs the zone contract on the engines of the local stack, with the rights of each function's role
 * in {@code template.yaml} and no others: each call, with its keys, is checked against the policies
 * and their conditions.
 */
public class PermittedZoneTest extends ZoneContract {

  private final Template template = Template.read();
  private final Deployment deployment = Deployment.inEurope(template);
  private final Map<String, Set<String>> asked = new ConcurrentHashMap<>();

  PermittedZoneTest() throws IOException {}

  @AfterEach
  void theGuardWasUsed() {
    // One test writes to the tables directly.
    if (!asked("ingest").isEmpty()) {
      assertThat(asked("ingest")).contains("s3:GetObjectVersion", "dynamodb:BatchWriteItem");
      assertThat(asked("score")).contains("dynamodb:BatchWriteItem", "dynamodb:Query");
    }
  }

  @Override
  ZoneEngines start() {
    return new EmbeddedEngines() {
      @Override
      public DynamoDbClient tables(String function) {
        return PermissionGuard.tables(tables(), policy(function), deployment, asked(function));
      }

      @Override
      public S3Client s3(String function) {
        return PermissionGuard.bucket(s3(), policy(function), deployment, asked(function));
      }
    };
  }

  private Policy policy(String function) {
    return Policy.ofFunction(template, deployment, function);
  }

  private Set<String> asked(String function) {
    return asked.computeIfAbsent(function, _ -> ConcurrentHashMap.newKeySet());
  }
}
