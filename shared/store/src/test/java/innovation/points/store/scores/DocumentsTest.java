package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.scoring.facts.Value;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.table.StoredJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

  private static final String USCC = "91410700MA45000018";

  /** As the table has it: what a profile has of it through the binder; read back the same. */
  private static String written(Card card) {
    String json = CardJson.write(card);
    assertThat(json).isEqualTo(StoredJson.write(card));
    assertThat(
            CardForm.read(
                CardForm.write(card),
                card.uscc(),
                card.year(),
                card.generation(),
                card.status(),
                card.stage()))
        .isEqualTo(card);
    return json;
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0, -0.0, 12, -5, 63.25, 0.1 + 0.2, 0.001, 0.0009, 1e-9, 9999999.5, 1e7 + 0.5, 1e15, 3e20
      })
  void aNumberIsWrittenTheSameWithAndWithoutATree(double number) {
    assertThat(JsonTree.written(json -> StoredJson.number(json, number)))
        .isEqualTo(JsonTree.write(StoredJson.number(number)))
        .doesNotContain("E");
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
            "bonus":[{"rule":"major-project","name":"重大科技项目","level":"国家级","points":3}],\
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
  void aRowThatWaitedForItsRankIsTheSameRow() throws IOException {
    for (var row : List.of(Samples.row(1), Samples.row(Samples.excluded(USCC)))) {
      var bytes = new ByteArrayOutputStream();
      row.write(new DataOutputStream(bytes));

      var read =
          ScoreRow.read(
              new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())),
              FileNames.of(row.facts().files()),
              _ -> Samples.detail(null));

      assertThat(read).isEqualTo(row);
      assertThat(read.coverage()).isEqualTo(row.coverage());
      assertThat(read.rewardTotal()).isEqualTo(row.rewardTotal());
    }
  }
}
