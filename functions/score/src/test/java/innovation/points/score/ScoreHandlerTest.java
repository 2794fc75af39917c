package innovation.points.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail.Decay;
import innovation.points.store.scores.Detail.Indicator;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.ScoreRows;
import innovation.points.testkit.TestContext;
import innovation.points.testkit.ZoneTables;
import innovation.points.web.log.FaultException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

class ScoreHandlerTest {

  private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

  private final ZoneTables tables = new ZoneTables();
  private final FactsZone zone = new FactsZone(tables);
  private final ScoresTable scores = new ScoresTable(tables.client(), tables.scores());
  private final Streamed stream = new Streamed(tables);

  @Test
  void theDraftFollowsTheFacts() {
    zone.roster(2025, 1);
    zone.revenue(2025, 1, 1_999);
    follow();
    assertThat(draft(2025, 1).card().stage()).isEqualTo("growth");
    assertThat(draft(2025, 1).edition()).isEqualTo("draft");
    assertThat(draft(2025, 1).card().rank()).isNull();
    assertThat(draft(2025, 1).evaluatedAt()).isEqualTo(NOW);

    zone.revenue(2025, 1, 2_000);
    follow();

    assertThat(draft(2025, 1).card().stage()).isEqualTo("expansion");
  }

  @Test
  void anEnterpriseOffTheRosterHasNoDraft() {
    zone.revenue(2025, 1, 10);
    follow();
    assertThat(scores.draft(2025, FactsZone.uscc(1))).isEmpty();

    zone.roster(2025, 1);
    follow();
    assertThat(draft(2025, 1).status()).isEqualTo(ScoreStatus.SCORED);

    zone.strike(2025, 1);
    follow();
    assertThat(scores.draft(2025, FactsZone.uscc(1))).isEmpty();
  }

  @Test
  void everyYearThatHangsOnAFactIsScoredAgain() {
    zone.roster(2025, 1);
    zone.revenue(2025, 1, 1_500);
    zone.revenue(2024, 1, 1_000);
    follow();
    assertThat(growth(draft(2025, 1))).isEqualTo(50.0);

    zone.revenue(2024, 1, 1_200);
    follow();

    assertThat(growth(draft(2025, 1))).isEqualTo(25.0);
  }

  @Test
  void theOrderAndNumberOfRecordsDoNotMatter() {
    for (int number = 1; number <= 5; number++) {
      zone.roster(2025, number);
      zone.revenue(2025, number, 100 * number);
    }
    var records = new ArrayList<>(stream.records());
    handle(records);
    var once = drafts();

    var random = new Random(7);
    for (int round = 0; round < 20; round++) {
      var replay = new ArrayList<>(records);
      replay.addAll(records.subList(0, random.nextInt(records.size())));
      Collections.shuffle(replay, random);
      assertThat(handle(replay)).isEmpty();
      assertThat(drafts()).isEqualTo(once);
    }
  }

  @Test
  void aDatasetThatBecomesDeliveredScoresAllAgain() {
    for (int number = 1; number <= 3; number++) {
      zone.roster(2025, number);
      zone.revenue(2025, number, 100);
    }
    zone.deliver("enterprises", 2025);
    follow();
    assertThat(outcome(draft(2025, 2), "2.9")).isEqualTo("missing");

    zone.deliver("trade", 2025);
    follow();
    assertThat(outcome(draft(2025, 2), "2.9")).isEqualTo("scored");

    zone.withdraw("trade", 2025);
    follow();
    assertThat(outcome(draft(2025, 2), "2.9")).isEqualTo("missing");
  }

  @Test
  void anotherFileOfADeliveredDatasetTouchesNobody() {
    zone.roster(2025, 1);
    zone.deliver("enterprises", 2025);
    zone.deliver("trade", 2025);
    follow();

    zone.deliverAnother("trade", 2025);

    handle(stream.records());
    assertThat(stream.records()).as("touches").isEmpty();
  }

  @Test
  void aPublicationIsKnownToLaterYears() {
    zone.roster(2024, 1);
    zone.roster(2025, 1);
    zone.revenue(2024, 1, 900);
    zone.revenue(2025, 1, 900);
    zone.deliver("enterprises", 2024);
    zone.deliver("enterprises", 2025);
    follow();
    assertThat(draft(2025, 1).detail().decay())
        .extracting(Decay::rule)
        .containsExactly("growth-stay");

    // What was published for 2024 was another stage than the facts give now.
    scores.put(List.of(withStage(draft(2024, 1), "mature").in("g1", new Rank(1, 1, 1, 1))));
    tables
        .client()
        .transactWriteItems(
            transaction -> transaction.transactItems(zone.facts().publication(2024, "g1")));
    follow();

    assertThat(draft(2025, 1).detail().decay())
        .extracting(decay -> decay.rule() + " " + decay.factor())
        .containsExactly("growth-stay 0.9", "downgrade 0.7");
    assertThat(draft(2024, 1).detail().decay())
        .extracting(Decay::rule)
        .containsExactly("growth-stay");
  }

