package innovation.points.local.events;

import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.BucketChange;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.table.ScoreKeys;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Invokes functions on events, as {@code template.yaml} defines: the bucket through a queue, the
 * tables through their streams, and schedules.
 */
public final class Wiring implements AutoCloseable, DeadLetters {

  private static final List<String> INTAKE =
      List.of("uploads/", "checks/", "confirmations/", "verifications/", "rulebooks/", "rebuilds/");
  private static final Duration AGE = Duration.ofHours(6);

  /** How long running invocations may take to end once the stack stops. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private static final Duration POLL = Duration.ofMillis(50);

  public static final Duration VISIBILITY = Duration.ofMinutes(30);
  public static final int MAX_RECEIVES = 5;

  private static final QueueMapping.Settings QUEUE = new QueueMapping.Settings(1, 4, VISIBILITY);

  /** The shortest window in the cloud is one second. */
  public static final StreamMapping.Settings FACTS =
      new StreamMapping.Settings(
          1000, -1, AGE, true, Duration.ofMillis(250), Duration.ofMillis(200), POLL);

  public static final StreamMapping.Settings RUNS =
      new StreamMapping.Settings(1, 30, AGE, false, Duration.ofMillis(250), Duration.ZERO, POLL);

  /** What is added to the audit trail is sealed at once here, within ten seconds in the cloud. */
  public static final StreamMapping.Settings TRAIL =
      new StreamMapping.Settings(
          1000, -1, AGE, false, Duration.ofMillis(250), Duration.ofMillis(500), POLL);

  private final MessageQueue queue;
  private final List<StreamMapping> streams = new CopyOnWriteArrayList<>();
  private final List<QueueMapping> queues = new ArrayList<>();
  private final List<TimedSchedule> schedules = new ArrayList<>();
  private @Nullable SealSchedule sealing;
  private final InstantSource clock;
  private final int pace;

  public Wiring(InstantSource clock) {
    this(clock, clock, 1);
  }

  /**
   * Nothing is delivered before {@link #start}.
   *
   * @param real by which messages are hidden and delivered again
   * @param clock of the schedules, which can be set
   * @param pace factor by which waits before a retry are shortened
   */
  public Wiring(InstantSource real, InstantSource clock, int pace) {
    this.clock = clock;
    this.pace = pace;
    this.queue = new MessageQueue(real, VISIBILITY, MAX_RECEIVES);
  }

  /** Accepts a change of the bucket; ignores those that the template sends to no queue. */
  public void bucketChanged(BucketChange change) {
    if (INTAKE.stream().anyMatch(change.key()::startsWith)) {
      queue.send(S3Notification.of(change));
    }
  }

  /**
   * Starts the delivery.
   *
   * @param recompute orders the scheduled runs
   * @param runs executes ordered runs
   * @param checkpoints a file with the positions read in the streams; null: they are read from the
   *     beginning
   */
  public void start(
      DynamoDbStreamsClient client,
      String factsStream,
      String scoresStream,
      LocalFunction ingest,
      LocalFunction score,
      LocalFunction recompute,
      LocalFunction runs,
      @Nullable Path checkpoints) {
    var positions = new Checkpoints(checkpoints);
    streams.add(
        new StreamMapping(
            client, factsStream, score, FACTS.paced(pace), change -> !isBulk(change), positions));
    streams.add(
        new StreamMapping(
            client,
            factsStream,
            score,
            FACTS.paced(pace),
            Wiring::isBulk,
            positions.named(FactsTable.BULK)));
    streams.add(
        new StreamMapping(
            client, scoresStream, runs, RUNS.paced(pace), Wiring::isNewRun, positions));
    streams.add(
        new StreamMapping(
            client,
            scoresStream,
            recompute,
            TRAIL.paced(pace),
            change -> isNew(change, ScoreKeys.TRAIL_OPEN) || isNew(change, ScoreKeys.MAIL_OPEN),
            positions.named("trail")));
    queues.add(new QueueMapping(queue, ingest, QUEUE.paced(pace)));
    schedules.add(TimedSchedule.yearly(recompute, clock));
    schedules.add(TimedSchedule.daily(recompute, clock));
    sealing = new SealSchedule(recompute);
    sealing.start();
    streams.forEach(StreamMapping::start);
    queues.forEach(QueueMapping::start);
    schedules.forEach(TimedSchedule::start);
  }

