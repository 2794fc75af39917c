package innovation.points.store.table;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Lets so many calls of the process wait for an answer at once; others wait for their turn. A
 * function has 1 024 descriptors, and hundreds of calls at once are throttled anyway. A process
 * handles one event at a time. Thread-safe.
 */
final class CallsAtOnce implements SdkHttpClient {
  static final int MOST = 32;

  /** Of all clients together. */
  private static final Semaphore TURNS = new Semaphore(MOST);

  private final SdkHttpClient client;

  CallsAtOnce(SdkHttpClient client) {
    this.client = client;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    ExecutableHttpRequest prepared = client.prepareRequest(request);
    return new ExecutableHttpRequest() {
      @Override
      public HttpExecuteResponse call() throws IOException {
        await();
        try {
          return prepared.call();
        } finally {
          TURNS.release();
        }
      }

      @Override
      public void abort() {
        prepared.abort();
      }
    };
  }

  /** The limit of a call interrupts also who waits. */
  private static void await() throws InterruptedIOException {
    try {
      TURNS.acquire();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while other calls were under way");
    }
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
