package innovation.points.acceptance.faults;

import com.sun.management.OperatingSystemMXBean;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.person.FourEyes;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lookups at a fixed rate, independent of response times. Latency counts from the time a request
 * was due, so a pause affects all requests that waited through it.
 */
final class LookupLoad implements AutoCloseable {

  private static final int YEAR = 2025;
  private static final Duration QUIET = Duration.ofMinutes(3);
  private static final int PAUSE = 500;

  /**
   * The readers' measurements.
   *
   * @param millis of all answers, ascending
   * @param errors number of answers other than 200
   * @param files number of files put, replaced or deleted meanwhile
   * @param runs number of runs published meanwhile
   */
  record Met(List<Double> millis, int errors, int files, int runs) {

    double percentile(double share) {
      return millis.get((int) Math.ceil(share * millis.size()) - 1);
    }

    @Override
    public String toString() {
      return "%d lookups, %d errors, p50 %.1f ms, p99 %.1f ms, max %.1f ms; %d files, %d runs"
          .formatted(
              millis.size(), errors, percentile(0.5), percentile(0.99), percentile(1), files, runs);
    }
  }

  private final LocalStack stack =
      LocalStack.start(LocalSettings.empty().withFourEyes(FourEyes.OFF), InstantSource.system());
  private final FaultyCaller caller = new FaultyCaller(stack);
  private final FaultsZone zone;
  private final List<String> ranked;
  private final Random random = new Random(1);

  /** A zone of 120 enterprises, published. */
  LookupLoad() throws Exception {
    zone = new FaultsZone(stack.s3().client(), 1);
    zone.putAll();
    stack.wiring().awaitQuiet(QUIET);
    caller.publish(YEAR);
    ranked =
        caller.items("/v1/years/%d/rankings".formatted(YEAR)).stream()
            .map(item -> item.path("uscc").asText())
            .toList();
  }

  /** What the process takes of a core while nobody asks for anything, in percent. */
  double idle(Duration length) throws InterruptedException {
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = machine.getProcessCpuTime();
    Thread.sleep(length);
    return 100.0 * (machine.getProcessCpuTime() - start) / length.toNanos();
  }

  /** Measures lookups alone. */
  Met lookups(int rate, Duration length) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      return lookups(threads, rate, length, new AtomicInteger(), new AtomicInteger());
    }
  }

  /** Measures lookups while one run after the other publishes. */
  Met lookupsWithRuns(int rate, Duration length) throws Exception {
    return lookupsBeside(rate, length, List.of());
  }

  /** The same while departments change their files, too. */
  Met lookupsWithWrites(int rate, Duration length) throws Exception {
    return lookupsBeside(rate, length, zone.departments().values());
  }

  private Met lookupsBeside(int rate, Duration length, Collection<List<String>> changed)
      throws Exception {
    var enough = new AtomicBoolean();
    var files = new AtomicInteger();
    var runs = new AtomicInteger();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers = new ArrayList<Future<?>>();
      for (List<String> keys : changed) {
        writers.add(threads.submit(() -> write(keys, enough, files)));
      }
      writers.add(threads.submit(() -> publish(enough, runs)));
      Met met;
      try {
        met = lookups(threads, rate, length, files, runs);
      } finally {
        enough.set(true);
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      return met;
    }
  }

  private Void write(List<String> keys, AtomicBoolean enough, AtomicInteger files)
      throws InterruptedException {
    while (!enough.get()) {
      zone.change(keys, random);
      files.incrementAndGet();
      Thread.sleep(PAUSE);
    }
    return null;
  }

  private Void publish(AtomicBoolean enough, AtomicInteger runs) throws InterruptedException {
    while (!enough.get()) {
      if (caller.publish(YEAR).path("status").asText().equals("published")) {
        runs.incrementAndGet();
      }
    }
    return null;
  }

  private Met lookups(
      ExecutorService threads, int rate, Duration length, AtomicInteger files, AtomicInteger runs)
      throws Exception {
    long gap = Duration.ofSeconds(1).dividedBy(rate).toNanos();
    long start = System.nanoTime();
    var errors = new AtomicInteger();
    var answers = new ArrayList<Future<Double>>();
    for (long due = start; due < start + length.toNanos(); due += gap) {
      long wait = due - System.nanoTime();
      if (wait > 0) {
        Thread.sleep(Duration.ofNanos(wait));
      }
      String path = path();
      long at = due;
      answers.add(threads.submit(() -> look(path, at, errors)));
    }
    var millis = new ArrayList<Double>();
    for (Future<Double> answer : answers) {
      millis.add(answer.get());
    }
    millis.sort(null);
    return new Met(millis, errors.get(), files.get(), runs.get());
  }

  private double look(String path, long due, AtomicInteger errors) throws InterruptedException {
    HttpResponse<String> response = caller.send("GET", path, "");
    // An enterprise may have no card in the current generation: 404 is a valid answer.
    boolean gone = response.statusCode() == 404 && path.contains("/enterprises/");
    if (response.statusCode() != 200 && !gone) {
      errors.incrementAndGet();
      System.out.println(path + ": " + response.statusCode() + " " + response.body());
    }
    return (System.nanoTime() - due) / 1e6;
  }

  /**
   * Six in ten requests are for a card, two for the ranking, one is a search, one for the years.
   */
  private String path() {
    return switch (random.nextInt(10)) {
      case 0 -> "/v1/years";
      case 1 -> "/v1/enterprises?q=" + URLEncoder.encode("新乡", StandardCharsets.UTF_8);
      case 2 -> "/v1/years/%d/rankings?limit=50".formatted(YEAR);
      case 3 -> "/v1/years/%d/rankings?limit=50&stage=growth".formatted(YEAR);
      default ->
          "/v1/years/%d/enterprises/%s".formatted(YEAR, ranked.get(random.nextInt(ranked.size())));
    };
  }

  @Override
  public void close() {
    caller.close();
    stack.close();
  }
}
