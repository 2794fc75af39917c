package innovation.points.acceptance.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.local.FaultHooks;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Fault hooks that lose, delay and repeat calls, batches, processes and events, at a bounded rate:
 * no unit of work (a message, a batch of changes, a run, a step) meets faults beyond the SDK's
 * retries in more than {@link #MOST_ROUGH} of its deliveries.
 *
 * <p>The faults of calls lie below the SDK's retries, which are the default ones without their
 * waits. Only some invocations are <i>rough</i>: in those a call may also fail in every attempt, or
 * the process may die. Threads draw from one seed in varying order, so a seed determines a mixture,
 * not a sequence.
 */
final class Chaos implements FaultHooks {

  /** A run has four attempts, a step and a message five, a batch of changes eleven. */
  private static final int MOST_ROUGH = 2;

  private static final double ROUGH = 0.7;
  private static final double ROUGH_REQUEST = 0.05;
  private static final double MILD = 0.06;
  private static final double STUBBORN = 0.05;
  private static final double DEATH = 0.03;
  private static final double PARTIAL = 0.2;
  private static final double EVENT = 0.1;
  private static final int LONGEST_DELAY = 150;
  private static final List<Fault> OF_CALLS =
      List.of(
          Fault.LOST_REQUEST,
          Fault.LOST_ANSWER,
          Fault.LATE_EFFECT,
          Fault.LATE_ANSWER,
          Fault.THROTTLED,
          Fault.SERVER_ERROR,
          Fault.SERVER_ERROR_AFTER_EFFECT,
          Fault.CUT_ANSWER);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Inherited by the threads that an invocation starts. */
  private static final InheritableThreadLocal<@Nullable FaultyInvocation> CURRENT =
      new InheritableThreadLocal<>();

  private final Random random;
  private final int pace;
  private final Map<Fault, AtomicLong> injected = new EnumMap<>(Fault.class);
  private final AtomicLong stubborn = new AtomicLong();
  private final AtomicLong calls = new AtomicLong();
  private final Map<String, Integer> hits = new ConcurrentHashMap<>();
  private volatile boolean calm;
  private volatile Predicate<String> poison = _ -> false;
  private @Nullable DynamoDbClient direct;

  /**
   * Starts injecting faults.
   *
   * @param pace factor by which waits before a retry are shortened
   */
  Chaos(long seed, int pace) {
    this.random = new Random(seed);
    this.pace = pace;
    for (Fault fault : Fault.values()) {
      injected.put(fault, new AtomicLong());
    }
  }

  /** Stops injecting faults, except for poisoned calls. */
  void calm() {
    calm = true;
  }

  /**
   * Makes calls of functions fail in every attempt until {@link #mend}.
   *
   * @param calls by their target or method, path and body
   */
  void poison(Predicate<String> calls) {
    poison = calls;
  }

  void mend() {
    poison = _ -> false;
  }

  /** The number of faults injected so far. */
  long count() {
    return injected.values().stream().mapToLong(AtomicLong::get).sum();
  }

  /** Whether faults of every kind were injected. */
  boolean ofEveryKind() {
    return injected.values().stream().allMatch(count -> count.get() > 0);
  }

  private AtomicLong counter(Fault fault) {
    return Objects.requireNonNull(injected.get(fault));
  }

  @Override
  public String toString() {
    return "%d faults in %d attempts of calls, %d of them in every attempt: %s"
        .formatted(count(), calls.get(), stubborn.get(), injected);
  }

  @Override
  public int pace() {
    return pace;
  }

  @Override
  public DynamoDbClient tables(LocalDynamoDb tables) {
    direct = tables.client();
    return LocalDynamoDb.clientAt(tables.endpoint().orElseThrow())
        .httpClient(new FaultyHttp(UrlConnectionHttpClient.create(), new OfCalls()))
        .overrideConfiguration(
            override ->
                impatient(override)
                    .addExecutionInterceptor(new PartialBatches(this::partly, random))
                    .addExecutionInterceptor(new Leases()))
        .build();
  }

  /** Calls that are late or lost hold no other up. */
  @Override
  public DynamoDbClient tablesInTurn(LocalDynamoDb tables) {
    return tables(tables);
  }

  @Override
  public S3Client bucket(LocalS3 s3) {
    return S3Client.builder()
        .endpointOverride(s3.endpoint())
        .region(LocalS3.REGION)
        .credentialsProvider(LocalS3.credentials())
        .forcePathStyle(true)
        .httpClient(new FaultyHttp(UrlConnectionHttpClient.create(), new OfCalls()))
        .overrideConfiguration(this::impatient)
        .build();
  }

  /** The SDK's default retries without their waits. */
  private ClientOverrideConfiguration.Builder impatient(
      ClientOverrideConfiguration.Builder override) {
    return override.retryStrategy(
        retries ->
            retries
                .backoffStrategy(BackoffStrategy.retryImmediately())
                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately()));
  }

  @Override
  public LocalFunction function(LocalFunction function) {
    return function.behind((event, far) -> carry(function.name(), event, far));
  }

  private byte[] carry(String name, byte[] event, LocalFunction.Far function)
      throws InvocationException {
    Work work = Work.of(name, event);
    boolean events = !calm && work.retried();
    if (events && work.fromQueue() && draw(EVENT, Fault.EVENT_HELD)) {
      sleep();
    }
    if (events && draw(EVENT, Fault.EVENT_TWICE)) {
      invoke(work, event, function, false);
    }
    boolean hit = events && mayBeHit(work);
    boolean lost = hit && draw(EVENT, Fault.EVENT_ANSWER_LOST);
    boolean rough = !lost && (hit || (!calm && !work.retried() && chance(ROUGH_REQUEST)));
    byte[] answer = invoke(work, event, function, rough);
    if (lost) {
      throw new IllegalStateException("injected: the answer of " + name + " is lost");
    }
    return answer;
  }

  private boolean mayBeHit(Work work) {
    return chance(ROUGH) && hits.merge(work.id(), 1, Integer::sum) <= MOST_ROUGH;
  }

  private byte[] invoke(Work work, byte[] event, LocalFunction.Far function, boolean rough)
      throws InvocationException {
    var invocation = new FaultyInvocation(rough);
    CURRENT.set(invocation);
    try {
      byte[] answer = function.invoke(event);
      if (invocation.dead()) {
        throw new FaultyHttp.Death();
      }
      return answer;
    } finally {
      CURRENT.remove();
      end(work, invocation);
    }
  }

  /**
   * Simulates the time until redelivery, in which an invocation's leases expire: those of one that
   * died, and those that a late call took after their release.
   */
  private void end(Work work, FaultyInvocation invocation) {
    try {
      invocation.awaitLateCalls();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (work.step()) {
      // The execution of the step holds the run's lease and is alive.
      return;
    }
    for (UpdateItemRequest lease : invocation.leases()) {
      boolean run = lease.expressionAttributeValues().containsKey(":owner");
      String holder = run ? "leaseOwner" : "leaseToken";
      String value = run ? ":owner" : ":token";
      try {
        Objects.requireNonNull(direct)
            .updateItem(
                update ->
                    update
                        .tableName(lease.tableName())
                        .key(lease.key())
                        .conditionExpression(holder + " = " + value)
                        .updateExpression("REMOVE leaseUntil, " + holder)
                        .expressionAttributeValues(
                            Map.of(
                                value,
                                Objects.requireNonNull(
                                    lease.expressionAttributeValues().get(value)))));
      } catch (ConditionalCheckFailedException e) {
        // The invocation released the lease itself, or never held it.
      }
    }
  }

  private boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  private boolean draw(double probability, Fault fault) {
    boolean drawn = chance(probability);
    if (drawn) {
      counter(fault).incrementAndGet();
    }
    return drawn;
  }

  private boolean partly() {
    return !calm && CURRENT.get() != null && draw(PARTIAL, Fault.PARTIAL_BATCH);
  }

  private void sleep() {
    try {
      Thread.sleep(delay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Duration delay() {
    return Duration.ofMillis(1L + random.nextInt(LONGEST_DELAY));
  }

  /**
   * The subject of an event.
   *
   * @param id the same for every delivery
   * @param retried whether it is redelivered after a failure
   */
  private record Work(String id, boolean retried, boolean fromQueue, boolean step) {

    static Work of(String function, byte[] event) {
      try {
        JsonNode json = JSON.readTree(event);
        JsonNode message = json.at("/Records/0/messageId");
        boolean step = json.has("step");
        String id = message.isMissingNode() ? function + Arrays.hashCode(event) : message.asText();
        return new Work(id, step || json.has("Records"), !message.isMissingNode(), step);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Records requests for leases; an execution of the state machine does not die with a step. */
  private static final class Leases implements ExecutionInterceptor {
    @Override
    public void beforeExecution(
        Context.BeforeExecution context, ExecutionAttributes executionAttributes) {
      FaultyInvocation invocation = CURRENT.get();
      if (invocation != null
          && context.request() instanceof UpdateItemRequest update
          && isLease(update)) {
        invocation.leases().add(update);
      }
    }

    /** Of a key or of a run; whoever holds a mail has no name, and the next one need not wait. */
    private static boolean isLease(UpdateItemRequest update) {
      Set<String> said = update.expressionAttributeValues().keySet();
      return update.updateExpression().contains("SET")
          && said.contains(":until")
          && (said.contains(":owner") || said.contains(":token"));
    }
  }

  /** The faults of calls, by the invocation that the calling thread belongs to. */
  private final class OfCalls implements FaultyHttp.Fortune {

    @Override
    public @Nullable Fault of(HttpExecuteRequest request, String body) {
      FaultyInvocation invocation = CURRENT.get();
      if (invocation == null) {
        return null;
      }
      if (invocation.dead()) {
        throw new FaultyHttp.Death();
      }
      calls.incrementAndGet();
      var http = request.httpRequest();
      String target = http.firstMatchingHeader("X-Amz-Target").orElse(http.method().name());
      if (poison.test(target + " " + http.encodedPath() + " " + body)) {
        return Fault.SERVER_ERROR;
      }
      if (calm) {
        return null;
      }
      boolean first =
          http.firstMatchingHeader("amz-sdk-request").orElse("attempt=1").startsWith("attempt=1;");
      String id = http.firstMatchingHeader("amz-sdk-invocation-id").orElseThrow();
      Fault fault = first ? begin(invocation, id) : again(invocation, id);
      if (fault != null) {
        counter(fault).incrementAndGet();
      }
      return fault;
    }

    private @Nullable Fault begin(FaultyInvocation invocation, String id) {
      double draw = random.nextDouble();
      if (invocation.rough() && draw < DEATH) {
        return Fault.DEATH;
      }
      boolean every = invocation.rough() && draw < DEATH + STUBBORN;
      if (!every && draw > DEATH + STUBBORN + MILD) {
        return null;
      }
      Fault fault = OF_CALLS.get(random.nextInt(OF_CALLS.size()));
      if (fault == Fault.CUT_ANSWER && !invocation.rough()) {
        // The SDK does not restart a download that its caller has begun to read.
        fault = Fault.LOST_REQUEST;
      }
      if (every) {
        stubborn.incrementAndGet();
        invocation.fates().put(id, new FaultyInvocation.Fate(fault, true));
      }
      return fault;
    }

    private @Nullable Fault again(FaultyInvocation invocation, String id) {
      FaultyInvocation.Fate fate = invocation.fates().get(id);
      return fate == null ? null : fate.fault();
    }

    @Override
    public Duration delay() {
      return Chaos.this.delay();
    }

    @Override
    public void late(Future<?> call) {
      FaultyInvocation invocation = CURRENT.get();
      if (invocation != null) {
        invocation.late(call);
      }
    }

    @Override
    public void died() {
      FaultyInvocation invocation = CURRENT.get();
      if (invocation != null) {
        invocation.die();
      }
    }
  }
}
