package innovation.points.local.events;

import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Feeds a function from a table's stream, as Lambda's event source mapping does: shard by shard in
 * order, a parent before its children. A failed batch is retried, bisected and finally set aside,
 * so that one poison record does not block the rest.
 */
public final class StreamMapping {

  private static final Logger LOG = LoggerFactory.getLogger(StreamMapping.class);
  private static final int MOST_RECORDS = 1000;

  /**
   * The longest interval between two polls of an empty stream, unless the mapping is woken, as each
   * invocation of a function does: only what other programs write waits so long.
   */
  private static final Duration REST = Duration.ofSeconds(3);

  /**
   * How many times as long as it takes to read a stream it is left alone after that, unless there
   * is more: the engine looks through all records of all streams for the newest ones of one. After
   * the intake of a province this takes seconds, in which all other requests wait.
   */
  private static final int LEISURE = 4;

  /** The same where nothing was found, up to {@link #REST}. */
  private static final int IDLE_LEISURE = 30;

  private final DynamoDbStreamsClient streams;
  private final String streamArn;
  private final LocalFunction function;
  private final Settings settings;
  private final Predicate<Record> filter;
  private final Checkpoints checkpoints;
  private final Map<String, String> iterators = new TreeMap<>();
  private final Set<String> finished = new HashSet<>();
  private final List<byte[]> failures = new CopyOnWriteArrayList<>();
  private final Object pause = new Object();
  private final Object oneAtATime = new Object();
  private final Object bell = new Object();
  private boolean rung;

  /** How long the last poll took without what its records caused, and whether it left records. */
  private volatile Duration reading = Duration.ZERO;

  private boolean more;
  private @Nullable Thread worker;
  private volatile boolean stopping;
  private final AtomicLong passes = new AtomicLong();
  private final AtomicLong emptyPolls = new AtomicLong();

  /**
   * The settings of a mapping.
   *
   * @param batchSize largest number of records per invocation
   * @param retries how often a batch is retried; -1: as long as its records are young enough
   * @param age how long a record is tried, in waits before a retry: on a slow machine, and where
   *     waits are shortened, the work itself would use it up
   * @param bisect whether a failed batch is halved
   * @param firstDelay before the first retry; doubled before each next one
   * @param window how long to wait for further records of a batch
   * @param poll delay before an empty stream is polled again, doubled each time
   */
  public record Settings(
      int batchSize,
      int retries,
      Duration age,
      boolean bisect,
      Duration firstDelay,
      Duration window,
      Duration poll) {

    /** These settings with shorter waits before a retry. */
    Settings paced(int pace) {
      return new Settings(
          batchSize,
          retries,
          age.dividedBy(pace),
          bisect,
          firstDelay.dividedBy(pace),
          window,
          poll);
    }
  }

  StreamMapping(
      DynamoDbStreamsClient streams,
      String streamArn,
      LocalFunction function,
      Settings settings,
      Predicate<Record> filter,
      Checkpoints checkpoints) {
    this.streams = streams;
    this.streamArn = streamArn;
    this.function = function;
    this.settings = settings;
    this.filter = filter;
    this.checkpoints = checkpoints;
  }

  void start() {
    worker = Thread.ofPlatform().daemon().name("stream-" + function.name()).start(this::work);
  }

  private void work() {
    Duration idle = settings.poll();
    while (!stopping) {
      boolean found = false;
      try {
        found = poll();
      } catch (RuntimeException e) {
        LOG.warn("stream of {} could not be read", function.name(), e);
        iterators.clear();
      }
      if (!more) {
        sleep(found ? reading.multipliedBy(LEISURE) : idleLeisure(reading));
      }
      if (found) {
        idle = settings.poll();
      } else {
        emptyPolls.incrementAndGet();
        boolean woken = rest(idle);
        idle = woken ? settings.poll() : longer(idle);
      }
    }
  }

  /** One slow look at a stream, on a busy machine, does not hold up what comes after it. */
  private static Duration idleLeisure(Duration reading) {
    Duration least = reading.multipliedBy(LEISURE);
    Duration longest = least.compareTo(REST) < 0 ? REST : least;
    Duration wanted = reading.multipliedBy(IDLE_LEISURE);
    return wanted.compareTo(longest) < 0 ? wanted : longest;
  }

