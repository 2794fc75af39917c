package innovation.points.desk;

import static innovation.points.desk.DeskBench.person;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.FourEyes;
import innovation.points.store.settings.Limits;
import innovation.points.store.settings.Settings;
import innovation.points.testkit.TestBucket;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the zone sets by itself: proposed by one person, in force by another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ZoneSettingsTest {

  private static final String LIMITS =
      "{\"incompleteShare\":0.2,\"rankedDrop\":0.3,\"medianShift\":5}";
  private static final String OTHERS =
      "{\"incompleteShare\":0.2,\"rankedDrop\":0.3,\"medianShift\":6}";
  private static final String DEFAULT =
      "{\"incompleteShare\":0.1,\"rankedDrop\":0.1,\"medianShift\":10}";
  private static final Map<String, String> LI = person("li.min", "李敏", "[bureau]");
  private static final Map<String, String> ZHOU = person("zhou.ting", "周婷", "[bureau]");
  private static final Map<String, String> WANG = person("wang.jianguo", "王建国", "[approver]");
  private static final Map<String, String> CHEN = person("chen.hong", "陈红", "[bureau approver]");

  private final TestBucket bucket = new TestBucket();

  @AfterAll
  void stop() {
    bucket.close();
  }

  private DeskBench bench() {
    return new DeskBench(bucket.client(), FourEyes.REQUIRED);
  }

  private static DeskBench.Answer put(
      DeskBench bench, String file, String body, Map<String, String> who) {
    return bench.call("PUT", "/v1/settings/" + file, body, who);
  }

  private static Limits limits(DeskBench bench) {
    return new Settings(bench.tables.client(), bench.tables.scores()).limits();
  }

  @Test
  void holdsOnceAnotherPersonSaysTheSame() {
    var bench = bench();
    var proposed = put(bench, "limits.json", LIMITS, LI);
    assertThat(proposed.status()).isEqualTo(202);
    assertThat(proposed.body().at("/proposal/by/name").asText()).isEqualTo("李敏");
    assertThat(proposed.body().at("/value/medianShift").asInt()).isEqualTo(10);
    assertThat(limits(bench)).isEqualTo(Limits.DEFAULT);
    assertThat(put(bench, "limits.json", LIMITS, LI).status()).isEqualTo(202);
    assertThat(put(bench, "limits.json", LIMITS, ZHOU).status()).isEqualTo(202);
    assertThat(limits(bench)).isEqualTo(Limits.DEFAULT);

    var approved = put(bench, "limits.json", LIMITS, WANG);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(limits(bench)).isEqualTo(new Limits(0.2, 0.3, 5));
    assertThat(approved.body().at("/proposedBy/name").asText()).isEqualTo("李敏");
    assertThat(approved.body().at("/approvedBy/name").asText()).isEqualTo("王建国");
    assertThat(approved.body().path("proposal").isNull()).isTrue();
    String version = approved.body().path("version").asText();
    assertThat(
            bucket
                .client()
                .getObjectAsBytes(
                    get ->
                        get.bucket(TestBucket.NAME).key("settings/limits.json").versionId(version))
                .asUtf8String())
        .isEqualTo(LIMITS + "\n");
    assertThat(put(bench, "limits.json", LIMITS, WANG).status()).isEqualTo(200);
    assertThat(bench.call("GET", "/v1/settings/limits.json", null, WANG).body())
        .isEqualTo(approved.body());
  }

  @Test
  void nobodyApprovesHisOwnNorWhatIsNotProposed() {
    var bench = bench();
    assertThat(put(bench, "limits.json", LIMITS, WANG).detail())
        .isEqualTo("没有待批准的内容：应由经办人先提出，批准时提交同样的内容");
    assertThat(put(bench, "limits.json", LIMITS, CHEN).status()).isEqualTo(202);
    assertThat(put(bench, "limits.json", LIMITS, CHEN).status()).isEqualTo(202);
    assertThat(put(bench, "limits.json", OTHERS, WANG).detail())
        .isEqualTo("提交的内容与陈红提出的不同：批准时应提交同样的内容，不同意时提交现行内容");
    assertThat(limits(bench)).isEqualTo(Limits.DEFAULT);
  }

  @Test
  void whoPutsWhatIsInForceTakesTheProposalBack() {
    var bench = bench();
    put(bench, "limits.json", LIMITS, LI);
    var refused = put(bench, "limits.json", DEFAULT, WANG);
    assertThat(refused.status()).isEqualTo(200);
    assertThat(refused.body().path("proposal").isNull()).isTrue();
    assertThat(put(bench, "limits.json", LIMITS, WANG).status()).isEqualTo(409);
  }

  @Test
  void aZoneOfOnePersonSetsAtOnce() {
    var bench = new DeskBench(bucket.client(), FourEyes.OFF);
    assertThat(put(bench, "limits.json", LIMITS, LI).status()).isEqualTo(200);
    assertThat(limits(bench)).isEqualTo(new Limits(0.2, 0.3, 5));
  }

  @Test
  void aFilePutIntoTheBucketByHandHoldsNothing() {
    var bench = bench();
    bucket.put("settings/limits.json", LIMITS);
    assertThat(limits(bench)).isEqualTo(Limits.DEFAULT);
  }

  /** The crash between the bucket and the table: nothing holds, and a repeat ends it. */
  @Test
  void whatBreaksOffHoldsNothingUntilItIsRepeated() {
    var broken = new DeskBench();
    put(broken, "limits.json", LIMITS, LI);
    assertThat(put(broken, "limits.json", LIMITS, WANG).status()).isEqualTo(503);
    assertThat(limits(broken)).isEqualTo(Limits.DEFAULT);
    var mended = new DeskBench(bucket.client(), FourEyes.REQUIRED, broken.tables);
    assertThat(put(mended, "limits.json", LIMITS, WANG).status()).isEqualTo(200);
    assertThat(limits(mended)).isEqualTo(new Limits(0.2, 0.3, 5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limits.json        | {"incompleteShare":10,"rankedDrop":0.1,"medianShift":10}              | incompleteShare 应为 0 到 1 的比例，收到：10.0
          limits.json        | {"incompleteShare":0.1,"rankedDrop":0.1}                              | 缺少字段 medianShift
          zone.json          | {"office":"a\\nb","telephone":"","seal":"","footer":""}               | office 应为一行文字，最多 200 个字，收到 3 个字
          banks.json         | {"banks":[{"id":"I C","name":"","clients":[" "],"until":"2027"}]}      | 银行代号应为 1 至 32 个小写字母、数字或连字符，以字母开头且不重复，收到：I C；银行 I C 的名称应为 1 至 40 字，收到：；银行 I C 的 clients 应为登录系统登记的客户端编号（client_id），只属于一家银行，收到： ；银行 I C 的 until 应为日期，如 2027-12-31，收到：2027
          holidays/2026.json | {"year":2025,"holidays":[],"workdays":[]}                             | 字段 year 应与 holidays/2026.json 的年份相同，收到：2025
          holidays/2026.json | {"year":2026,"holidays":["2026-10-03"],"workdays":[]}                 | holidays 只列放假的周一至周五，2026-10-03 本是周末
          """)
  void isCheckedBeforeItHolds(String file, String body, String message) {
    var refused = put(bench(), file, body, LI);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().at("/errors/0/detail").asText()).isEqualTo(message);
  }

  @Test
  void onlyFilesThatAreReadHaveAnAddress() {
    var missing = put(bench(), "other.json", "{}", LI);
    assertThat(missing.status()).isEqualTo(404);
    assertThat(missing.detail())
        .isEqualTo(
            "没有设置 other.json，应为 limits.json、zone.json、departments.json、banks.json、holidays/年份.json、"
                + "catalogue/年份/数据集.json，目录之外的数据集为 datasets/数据集.json");
    var department =
        Map.of("sub", "x", "cognito:groups", "[department]", "custom:department", "tax");
    assertThat(put(bench(), "limits.json", LIMITS, department).status()).isEqualTo(403);
    assertThat(bench().call("GET", "/v1/settings/limits.json", null, department).status())
        .isEqualTo(403);
  }
}
