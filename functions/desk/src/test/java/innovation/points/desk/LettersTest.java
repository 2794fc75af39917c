package innovation.points.desk;

import static innovation.points.desk.DeskBench.enterprise;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.scoring.facts.Value;
import innovation.points.store.questions.Letter;
import innovation.points.store.questions.Letters;
import innovation.points.testkit.FactsZone;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reference letter of an enterprise. */
class LettersTest {

  private final DeskBench bench = new DeskBench();

  @Test
  void aLetterSaysWhatIsPublishedAndIsKeptUnderItsCode() {
    bench.zone.known(2025, 2);
    String run = bench.publish(2025);

    var issued = issue(1, enterprise(1));

    assertThat(issued.status()).isEqualTo(201);
    String code = issued.body().path("code").asText();
    assertThat(code).matches("[2-9A-HJ-NP-Z]{20}");
    assertThat(issued.headers()).containsEntry("Location", "/v1/letters/" + code);
    Letter kept =
        new Letters(bench.tables.client(), bench.tables.scores()).find(code).orElseThrow();
    assertThat(kept.generation()).isEqualTo(run);
    assertThat(kept.digest())
        .isEqualTo(Sha256.hex(kept.text()))
        .isEqualTo(issued.body().path("digest").asText());
    assertThat(kept.text())
        .isEqualTo(
            """
            企业创新积分参考函

            企业名称：新乡市测1有限公司
            统一社会信用代码：914107000000000001

            按照《新乡高新区企业创新积分制工作实施方案(试行)》（新开〔2022〕110号），该企业 2025 年度企业创新积分评价结果如下：

            企业阶段：成长期
            总分：%.2f
            同阶段排名：第 2 名（共 2 家）
            总排名：第 2 名（共 2 家）

            排名为出具时已公布的名次。总分和企业阶段与已公布的结果一致期间，本函有效，至 2027-04-01 止。
            以上为已公布的评价结果，供金融机构等参考，不构成担保或授信意见。
            出具日期：2026-04-01
            """
                .formatted(kept.total()));
  }

  @Test
  void anEnterpriseHasOneLetterForAPublication() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String first = issue(1, enterprise(1)).body().path("code").asText();
    bench.pass(Duration.ofDays(3));

    assertThat(issue(1, DeskBench.BUREAU).body().path("code").asText()).isEqualTo(first);
    assertThat(issue(2, enterprise(2)).body().path("code").asText()).isNotEqualTo(first);
    bench.publish(2025);
    assertThat(issue(1, enterprise(1)).body().path("code").asText()).isNotEqualTo(first);
  }

  @Test
  void theBureauListsLettersAndRevokesOneWithAReason() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String first = issue(1, enterprise(1)).body().path("code").asText();
    bench.pass(Duration.ofSeconds(1));
    String second = issue(2, enterprise(2)).body().path("code").asText();
    assertThat(standings()).containsExactly(second + " valid", first + " valid");

    var silent = revoke(first, "{\"reason\":\" \"}");
    assertThat(silent.status()).isEqualTo(400);
    var revoked = revoke(first, "{\"reason\":\"企业更名\"}");
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.body().at("/revocation/reason").asText()).isEqualTo("企业更名");
    assertThat(revoke(first, "{\"reason\":\"又一次\"}").body().at("/revocation/reason").asText())
        .isEqualTo("企业更名");
    assertThat(standings()).containsExactly(second + " valid", first + " revoked");
    assertThat(revoke("none", "{\"reason\":\"企业更名\"}").status()).isEqualTo(404);

    bench.pass(Duration.ofSeconds(1));
    String third = issue(1, enterprise(1)).body().path("code").asText();
    assertThat(third).isNotEqualTo(first);
    assertThat(standings())
        .containsExactly(third + " valid", second + " valid", first + " revoked");
  }

  @Test
  void aLetterHoldsWhateverIsPublishedAsLongAsItIsTrueAndNotOver() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String code = issue(1, enterprise(1)).body().path("code").asText();
    bench.publish(2025);
    assertThat(standings()).containsExactly(code + " valid");
    bench.pass(Duration.ofDays(365));
    assertThat(standings()).containsExactly(code + " valid");
    bench.pass(Duration.ofDays(1));
    assertThat(standings()).containsExactly(code + " expired");
    bench.time.updateAndGet(now -> now.minus(Duration.ofDays(300)));
    bench.zone.correct("operations", 2025, 1, "v2", Map.of("rdExpense", Value.of(900)));
    bench.publish(2025);
    assertThat(standings()).containsExactly(code + " changed");
  }

  private List<String> standings() {
    return bench
        .call("GET", "/v1/years/2025/letters", null, DeskBench.BUREAU)
        .body()
        .path("items")
        .valueStream()
        .map(item -> item.path("code").asText() + " " + item.path("standing").asText())
        .toList();
  }

  private DeskBench.Answer revoke(String code, String body) {
    return bench.call("POST", "/v1/letters/%s/revocation".formatted(code), body, DeskBench.BUREAU);
  }

  @Test
  void whoIsNotPublicGetsNone() {
    bench.zone.known(2025, 2);
    bench.zone.abnormal(2025, 2);
    assertThat(issue(1, enterprise(1)).body().path("detail").asText())
        .isEqualTo("2025 年度没有已公布的积分结果");
    bench.publish(2025);

    for (int number : new int[] {2, 3}) {
      var refused = issue(number, enterprise(number));
      assertThat(refused.status()).isEqualTo(404);
      assertThat(refused.body().path("detail").asText()).isEqualTo("本企业在 2025 年度没有公开的积分结果，不能出具参考函");
    }
    assertThat(issue(1, enterprise(2)).status()).isEqualTo(403);
  }

  private DeskBench.Answer issue(int number, Map<String, String> claims) {
    return bench.call(
        "POST",
        "/v1/years/2025/enterprises/%s/letters".formatted(FactsZone.uscc(number)),
        null,
        claims);
  }
}
