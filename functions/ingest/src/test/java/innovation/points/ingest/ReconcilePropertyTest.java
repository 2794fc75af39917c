package innovation.points.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.Value;
import innovation.points.store.facts.FactRow.Check;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.testkit.Usccs;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whatever order and number of events, whatever fails or dies, whatever overlaps: in the end the
 * tables say what the bucket says. {@code -Dschedules=N} runs so many, {@code -Dseed=N} from
 * another one on; {@code -Pfull} runs eighteen times as many.
 */
class ReconcilePropertyTest {

  private static final int SCHEDULES = Integer.getInteger("schedules", 60);
  private static final int ENTERPRISES = 6;
  private static final long SEED = Long.getLong("seed", 1);

  @Test
  void everyScheduleEndsInWhatTheBucketSays() {
    run(SEED, SCHEDULES);
  }

  @Test
  @Tag("full")
  void everyOneOfManyMoreDoes() {
    run(SEED + SCHEDULES, 17 * SCHEDULES);
  }

  private static void run(long first, int schedules) {
    var counts = new TreeMap<String, Integer>();
    try (var engines = new IntakeEngines()) {
      for (long seed = first; seed < first + schedules; seed++) {
        var schedule = new IntakeSchedule(engines, seed);
        schedule.run();
        schedule.counts().forEach((what, count) -> counts.merge(what, count, Integer::sum));
        compare(engines, schedule, seed);
        engines.tables.clear();
        engines.bucket.clear();
      }
    }
    System.out.println(schedules + " schedules: " + counts);
    // A world in which nothing goes wrong would prove nothing.
    assertThat(counts)
        .containsKeys(
            "died",
            "failed",
            "done",
            "delete",
            "put REJECTED",
            "put HELD",
            "confirm",
            "verify",
            "refuse");
  }

  private static void compare(IntakeEngines engines, IntakeSchedule schedule, long seed) {
    IntakeModel model = schedule.model();
    String story = "seed " + seed + ": " + schedule.story();
    List<Map<String, AttributeValue>> facts = engines.facts();
    assertThat(facts(facts)).as("facts, " + story).isEqualTo(model.facts());
    assertThat(deliveries(facts)).as("deliveries, " + story).isEqualTo(model.deliveries());
    compareWhatCounts(engines, model, story);
    List<Map<String, AttributeValue>> uploads = engines.uploads();
    assertThat(uploads(uploads)).as("uploads, " + story).isEqualTo(model.uploads());
    // A lease may be left: that of a dead invocation whose message was through by another one.
    assertThat(uploads)
        .as("changes broken off, " + story)
        .noneMatch(item -> item.containsKey("progress"));
  }

  private static Set<String> facts(List<Map<String, AttributeValue>> items) {
    var facts = new TreeSet<String>();
    for (Map<String, AttributeValue> item : items) {
      if (item.containsKey("rows")) {
        for (AttributeValue row : attribute(item, "rows").l()) {
          facts.add(
              IntakeModel.fact(
                  text(item, "key"),
                  text(item, "uscc"),
                  text(item, "version"),
                  (int)
                      Double.parseDouble(
                          attribute(attribute(row.m(), "values").m(), "revenue").n()),
                  found(row.m())));
        }
      }
    }
    return facts;
  }

  private static String found(Map<String, AttributeValue> row) {
    AttributeValue checks = row.get("checks");
    AttributeValue check = checks == null ? null : checks.m().get("revenue");
    return check == null
        ? ""
        : Boolean.toString(StoredJson.read(check.s(), Check.class).confirmed());
  }

  /** What is scored: of the strongest source that has a figure which nobody has refused. */
  private static void compareWhatCounts(IntakeEngines engines, IntakeModel model, String story) {
    for (int number = 0; number < ENTERPRISES; number++) {
      String uscc = Usccs.of(number);
      Fact revenue = engines.factsTable().read(uscc).year(2025).facts().get("revenue");
      Set<String> may = model.counting(uscc);
      if (revenue == null) {
        assertThat(may).as("nothing counts, " + story).isEmpty();
      } else {
        assertThat(may)
            .as("what counts, " + story)
            .contains(
                IntakeModel.counted(
                    revenue.source().key(),
                    (int) ((Value.Amount) revenue.value()).amount(),
                    revenue.source().unverified()));
      }
    }
  }

  private static Set<String> deliveries(List<Map<String, AttributeValue>> items) {
    var files = new TreeSet<String>();
    for (Map<String, AttributeValue> item : items) {
      if (text(item, "uscc").equals("#zone") && item.containsKey("operations")) {
        files.addAll(attribute(item, "operations").ss());
      }
    }
    return files;
  }

  private static Set<String> uploads(List<Map<String, AttributeValue>> items) {
    var uploads = new TreeSet<String>();
    for (Map<String, AttributeValue> item : items) {
      if (text(item, "sk").startsWith("upload#")) {
        uploads.add(
            IntakeModel.upload(
                text(item, "key"),
                text(item, "id"),
                UploadStatus.of(text(item, "status")),
                text(item, "version")));
      }
    }
    return uploads;
  }

  private static String text(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  private static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    return Objects.requireNonNull(item.get(name), name);
  }
}
