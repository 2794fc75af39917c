package innovation.points.recompute;

import innovation.points.store.facts.FactsTable;
import innovation.points.store.scores.Audits;
import innovation.points.store.scores.Manifest.Capacity;
import innovation.points.store.scores.Publications;
import innovation.points.store.scores.Rankings;
import innovation.points.store.scores.RunLists;
import innovation.points.store.scores.ScoresTable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What one step reads and writes, with a meter of its own. Thread safe. */
record Tables(
    FactsTable facts,
    ScoresTable scores,
    Rankings rankings,
    RunLists lists,
    Audits audits,
    Publications publications,
    MeteredDynamoDb meter) {

  static Tables metered(DynamoDbClient client, String facts, String scores) {
    var meter = new MeteredDynamoDb(client);
    return new Tables(
        new FactsTable(meter, facts),
        new ScoresTable(meter, scores),
        new Rankings(meter, scores),
        new RunLists(meter, scores),
        new Audits(meter, scores),
        new Publications(meter, scores),
        meter);
  }

  /** What the step has consumed so far. */
  Capacity consumed() {
    return meter.consumed();
  }
}
