package innovation.points.acceptance.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import innovation.points.acceptance.cloud.template.Template;
import innovation.points.acceptance.samplezone.enterprise.SampleUscc;
import innovation.points.ingest.IngestHandler;
import innovation.points.ingest.IngestSettings;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.events.Wiring;
import innovation.points.local.lambda.LocalFunction;
import innovation.points.local.s3.LocalS3;
import innovation.points.lookup.LookupHandler;
import innovation.points.lookup.LookupSettings;
import innovation.points.person.FourEyes;
import innovation.points.recompute.RecomputeHandler;
import innovation.points.recompute.RecomputeSettings;
import innovation.points.score.ScoreHandler;
import innovation.points.score.ScoreSettings;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.testkit.Approvals;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** A zone of a given size on the embedded engines, with metered functions. */
final class MeteredZone implements AutoCloseable {

  static final int YEAR = 2025;
  private static final String BUCKET = "metered";
  private static final String RUN = "metered-run";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final InstantSource CLOCK = InstantSource.system();

  private final CostMeter meter = new CostMeter();
  private final Wiring wiring = new Wiring(CLOCK);
  private final LocalDynamoDb tables = new LocalDynamoDb(null, null);
  private final LocalS3 s3 =
      new LocalS3(
          null,
          0,
          CLOCK,
          change -> {
            wiring.bucketChanged(change);
            meter.add(MeteredQuantity.QUEUE_MESSAGES, change.key().startsWith("uploads/") ? 1 : 0);
          });
  private final Template template = Template.read();
  private final LocalFunction lookup;
  private final int enterprises;

  MeteredZone(int enterprises) throws IOException {
    this.enterprises = enterprises;
    s3.ensureBucket(BUCKET);
    DynamoDbClient client = meter.before(tables.client());
    S3Client bucket = meter.before(s3.client());
    LocalFunction recompute = recompute(client, bucket);
    lookup = lookup(client);
    wiring.start(
        tables.streams(),
        tables.streamOf(LocalDynamoDb.FACTS),
        tables.streamOf(LocalDynamoDb.SCORES),
        ingest(client, bucket),
        score(client),
        recompute,
        recompute,
        null);
  }

  /** The billed memory of a function, in gigabytes. */
  private double memory(String function) {
    return template.function(function).property("/MemorySize").asDouble() / 1024;
  }

  private LocalFunction ingest(DynamoDbClient client, S3Client bucket) {
    var settings =
        new IngestSettings(
            BUCKET, LocalDynamoDb.FACTS, LocalDynamoDb.UPLOADS, LocalDynamoDb.SCORES);
    var handler = new IngestHandler(client, bucket, CLOCK, settings);
    return meter.around(
        LocalFunction.of("ingest", Duration.ofMinutes(5), CLOCK, meter.log(), handler),
        memory("ingest"));
  }

  private LocalFunction score(DynamoDbClient client) {
    var settings = new ScoreSettings(LocalDynamoDb.FACTS, LocalDynamoDb.SCORES);
    var handler = new ScoreHandler(client, CLOCK, settings, Rulebooks.builtIn());
    return meter.around(
        LocalFunction.of("score", Duration.ofMinutes(5), CLOCK, meter.log(), handler),
        memory("score"));
  }

  private LocalFunction recompute(DynamoDbClient client, S3Client bucket) {
    var settings =
        new RecomputeSettings(
            LocalDynamoDb.FACTS, LocalDynamoDb.SCORES, LocalDynamoDb.UPLOADS, FourEyes.OFF);
    var handler =
        new RecomputeHandler(client, bucket, BUCKET, _ -> {}, CLOCK, settings, Rulebooks.builtIn());
    return meter.around(
        LocalFunction.of("recompute", Duration.ofMinutes(15), CLOCK, meter.log(), handler),
        memory("recompute"));
  }

  private LocalFunction lookup(DynamoDbClient client) {
    var settings =
        new LookupSettings(LocalDynamoDb.FACTS, LocalDynamoDb.SCORES, LocalDynamoDb.UPLOADS);
    return meter.around(
        LocalFunction.of(
            "lookup",
            Duration.ofSeconds(29),
            CLOCK,
            meter.log(),
            new LookupHandler(client, CLOCK, settings)),
        memory("lookup"));
  }

