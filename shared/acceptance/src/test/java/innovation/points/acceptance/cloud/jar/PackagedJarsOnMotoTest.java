package innovation.points.acceptance.cloud.jar;

import innovation.points.acceptance.cloud.emulated.Moto;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.s3.LocalS3;
import innovation.points.store.table.TableShapes;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** The jars on moto, an emulator that is not ours; skipped where Python does not have it. */
class PackagedJarsOnMotoTest extends PackagedJars {

  PackagedJarsOnMotoTest() throws IOException {}

  @Override
  JarEngines start(Path log) throws IOException, InterruptedException {
    Moto moto = Moto.start(log, "the packaged jars were not tried on it");
    DynamoDbClient tables = at(moto.address(), DynamoDbClient.builder()).build();
    S3Client s3 = at(moto.address(), S3Client.builder()).forcePathStyle(true).build();
    tables.createTable(TableShapes.facts(LocalDynamoDb.FACTS));
    tables.createTable(TableShapes.scores(LocalDynamoDb.SCORES));
    tables.createTable(TableShapes.uploads(LocalDynamoDb.UPLOADS));
    return new JarEngines() {
      @Override
      public DynamoDbClient tables() {
        return tables;
      }

      @Override
      public S3Client s3() {
        return s3;
      }

      @Override
      public URI tablesAddress() {
        return moto.address();
      }

      @Override
      public URI s3Address() {
        return moto.address();
      }

      @Override
      public void makeBucket(String name) {
        s3.createBucket(
            create ->
                create
                    .bucket(name)
                    .createBucketConfiguration(
                        in -> in.locationConstraint(PackagedFunction.REGION.id())));
        s3.putBucketVersioning(
            put ->
                put.bucket(name)
                    .versioningConfiguration(
                        versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
      }

      @Override
      public void close() {
        s3.close();
        tables.close();
        moto.close();
      }
    };
  }

  private static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B at(
      URI address, B builder) {
    return builder
        .endpointOverride(address)
        .region(PackagedFunction.REGION)
        .credentialsProvider(LocalS3.credentials())
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
