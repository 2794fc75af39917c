package innovation.points.acceptance.cloud;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/**
 * Runs the zone contract on LocalStack; skipped without Docker. Images after 4.14.0 require a
 * token; {@code -Dlocalstack.image=…} or {@code LOCALSTACK_IMAGE} selects another image.
 */
@Tag("localstack")
@Testcontainers(disabledWithoutDocker = true)
class LocalStackContainerTest extends ZoneContract {

  private static final DockerImageName IMAGE =
      DockerImageName.parse(
              System.getProperty(
                  "localstack.image",
                  System.getenv().getOrDefault("LOCALSTACK_IMAGE", "localstack/localstack:4.14.0")))
          .asCompatibleSubstituteFor("localstack/localstack");

  /** The default timeout of a minute for the container's start is too short on two cores. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /**
   * Not static: every test gets empty engines. LocalStack adds kinesis, which streams need, by
   * itself; its calls to the network at start are switched off.
   */
  @Container
  private final LocalStackContainer localStack =
      new LocalStackContainer(IMAGE)
          .withServices("dynamodb", "dynamodbstreams", "s3")
          .withEnv("DISABLE_EVENTS", "1")
          .withEnv("SKIP_SSL_CERT_DOWNLOAD", "1")
          .withStartupTimeout(PATIENCE);

  @Override
  ZoneEngines start() {
    return new RemoteEngines(
        localStack.getEndpoint(),
        Region.of(localStack.getRegion()),
        StaticCredentialsProvider.create(
            AwsBasicCredentials.create(localStack.getAccessKey(), localStack.getSecretKey())));
  }
}