  /** Every department's file of the year, each on a day of its own. */
  Usage intake() throws Exception {
    return used(
        () -> {
          put("science/enterprises", "统一社会信用代码,企业名称,成立日期,行业代码", "虚构企业,2018-05-01,C3464");
          operations(0);
          put(
              "hr/workforce",
              "统一社会信用代码,年末职工总数,科技人员数,研究生以上人员数,本科以上学历人员数,吸纳高校应届毕业生人数,外籍常驻人员和留学归国人员数",
              "50,12,3,20,2,1");
          put("commerce/trade", "统一社会信用代码,出口总额(万美元)", "30");
          put(
              "market/intellectual-property",
              "统一社会信用代码,发明专利申请量(件),PCT专利申请量(件),当年发明专利授权数(件)",
              "3,1,2");
          put("finance/investment", "统一社会信用代码,获得风险投资金额(万元),参股或控股企业数量(家)", "100,1");
          put("market/credit", "统一社会信用代码,列入经营异常名录,列入严重违法失信企业名单", "否,否");
          put("ecology/environment", "统一社会信用代码,环境信用等级", "良好");
          put("emergency/safety", "统一社会信用代码,发生较大及以上安全生产事故,发生群体性事件", "否,否");
          put(
              "science/technology-contracts",
              "统一社会信用代码,合同编号,合同类型,成交额(万元),对方为高校院所",
              "HT-1,技术开发,120,否");
          put(
              "science/qualifications",
              "统一社会信用代码,证书编号,资质,认定日期,有效期至",
              "GR-1,高新技术企业,2024-11-01,2027-10-31");
        });
  }

  /** Uploads one department's file again, with another figure for every enterprise. */
  Usage correctedFile() throws Exception {
    return used(() -> operations(1));
  }

  /** The yearly run, published, with its documents. */
  Usage run() throws Exception {
    return used(
        () -> {
          order(RUN);
          quiet();
        });
  }

  /** Orders a run and waits until it is published; its documents follow. */
  void order(String id) throws InterruptedException {
    var runs = new Runs(tables.client(), LocalDynamoDb.SCORES);
    var order = new Run.Order(true, null, false, Approvals.PREPARES, Instant.now());
    runs.order(Run.ordered(YEAR, id, Approvals.overriding(order, "测量")));
    RunStatus status;
    do {
      Thread.sleep(5);
      status = runs.find(YEAR, id).orElseThrow().status();
    } while (status == RunStatus.RUNNING || status == RunStatus.COMPLETE);
    if (status != RunStatus.PUBLISHED) {
      throw new IllegalStateException("the run is " + status);
    }
  }

  /** Waits until nothing is under way. */
  void quiet() throws Exception {
    wiring.awaitQuiet(LONGEST);
  }

  /** The tables without a meter. */
  DynamoDbClient tables() {
    return tables.client();
  }

  /** Public scores, one enterprise after the other. */
  Usage lookups(int number) throws Exception {
    return used(
        () -> {
          for (int i = 0; i < number; i++) {
            String uscc = SampleUscc.of(i % enterprises);
            String event =
                """
                {"rawPath": "/v1/years/%d/enterprises/%s", "headers": {}}\
                """
                    .formatted(YEAR, uscc);
            String answer = new String(lookup.invoke(event.getBytes(UTF_8)), UTF_8);
            if (!answer.contains("\"statusCode\":200")) {
              throw new IllegalStateException(answer);
            }
            meter.add(MeteredQuantity.API_REQUESTS, 1);
          }
        });
  }

  private void operations(int more) throws Exception {
    put(
        "tax/operations",
        "统一社会信用代码,营业收入(万元),高新技术产品收入(万元),研发费用(万元),研发费用加计扣除所得税减免额(万元),净利润(万元),成本费用支出总额(万元),年初净资产(万元),年末净资产(万元),利润总额(万元)",
        (1500 + more) + ",900,120,20,80,1300,600,700,95");
  }

  /** Waits until every enterprise in the file is scored again. */
  private void put(String dataset, String header, String cells) throws Exception {
    String rows =
        IntStream.range(0, enterprises)
            .mapToObj(serial -> SampleUscc.of(serial) + "," + cells + "\n")
            .collect(Collectors.joining());
    String content = header + "\n" + rows;
    s3.client()
        .putObject(
            put -> put.bucket(BUCKET).key("uploads/" + dataset + "/" + YEAR + "/file.csv"),
            RequestBody.fromString(content));
    meter.add(MeteredQuantity.S3_WRITES, 1);
    meter.add(MeteredQuantity.S3_BYTES, content.getBytes(UTF_8).length);
    wiring.awaitQuiet(LONGEST);
  }

  private interface Work {
    void done() throws Exception;
  }

  private Usage used(Work work) throws Exception {
    Usage before = meter.total();
    work.done();
    if (!wiring.failedBatches().isEmpty() || !wiring.queue().deadLetters().isEmpty()) {
      throw new IllegalStateException("a function failed");
    }
    return meter.total().minus(before);
  }

  @Override
  public void close() {
    wiring.close();
    s3.close();
    tables.close();
  }
}
