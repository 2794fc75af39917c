package innovation.points.recompute.segment;

import innovation.points.store.audit.Audits;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.Rankings;
import innovation.points.store.run.Manifest.Capacity;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.StoredLists;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What one step reads and writes, with a meter of its own. Thread safe. */
public record RunTables(
    FactsTable facts,
    ScoresTable scores,
    Rankings rankings,
    StoredLists lists,
    Audits audits,
    Publications publications,
    MeteredWrites meter) {

  public static RunTables metered(DynamoDbClient client, String facts, String scores) {
    var meter = new MeteredWrites(client);
    return new RunTables(
        new FactsTable(meter, facts),
        new ScoresTable(meter, scores),
        new Rankings(meter, scores),
        new StoredLists(meter, scores),
        new Audits(meter, scores),
        new Publications(meter, scores),
        meter);
  }

  /** What the step has consumed so far. */
  public Capacity consumed() {
    return meter.consumed();
  }
}
