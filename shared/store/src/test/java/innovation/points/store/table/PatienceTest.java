package innovation.points.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class PatienceTest {

  /** Accepts connections, as a listening socket does by itself, and never answers. */
  @Test
  @Timeout(29)
  void aSilentServiceLeavesTimeForAnAnswerToTheCaller() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var client =
            DynamoDbClient.builder()
                .httpClient(Patience.INTERACTIVE.http())
                .overrideConfiguration(Patience.INTERACTIVE.limits())
                .endpointOverride(URI.create("http://localhost:" + silent.getLocalPort()))
                .region(Region.EU_WEST_1)
                .credentialsProvider(
                    StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
                .build()) {
      long start = System.nanoTime();
      assertThatThrownBy(client::listTables)
          .isInstanceOfSatisfying(
              SdkClientException.class,
              e -> assertThat(Unavailability.causes(e)).as("answered 503, not 500").isTrue());
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }
  }
}
