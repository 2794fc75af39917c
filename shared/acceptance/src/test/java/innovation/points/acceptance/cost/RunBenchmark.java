package innovation.points.acceptance.cost;

import com.sun.management.OperatingSystemMXBean;
import innovation.points.local.LocalDynamoDb;
import innovation.points.store.table.BatchWriter;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * A run, from its order to its publication, against a bare scan of the facts and bare writes of its
 * rows, in processor time of the whole process, the embedded engine included: what other processes
 * do does not count. {@code -Denterprises=}; 5 000 by default.
 */
class RunBenchmark {

  private static final int ENTERPRISES = Integer.getInteger("enterprises", 5_000);
  private static final int ROUNDS = 3;

  private interface Work {
    void done() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = machine.getProcessCpuTime();
    work.done();
    return (machine.getProcessCpuTime() - start) / 1e9;
  }

  @Test
  void aRunAgainstABareScanAndBareWrites() throws Exception {
    try (var zone = new MeteredZone(ENTERPRISES)) {
      zone.intake();
      for (int round = 0; round < ROUNDS; round++) {
        String id = "run" + round;
        double run = seconds(() -> zone.order(id));
        zone.quiet();
        var items = new ArrayList<Map<String, AttributeValue>>();
        var found = new ArrayList<Map<String, AttributeValue>>();
        double scan =
            seconds(() -> found.addAll(scan(zone.tables(), LocalDynamoDb.FACTS, _ -> true)));
        items.addAll(rows(zone.tables(), id));
        List<WriteRequest> writes = items.stream().map(RunBenchmark::copy).toList();
        double written =
            seconds(() -> new BatchWriter(zone.tables()).write(LocalDynamoDb.SCORES, writes));
        System.out.printf(
            Locale.ROOT,
            "| %d enterprises, round %d | run %.2f s | scan %.2f s | %d writes %.2f s | %.2f × |%n",
            ENTERPRISES,
            round,
            run,
            scan,
            writes.size(),
            written,
            run / (scan + written));
      }
    }
  }

  private static List<Map<String, AttributeValue>> rows(DynamoDbClient client, String run) {
    return scan(client, LocalDynamoDb.SCORES, pk -> pk.contains(run));
  }

  private static List<Map<String, AttributeValue>> scan(
      DynamoDbClient client, String table, Predicate<String> wanted) {
    var items = new ArrayList<Map<String, AttributeValue>>();
    client
        .scanPaginator(scan -> scan.tableName(table).consistentRead(true))
        .items()
        .forEach(
            item -> {
              AttributeValue pk = item.get("pk");
              if (pk == null || wanted.test(pk.s())) {
                items.add(item);
              }
            });
    return items;
  }

  private static WriteRequest copy(Map<String, AttributeValue> item) {
    var other = new HashMap<>(item);
    other.put("pk", AttributeValue.fromS("bare#" + Objects.requireNonNull(item.get("pk")).s()));
    return BatchWriter.put(other);
  }
}
