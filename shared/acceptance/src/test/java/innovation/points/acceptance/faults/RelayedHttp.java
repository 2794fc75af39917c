package innovation.points.acceptance.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpResponse;

/** An HTTP client below the SDK's retries that stands before another and may answer itself. */
abstract class RelayedHttp implements SdkHttpClient {

  /** The call that a request to a table makes: {@code DynamoDB_20120810.PutItem}. */
  static final String TARGET = "X-Amz-Target";

  private final SdkHttpClient line;

  RelayedHttp(SdkHttpClient line) {
    this.line = line;
  }

  /** One attempt of a call. */
  abstract HttpExecuteResponse attempt(HttpExecuteRequest request) throws IOException;

  @Override
  public final ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        return attempt(request);
      }

      @Override
      public void abort() {
        // An abandoned attempt continues on its own thread.
      }
    };
  }

  static byte[] body(HttpExecuteRequest request) throws IOException {
    ContentStreamProvider provider = request.contentStreamProvider().orElse(null);
    if (provider == null) {
      return new byte[0];
    }
    try (InputStream stream = provider.newStream()) {
      return stream.readAllBytes();
    }
  }

  /** Passes a request on as it is. */
  final HttpExecuteResponse send(HttpExecuteRequest request, byte[] body) throws IOException {
    var sent = HttpExecuteRequest.builder().request(request.httpRequest());
    if (request.contentStreamProvider().isPresent()) {
      sent.contentStreamProvider(() -> new ByteArrayInputStream(body));
    }
    return line.prepareRequest(sent.build()).call();
  }

  /** As a table answers that takes no more for now. */
  static HttpExecuteResponse exceeded() {
    return answer(
        400,
        "{\"__type\":\"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException\","
            + "\"message\":\"injected\"}");
  }

  static HttpExecuteResponse answer(int status, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return HttpExecuteResponse.builder()
        .response(
            SdkHttpResponse.builder()
                .statusCode(status)
                .putHeader("Content-Length", Integer.toString(bytes.length))
                .build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(bytes)))
        .build();
  }

  @Override
  public void close() {
    line.close();
  }
}
