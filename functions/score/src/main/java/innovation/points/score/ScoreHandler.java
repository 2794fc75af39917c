package innovation.points.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse.BatchItemFailure;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.Patience;
import innovation.points.store.table.Unavailability;
import innovation.points.web.event.BatchFailures;
import innovation.points.web.log.FaultException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Follows the stream of the facts table and keeps the draft: every enterprise of a batch is scored
 * once, whatever the number of its records. Thread-safe.
 */
public final class ScoreHandler implements RequestStreamHandler {

  /** A new rulebook takes effect in the draft after this time at the latest. */
  private static final Duration RULEBOOKS_KEPT = Duration.ofSeconds(5);

  private final Draft draft;
  private final InstantSource clock;

  /** For Lambda: everything from the environment. */
  public ScoreHandler() {
    this(
        DynamoDbClient.builder()
            .httpClient(Patience.WORKING.http())
            .overrideConfiguration(Patience.WORKING.limits())
            .build(),
        InstantSource.system(),
        ScoreSettings.of(System.getenv()),
        Rulebooks.builtIn());
  }

  /** For tests and the local stack. */
  public ScoreHandler(
      DynamoDbClient client,
      InstantSource clock,
      ScoreSettings settings,
      List<Rulebook> rulebooks) {
    this.clock = clock;
    this.draft =
        new Draft(
            new FactsTable(client, settings.factsTable()),
            new ScoresTable(client, settings.scoresTable()),
            new RulebookChoice(
                rulebooks,
                new StoredRulebooks(client, settings.scoresTable()),
                clock,
                RULEBOOKS_KEPT),
            clock);
  }

  /**
   * The same on the bytes that Lambda passes.
   *
   * @throws FaultException where none of it could be done
   */
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    StreamsEventResponse response = handleRequest(StreamEvents.read(event), context);
    BatchFailures.write(
        answer,
        response.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier).toList());
  }

  /**
   * Brings the draft up to the batch.
   *
   * @return the records of enterprises that could not be scored for a fault that may end: the
   *     stream delivers the batch again from the first of them on, in ever smaller parts, for six
   *     hours. What the facts of an enterprise cause is set aside, or it would hold up all others:
   *     the metric {@code EnterprisesFailed} counts it, and a rebuild scores it again
   * @throws FaultException where none of it could be done
   */
  public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
    var log = DraftLog.of(event, context, clock);
    try {
      return score(event, log);
    } catch (RuntimeException e) {
      log.broken(e);
      throw FaultException.of(e);
    }
  }

  private StreamsEventResponse score(DynamodbEvent event, DraftLog log) {
    List<DraftChange> changes = event.getRecords().stream().map(DraftChange::of).toList();
    var affected = new LinkedHashMap<String, Draft.Affected>();
    var first = new LinkedHashMap<String, String>();
    for (DraftChange change : changes) {
      if (change
          instanceof DraftChange.OfEnterprise(String number, String uscc, int year, int from)) {
        affected.merge(uscc, new Draft.Affected(Set.of(year), from), Draft.Affected::and);
        first.putIfAbsent(uscc, number);
      }
    }
    Map<String, RuntimeException> failed = affected.isEmpty() ? Map.of() : draft.score(affected);
    // After the batch's own enterprises: those it writes the first row of are among the touched.
    OptionalInt from = earliest(changes);
    from.ifPresent(draft::touch);
    var failures = new ArrayList<BatchItemFailure>();
    failed.forEach(
        (uscc, cause) -> {
          String number = first.getOrDefault(uscc, "");
          boolean again = Unavailability.mayEnd(cause);
          if (again) {
            failures.add(BatchItemFailure.builder().withItemIdentifier(number).build());
          }
          log.failed(number, again, cause);
        });
    log.done(
        event, affected.size() - failed.size(), failed.size() - failures.size(), from.isPresent());
    return StreamsEventResponse.builder().withBatchItemFailures(failures).build();
  }

  private static OptionalInt earliest(List<DraftChange> changes) {
    return changes.stream()
        .filter(DraftChange.OfZone.class::isInstance)
        .mapToInt(change -> ((DraftChange.OfZone) change).from())
        .min();
  }
}
