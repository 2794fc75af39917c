package innovation.points.testkit;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** A versioned bucket on the embedded server, with a real client. */
public final class TestBucket implements AutoCloseable {

  public static final String NAME = "zone";

  private final S3Proxy server;
  private final BlobStore store;
  private final S3Client client;

  public TestBucket() {
    store = BlobStores.create("transient-nio2", new Properties());
    server =
        S3Proxy.builder()
            .blobStore(store)
            .awsAuthentication(AuthenticationType.AWS_V4, "id", "secret")
            .endpoint(URI.create("http://127.0.0.1:0"))
            .stopTimeout(0)
            .build();
    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    client =
        S3Client.builder()
            .httpClient(UrlConnectionHttpClient.create())
            .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
            .forcePathStyle(true)
            // The server may answer and close the connection before it has read the end of a body.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
            .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
            // A hidden repetition would distort a test, and the JDK repeats a request that fails on
            // a connection that the server has closed as idle.
            .overrideConfiguration(
                override ->
                    override
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .putHeader("Connection", "close"))
            .region(Region.CN_NORTH_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .build();
    create();
  }

  private void create() {
    client.createBucket(create -> create.bucket(NAME));
    client.putBucketVersioning(
        put ->
            put.bucket(NAME)
                .versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
  }

  /** Begins again with an empty bucket: the server reads all of a bucket to list one key. */
  public void clear() {
    store.deleteContainer(NAME);
    create();
  }

  public S3Client client() {
    return client;
  }

  /** Puts a text; returns its version. */
  public String put(String key, String text) {
    return client
        .putObject(put -> put.bucket(NAME).key(key), RequestBody.fromString(text))
        .versionId();
  }

  /** Deletes a key, which leaves a delete marker; returns the marker's version. */
  public String delete(String key) {
    return client.deleteObject(delete -> delete.bucket(NAME).key(key)).versionId();
  }

  @Override
  public void close() {
    client.close();
    try {
      server.stop();
      store.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
