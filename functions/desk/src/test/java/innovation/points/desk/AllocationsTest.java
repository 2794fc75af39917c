package innovation.points.desk;

import static innovation.points.desk.DeskBench.person;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.FourEyes;
import innovation.points.scoring.facts.Value;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.TestBucket;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payment lists: worked out, asked for by one person, decided by another, paid once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllocationsTest {

  private static final Map<String, String> LI = person("li.min", "李敏", "[bureau]");
  private static final Map<String, String> WANG = person("wang.jianguo", "王建国", "[approver]");
  private static final Map<String, String> ZHAO = person("zhao.qiang", "赵强", "[approver]");
  private static final Map<String, String> CHEN = person("chen.hong", "陈红", "[bureau approver]");
  private static final String LISTS = "/v1/years/2025/allocations";
  private static final String BEST =
      "{\"budget\":%s,\"method\":\"places\",\"stages\":[{\"stage\":\"growth\",\"places\":2}]}";
  private static final String WHY = "{\"reason\":\"预算未定\"}";
  private static final String REWARDS = "{\"method\":\"rewards\"}";

  private final TestBucket bucket = new TestBucket();
  private DeskBench bench = new DeskBench(bucket.client(), FourEyes.REQUIRED);

  /**
   * Three of the same stage; the second is the best and has a certificate of the year, each may be
   * where another is.
   */
  @BeforeAll
  void publish() {
    bench.zone.known(2025, 3);
    bench.zone.put(
        "qualifications",
        2025,
        2,
        Map.of(
            "certificate", Value.of("GR1"),
            "kind", Value.of("高新技术企业"),
            "validFrom", Value.of(LocalDate.of(2025, 11, 1))));
    contract(1, "HT-1");
    contract(3, "HT-1");
    bench.publish(2025);
  }

  /** A contract of 100 000 yuan that an enterprise has registered. */
  private void contract(int number, String contract) {
    bench.zone.put(
        "technology-contracts",
        2025,
        number,
        Map.of(
            "contract", Value.of(contract),
            "kind", Value.of("技术开发"),
            "amount", Value.of(10),
            "university", Value.of(false)));
  }

  /** Every test has lists of its own. */
  @BeforeEach
  void begin() {
    bench.process = FaultyClient.counting();
    for (var item : bench.tables.items(bench.tables.scores())) {
      if (requireNonNull(item.get("pk")).s().startsWith("payments#")
          || requireNonNull(item.get("pk")).s().startsWith("trail")) {
        bench
            .tables
            .client()
            .deleteItem(
                delete ->
                    delete
                        .tableName(bench.tables.scores())
                        .key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
      }
    }
  }

  @AfterAll
  void stop() {
    bucket.close();
  }

  private DeskBench.Answer post(String path, String body, Map<String, String> who) {
    return bench.call("POST", LISTS + path, body, who);
  }

  private String now() {
    return OfficialTime.minute(bench.time.get());
  }

  private String made(String body) {
    var made = post("", body, LI);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    return made.body().path("id").asText();
  }

  private String asked(String body) {
    String id = made(body);
    assertThat(post("/" + id + "/submission", "{}", LI).status()).isEqualTo(202);
    return id;
  }

  private JsonNode get(String path) {
    return bench.call("GET", LISTS + path, null, WANG).body();
  }

  private static List<String> lines(JsonNode list) {
    return StreamSupport.stream(list.path("lines").spliterator(), false)
        .map(
            line ->
                "%s %s %s−%s=%s"
                    .formatted(
                        line.path("name").asText(),
                        line.path("item").asText(),
                        line.path("due").decimalValue().stripTrailingZeros().toPlainString(),
                        line.path("deducted").decimalValue().stripTrailingZeros().toPlainString(),
                        line.path("amount").decimalValue().stripTrailingZeros().toPlainString()))
        .toList();
  }

  @Test
  void oneAsksAnotherApprovesAndFinancePays() {
    var made = post("", BEST.formatted("100.01"), LI);
    assertThat(made.status()).isEqualTo(201);
    String id = made.body().path("id").asText();
    assertThat(made.headers()).containsEntry("Location", LISTS + "/" + id);
    assertThat(made.body().path("state").asText()).isEqualTo("draft");
    assertThat(made.body().path("document").isNull()).isTrue();
    assertThat(lines(made.body()))
        .containsExactly("新乡市测2有限公司 rank 50.01−0=50.01", "新乡市测3有限公司 rank 50−0=50");
    assertThat(made.body().at("/lines/0/reason").asText())
        .matches("成长期第 1 名，\\d+\\.\\d\\d 分，按名额均分");
    assertThat(made.body().at("/lines/0/article").asText()).isEqualTo("新开〔2022〕110号五(四)");
    assertThat(post("/" + id + "/approval", "{}", WANG).detail())
        .isEqualTo("这份拨付清单李敏于 %s 测算，尚未提交，只有待批准的清单可以批准".formatted(now()));

    assertThat(post("/" + id + "/submission", "{}", LI).status()).isEqualTo(202);
    assertThat(post("/" + id + "/approval", "{}", LI).status()).isEqualTo(403);
    bench.pass(Duration.ofMinutes(1));
    var approved = post("/" + id + "/approval", "{}", WANG);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.body().path("state").asText()).isEqualTo("approved");
    assertThat(approved.body().path("document").asText()).isEqualTo("创新积分拨付〔2025〕1号");
    assertThat(post("/" + id + "/approval", "{}", ZHAO).body()).isEqualTo(approved.body());
    assertThat(post("/" + id + "/disbursement", "{\"paidOn\":\"2026-03-31\"}", LI).detail())
        .isEqualTo("字段 paidOn 应为拨付日期（如 2026-04-15），不早于批准之日、不晚于今天，收到：2026-03-31");
    bench.pass(Duration.ofMinutes(1));
    var paid = post("/" + id + "/disbursement", "{\"paidOn\":\"2026-04-01\"}", LI);
    assertThat(paid.body().path("state").asText()).isEqualTo("paid");
    assertThat(paid.body().path("paidOn").asText()).isEqualTo("2026-04-01");
    assertThat(get("").path("items"))
        .extracting(one -> one.path("id").asText() + " " + one.path("state").asText())
        .containsExactly(id + " paid");
    assertThat(bench.recorded())
        .filteredOn(item -> item.contains("allocation."))
        .containsExactly(
            "李敏 allocation.asked %s submitted null".formatted(id),
            "王建国 allocation.approved %s approved null".formatted(id),
            "李敏 allocation.paid %s paid null".formatted(id));
  }

  @Test
  void financeTakesItAsAFile() {
    String id = asked(BEST.formatted("100"));
    String asked = now();
    bench.pass(Duration.ofMinutes(1));
    post("/" + id + "/approval", "{}", WANG);
    String generation = bench.published(2025);

    String csv =
        bench
            .text(LISTS + "/" + id + "/payments?format=csv", WANG)
            .replaceAll("\\d+\\.\\d\\d 分", "N 分");

    assertThat(csv)
        .isEqualTo(
            String.join(
                "\r\n",
                "\uFEFF序号,统一社会信用代码,企业名称,拨付项目,依据,事由,应拨金额（元）,已拨扣减（元）,本次拨付（元）,备注",
                "1,914107000000000002,新乡市测2有限公司,对排名靠前的企业精准奖励,新开〔2022〕110号五(四),"
                    + "成长期第 1 名，N 分，按名额均分,50.00,0.00,50.00,",
                "2,914107000000000003,新乡市测3有限公司,对排名靠前的企业精准奖励,新开〔2022〕110号五(四),"
                    + "成长期第 2 名，N 分，按名额均分,50.00,0.00,50.00,",
                "合计,,2 家企业,,,,100.00,0.00,100.00,",
                "合计（大写）,,壹佰元整,,,,,,,",
                "文号,,创新积分拨付〔2025〕1号,,,,,,,",
                "依据文件,,新乡高新区企业创新积分制工作实施方案(试行)（新开〔2022〕110号）,,,,,,,",
                "积分结果,,2025 年度，批次 %s,,,,,,,".formatted(generation),
                "制表,,李敏 %s,,,,,,,".formatted(asked),
                "批准,,王建国 %s,,,,,,,".formatted(now()),
                "审核（签字）,,,,,,,,,",
                "财政部门（签章）,,,,,,,,,",
                "主管领导（签字）,,,,,,,,,",
                ""));
    assertThat(bench.recorded()).contains("王建国 export.made payments csv null");
  }

  /** Where pictures are wanted, the papers are kept to be looked at. */
  @Test
  void financeSignsItAsAPaper(@TempDir Path folder) throws Exception {
    String id = asked(BEST.formatted("100000.05"));
    String list = LISTS + "/" + id;
    String asked = now();
    assertThat(text(bench.call("GET", list + "/payments.pdf", null, WANG).bytes()))
        .contains("未批准，不作拨付依据")
        .doesNotContain("创新积分拨付〔");
    bench.pass(Duration.ofMinutes(1));
    approve(id);

    var pdf = bench.call("GET", list + "/payments.pdf", null, WANG);
    byte[] docx = bench.call("GET", list + "/payments.docx", null, WANG).bytes();

    WordProcessor.keep(pdf.bytes(), "payments.pdf");
    List<String> said =
        List.of(
            "2025年度奖励资金拨付清单",
            "创新积分拨付〔2025〕1号",
            "914107000000000002",
            "50,000.03",
            "合计2家企业100,000.050.00100,000.05",
            "本次拨付合计（大写）：人民币壹拾万元零伍分",
            "依据文件：新乡高新区企业创新积分制工作实施方案(试行)（新开〔2022〕110号）",
            "积分结果：2025年度，批次" + bench.published(2025),
            "审核（签字）",
            "李敏" + asked.replace(" ", ""),
            "王建国" + now().replace(" ", ""));
    assertThat(text(pdf.bytes())).contains(said);
    assertThat(pdf.headers().get("Content-Disposition"))
        .contains("2025%E5%B9%B4%E5%BA%A6%E5%A5%96%E5%8A%B1%E8%B5%84%E9%87%91");
    assertThat(bench.recorded()).contains("王建国 export.made payments.pdf pdf null");
    assertThat(docx).isEqualTo(bench.call("GET", list + "/payments.docx", null, WANG).bytes());
    assertThat(text(WordProcessor.print(docx, "payments", folder))).contains(said);
  }

  @Test
  void amountsOfMillionsStandInOneLine(@TempDir Path folder) throws Exception {
    String list = LISTS + "/" + asked(BEST.formatted("9999999.99"));
    byte[] pdf = bench.call("GET", list + "/payments.pdf", null, WANG).bytes();
    byte[] docx = bench.call("GET", list + "/payments.docx", null, WANG).bytes();
    assertThat(lines(pdf)).contains("5,000,000.00", "4,999,999.99", "9,999,999.99");
    assertThat(lines(WordProcessor.print(docx, "millions", folder)))
        .contains("5,000,000.00", "4,999,999.99", "9,999,999.99");
  }

  private static String text(byte[] pdf) throws IOException {
    return lines(pdf).replaceAll("\\s", "");
  }

  private static String lines(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void theLinesOfAListAreNarrowedAndItsFileSaysSo() {
    String id = asked(BEST.formatted("100"));
    String only = "qualification=%E9%AB%98%E6%96%B0%E6%8A%80%E6%9C%AF%E4%BC%81%E4%B8%9A";

    JsonNode list = get("/" + id + "?" + only);
    assertThat(lines(list)).containsExactly("新乡市测2有限公司 rank 50−0=50");
    assertThat(list.at("/totals/payable").decimalValue())
        .as("the sums are those of what is decided")
        .isEqualByComparingTo("100");
    assertThat(lines(get("/" + id + "?park=west"))).isEmpty();
    assertThat(bench.text(LISTS + "/" + id + "/payments?format=csv&" + only, WANG).lines())
        .contains(
            "合计,,1 家企业,,,,50.00,0.00,50.00,",
            "合计（大写）,,伍拾元整,,,,,,,",
            "范围,,资质：高新技术企业。本表为节选，全单共 2 家企业，本次拨付 100.00 元,,,,,,,");
  }

  @Test
  void whatWasPaidIsDeductedNextTime() {
    approve(asked(BEST.formatted("100")));

    var more = post("", BEST.formatted("160.02"), LI).body();
    assertThat(lines(more))
        .containsExactly("新乡市测2有限公司 rank 80.01−50=30.01", "新乡市测3有限公司 rank 80.01−50=30.01");
    assertThat(more.at("/totals/payable").decimalValue()).isEqualByComparingTo("60.02");
    assertThat(more.at("/totals/deducted").decimalValue()).isEqualByComparingTo("100");

    var less = post("", BEST.formatted("60"), LI).body();
    assertThat(lines(less)).containsExactly("新乡市测2有限公司 rank 30−30=0", "新乡市测3有限公司 rank 30−30=0");
    assertThat(less.at("/totals/enterprises").asInt()).isZero();
    assertThat(less.at("/cases/1/text").asText())
        .isEqualTo("2 家以前拨付的金额比现在应拨的多，共 40.00 元；本清单不从其他企业扣除，请另行追回或说明");
  }

  @Test
  void rewardsOfTheRulebookGoTheSameWayAndDoNotMeetMoneyByRank() {
    approve(asked(BEST.formatted("100")));
    String id = asked(REWARDS);

    assertThat(lines(get("/" + id))).containsExactly("新乡市测2有限公司 high-tech 100000−0=100000");
    assertThat(get("/" + id).at("/totals/budget").isNull()).isTrue();
    assertThat(get("/" + id).path("cases"))
        .extracting(one -> one.path("kind").asText() + " " + one.path("text").asText())
        .as("the contract pays neither of the two that have registered it")
        .containsExactly("claimed-twice 技术合同成交额奖励：编号 HT-1 有 2 家企业登记，核实前都不拨付");
    assertThat(approve(id).body().path("document").asText()).isEqualTo("创新积分拨付〔2025〕2号");
    assertThat(lines(get("/" + made(REWARDS))))
        .containsExactly("新乡市测2有限公司 high-tech 100000−100000=0");
  }

  @Test
  void nobodyDecidesWhatHeAskedForHimself() {
    String id = made(BEST.formatted("100"));
    post("/" + id + "/submission", "{}", CHEN);
    for (String step : List.of("/approval", "/refusal")) {
      assertThat(post("/" + id + step, step.equals("/refusal") ? WHY : "{}", CHEN).detail())
          .isEqualTo("陈红提请的拨付清单应由另一人决定");
    }
    var refused = post("/" + id + "/refusal", WHY, WANG);
    assertThat(refused.body().at("/steps/2/reason").asText()).isEqualTo("预算未定");
    assertThat(post("/" + id + "/refusal", "{}", WANG).detail())
        .isEqualTo("字段 reason 应为 1 到 500 个字的理由，收到的为空");
    assertThat(post("/" + id + "/approval", "{}", WANG).detail())
        .isEqualTo("这份拨付清单王建国于 %s 退回，只有待批准的清单可以批准".formatted(now()));
    assertThat(post("/" + id + "/submission", "{}", LI).status()).isEqualTo(202);
    assertThat(approve(id).status()).isEqualTo(200);
  }

  @Test
  void aZoneOfOnePersonDecidesAtOnce() {
    var alone = new DeskBench(bucket.client(), FourEyes.OFF, bench.tables);
    String id = made(BEST.formatted("100"));
    var done = alone.call("POST", LISTS + "/" + id + "/submission", "{}", LI);
    assertThat(done.status()).isEqualTo(200);
    assertThat(done.body().path("state").asText()).isEqualTo("approved");
  }

  /** Both were worked out before either was approved: the second would pay twice. */
  @Test
  void ofTwoListsThatKnowNothingOfEachOtherOneHolds() {
    String first = asked(BEST.formatted("100"));
    String second = asked(BEST.formatted("200"));
    approve(first);
    String sentence = "测算之后已有别的拨付清单获批准，已拨金额有变，请重新测算";
    assertThat(post("/" + second + "/approval", "{}", WANG).detail()).isEqualTo(sentence);
    assertThat(get("/" + second).path("current").asBoolean()).isFalse();
    assertThat(get("/" + first).path("current").asBoolean()).isTrue();
  }

  @Test
  void twoApproversAtOnceApproveOneOfThem() {
    String first = asked(BEST.formatted("100"));
    String second = asked(BEST.formatted("200"));
    bench.process = FaultyClient.meanwhile(1, () -> approve(first));
    var late = post("/" + second + "/approval", "{}", ZHAO);
    assertThat(late.detail()).isEqualTo("测算之后已有别的拨付清单获批准，已拨金额有变，请重新测算");
    assertThat(get("/" + second).path("state").asText()).isEqualTo("asked");
  }

  @Test
  void resultsThatWerePublishedSinceMakeItStale() {
    String id = asked(BEST.formatted("100"));
    bench.publish(2025);
    assertThat(post("/" + id + "/approval", "{}", WANG).detail())
        .isEqualTo("2025 年度的积分结果在测算之后重新公布过，请按现行结果重新测算");
    assertThat(made(BEST.formatted("100"))).isNotEqualTo(id);
  }

  @Test
  void theSameAgainIsTheSameList() {
    String id = made(BEST.formatted("100"));
    bench.pass(Duration.ofMinutes(1));
    assertThat(made(BEST.formatted("100"))).isEqualTo(id);
    assertThat(get("").path("items")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"method":"lottery"}                                              | method 应为 places、share-of-points、tiers、rewards 之一，收到：lottery
          {"method":"rewards","budget":1}                                   | method 为 rewards 时金额由评价规则算出，不应有其他字段
          {"method":"places"}                                               | 缺少字段 budget：要分配的金额（元）
          {"method":"places","budget":1}                                    | 缺少字段 stages：参与分配的阶段
          {"method":"places","budget":1,"stages":[{"stage":"adult"}]}       | stages 中的 stage 应为 mature、expansion、growth、startup 之一，收到：adult
          {"method":"places","budget":1,"stages":[{"stage":"growth"}]}      | 按名额均分时，成长期应填名额（places）
          {"method":"places","budget":"many","stages":[]}                   | 字段 budget 应为规定的结构，收到："many"
          {"method":"tiers","budget":1,"stages":[{"stage":"growth"}],"tiers":[{"to":1}]} | tiers 的每一档应有 to（到第几名）和 weight（系数）
          {"method":"places","budget":1,"stages":[{"stage":"growth","places":1}],"exclude":[{"uscc":"1","reason":"x"}]} | exclude 的 uscc 应为统一社会信用代码，每家一次，收到：1
          {"method":"places","budget":1,"stages":[{"stage":"growth","places":1}],"exclude":[{"uscc":"914107000000000001"}]} | exclude 应对 914107000000000001 说明理由，1 到 500 个字
          {"method":"places","budget":1,"stages":[{"stage":"growth","places":1}],"exclude":[{"uscc":"914107000000000009","reason":"x"}]} | exclude 中的 914107000000000009 不是参与排名的企业
          """)
  void whatCannotBeDividedIsNamed(String body, String message) {
    var refused = post("", body, LI);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/detail").asText()).isEqualTo(message);
  }

  @Test
  void withoutAPublicationThereIsNothingToDivide() {
    assertThat(bench.call("POST", "/v1/years/2023/allocations", REWARDS, LI).detail())
        .isEqualTo("2023 年度没有已公布的积分结果，公布后才能测算");
    assertThat(bench.call("GET", LISTS + "/abc", null, WANG).detail())
        .isEqualTo("2025 年度没有拨付清单 abc");
  }

  private DeskBench.Answer approve(String id) {
    return post("/" + id + "/approval", "{}", WANG);
  }
}
