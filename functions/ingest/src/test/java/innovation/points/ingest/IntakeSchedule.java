package innovation.points.ingest;

import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import innovation.points.person.Person;
import innovation.points.store.uploads.Confirmation;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.Verification;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.Usccs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One run of the world from a seed: files are put and deleted, the queue delivers what it likes in
 * the order it likes, invocations fail, die, overlap. The same seed gives the same run.
 */
final class IntakeSchedule {

  private static final Duration INVOCATION = Duration.ofSeconds(60);

  /** The queue hides a message this long: longer than any lease. */
  private static final Duration VISIBILITY = Duration.ofSeconds(66);

  private static final int LONG = 60_000;
  private static final int SHORT = 10_000;

  /** A message and how often it was delivered. */
  private static final class Pending {
    private final String id;
    private final String key;
    private int received;
    private Instant visibleAt;
    private boolean deleted;

    Pending(String id, String key, Instant visibleAt) {
      this.id = id;
      this.key = key;
      this.visibleAt = visibleAt;
    }
  }

  private final IntakeEngines engines;
  private final Random random;
  private final String name;
  private final IntakeModel model = new IntakeModel();
  private final List<Pending> queue = new ArrayList<>();
  private final List<String> keys;
  private final List<String> story = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private int depth;

  IntakeSchedule(IntakeEngines engines, long seed) {
    this.engines = engines;
    this.random = new Random(seed);
    this.name = "s" + seed;
    this.keys =
        List.of(
            "uploads/tax/operations/2025/" + name + ".csv",
            "uploads/tax/operations/2025/" + name + ".csv.csv",
            "uploads/public/operations/2025/" + name + " 一+.csv",
            IntakeModel.BUREAUS,
            IntakeModel.SELF_REPORT);
  }

  IntakeModel model() {
    return model;
  }

  /** What happened, for a failure's message. */
  List<String> story() {
    return story;
  }

  /** How often what happened. */
  Map<String, Integer> counts() {
    return counts;
  }

  void run() {
    int steps = 4 + random.nextInt(10);
    for (int step = 0; step < steps; step++) {
      if (random.nextInt(3) == 0 || queue.isEmpty()) {
        changeBucket();
      } else {
        deliverSomething(0.03, 0.02);
      }
    }
    settle();
  }

  /** Nothing fails any more; the queue delivers what is left until nothing is. */
  private void settle() {
    for (int round = 0; queue.stream().anyMatch(message -> !message.deleted); round++) {
      if (round == 50) {
        throw new AssertionError("the queue does not run dry: " + story);
      }
      now = now.plus(VISIBILITY);
      List<Pending> left = queue.stream().filter(message -> !message.deleted).toList();
      left.forEach(message -> deliver(List.of(message), 0, 0, LONG));
    }
  }

  private void changeBucket() {
    List<Map.Entry<String, String>> held = model.held();
    if (!held.isEmpty() && random.nextInt(3) == 0) {
      confirm(held.get(random.nextInt(held.size())));
      return;
    }
    if (random.nextInt(4) == 0) {
      verify();
      return;
    }
    String key = keys.get(random.nextInt(keys.size()));
    if (random.nextInt(4) == 0) {
      model.delete(key, engines.bucket.delete(key));
      note("delete", key);
    } else {
      IntakeModel.Content content = content(IntakeModel.isOfOne(key));
      model.put(key, engines.bucket.put(key, content.text()), content);
      note("put " + content.status(), key);
    }
    announce(key);
  }

  /**
   * A person says of a held upload that it is right; perhaps once more, or after it was replaced.
   */
  private void confirm(Map.Entry<String, String> upload) {
    var said =
        new Confirmation(
            "right", Optional.empty(), Optional.empty(), Map.of(), Person.SCHEDULE, now);
    String object = Confirmation.object(upload.getKey(), upload.getValue());
    engines.bucket.put(object, said.json());
    model.confirm(upload.getValue());
    note("confirm", upload.getKey());
    announce(object);
  }

  /** A person says what is right or wrong of a figure, perhaps before it is reported. */
  private void verify() {
    now = now.plusMillis(1);
    int revenue = random.nextInt(3);
    boolean confirmed = random.nextBoolean();
    var said =
        new Verification(
            confirmed,
            Map.of("revenue", Map.of("revenue", Integer.toString(revenue))),
            "looked at",
            Person.SCHEDULE,
            now);
    String object = said.object(IntakeModel.SELF_REPORT);
    engines.bucket.put(object, said.json());
    model.verify(revenue, confirmed);
    note(confirmed ? "verify" : "refuse", IntakeModel.SELF_REPORT);
    announce(object);
  }

