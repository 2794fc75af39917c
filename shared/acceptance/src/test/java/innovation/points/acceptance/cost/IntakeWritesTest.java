package innovation.points.acceptance.cost;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.acceptance.samplezone.enterprise.SampleUscc;
import innovation.points.local.FaultHooks;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * What an intake writes, in write units, with one, two and four years known: the first files, the
 * same files again, their events again, and one figure changed. An event that changes nothing
 * writes nothing but the upload's own record.
 */
class IntakeWritesTest {

  private static final int LAST = 2025;
  private static final int ENTERPRISES = 20;

  /** Write units of an accepted upload in the audit trail. */
  private static final double TRAIL = 3;

  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final CostMeter meter = new CostMeter();

  /** What was written between two moments. */
  private record Written(double facts, double scores, double uploads) {
    Written since(Written before) {
      return new Written(facts - before.facts, scores - before.scores, uploads - before.uploads);
    }
  }

  private Written total() {
    return new Written(
        meter.written(LocalDynamoDb.FACTS),
        meter.written(LocalDynamoDb.SCORES),
        meter.written(LocalDynamoDb.UPLOADS));
  }

  private FaultHooks metered() {
    return new FaultHooks() {
      @Override
      public DynamoDbClient tables(LocalDynamoDb tables) {
        return meter.before(tables.client());
      }

      @Override
      public DynamoDbClient tablesInTurn(LocalDynamoDb tables) {
        return tables(tables);
      }
    };
  }

  private interface Step {
    void run() throws Exception;
  }

  /** What a step and all that follows from it writes. */
  private Written written(LocalStack stack, String what, int years, Step step) throws Exception {
    Written before = total();
    step.run();
    stack.wiring().awaitQuiet(LONGEST);
    Written of = total().since(before);
    System.out.printf(
        Locale.ROOT,
        "| %s, %d years | %.1f | %.1f | %.1f |%n",
        what,
        years,
        of.facts(),
        of.scores(),
        of.uploads());
    return of;
  }

  private static void put(LocalStack stack, String key, String text) {
    stack
        .s3()
        .client()
        .putObject(put -> put.bucket(LocalStack.BUCKET).key(key), RequestBody.fromString(text));
  }

  private static void roster(LocalStack stack, int year) {
    var text = new StringBuilder("统一社会信用代码,企业名称,成立日期,行业代码\n");
    for (int i = 0; i < ENTERPRISES; i++) {
      text.append("%s,第%d科技有限公司,2015-03-01,C3464%n".formatted(SampleUscc.of(i), i));
    }
    put(stack, "uploads/science/enterprises/%d/roster.csv".formatted(year), text.toString());
  }

  private static void operations(LocalStack stack, int year, int revenueOfFirst) {
    var text = new StringBuilder("统一社会信用代码,营业收入(万元),研发费用(万元)\n");
    for (int i = 0; i < ENTERPRISES; i++) {
      int revenue = i == 0 ? revenueOfFirst : 1_000 + 10 * i;
      text.append("%s,%d,%d%n".formatted(SampleUscc.of(i), revenue, 40 + i));
    }
    put(stack, "uploads/tax/operations/%d/figures.csv".formatted(year), text.toString());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void onlyWhatChangesIsWritten(int years) throws Exception {
    try (LocalStack stack =
        LocalStack.start(LocalSettings.empty(), InstantSource.system(), metered())) {
      for (int year = LAST - years + 1; year < LAST; year++) {
        roster(stack, year);
        operations(stack, year, 900);
      }
      stack.wiring().awaitQuiet(LONGEST);

      written(stack, "roster, first", years, () -> roster(stack, LAST));
      Written first = written(stack, "figures, first", years, () -> operations(stack, LAST, 900));
      Written events =
          written(
              stack,
              "their events again",
              years,
              () ->
                  stack
                      .s3()
                      .latestChanges(LocalStack.BUCKET, "")
                      .forEach(stack.wiring()::bucketChanged));
      Written again = written(stack, "the same again", years, () -> operations(stack, LAST, 900));
      Written change = written(stack, "one figure", years, () -> operations(stack, LAST, 901));

      // Of each row its facts and its score, and of the file its delivery and its trail.
      assertThat(first.facts()).isEqualTo(ENTERPRISES + 1);
      assertThat(first.scores()).isEqualTo(ENTERPRISES + TRAIL);
      assertThat(events.facts()).isZero();
      assertThat(events.scores()).isZero();
      // Each fact names the version of its file: a new version is new to all that it says.
      assertThat(again).isEqualTo(first);
      assertThat(change.facts()).isEqualTo(first.facts());
      assertThat(change.scores()).isEqualTo(first.scores());
    }
  }
}