  @Test
  void aChangeOfTheZoneWhileScoringIsNotMissed() {
    zone.roster(2025, 1);
    zone.revenue(2025, 1, 100);
    var records = stream.records();
    var once = new AtomicBoolean();
    var changing =
        Intercepted.after(
            tables.client(),
            request -> {
              if (request instanceof BatchWriteItemRequest && once.compareAndSet(false, true)) {
                zone.deliver("trade", 2025);
              }
            });

    handler(changing).handleRequest(Streamed.event(records), new TestContext("score", 60_000));

    assertThat(outcome(draft(2025, 1), "2.9")).isEqualTo("scored");
  }

  @Test
  void whoWroteFromFactsThatHaveChangedWritesAgain() {
    zone.roster(2025, 1);
    zone.revenue(2025, 1, 1_999);
    var records = stream.records();
    var once = new AtomicBoolean();
    var changing =
        Intercepted.before(
            tables.client(),
            request -> {
              if (request instanceof BatchWriteItemRequest && once.compareAndSet(false, true)) {
                // The other lane scores a newer change, and has written before this one does.
                zone.revenue(2025, 1, 2_000);
                handle(stream.records());
              }
            });

    handler(changing).handleRequest(Streamed.event(records), new TestContext("score", 60_000));

    assertThat(draft(2025, 1).card().stage()).isEqualTo("expansion");
  }

  @Test
  void oneEnterpriseThatCannotBeScoredDoesNotHoldUpTheOthers() {
    for (int number = 1; number <= 4; number++) {
      zone.roster(2025, number);
      zone.revenue(2025, number, 100);
    }
    // No number fits into its attribute: the row cannot be read, however often.
    zone.damage(2025, 3);
    var context = new TestContext("score", 60_000);

    assertThat(
            handler(tables.client())
                .handleRequest(Streamed.event(stream.records()), context)
                .getBatchItemFailures())
        .isEmpty();

    assertThat(context.text()).contains("\"outcome\":\"set aside\"", "\"EnterprisesFailed\":1");
    for (int number : List.of(1, 2, 4)) {
      assertThat(draft(2025, number).status()).isEqualTo(ScoreStatus.SCORED);
    }
    assertThat(scores.draft(2025, FactsZone.uscc(3))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "ValidationException, 400, false",
    "AccessDeniedException, 400, true",
    "ProvisionedThroughputExceededException, 400, true",
    "ThrottlingException, 400, true",
    "InternalServerError, 500, true"
  })
  void whatTheTableRefusesForTheItemIsSetAsideAndAnOutageIsTriedAgain(
      String code, int status, boolean again) {
    for (int number = 1; number <= 3; number++) {
      zone.roster(2025, number);
    }
    var records = stream.records();
    var refusing =
        Intercepted.before(
            tables.client(),
            request -> {
              if (request.toString().contains("head")
                  && request.toString().contains(FactsZone.uscc(2))) {
                throw DynamoDbException.builder()
                    .statusCode(status)
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                    .build();
              }
            });

    var failures =
        handler(refusing)
            .handleRequest(Streamed.event(records), new TestContext("score", 60_000))
            .getBatchItemFailures();

    assertThat(failures)
        .extracting(BatchItemFailure::getItemIdentifier)
        .isEqualTo(again ? List.of(Streamed.firstOf(records, FactsZone.uscc(2))) : List.of());
    assertThat(draft(2025, 1).status()).isEqualTo(ScoreStatus.INCOMPLETE);
    assertThat(draft(2025, 3).status()).isEqualTo(ScoreStatus.INCOMPLETE);
  }

  /** As where memory or the stack ran out: the change comes again and is not taken for done. */
  @Test
  void anErrorWhileScoringAnEnterpriseIsAFailureOfItsRecords() {
    for (int number = 1; number <= 3; number++) {
      zone.roster(2025, number);
      zone.revenue(2025, number, 100);
    }
    var records = stream.records();
    var breaking =
        Intercepted.before(
            tables.client(),
            request -> {
              if (request instanceof QueryRequest
                  && request.toString().contains(FactsZone.uscc(2))) {
                throw new StackOverflowError();
              }
            });

    var failures =
        handler(breaking)
            .handleRequest(Streamed.event(records), new TestContext("score", 60_000))
            .getBatchItemFailures();

    assertThat(failures)
        .extracting(BatchItemFailure::getItemIdentifier)
        .containsExactly(Streamed.firstOf(records, FactsZone.uscc(2)));
    assertThat(draft(2025, 1).status()).isEqualTo(ScoreStatus.SCORED);
    assertThat(draft(2025, 3).status()).isEqualTo(ScoreStatus.SCORED);
  }