  /** Whether a change of facts is one of many. */
  public static boolean isBulk(Record change) {
    StreamRecord said = change.dynamodb();
    boolean removed = change.eventName() == OperationType.REMOVE;
    AttributeValue lane = (removed ? said.oldImage() : said.newImage()).get(FactsTable.LANE);
    return lane != null && lane.s().equals(FactsTable.BULK);
  }

  static boolean isNewRun(Record change) {
    return isNew(change, "run#");
  }

  private static boolean isNew(Record change, String partition) {
    return change.eventName() == OperationType.INSERT
        && change
            .dynamodb()
            .keys()
            .getOrDefault("pk", AttributeValue.fromS(""))
            .s()
            .startsWith(partition);
  }

  public MessageQueue queue() {
    return queue;
  }

  /** Sends a message to the queue, to be delivered after a while. */
  public void send(String body, Duration delay) {
    queue.send(body, delay.dividedBy(pace));
  }

  public TimedSchedule schedule() {
    return schedules.getFirst();
  }

  /**
   * Does what a schedule does, now.
   *
   * @param name {@code yearly}, {@code daily} or {@code seal}
   * @return whether it was done; empty where there is no such schedule
   */
  public Optional<Boolean> fire(String name) {
    return switch (name) {
      case "yearly" -> Optional.of(schedule().fire(clock.instant()));
      case "daily" -> Optional.of(schedules.getLast().fire(clock.instant()));
      case "seal" -> Optional.ofNullable(sealing).map(SealSchedule::seal);
      default -> Optional.empty();
    };
  }

  /** The batches of table changes that could not be processed. */
  public List<byte[]> failedBatches() {
    return streams.stream().flatMap(stream -> stream.failures().stream()).toList();
  }

  /** Polls the streams now: a function that writes to their tables has run. */
  public void wake() {
    streams.forEach(StreamMapping::wake);
  }

  /**
   * The messages received too often and the batches of table changes that could not be processed.
   */
  @Override
  public List<MessageQueue.Message> deadLetters() {
    return Stream.concat(
            queue.deadLetters().stream(),
            streams.stream().flatMap(stream -> stream.deadLetters().stream()))
        .toList();
  }

  /** Returns messages to their queue and sends batches to their function at once. */
  @Override
  public int redrive() {
    return queue.redrive() + streams.stream().mapToInt(StreamMapping::redrive).sum();
  }

  /**
   * Waits until nothing is in progress: no message, no change in a stream, no invocation.
   *
   * @throws TimeoutException where that takes longer
   */
  public void awaitQuiet(Duration longest) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + longest.toNanos();
    while (!wasQuiet(end)) {
      if (System.nanoTime() > end) {
        throw new TimeoutException(
            "事件未能在 %d 秒内处理完；队列中有 %d 条消息；%s"
                .formatted(
                    longest.toSeconds(),
                    queue.size(),
                    streams.stream().map(StreamMapping::state).collect(Collectors.joining("；"))));
      }
    }
  }

  /** Whether every stream was polled and found empty while no function was running. */
  private boolean wasQuiet(long end) throws InterruptedException {
    boolean empty = queue.isEmpty();
    long before = passes();
    List<Long> polls = streams.stream().map(StreamMapping::emptyPolls).toList();
    for (int i = 0; i < streams.size(); i++) {
      // The second poll from now is certain to have begun after now.
      while (streams.get(i).emptyPolls() < polls.get(i) + 2) {
        if (System.nanoTime() > end) {
          return false;
        }
        wake();
        Thread.sleep(POLL.dividedBy(2));
      }
    }
    return empty && queue.isEmpty() && before == passes();
  }

  private long passes() {
    return queue.sent() + streams.stream().mapToLong(StreamMapping::passes).sum();
  }

  /**
   * Gives running invocations a few seconds to end; those of a large file or a yearly run take
   * minutes and are left, as where the process dies. Undelivered events remain undelivered.
   */
  @Override
  public void close() {
    schedules.forEach(TimedSchedule::stop);
    if (sealing != null) {
      sealing.stop();
    }
    queues.forEach(QueueMapping::stop);
    streams.forEach(StreamMapping::stop);
    long end = System.nanoTime() + GRACE.toNanos();
    try {
      for (QueueMapping mapping : queues) {
        for (Thread worker : mapping.workers()) {
          worker.join(rest(end));
        }
      }
      for (StreamMapping mapping : streams) {
        if (mapping.worker().isPresent()) {
          mapping.worker().get().join(rest(end));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Duration rest(long end) {
    return Duration.ofNanos(Math.max(1, end - System.nanoTime()));
  }
}
