package innovation.points.local;

import innovation.points.local.events.DeadLetters;
import innovation.points.local.events.LocalClock;
import innovation.points.local.events.Mails;
import innovation.points.local.events.Wiring;
import innovation.points.local.gateway.CrossOrigin;
import innovation.points.local.gateway.Gateway;
import innovation.points.local.gateway.LocalCalls;
import innovation.points.local.gateway.TokenWish;
import innovation.points.local.gateway.Tokens;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import innovation.points.local.s3.UnlistedBucket;
import innovation.points.local.steps.RunMachine;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The whole system in one process: the same handlers receive the same events, on embedded engines
 * (contract §4). Listens on 127.0.0.1 only.
 */
public final class LocalStack implements AutoCloseable {

  public static final String BUCKET = "innovation-points-local";

  /** The number of segments in which a stepwise run reads the facts. */
  private static final int SEGMENTS = 4;

  private static final Duration API_TIMEOUT = Duration.ofSeconds(30);

  private final @Nullable DataFolder data;
  private final LocalDynamoDb tables;
  private final LocalS3 s3;
  private final Wiring wiring;
  private final Gateway gateway;
  private final Tokens tokens;
  private final boolean bucketIsNew;

  private LocalStack(LocalSettings settings, InstantSource real, FaultHooks hooks) {
    var clock = new LocalClock(real);
    var mails = new Mails(clock);
    Path folder = settings.data();
    data = folder == null ? null : DataFolder.open(folder);
    LongFunction<Optional<String>> full =
        folder == null
            ? _ -> Optional.empty()
            : new DiskSpace(folder, () -> hooks.usableSpace(folder));
    var crossOrigin = new CrossOrigin(settings.corsOrigin());
    gateway = new Gateway(settings.port(), clock, API_TIMEOUT, crossOrigin);
    tokens = new Tokens(inside(data, "token-key.json"), gateway.endpoint() + "/local", clock);
    wiring = new Wiring(real, clock, hooks.pace());
    tables = new LocalDynamoDb(inside(data, "tables"), settings.dynamoDbPort());
    s3 =
        new LocalS3(
            inside(data, "bucket"),
            settings.s3Port(),
            clock,
            wiring::bucketChanged,
            settings.corsOrigin(),
            full);
    bucketIsNew = s3.ensureBucket(BUCKET);
    var logs = new FunctionLogs(settings.logs(), clock);
    Map<String, LocalFunction> functions =
        new Functions(
                hooks.tables(tables),
                hooks.tablesInTurn(tables),
                UnlistedBucket.of(hooks.bucket(s3)),
                s3,
                clock,
                settings.fourEyes(),
                settings.disclosure(),
                gateway.endpoint().toString(),
                mails,
                logs,
                wiring::send)
            .byName();
    functions.replaceAll((_, function) -> waking(hooks.function(function)));
    LocalFunction recompute = function(functions, "recompute");
    new StaleLeases(tables.client()).end();
    // Redelivers what an earlier process left undelivered: an event is only a hint, so every key is
    // checked once.
    s3.latestChanges(BUCKET, "").forEach(wiring::bucketChanged);
    @Nullable RunMachine steps =
        settings.steps()
            ? new RunMachine(
                SEGMENTS,
                input -> RunMachine.invoke(recompute, input),
                time -> Thread.sleep(time.dividedBy(hooks.pace())),
                clock)
            : null;
    wiring.start(
        tables.streams(),
        tables.streamOf(LocalDynamoDb.FACTS),
        tables.streamOf(LocalDynamoDb.SCORES),
        function(functions, "ingest"),
        function(functions, "score"),
        recompute,
        steps == null ? recompute : steps.function(logs.of("run")),
        inside(data, "streams.json"));
    DeadLetters letters = steps == null ? wiring : DeadLetters.both(wiring, steps);
    gateway.serve(
        functions, tokens, new LocalCalls(tokens, letters, clock, mails, wiring::fire), full);
  }

  /**
   * Starts everything; ready for requests on return.
   *
   * @throws IllegalStateException in Chinese, where a port or the folder is in use
   */
  public static LocalStack start(LocalSettings settings, InstantSource clock) {
    return start(settings, clock, FaultHooks.NONE);
  }

  /** Starts everything with hooks that inject faults; for tests. */
  public static LocalStack start(LocalSettings settings, InstantSource clock, FaultHooks hooks) {
    return new LocalStack(settings, clock, hooks);
  }

  /**
   * Wakes the stream mappings after an invocation, whose writes are then in the streams: no polling
   * at rest.
   */
  private LocalFunction waking(LocalFunction function) {
    return function.behind(
        (event, far) -> {
          try {
            return far.invoke(event);
          } finally {
            wiring.wake();
          }
        });
  }

  private static LocalFunction function(Map<String, LocalFunction> functions, String name) {
    return Objects.requireNonNull(functions.get(name));
  }

  private static @Nullable Path inside(@Nullable DataFolder folder, String name) {
    return folder == null ? null : folder.resolve(name);
  }

  /** The address of the portal and the API. */
  public URI api() {
    return gateway.endpoint();
  }

  public LocalS3 s3() {
    return s3;
  }

  public LocalDynamoDb tables() {
    return tables;
  }

  /** The event delivery: queue, streams, schedule. */
  public Wiring wiring() {
    return wiring;
  }

  /** Whether this start created the bucket. */
  public boolean bucketIsNew() {
    return bucketIsNew;
  }

  public Optional<URI> dynamoDb() {
    return tables.endpoint();
  }

  /** A token as {@code POST /local/tokens} issues it. */
  public String token(List<String> groups, @Nullable String department, @Nullable String uscc) {
    return token(TokenWish.of(groups, department, uscc));
  }

  /** The same for a person. */
  public String token(TokenWish wish) {
    return tokens.issue(wish);
  }

  /**
   * Waits a few seconds for running invocations, then stops; undelivered events are delivered at
   * the next start.
   */
  @Override
  public void close() {
    gateway.close();
    wiring.close();
    s3.close();
    tables.close();
    if (data != null) {
      data.close();
    }
  }
}
