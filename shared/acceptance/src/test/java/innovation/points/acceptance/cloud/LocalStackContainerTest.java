package innovation.points.acceptance.cloud;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

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
    DynamoDbClient tables = here(DynamoDbClient.builder()).build();
    DynamoDbStreamsClient streams = here(DynamoDbStreamsClient.builder()).build();
    S3Client s3 = here(S3Client.builder()).forcePathStyle(true).build();
    return new ZoneEngines() {
      @Override
      public DynamoDbClient tables() {
        return tables;
      }

      @Override
      public DynamoDbStreamsClient streams() {
        return streams;
      }

      @Override
      public S3Client s3() {
        return s3;
      }

      @Override
      public void makeBucket(String name) {
        s3.createBucket(create -> create.bucket(name));
        s3.putBucketVersioning(
            put ->
                put.bucket(name)
                    .versioningConfiguration(
                        versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
      }

      @Override
      public void close() {
        s3.close();
        streams.close();
        tables.close();
      }
    };
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B here(B builder) {
    URI endpoint = localStack.getEndpoint();
    return builder
        .endpointOverride(endpoint)
        // The container's own region is us-east-1, where a bucket is created without a location.
        .region(Region.of(localStack.getRegion()))
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(localStack.getAccessKey(), localStack.getSecretKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
