package innovation.points.ingest.queue;

import innovation.points.store.table.Patience;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Puts a message that is not done into the queue anew: the queue itself would deliver it only when
 * its visibility timeout is over, half an hour later, and count it as an attempt that failed. The
 * client is made when it is first needed, which is seldom. Thread-safe.
 */
public final class UploadQueue implements BiConsumer<String, Duration> {

  private final SdkHttpClient http;
  private final String url;
  private @Nullable SqsClient client;

  public UploadQueue(SdkHttpClient http, String url) {
    this.http = http;
    this.url = url;
  }

  /**
   * Sends a message.
   *
   * @param delay before it is delivered, at most 15 minutes
   */
  @Override
  public void accept(String body, Duration delay) {
    client()
        .sendMessage(
            send -> send.queueUrl(url).messageBody(body).delaySeconds((int) delay.toSeconds()));
  }

  private synchronized SqsClient client() {
    if (client == null) {
      client =
          SqsClient.builder()
              .httpClient(http)
              .overrideConfiguration(Patience.WORKING.limits())
              .build();
    }
    return client;
  }
}
