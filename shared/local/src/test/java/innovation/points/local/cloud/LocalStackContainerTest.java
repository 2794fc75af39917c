package innovation.points.local.cloud;

import java.net.URI;
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
 * The contract on LocalStack; skipped where there is no Docker. Images after 4.14.0 ask for a
 * token; {@code -Dlocalstack.image=…} takes another one.
 */
@Testcontainers(disabledWithoutDocker = true)
class LocalStackContainerTest extends ZoneContract {

  private static final DockerImageName IMAGE =
      DockerImageName.parse(System.getProperty("localstack.image", "localstack/localstack:4.14.0"))
          .asCompatibleSubstituteFor("localstack/localstack");

  /** Not static: every test gets empty engines. */
  @Container
  private final LocalStackContainer localStack =
      new LocalStackContainer(IMAGE).withServices("dynamodb", "dynamodbstreams", "s3");

  @Override
  Engines start() {
    DynamoDbClient tables = here(DynamoDbClient.builder()).build();
    DynamoDbStreamsClient streams = here(DynamoDbStreamsClient.builder()).build();
    S3Client s3 = here(S3Client.builder()).forcePathStyle(true).build();
    return new Engines() {
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
        // Creating a bucket without a location is allowed in this region alone.
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(localStack.getAccessKey(), localStack.getSecretKey())))
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
