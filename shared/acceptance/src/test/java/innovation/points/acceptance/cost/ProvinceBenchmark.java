package innovation.points.acceptance.cost;

import com.sun.management.OperatingSystemMXBean;
import innovation.points.acceptance.samplezone.enterprise.SampleUscc;
import innovation.points.local.BureauClient;
import innovation.points.local.FaultHooks;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalSettings;
import innovation.points.local.LocalStack;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.testkit.Approvals;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A province from its files to its home page on the local stack, with runs in steps: what each step
 * takes, reads and writes, for zones of different sizes ({@code -Dsizes=10000,100000}). Prints the
 * table of {@code docs/performance.md}, which has the command. Not run as a test.
 */
class ProvinceBenchmark {
  private static final int YEAR = 2025;
  private static final String RUN = "province";
  private static final Duration LONGEST = Duration.ofHours(1);
  private static final Map<String, String> SETTINGS =
      Map.of(
          "LOCAL_PORT", "0",
          "LOCAL_S3_PORT", "0",
          "LOCAL_SAMPLE", "false",
          "LOCAL_RUN_STEPS", "true",
          "LOCAL_FOUR_EYES", "off");

  private interface Step {
    void done(LocalStack stack) throws Exception;
  }

  @Test
  void aProvince() throws Exception {
    System.out.println(
        "| enterprises | step | elapsed, s | processor, s | ingest, s | score, s | recompute, s"
            + " | read units | write units | files read, written | peak heap, MiB |");
    System.out.println("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
    String sizes = System.getProperty("sizes", "10000,100000");
    for (int size : Arrays.stream(sizes.split(",")).mapToInt(Integer::parseInt).toArray()) {
      new Province(size).measure();
    }
  }

  private static final class Province implements FaultHooks {
    private final int size;
    private final CostMeter meter = new CostMeter();
    private final Map<String, DoubleAdder> seconds = new ConcurrentHashMap<>();

    Province(int size) {
      this.size = size;
    }

    @Override
    public DynamoDbClient tables(LocalDynamoDb tables) {
      return meter.before(tables.client());
    }

    @Override
    public DynamoDbClient tablesInTurn(LocalDynamoDb tables) {
      return meter.before(FaultHooks.super.tablesInTurn(tables));
    }

    @Override
    public S3Client bucket(LocalS3 s3) {
      return meter.before(s3.client());
    }

    @Override
    public LocalFunction function(LocalFunction function) {
      return function.behind(
          (event, far) -> {
            long start = System.nanoTime();
            try {
              return far.invoke(event);
            } finally {
              of(function.name()).add((System.nanoTime() - start) / 1e9);
            }
          });
    }

    private DoubleAdder of(String function) {
      return seconds.computeIfAbsent(function, _ -> new DoubleAdder());
    }

    void measure() throws Exception {
      try (var stack = LocalStack.start(LocalSettings.of(SETTINGS), InstantSource.system(), this)) {
        step("intake and draft", stack, this::intake);
        step("run in steps", stack, Province::run);
        step("overview", stack, this::overview);
        step("rebuild", stack, this::rebuild);
      }
    }

    /** Three departments tell of everyone, the others of the one enterprise that has anything. */
    private void intake(LocalStack stack) {
      put(stack, 1, "commerce/trade", "出口总额(万美元)", _ -> "30");
      put(
          stack,
          1,
          "market/intellectual-property",
          "发明专利申请量(件),PCT专利申请量(件),当年发明专利授权数(件)",
          _ -> "3,1,2");
      put(stack, 1, "finance/investment", "获得风险投资金额(万元),参股或控股企业数量(家)", _ -> "100,1");
      put(
          stack,
          1,
          "science/technology-contracts",
          "合同编号,合同类型,成交额(万元),对方为高校院所",
          _ -> "HT-1,技术开发,120,否");
      put(
          stack,
          size,
          "science/enterprises",
          "企业名称,成立日期,行业代码",
          i -> "虚构企业%d,20%02d-05-01,C%d".formatted(i, 5 + i % 20, 3410 + i % 50));
      put(
          stack,
          size,
          "tax/operations",
          "营业收入(万元),高新技术产品收入(万元),研发费用(万元),研发费用加计扣除所得税减免额(万元),净利润(万元),成本费用支出总额(万元),"
              + "年初净资产(万元),年末净资产(万元),利润总额(万元)",
          i -> "%d,%d,%d,20,80,%d,600,700,95".formatted(500 + i % 9973, i % 400, i % 300, i % 500));
      put(
          stack,
          size,
          "hr/workforce",
          "年末职工总数,科技人员数,研究生以上人员数,本科以上学历人员数,吸纳高校应届毕业生人数,外籍常驻人员和留学归国人员数",
          i -> "%d,%d,3,20,2,1".formatted(30 + i % 211, i % 30));
    }

    private interface Cells {
      String of(int enterprise);
    }

    private static void put(
        LocalStack stack, int rows, String dataset, String titles, Cells cells) {
      String lines =
          IntStream.range(0, rows)
              .mapToObj(i -> SampleUscc.of(i) + "," + cells.of(i) + "\n")
              .collect(Collectors.joining());
      stack
          .s3()
          .client()
          .putObject(
              put ->
                  put.bucket(LocalStack.BUCKET)
                      .key("uploads/%s/%d/province.csv".formatted(dataset, YEAR)),
              RequestBody.fromString("统一社会信用代码," + titles + "\n" + lines));
    }

    private static void run(LocalStack stack) throws InterruptedException {
      var runs = new Runs(stack.tables().client(), LocalDynamoDb.SCORES);
      var order = new Run.Order(true, null, false, Approvals.PREPARES, Instant.now());
      runs.order(Run.ordered(YEAR, RUN, Approvals.overriding(order, "测量")));
      stack.wiring().wake();
      RunStatus status;
      do {
        Thread.sleep(20);
        status = runs.find(YEAR, RUN).orElseThrow().status();
      } while (status == RunStatus.RUNNING || status == RunStatus.COMPLETE);
      if (status != RunStatus.PUBLISHED) {
        throw new IllegalStateException("the run is " + status);
      }
    }

    private void overview(LocalStack stack) throws IOException, InterruptedException {
      String path = "/v1/years/%d/overview".formatted(YEAR);
      try (var http = HttpClient.newHttpClient()) {
        String answer =
            http.send(
                    HttpRequest.newBuilder(stack.api().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
        if (!answer.contains("\"all\":{\"now\":{\"enterprises\":%d,".formatted(size))) {
          throw new IllegalStateException(
              "expected %d enterprises, found %s".formatted(size, answer));
        }
      }
    }

    private void rebuild(LocalStack stack) throws InterruptedException {
      try (var bureau = new BureauClient(stack)) {
        if (!bureau.rebuild(false).path("equal").asBoolean()) {
          throw new IllegalStateException("the facts differ from the bucket");
        }
      }
    }

    private void step(String name, LocalStack stack, Step step) throws Exception {
      Usage before = meter.total();
      seconds.clear();
      pools().forEach(MemoryPoolMXBean::resetPeakUsage);
      var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      long processor = machine.getProcessCpuTime();
      long start = System.nanoTime();
      step.done(stack);
      stack.wiring().awaitQuiet(LONGEST);
      if (!stack.wiring().deadLetters().isEmpty()) {
        throw new IllegalStateException("a function failed");
      }
      Usage used = meter.total().minus(before);
      System.out.printf(
          Locale.ROOT,
          "| %,d | %s | %.1f | %.1f | %.1f | %.1f | %.1f | %,.0f | %,.0f | %,.0f, %,.0f | %,d |%n",
          size,
          name,
          (System.nanoTime() - start) / 1e9,
          (machine.getProcessCpuTime() - processor) / 1e9,
          of("ingest").sum(),
          of("score").sum(),
          of("recompute").sum(),
          used.of(MeteredQuantity.DYNAMODB_READ_UNITS),
          used.of(MeteredQuantity.DYNAMODB_WRITE_UNITS),
          used.of(MeteredQuantity.S3_READS),
          used.of(MeteredQuantity.S3_WRITES),
          pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    }

    private static List<MemoryPoolMXBean> pools() {
      return ManagementFactory.getMemoryPoolMXBeans().stream()
          .filter(pool -> pool.getType() == MemoryType.HEAP)
          .toList();
    }
  }
}