  private static Duration longer(Duration idle) {
    Duration doubled = idle.multipliedBy(2);
    return doubled.compareTo(REST) < 0 ? doubled : REST;
  }

  /** Waits to be woken, at most for {@code longest}; whether it was. */
  @SuppressWarnings("WaitNotInLoop") // waking too early only polls too early
  private boolean rest(Duration longest) {
    synchronized (bell) {
      try {
        if (!rung && !stopping) {
          bell.wait(Math.max(1, longest.toMillis()));
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        stopping = true;
      }
      boolean woken = rung;
      rung = false;
      return woken;
    }
  }

  /** Polls the stream now: records may have been written. */
  void wake() {
    synchronized (bell) {
      rung = true;
      bell.notifyAll();
    }
  }

  /** Reads every shard once; false where all were empty. */
  boolean poll() {
    boolean found = false;
    reading = Duration.ZERO;
    more = false;
    for (Shard shard : openShards()) {
      found |= read(shard.shardId());
    }
    return found;
  }

  /** The shards to read. Children wait until their parent has been read to its end. */
  private List<Shard> openShards() {
    List<Shard> all =
        new ArrayList<>(
            streams.describeStream(r -> r.streamArn(streamArn)).streamDescription().shards());
    Set<String> known = new HashSet<>();
    all.forEach(shard -> known.add(shard.shardId()));
    finished.retainAll(known);
    return all.stream()
        .filter(shard -> !finished.contains(shard.shardId()))
        .filter(
            shard ->
                shard.parentShardId() == null
                    || !known.contains(shard.parentShardId())
                    || finished.contains(shard.parentShardId()))
        .toList();
  }

  private boolean read(String shard) {
    GetRecordsResponse response;
    long start = System.nanoTime();
    try {
      response = streams.getRecords(r -> r.shardIterator(iterator(shard)).limit(MOST_RECORDS));
    } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
      // DynamoDB Local also reports an iterator as trimmed that was opened before the first record.
      iterators.remove(shard);
      return true;
    }
    reading = reading.plusNanos(System.nanoTime() - start);
    List<Record> records = response.records();
    more |= records.size() == MOST_RECORDS;
    if (isSparse(records) && response.nextShardIterator() != null) {
      // More records are about to arrive: waits, so that related ones share a batch.
      sleep(settings.window());
      records = new ArrayList<>(records);
      String next = response.nextShardIterator();
      response = streams.getRecords(r -> r.shardIterator(next).limit(MOST_RECORDS));
      records.addAll(response.records());
    }
    if (!records.isEmpty()) {
      if (!deliverAll(records.stream().filter(filter).toList())) {
        // Stopped midway: the whole batch is delivered again at the next start.
        return true;
      }
      checkpoints.set(shard, records.getLast().dynamodb().sequenceNumber());
    }
    if (response.nextShardIterator() == null) {
      finished.add(shard);
      iterators.remove(shard);
    } else {
      iterators.put(shard, response.nextShardIterator());
    }
    return !records.isEmpty();
  }

  private boolean isSparse(List<Record> records) {
    return settings.window().isPositive()
        && !records.isEmpty()
        && records.size() < settings.batchSize();
  }

  private boolean deliverAll(List<Record> wanted) {
    for (int from = 0; from < wanted.size(); from += settings.batchSize()) {
      int to = Math.min(from + settings.batchSize(), wanted.size());
      if (!deliver(wanted.subList(from, to))) {
        return false;
      }
    }
    return true;
  }

  private String iterator(String shard) {
    return iterators.computeIfAbsent(shard, this::openIterator);
  }

