package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.scoring.facts.Value;
import innovation.points.store.scores.Detail.Bonus;
import innovation.points.store.scores.Detail.Deduction;
import innovation.points.store.scores.Detail.Exclusion;
import innovation.points.store.scores.Detail.FactUsed;
import innovation.points.store.scores.Detail.Indicator;
import innovation.points.store.scores.FileNames.Source;
import innovation.points.store.table.Packed;
import innovation.points.store.table.StoredJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;

class DocumentsTest {

  private static Source unasked(String name) {
    throw new AssertionError("asked what " + name + " stands for");
  }

  private static final String USCC = "91410700MA45000018";

  /** As the table has it: what a profile has of it through the binder; read back the same. */
  private static String written(Card card) {
    String json = CardJson.write(card);
    assertThat(json).isEqualTo(StoredJson.write(card));
    assertThat(CardJson.read(json)).isEqualTo(card);
    return json;
  }

  @Test
  void publicScoreReadsAsTheContractShowsIt() {
    Card card = Samples.scored(USCC, "growth", 63.25).in("g1", new Rank(12, 480, 4, 130));

    assertThat(written(card))
        .isEqualTo(
            """
            {"uscc":"91410700MA45000018","name":"新乡甲科技有限公司","year":2025,"generation":"g1",\
            "status":"scored","stage":"growth","total":63.25,\
            "categories":{"technology":55.1,"growth":70.02,"auxiliary":61.4},\
            "weights":{"technology":0.35},"weighted":66.5,\
            "adjustments":{"deductions":5,"bonus":3,"factor":0.9},\
            "before":{"total":60.5,"rank":{"overall":2,"overallOf":3,"stage":1,"stageOf":2}},\
            "rank":{"overall":12,"overallOf":480,"stage":4,"stageOf":130},\
            "rulebook":"xinxiang-2022-110"}\
            """);
  }

  @Test
  void excludedSaysWhyAndShowsWhatItDoesNotHave() {
    assertThat(written(Samples.excluded(USCC)))
        .isEqualTo(
            """
            {"uscc":"91410700MA45000018","name":null,"year":2025,"generation":null,\
            "status":"excluded","stage":"growth","total":null,"categories":null,"rank":null,\
            "rulebook":"xinxiang-2022-110","reasons":["credit"]}\
            """);
  }

  @Test
  void profileIsTheScoreAndItsTraceInOneObject() {
    assertThat(StoredJson.write(Samples.row(Samples.scored(USCC, "growth", 63.25)).profile()))
        .isEqualTo(
            """
            {"uscc":"91410700MA45000018","name":"新乡甲科技有限公司","year":2025,"generation":null,\
            "status":"scored","stage":"growth","total":63.25,\
            "categories":{"technology":55.1,"growth":70.02,"auxiliary":61.4},\
            "weights":{"technology":0.35},"weighted":66.5,\
            "adjustments":{"deductions":5,"bonus":3,"factor":0.9},\
            "before":{"total":60.5,"rank":{"overall":2,"overallOf":3,"stage":1,"stageOf":2}},\
            "rank":null,\
            "rulebook":"xinxiang-2022-110","edition":"draft",\
            "coverage":0.93,\
            "deductions":[{"rule":"environment-warning","points":-5,"reason":"环境信用等级为警示"}],\
            "bonus":[{"rule":"major-project","level":"国家级","points":3}],\
            "decay":[{"rule":"growth-stay","factor":0.9,"reason":"在成长期满 10 年"}],\
            "indicators":[{"id":"1.1","name":"研发费用金额","unit":"万元","value":250,"points":6,\
            "fullPoints":12,"outcome":"scored","from":[{"field":"rdExpense","value":250,\
            "key":"uploads/tax/operations/2025/a.csv","version":"v1","row":17}]},\
            {"id":"1.2","name":"研发费用增速","unit":"%","value":null,"points":0,"fullPoints":12,\
            "outcome":"missing","reason":"缺少研发费用","from":[]}],\
            "unreported":["credit"],"rulebookDigest":"REPEATED"}\
            """
                .replace("REPEATED", "ab".repeat(32)));
  }

