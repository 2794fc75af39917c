package innovation.points.acceptance.cloud;

import java.net.URI;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** An emulator that gives all services at one address. */
public class RemoteEngines implements ZoneEngines, ReachableEngines {

  private final URI address;
  private final Region region;
  private final DynamoDbClient tables;
  private final DynamoDbStreamsClient streams;
  private final S3Client s3;

  public RemoteEngines(URI address, Region region, AwsCredentialsProvider credentials) {
    this.address = address;
    this.region = region;
    this.tables = here(DynamoDbClient.builder(), credentials).build();
    this.streams = here(DynamoDbStreamsClient.builder(), credentials).build();
    this.s3 = here(S3Client.builder(), credentials).forcePathStyle(true).build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B here(
      B builder, AwsCredentialsProvider credentials) {
    return builder
        .endpointOverride(address)
        .region(region)
        .credentialsProvider(credentials)
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }

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
  public URI tablesAddress() {
    return address;
  }

  @Override
  public URI s3Address() {
    return address;
  }

  @Override
  public void makeBucket(String name) {
    s3.createBucket(
        create -> {
          create.bucket(name);
          // In us-east-1 a bucket is created without a location.
          if (!region.equals(Region.US_EAST_1)) {
            create.createBucketConfiguration(in -> in.locationConstraint(region.id()));
          }
        });
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
}