  private String openIterator(String shard) {
    Optional<String> position = checkpoints.of(shard);
    if (position.isPresent()) {
      try {
        return streams
            .getShardIterator(
                r ->
                    r.streamArn(streamArn)
                        .shardId(shard)
                        .shardIteratorType(ShardIteratorType.AFTER_SEQUENCE_NUMBER)
                        .sequenceNumber(position.get()))
            .shardIterator();
      } catch (TrimmedDataAccessException e) {
        // The remaining records begin after the last position.
      }
    }
    return streams
        .getShardIterator(
            r ->
                r.streamArn(streamArn)
                    .shardId(shard)
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  /**
   * Delivers until every record is processed or set aside; false where the mapping was stopped
   * before.
   */
  private boolean deliver(List<Record> batch) {
    return deliver(batch, Duration.ZERO);
  }

  private boolean deliver(List<Record> batch, Duration before) {
    List<Record> left = batch;
    Duration waited = before;
    int attempt = 0;
    while (!stopping) {
      List<Record> failed = invoke(left);
      if (failed.isEmpty()) {
        return true;
      }
      if (failed.size() < left.size()) {
        // The function reported its progress: the records before the first failure are done.
        left = failed;
        attempt = 0;
        continue;
      }
      boolean halve = settings.bisect() && left.size() > 1;
      boolean over = settings.retries() >= 0 && attempt >= settings.retries();
      if (waited.compareTo(settings.age()) > 0 || (!halve && over)) {
        failures.add(StreamRecords.event(streamArn, left));
        return true;
      }
      Duration delay = settings.firstDelay().multipliedBy(1L << Math.min(attempt, 6));
      sleep(delay);
      waited = waited.plus(delay);
      if (halve) {
        // As with Lambda, bisecting does not count as a retry.
        int half = left.size() / 2;
        return deliver(left.subList(0, half), waited)
            && deliver(left.subList(half, left.size()), waited);
      }
      attempt++;
    }
    return false;
  }

  /** The records to retry: none, or all from the first failed one on. */
  private List<Record> invoke(List<Record> batch) {
    passes.incrementAndGet();
    try {
      Optional<Set<String>> failed = FailedItems.of(call(StreamRecords.event(streamArn, batch)));
      if (failed.isEmpty()) {
        return batch;
      }
      for (int i = 0; i < batch.size(); i++) {
        if (failed.get().contains(batch.get(i).dynamodb().sequenceNumber())) {
          return batch.subList(i, batch.size());
        }
      }
      return failed.get().isEmpty() ? List.of() : batch;
    } catch (InvocationException e) {
      return batch;
    } finally {
      passes.incrementAndGet();
    }
  }

  /**
   * The changes of one enterprise are never in two concurrent invocations, redelivered ones
   * included.
   */
  private byte[] call(byte[] event) throws InvocationException {
    synchronized (oneAtATime) {
      return function.invoke(event);
    }
  }

  @SuppressWarnings("WaitNotInLoop") // waking too early only polls too early
  private void sleep(Duration duration) {
    synchronized (pause) {
      if (!stopping) {
        try {
          pause.wait(Math.max(1, duration.toMillis()));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          stopping = true;
        }
      }
    }
  }

  /** A counter that increases when an invocation begins and when it ends. */
  long passes() {
    return passes.get();
  }

  /** What it does, for people who wait for it. */
  String state() {
    return "%s：处理 %d 次，空轮询 %d 次，上次读取 %d 毫秒"
        .formatted(function.name(), passes(), emptyPolls(), reading.toMillis());
  }

  /** How often a poll found all shards empty. */
  long emptyPolls() {
    return emptyPolls.get();
  }

  /** The events that could not be delivered. */
  List<byte[]> failures() {
    return List.copyOf(failures);
  }

  /** The failures as dead letters. */
  List<MessageQueue.Message> deadLetters() {
    return failures.stream()
        .map(
            event ->
                new MessageQueue.Message(
                    function.name() + "-" + Integer.toHexString(Arrays.hashCode(event)),
                    "",
                    new String(event, StandardCharsets.UTF_8),
                    1,
                    StreamRecords.oldest(event)))
        .toList();
  }

  /** Retries the failures once; returns how many batches succeeded. */
  int redrive() {
    int done = 0;
    for (byte[] event : failures()) {
      passes.incrementAndGet();
      try {
        if (FailedItems.of(call(event)).orElse(Set.of("all")).isEmpty()) {
          failures.remove(event);
          done++;
        }
      } catch (InvocationException e) {
        // It stays among the failures.
      } finally {
        passes.incrementAndGet();
      }
    }
    return done;
  }

  /** Begins no more invocations. */
  void stop() {
    synchronized (pause) {
      stopping = true;
      pause.notifyAll();
    }
    wake();
  }

  /** The thread in which invocations run. */
  Optional<Thread> worker() {
    return Optional.ofNullable(worker);
  }
}
