package innovation.points.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.table.MeteredClient;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.ZoneTables;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the draft costs in write units, with one, two and four years known. */
class WritesTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");
  private static final int ENTERPRISES = 3;
  private static final int LAST = 2025;

  /** A row of the draft takes no more than 1 KB. */
  private static final double ROW = 1;

  private final ZoneTables tables = new ZoneTables();
  private final FactsZone zone = new FactsZone(tables);
  private final Streamed stream = new Streamed(tables);
  private double written;

  private void know(int years) {
    for (int year = LAST; year > LAST - years; year--) {
      zone.known(year, ENTERPRISES);
      zone.deliver("enterprises", year);
    }
    follow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aChangeOfTheLastYearWritesThatYearOnlyHoweverManyAreKnown(int years) {
    know(years);

    zone.revenue(LAST, 1, 777);
    List<DynamodbStreamRecord> change = stream.records();

    assertThat(written(change)).isEqualTo(ROW);
    assertThat(written(change)).as("the same again").isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aDatasetThatIsNewToAYearWritesNothingOfThoseItLists(int years) {
    know(years);

    zone.deliver("operations", LAST);

    assertThat(written(stream.records())).isZero();
    assertThat(stream.records()).as("touched").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aDatasetThatIsNewToAYearTouchesThoseThatAreNowAtZero(int years) {
    know(years);
    zone.roster(LAST, ENTERPRISES + 1);
    zone.revenue(LAST, ENTERPRISES + 1, 500);
    follow();

    zone.deliver("trade", LAST);
    written(stream.records());
    List<DynamodbStreamRecord> touched = stream.records();

    assertThat(touched).hasSize(1);
    assertThat(written(touched)).isEqualTo(ROW);
    assertThat(stream.records()).isEmpty();
  }

  private void follow() {
    for (var records = stream.records(); !records.isEmpty(); records = stream.records()) {
      written(records);
    }
  }

  /** Write units that the function consumes for some records. */
  private double written(List<DynamodbStreamRecord> records) {
    written = 0;
    var metered =
        new MeteredClient(
            tables.client(),
            new MeteredClient.Meter() {
              @Override
              public void read(double units) {}

              @Override
              public void written(double units) {
                written += units;
              }
            });
    new ScoreHandler(
            metered,
            () -> NOW,
            new ScoreSettings(tables.facts(), tables.scores()),
            Rulebooks.builtIn())
        .handleRequest(Streamed.event(records), new TestContext("score", 60_000));
    return written;
  }
}
