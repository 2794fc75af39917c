package innovation.points.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.gateway.TokenWish;
import innovation.points.testkit.GoldenZone;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A local stack with the golden zone in it: 120 enterprises whose results are known. */
public final class GoldenStack implements AutoCloseable {

  private static final Duration INTAKE = Duration.ofMinutes(3);

  final LocalStack stack = LocalStack.start(LocalSettings.empty(), InstantSource.system());
  final ApiClient api = new ApiClient(stack);

  /** Puts every file of the zone into the bucket and waits until all are ingested. */
  public void upload() throws Exception {
    for (String key : GoldenZone.keys()) {
      bucket()
          .putObject(
              put -> put.bucket(LocalStack.BUCKET).key(key),
              RequestBody.fromFile(GoldenZone.file(key)));
    }
    stack.wiring().awaitQuiet(INTAKE);
    assertThat(stack.wiring().queue().deadLetters()).isEmpty();
    assertThat(stack.wiring().failedBatches()).isEmpty();
  }

  /** Puts a text into the bucket and waits until it is ingested. */
  public void put(String key, String text) throws Exception {
    bucket().putObject(put -> put.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
    stack.wiring().awaitQuiet(INTAKE);
  }

  /** Computes a year and publishes it. */
  public void publish(int year) throws InterruptedException {
    assertThat(api.recompute(year, "{\"publish\":true}").path("status").asText())
        .isEqualTo("published");
  }

  /** The address of the API, with or without a trailing slash. */
  public URI address() {
    return stack.api();
  }

  public String token(List<String> groups, @Nullable String department, @Nullable String uscc) {
    return stack.token(groups, department, uscc);
  }

  /** The token of a bank's program, by its client id. */
  public String token(String client) {
    return stack.token(TokenWish.ofClient(client));
  }

  /** The tables, for direct access. */
  public DynamoDbClient tables() {
    return stack.tables().client();
  }

  /** The bucket, for direct access. */
  public S3Client bucket() {
    return stack.s3().client();
  }

  public String file(String key) {
    return bucket().getObjectAsBytes(get -> get.bucket(LocalStack.BUCKET).key(key)).asUtf8String();
  }

  /** Stops the delivery of events. */
  public void silence() {
    stack.wiring().close();
  }

  @Override
  public void close() {
    stack.close();
  }

  /** Waits until everything that was put into the bucket has been taken in. */
  public void settle() throws Exception {
    stack.wiring().awaitQuiet(INTAKE);
  }
}
