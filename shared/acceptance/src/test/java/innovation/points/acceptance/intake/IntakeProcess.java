package innovation.points.acceptance.intake;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import innovation.points.ingest.IngestHandler;
import innovation.points.ingest.IngestSettings;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalStack;
import innovation.points.local.lambda.LocalContext;
import innovation.points.local.s3.LocalS3;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * {@code ingest} in a separate process, as Lambda runs it. Ingests one key in as many invocations
 * as needed, and prints their number, their duration and the peak heap. Arguments: the tables' and
 * the bucket's addresses, the key, and the milliseconds of an invocation.
 */
final class IntakeProcess {

  private static final int MOST_INVOCATIONS = 20;

  private IntakeProcess() {}

  public static void main(String[] arguments) {
    var tables =
        LocalDynamoDb.clientAt(URI.create(arguments[0]))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    var bucket =
        S3Client.builder()
            .endpointOverride(URI.create(arguments[1]))
            .forcePathStyle(true)
            .region(LocalS3.REGION)
            .credentialsProvider(LocalS3.credentials())
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    var handler =
        new IngestHandler(
            tables,
            bucket,
            InstantSource.system(),
            new IngestSettings(
                LocalStack.BUCKET,
                LocalDynamoDb.FACTS,
                LocalDynamoDb.UPLOADS,
                LocalDynamoDb.SCORES));
    long start = System.nanoTime();
    int invocations = 1;
    while (!handler
        .handleRequest(event(arguments[2]), context(Long.parseLong(arguments[3])))
        .getBatchItemFailures()
        .isEmpty()) {
      if (++invocations > MOST_INVOCATIONS) {
        throw new IllegalStateException("not taken in after %d invocations".formatted(invocations));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d invocation(s), %.1f s, peak heap %d MiB%n",
        invocations,
        (System.nanoTime() - start) / 1e9,
        peak() >> 20);
  }

  private static LocalContext context(long millis) {
    return new LocalContext(
        "ingest",
        "request",
        InstantSource.system(),
        Instant.now().plusMillis(millis),
        System.out::print);
  }

  private static SQSEvent event(String key) {
    var message = new SQSEvent.SQSMessage();
    message.setMessageId("1");
    message.setAttributes(Map.of("ApproximateReceiveCount", "1"));
    message.setBody(
        """
        {"Records":[{"eventSource":"aws:s3","s3":{"object":{"key":"%s"}}}]}\
        """
            .formatted(URLEncoder.encode(key, StandardCharsets.UTF_8)));
    var event = new SQSEvent();
    event.setRecords(List.of(message));
    return event;
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