  @Test
  void logsNamesNobody() {
    zone.roster(2025, 1);
    zone.damage(2025, 1);
    var context = new TestContext("score", 60_000);

    handler(tables.client()).handleRequest(Streamed.event(stream.records()), context);

    assertThat(context.text())
        .contains("\"EnterprisesFailed\":1")
        .contains("\"level\":\"ERROR\"")
        .doesNotContain(FactsZone.uscc(1))
        .doesNotContain("新乡");
  }

  /** Nobody has facts by then who could be touched. */
  @Test
  void aWithdrawalThatWasGivenUpIsMadeGoodByTouchingTheZone() {
    zone.deliver("enterprises", 2025);
    zone.roster(2025, 1);
    follow();
    zone.strike(2025, 1);
    assertThat(stream.records()).as("what nobody managed").isNotEmpty();
    assertThat(scores.draft(2025, FactsZone.uscc(1))).isPresent();

    zone.facts().touchZone(2025);
    follow();

    assertThat(scores.draft(2025, FactsZone.uscc(1))).isEmpty();
  }

  @Test
  void theDraftSaysHowFarItIsBehindTheOldestChange() {
    zone.roster(2025, 1);
    zone.roster(2025, 2);
    List<DynamodbStreamRecord> records = stream.records();
    records
        .getFirst()
        .getDynamodb()
        .setApproximateCreationDateTime(Date.from(NOW.minusSeconds(42)));
    records.getLast().getDynamodb().setApproximateCreationDateTime(Date.from(NOW));
    var context = new TestContext("score", 60_000);

    handler(tables.client()).handleRequest(Streamed.event(records), context);

    assertThat(context.text())
        .contains("\"EnterprisesScored\":2,\"EnterprisesFailed\":0,\"DraftLag\":42,");
  }

  @Test
  void whatCannotBeDoneAtAllIsThrownWithoutWords() {
    zone.roster(2025, 1);
    var context = new TestContext("score", 60_000);
    DynamoDbClient down =
        (DynamoDbClient)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DynamoDbClient.class},
                (_, _, _) -> {
                  throw DynamoDbException.builder().message("机密").build();
                });

    assertThatThrownBy(() -> handler(down).handleRequest(Streamed.event(stream.records()), context))
        .isInstanceOf(FaultException.class)
        .hasMessage(DynamoDbException.class.getName())
        .hasNoCause();
    assertThat(context.text()).contains("\"outcome\":\"failed\"").doesNotContain("机密");
  }

  /** Shows the function what happened until nothing more happens. */
  private void follow() {
    for (var records = stream.records(); !records.isEmpty(); records = stream.records()) {
      assertThat(handle(records)).isEmpty();
    }
  }

  private List<String> handle(List<DynamodbEvent.DynamodbStreamRecord> records) {
    return handler(tables.client())
        .handleRequest(Streamed.event(records), new TestContext("score", 60_000))
        .getBatchItemFailures()
        .stream()
        .map(BatchItemFailure::getItemIdentifier)
        .toList();
  }

  private ScoreHandler handler(DynamoDbClient client) {
    return new ScoreHandler(
        client, () -> NOW, new ScoreSettings(tables.facts(), tables.scores()), Rulebooks.builtIn());
  }

  private ScoreRow draft(int year, int number) {
    return scores.draft(year, FactsZone.uscc(number)).orElseThrow();
  }

  private List<ScoreRow> drafts() {
    return scores.drafts(2025, RowFilter.ALL, 200, null).items();
  }

  private static String outcome(ScoreRow row, String indicator) {
    return indicator(row, indicator).outcome();
  }

  private static double growth(ScoreRow row) {
    Double value = indicator(row, "2.3").value();
    return value == null ? Double.NaN : value;
  }

  private static Indicator indicator(ScoreRow row, String id) {
    return row.detail().indicators().stream()
        .filter(indicator -> indicator.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static ScoreRow withStage(ScoreRow row, String stage) {
    Card card = row.card();
    var other =
        new Card(
            card.uscc(),
            card.name(),
            card.year(),
            null,
            card.status(),
            stage,
            card.total(),
            card.categories(),
            card.addition(),
            null,
            null,
            card.rulebook(),
            List.of(),
            List.of());
    return ScoreRows.of(
        other,
        new ScoreRow.Listing(row.industry(), row.cluster(), row.park(), row.grid(), row.coverage()),
        row.digest(),
        row.rewards(),
        row.evaluatedAt());
  }
}