  @Test
  void everyKindOfValueComesBackAsItWas() {
    var values =
        List.of(
            Value.of(0.1),
            Value.of(-3),
            Value.of(1e300),
            Value.of(true),
            Value.of(LocalDate.of(2025, 2, 28)),
            Value.of("高新技术企业"));

    String json = StoredJson.write(values);

    assertThat(json).contains("[0.1,-3,1000000").contains("true,\"2025-02-28\",\"高新技术企业\"]");
    assertThat(StoredJson.read(json, new TypeReference<List<Value>>() {})).isEqualTo(values);
  }

  @Test
  void aTraceComesBackWhole() {
    var fact = Samples.fact();
    var other = new FactUsed("validFrom", Value.of(LocalDate.of(2025, 2, 3)), "uploads/x", "v2", 3);
    var detail =
        new Detail(
            2.0 / 3,
            List.of(new Deduction("platform-revoked", -2, "摘牌", List.of(other))),
            List.of(new Bonus("major-project", "省级", 2, List.of(fact, other))),
            List.of(new Detail.Decay("downgrade", 0.7, "降两级")),
            List.of(
                new Indicator(
                    "1.1", "甲", "万元", 250.0, 6, 12, "scored", "", List.of(fact, fact), 900),
                new Indicator("1.2", "乙", "", null, 0, 12, "missing", "缺", List.of(), null)),
            List.of(new Exclusion("credit", "列入", List.of(other))),
            List.of("缺少营业收入"),
            List.of("safety"),
            "d");
    var rewards =
        List.of(new RewardEntry("contracts", new BigDecimal("1.50"), "合同", List.of(other)));

    var files =
        FileNames.of(
            List.of(
                new Source(fact.key(), fact.version()), new Source(other.key(), other.version())));

    for (boolean named : List.of(false, true)) {
      Packed packed = Packed.stored(StoredTrace.pack(detail, rewards, named).bytes());
      assertThat(StoredTrace.detail(packed, name -> files.find(name).orElseThrow()))
          .isEqualTo(detail);
      assertThat(StoredTrace.rewards(packed, name -> files.find(name).orElseThrow()))
          .isEqualTo(rewards);
    }
    assertThat(StoredTrace.pack(detail, rewards, true).json())
        .as("names stand for keys and versions")
        .doesNotContain("uploads/")
        .doesNotContain(fact.version());
    var empty =
        new Detail(
            null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "");
    assertThat(StoredTrace.detail(StoredTrace.pack(empty, List.of(), true), DocumentsTest::unasked))
        .isEqualTo(empty);
    assertThat(
            StoredTrace.rewards(StoredTrace.pack(empty, List.of(), true), DocumentsTest::unasked))
        .isEmpty();
  }

  @Test
  void aTraceOfAnotherFormIsRefusedAndNotReadAsEmpty() {
    assertThatThrownBy(
            () -> StoredTrace.detail(Packed.of(Samples.detail(0.93)), DocumentsTest::unasked))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("expected a trace of form 2, found 1");
  }

  @Test
  void aRowThatWaitedForItsRankIsTheSameRow() throws IOException {
    for (var row :
        List.of(
            Samples.row(1),
            ScoreRow.of(
                Samples.excluded(USCC),
                null,
                null,
                null,
                Samples.detail(null),
                List.of(),
                Samples.NOON.plusNanos(1)))) {
      var bytes = new ByteArrayOutputStream();
      row.write(new DataOutputStream(bytes));

      var read =
          ScoreRow.read(
              new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
              FileNames.of(List.of()));

      assertThat(read).isEqualTo(row);
      assertThat(read.coverage()).isEqualTo(row.coverage());
      assertThat(read.rewardTotal()).isEqualTo(row.rewardTotal());
    }
  }

  @Test
  void packedWithAnUnknownDictionaryIsRefused() {
    var stored = Packed.stored(SdkBytes.fromByteArray(new byte[] {9, 1, 2}));

    assertThatThrownBy(stored::json)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a document packed with unknown dictionary 9");
  }

  @Test
  void packedThatWasCutIsRefused() {
    byte[] whole = StoredTrace.pack(Samples.detail(0.93), List.of(), false).bytes().asByteArray();
    var stored = Packed.stored(SdkBytes.fromByteArray(Arrays.copyOf(whole, 40)));

    assertThatThrownBy(stored::json)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a packed document that ends too early");
  }
}
