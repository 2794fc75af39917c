package innovation.points.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.s3.BucketChange;
import innovation.points.person.FourEyes;
import innovation.points.scoring.disclosure.Disclosure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Runs the whole system under load while calls, events and processes are lost ({@link Chaos}).
 * Afterwards nothing is lost, duplicated, mixed or given up. {@code -Dfaults=N} sets the least
 * number of faults, {@code -Dseed=N} the seed; {@code -Pfull} also runs the year in steps.
 */
class FaultsTest {

  private static final long LEAST = Long.getLong("faults", 500);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int YEAR = 2025;

  /** Half an hour between two receipts of a message becomes two seconds. */
  private static final int PACE = 900;

  private static final Duration QUIET = Duration.ofMinutes(5);

  /** Suppresses the uncaught exceptions of threads whose process has died. */
  @BeforeAll
  static void silenceDeadThreads() {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, e) -> {
          if (!(e instanceof FaultyHttp.Death)) {
            throw new IllegalStateException(thread.toString(), e);
          }
        });
  }

  @AfterAll
  static void restoreTheHandler() {
    Thread.setDefaultUncaughtExceptionHandler(null);
  }

  @Test
  void nothingIsLostDuplicatedMixedOrGivenUpWhereOneFunctionRuns() throws Exception {
    survive(false, 2);
  }

  @Test
  @Tag("full")
  void nothingIsLostDuplicatedMixedOrGivenUpWhereStepsRun() throws Exception {
    survive(true, 1);
  }

  private static void survive(boolean steps, int leastRuns) throws Exception {
    System.out.println("seed " + SEED);
    var chaos = new Chaos(SEED, PACE);
    try (var stack = LocalStack.start(settings(steps), InstantSource.system(), chaos);
        var caller = new FaultyCaller(stack)) {
      var zone = new FaultsZone(stack.s3().client(), 3);
      zone.putAll();
      // A run of a year without a roster is refused as intended.
      stack.wiring().awaitQuiet(QUIET);
      var readers =
          List.of(
              new LookupReader(caller, YEAR, zone.enterprises(YEAR), new Random(SEED + 1)),
              new LookupReader(caller, YEAR, zone.enterprises(YEAR), new Random(SEED + 2)));
      List<String> runs = work(stack, chaos, zone, caller, readers, leastRuns);
      chaos.calm();
      stack.wiring().awaitQuiet(QUIET);
      System.out.println(chaos);
      System.out.println(
          runs.size()
              + " runs, "
              + readers.stream().mapToInt(LookupReader::samples).sum()
              + " samples");

      assertThat(chaos.count()).isGreaterThanOrEqualTo(LEAST / 2);
      assertThat(chaos.ofEveryKind()).as(chaos.toString()).isTrue();
      assertThat(stack.wiring().deadLetters()).as("seed " + SEED).isEmpty();
      assertWhole(caller, readers);
      FromScratch.assertSame(stack, caller, zone, YEAR);
    }
  }

  private static LocalSettings settings(boolean steps) {
    return new LocalSettings(0, 0, 0, null, false, steps, null, null, FourEyes.OFF, Disclosure.ALL);
  }

  /** Departments, repeated events, readers and the bureau, concurrently. */
  private static List<String> work(
      LocalStack stack,
      Chaos chaos,
      FaultsZone zone,
      FaultyCaller caller,
      List<LookupReader> readers,
      int leastRuns)
      throws Exception {
    var enough = new AtomicBoolean();
    var runs = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var tasks = new ArrayList<Future<?>>();
      long seed = SEED;
      for (List<String> keys : zone.departments().values()) {
        var random = new Random(seed++);
        tasks.add(repeat(threads, enough, 400, () -> zone.change(keys, random)));
      }
      var random = new Random(seed);
      tasks.add(repeat(threads, enough, 300, () -> repeatAnEvent(stack, random)));
      for (LookupReader reader : readers) {
        tasks.add(repeat(threads, enough, 30, reader::look));
      }
      try {
        while (chaos.count() < LEAST / 2 || !chaos.ofEveryKind() || runs.size() < leastRuns) {
          JsonNode run = caller.publish(YEAR);
          assertThat(run.path("status").asText()).as(run.toString()).isEqualTo("published");
          runs.add(run.path("id").asText());
        }
      } finally {
        enough.set(true);
      }
      for (Future<?> task : tasks) {
        task.get();
      }
    }
    return runs;
  }

  private interface Task {
    void run() throws Exception;
  }

  private static Future<?> repeat(
      java.util.concurrent.ExecutorService threads, AtomicBoolean enough, int pause, Task task) {
    return threads.submit(
        () -> {
          while (!enough.get()) {
            task.run();
            Thread.sleep(pause);
          }
          return null;
        });
  }

  private static void repeatAnEvent(LocalStack stack, Random random) {
    List<BucketChange> changes = stack.s3().latestChanges(LocalStack.BUCKET, "uploads/");
    stack.wiring().bucketChanged(changes.get(random.nextInt(changes.size())));
  }

  private static void assertWhole(FaultyCaller caller, List<LookupReader> readers)
      throws InterruptedException {
    var generations = new ArrayList<String>();
    for (JsonNode run : caller.items("/v1/years/%d/recomputations".formatted(YEAR))) {
      if (run.hasNonNull("publishedAt")) {
        generations.add(run.path("id").asText());
      }
    }
    generations.sort(null);
    var pages = new HashMap<String, JsonNode>();
    readers.forEach(reader -> reader.collect(pages));
    assertThat(pages).as("generations that somebody saw").isNotEmpty();
    readers.forEach(reader -> reader.verify(generations, pages));
  }
}
