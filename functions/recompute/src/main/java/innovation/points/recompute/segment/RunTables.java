package innovation.points.recompute.segment;

import innovation.points.store.audit.Audits;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.Rankings;
import innovation.points.store.run.Manifest.Capacity;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.table.MeteredClient;
import innovation.points.store.table.StoredLists;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The tables that one step reads and writes, with a meter of its own. Thread-safe. */
public record RunTables(
    FactsTable facts,
    ScoresTable scores,
    Rankings rankings,
    NameIndexes names,
    StoredLists lists,
    Audits audits,
    Publications publications,
    StepCapacity capacity) {

  public static RunTables metered(DynamoDbClient client, String facts, String scores) {
    var capacity = new StepCapacity();
    var metered = new MeteredClient(client, capacity);
    return new RunTables(
        new FactsTable(metered, facts),
        new ScoresTable(metered, scores),
        new Rankings(metered, scores),
        new NameIndexes(metered, scores),
        new StoredLists(metered, scores),
        new Audits(metered, scores),
        new Publications(metered, scores),
        capacity);
  }

  /** The capacity that the step has consumed so far. */
  public Capacity consumed() {
    return capacity.sum();
  }
}
