package innovation.points.store.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
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

  /** Each answer is held until no more calls come. */
  @Test
  @Timeout(60)
  void aProcessWaitsForThirtyTwoAnswersAtOnce() throws Exception {
    var waiting = new AtomicInteger();
    var most = new AtomicInteger();
    var calls = new CountDownLatch(CallsAtOnce.MOST);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var client = Patience.WORKING.http();
        var other = Patience.WORKING.http()) {
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            most.accumulateAndGet(waiting.incrementAndGet(), Math::max);
            calls.countDown();
            awaitOrFail(calls);
            waiting.decrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
          });
      server.start();
      var request =
          HttpExecuteRequest.builder()
              .request(
                  SdkHttpRequest.builder()
                      .method(SdkHttpMethod.GET)
                      .uri(URI.create("http://localhost:" + server.getAddress().getPort()))
                      .build())
              .build();
      var answers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < 100; i++) {
        SdkHttpClient one = i % 2 == 0 ? client : other;
        answers.add(
            threads.submit(() -> one.prepareRequest(request).call().httpResponse().statusCode()));
      }
      for (Future<Integer> answer : answers) {
        assertThat(answer.get()).isEqualTo(200);
      }
    } finally {
      server.stop(0);
    }
    assertThat(most).hasValue(CallsAtOnce.MOST);
  }

  private static void awaitOrFail(CountDownLatch calls) {
    try {
      assertThat(calls.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
