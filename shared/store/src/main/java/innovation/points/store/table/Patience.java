package innovation.points.store.table;

import java.time.Duration;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * How long a function waits for a service of the cloud. The SDK's own patience is half a minute an
 * attempt: one connection that stays silent would use up the whole time of a request.
 */
public enum Patience {
  /** Of functions that people wait for: the API Gateway answers 503 after 30 seconds. */
  INTERACTIVE(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(12)),
  /** Of functions that work through files and years, whose events are delivered again. */
  WORKING(Duration.ofSeconds(2), Duration.ofSeconds(15), Duration.ofSeconds(100));

  private final Duration connection;
  private final Duration silence;
  private final Duration call;

  Patience(Duration connection, Duration silence, Duration call) {
    this.connection = connection;
    this.silence = silence;
    this.call = call;
  }

  /** A client for all services, each of which would load the certificates again. */
  public SdkHttpClient http() {
    return new CallsAtOnce(
        UrlConnectionHttpClient.builder()
            .connectionTimeout(connection)
            .socketTimeout(silence)
            .build());
  }

  /** The limit of a call with all its attempts; a stream that is read later is not part of it. */
  public ClientOverrideConfiguration limits() {
    return ClientOverrideConfiguration.builder().apiCallTimeout(call).build();
  }
}
