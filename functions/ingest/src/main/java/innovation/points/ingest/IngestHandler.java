package innovation.points.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import innovation.points.ingest.bucket.ObjectHistory;
import innovation.points.ingest.queue.BusyException;
import innovation.points.ingest.queue.IntakeLog;
import innovation.points.ingest.queue.Invocation;
import innovation.points.ingest.queue.Notification;
import innovation.points.ingest.queue.QueueEvents;
import innovation.points.ingest.queue.UploadQueue;
import innovation.points.ingest.rebuild.Rebuilder;
import innovation.points.ingest.reconcile.Reconciler;
import innovation.points.ingest.rulebook.RulebookIntake;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.Patience;
import innovation.points.store.uploads.KeyStates;
import innovation.points.store.uploads.Rebuild;
import innovation.points.store.uploads.Rebuilds;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.event.BatchFailures;
import innovation.points.web.event.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Takes the bucket's events from the queue and brings the keys they name up to date. A bad file is
 * a result; a message returns to the queue only after a fault of the infrastructure.
 */
public final class IngestHandler implements RequestStreamHandler {

  private final Reconciler reconciler;
  private final Rebuilder rebuilder;
  private final RulebookIntake rulebooks;

  /** Until then, who holds a key is likely done with it. */
  private static final Duration HOLDS = Duration.ofSeconds(5);

  /** How long a message may go on. */
  private static final Duration GOES_ON = Duration.ofDays(1);

  private final InstantSource clock;
  private final Deadline.Pause pause;
  private final BiConsumer<String, Duration> queue;

  /** For Lambda. */
  public IngestHandler() {
    this(Patience.WORKING.http());
  }

  /** One HTTP client for both: each would load the certificates again. */
  private IngestHandler(SdkHttpClient http) {
    this(
        DynamoDbClient.builder()
            .httpClient(http)
            .overrideConfiguration(Patience.WORKING.limits())
            .build(),
        S3Client.builder()
            .httpClient(http)
            .overrideConfiguration(Patience.WORKING.limits())
            .build(),
        InstantSource.system(),
        IngestSettings.of(System.getenv()),
        new UploadQueue(http, IngestSettings.queue(System.getenv())));
  }

  /**
   * For the local stack.
   *
   * @param queue takes a message that is not done, and after how long to deliver it
   */
  public IngestHandler(
      DynamoDbClient dynamoDb,
      S3Client s3,
      InstantSource clock,
      IngestSettings settings,
      BiConsumer<String, Duration> queue) {
    this(dynamoDb, s3, clock, settings, queue, Thread::sleep);
  }

  /** For who delivers again by itself what is not done. */
  public IngestHandler(
      DynamoDbClient dynamoDb, S3Client s3, InstantSource clock, IngestSettings settings) {
    this(dynamoDb, s3, clock, settings, IngestHandler::nobody, Thread::sleep);
  }

  private static void nobody(String message, Duration delay) {
    throw new IllegalStateException("expected a queue to send to, found none");
  }

  IngestHandler(
      DynamoDbClient dynamoDb,
      S3Client s3,
      InstantSource clock,
      IngestSettings settings,
      BiConsumer<String, Duration> queue,
      Deadline.Pause pause) {
    var facts = new FactsTable(dynamoDb, settings.factsTable());
    var states = new KeyStates(dynamoDb, settings.uploadsTable());
    var trail = new AuditTrail(dynamoDb, settings.scoresTable(), clock);
    this.clock = clock;
    this.pause = pause;
    this.queue = queue;
    this.reconciler =
        new Reconciler(
            s3,
            settings.bucket(),
            facts,
            states,
            new UploadsTable(dynamoDb, settings.uploadsTable()),
            new Settings(dynamoDb, settings.scoresTable()),
            trail,
            clock);
    this.rebuilder =
        new Rebuilder(
            reconciler,
            new ObjectHistory(s3, settings.bucket()),
            facts,
            states,
            new Rebuilds(dynamoDb, settings.uploadsTable()),
            trail);
    this.rulebooks =
        new RulebookIntake(
            s3,
            settings.bucket(),
            new StoredRulebooks(dynamoDb, settings.scoresTable()),
            new RulebookLives(dynamoDb, settings.scoresTable()),
            trail,
            Rulebooks::builtIn);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    SQSBatchResponse response = handleRequest(QueueEvents.read(event), context);
    BatchFailures.write(
        answer,
        response.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier).toList());
  }

  /** The same, for an event that has been read. */
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    var deadline = Deadline.of(context, clock, pause);
    var failures = new ArrayList<BatchItemFailure>();
    for (SQSMessage message : messages(event)) {
      if (!handled(message, deadline, context)) {
        failures.add(new BatchItemFailure(message.getMessageId()));
      }
    }
    return new SQSBatchResponse(failures);
  }

  /** A fault concerns its message only: that one alone is delivered again. */
  private boolean handled(SQSMessage message, Deadline deadline, Context context) {
    var log = new IntakeLog(context, clock, message.getMessageId(), files(message), since(message));
    try {
      var invocation = new Invocation(deadline, log);
      Notification.keys(message.getBody()).forEach(key -> handle(key, invocation));
      log.done();
      return true;
    } catch (BusyException e) {
      log.again(e);
      return goesOn(message, HOLDS);
    } catch (Deadline.OutOfTimeException e) {
      log.again(e);
      return goesOn(message, Duration.ZERO);
    } catch (RuntimeException e) {
      log.failed(e);
      return false;
    }
  }

  /**
   * Sends a message again for the next invocation. One that has gone on for a day has no end: the
   * queue counts its attempts from then on.
   */
  private boolean goesOn(SQSMessage message, Duration delay) {
    Instant since = since(message);
    if (since != null && since.plus(GOES_ON).isBefore(clock.instant())) {
      return false;
    }
    try {
      queue.accept(message.getBody(), delay);
      return true;
    } catch (RuntimeException _) {
      // The queue delivers it again by itself, later.
      return false;
    }
  }

  private void handle(String key, Invocation invocation) {
    Optional<String> rebuild = Rebuild.idOf(key);
    if (rebuild.isPresent()) {
      rebuilder.run(rebuild.get(), invocation);
    } else if (key.startsWith(Notification.RULEBOOKS)) {
      rulebooks.take(key, invocation.id());
    } else {
      reconciler.reconcile(key, invocation);
    }
  }

  /** The ids of the files that a message names; none of what is no notification. */
  private static List<String> files(SQSMessage message) {
    try {
      return Notification.keys(message.getBody()).stream().map(FileVersion::fileId).toList();
    } catch (Notification.NotANotificationException _) {
      return List.of();
    }
  }

  private static List<SQSMessage> messages(SQSEvent event) {
    return event.getRecords() == null ? List.of() : event.getRecords();
  }

  /** The event's own time survives a redrive; the queue counts from there again. */
  private static @Nullable Instant since(SQSMessage message) {
    return Notification.oldest(message.getBody()).orElseGet(() -> sent(message));
  }

  private static @Nullable Instant sent(SQSMessage message) {
    Map<String, String> attributes = message.getAttributes();
    String sent = attributes == null ? null : attributes.get("SentTimestamp");
    return sent == null ? null : Instant.ofEpochMilli(Long.parseLong(sent));
  }
}