  /** The bucket tells the queue at least once, in any order. */
  private void announce(String key) {
    int times = random.nextInt(4) == 0 ? 2 : 1;
    for (int i = 0; i < times; i++) {
      queue.add(random.nextInt(queue.size() + 1), new Pending(name + "-" + queue.size(), key, now));
    }
  }

  private IntakeModel.Content content(boolean ofOne) {
    int kind = random.nextInt(9);
    if (kind == 0) {
      return new IntakeModel.Content(
          "企业名称,营业收入(万元)\n甲," + random.nextInt(3) + "\n", Map.of(), UploadStatus.REJECTED);
    }
    var good = new LinkedHashMap<String, Integer>();
    IntStream.range(0, ofOne ? 1 : 1 + random.nextInt(4))
        .forEach(
            _ ->
                good.put(ofOne ? IntakeModel.OWN : Usccs.of(random.nextInt(6)), random.nextInt(3)));
    var text = new StringBuilder(kind == 2 ? "2024年度经营情况表\n" : "");
    text.append("统一社会信用代码,营业收入(万元)\n");
    if (kind == 1) {
      text.append(Usccs.of(9)).append(",很多\n");
    }
    good.forEach((uscc, revenue) -> text.append(uscc).append(',').append(revenue).append('\n'));
    UploadStatus status =
        switch (kind) {
          case 1 -> UploadStatus.PARTIAL;
          case 2 -> UploadStatus.HELD;
          default -> UploadStatus.ACCEPTED;
        };
    return new IntakeModel.Content(text.toString(), good, status);
  }

  private void deliverSomething(double failures, double deaths) {
    var visible = new ArrayList<Pending>();
    for (Pending message : queue) {
      // A standard queue delivers again now and then what was deleted, or is being handled.
      boolean again = random.nextInt(12) == 0;
      if (again || (!message.deleted && !message.visibleAt.isAfter(now))) {
        visible.add(message);
      }
    }
    if (visible.isEmpty()) {
      now = now.plus(VISIBILITY);
      return;
    }
    int count = Math.min(visible.size(), 1 + random.nextInt(2));
    var batch = new ArrayList<Pending>();
    for (int i = 0; i < count; i++) {
      batch.add(visible.remove(random.nextInt(visible.size())));
    }
    deliver(batch, failures, deaths, random.nextInt(15) == 0 ? SHORT : LONG);
  }

  private void deliver(List<Pending> batch, double failures, double deaths, int remainingMillis) {
    for (Pending message : batch) {
      message.received++;
      message.visibleAt = now.plus(VISIBILITY);
    }
    Instant end = now.plusMillis(remainingMillis);
    var faults =
        new S3Faults(
            random, failures, deaths, () -> meanwhile(failures, deaths), () -> now.isAfter(end));
    var handler =
        new IngestHandler(
            faults.on(DynamoDbClient.class, engines.dynamoDb()),
            faults.on(S3Client.class, engines.bucket.client()),
            () -> now,
            engines.settings);
    SQSMessage[] messages =
        batch.stream()
            .map(message -> QueueMessages.message(message.id, message.received, message.key))
            .toArray(SQSMessage[]::new);
    try {
      var response =
          handler.handleRequest(
              QueueMessages.event(messages), new TestContext("ingest", remainingMillis));
      for (Pending message : batch) {
        boolean failed =
            response.getBatchItemFailures().stream()
                .anyMatch(failure -> failure.getItemIdentifier().equals(message.id));
        message.deleted |= !failed;
        note(failed ? "failed" : "done", message.key);
      }
    } catch (S3Faults.Death _) {
      note("died", batch.toString());
    }
    counts.merge("calls", faults.calls(), Integer::sum);
  }

  /** Between two calls of an invocation other things happen: time, uploads, other invocations. */
  private void meanwhile(double failures, double deaths) {
    if (failures == 0 || depth > 1) {
      return;
    }
    depth++;
    try {
      switch (random.nextInt(60)) {
        case 0 -> changeBucket();
        case 1, 2 -> deliverSomething(failures, deaths);
        case 3 -> now = now.plus(INVOCATION.dividedBy(100));
        default -> {
          // Mostly nothing.
        }
      }
    } finally {
      depth--;
    }
  }

  private void note(String what, String where) {
    story.add("  ".repeat(depth) + what + " " + keys.indexOf(where));
    counts.merge(what, 1, Integer::sum);
  }
}
