package innovation.points.ingest;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.header.Said;
import innovation.points.ingest.inspect.Parts;
import innovation.points.ingest.inspect.ReadFile;
import innovation.points.ingest.inspect.ReadFileWriter;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.table.BatchWriter;
import innovation.points.testkit.TestContext;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Takes a file into the facts table again and again, in turn with bare batch writes of the same
 * items, on the embedded engine: from the file to its facts, and the whole function with its
 * reports. Prints rows per second of the process's processor time at the median, which includes the
 * engine's. Arguments: the number of rows, 1 for one row an item or 50 for fifty, and how often.
 */
final class FactsBenchmark {

  private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private final IntakeEngines engines = new IntakeEngines();
  private final FactsTable facts = engines.factsTable();
  private final int each;
  private final int rows;
  private final Path file;

  private FactsBenchmark(int rows, int each) throws IOException {
    this.rows = rows;
    this.each = each;
    this.file = Files.createTempFile("benchmark", ".csv");
    Files.writeString(file, each == 1 ? operations() : contracts());
  }

  public static void main(String[] arguments) throws IOException {
    int each = Integer.parseInt(arguments[1]);
    var benchmark = new FactsBenchmark(Integer.parseInt(arguments[0]), each);
    try {
      benchmark.run(Integer.parseInt(arguments[2]));
    } finally {
      Files.delete(benchmark.file);
      benchmark.engines.close();
    }
    System.exit(0); // the engine's threads would keep the process
  }

  private void run(int rounds) throws IOException {
    double[] bare = new double[rounds];
    double[] taken = new double[rounds];
    double[] whole = new double[rounds];
    toFacts(key(2000));
    List<WriteRequest> items = engines.facts().stream().map(BatchWriter::put).toList();
    if (items.size() != rows / each) {
      throw new AssertionError("expected " + rows / each + " items, found " + items.size());
    }
    for (int round = 0; round < rounds; round++) {
      long start = cpu();
      new BatchWriter(engines.dynamoDb()).write(engines.tables.facts(), items);
      long written = cpu();
      toFacts(key(2000));
      long stored = cpu();
      intake(key(2001 + round));
      long all = cpu();
      bare[round] = written - start;
      taken[round] = stored - written;
      whole[round] = all - stored;
    }
    double writes = median(bare);
    System.out.printf(
        Locale.ROOT,
        "%,d rows, %d an item: bare writes %,.0f rows/s, file to facts %,.0f rows/s (%.2f),"
            + " the whole function with its reports %,.0f rows/s (%.2f)%n",
        rows,
        each,
        rows / writes * 1e9,
        rows / median(taken) * 1e9,
        writes / median(taken),
        rows / median(whole) * 1e9,
        writes / median(whole));
  }

  private UploadKey key(int year) {
    String dataset = each == 1 ? "tax/operations" : "science/technology-contracts";
    return (UploadKey) UploadKey.parse("uploads/%s/%d/a.csv".formatted(dataset, year));
  }

  private void toFacts(UploadKey key) throws IOException {
    Dataset dataset = Catalogue.load().dataset(key.dataset()).orElseThrow();
    try (var rows = new ReadFileWriter(dataset)) {
      new FileChecker(Catalogue.load()).check(key, file, Known.of(Roster.NONE), Said.NOTHING, rows);
      try (ReadFile read = rows.end();
          Parts parts = Parts.of(read)) {
        var version = new FileVersion(key.key(), "1", Instant.EPOCH);
        for (int part = 0; part < parts.count(); part++) {
          facts.put(parts.contributions(version, part));
        }
      }
    }
  }

  private void intake(UploadKey key) throws IOException {
    engines.bucket.put(key.key(), Files.readString(file));
    var left =
        engines
            .handler(Instant::now)
            .handleRequest(
                QueueMessages.event(QueueMessages.message("1", 1, key.key())),
                new TestContext("ingest", 900_000, new ArrayList<>()));
    if (!left.getBatchItemFailures().isEmpty()) {
      throw new AssertionError("expected the file to be taken in, it was not");
    }
  }

  private String operations() {
    var text = new StringBuilder("统一社会信用代码,企业名称,营业收入(万元),研发费用(万元),净利润(万元),成本费用支出总额(万元),利润总额(万元)\n");
    for (int row = 0; row < rows; row++) {
      double base = row * 7919L % 100_000 / 10.0;
      text.append(code(row)).append(",虚构企业第").append(row).append("号有限公司");
      for (double share : new double[] {10, 1, 2, 9, 2}) {
        text.append(',').append(share * base);
      }
      text.append('\n');
    }
    return text.toString();
  }

  private String contracts() {
    var text = new StringBuilder("统一社会信用代码,企业名称,合同编号,合同类型,成交额(万元),对方为高校院所\n");
    for (int row = 0; row < rows; row++) {
      text.append(
          "%s,虚构企业第%d号有限公司,HT2025%07d,技术开发,%d.5,%s\n"
              .formatted(code(row / each), row / each, row, row % 900, row % 3 == 0 ? "是" : "否"));
    }
    return text.toString();
  }

  private static String code(int serial) {
    String base = "914107XN%09d".formatted(serial);
    return base + Uscc.check(base + LETTERS.charAt(0));
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
