package innovation.points.desk;

import static innovation.points.desk.DeskBench.enterprise;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Person;
import innovation.points.store.settings.BankList;
import innovation.points.store.settings.Setting;
import innovation.points.store.settings.SettingFile;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.FactsZone;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an enterprise lets a bank read. The day is 2026-04-01. */
class GrantsTest {

  private static final String GRANTS = "/v1/enterprises/%s/grants".formatted(FactsZone.uscc(1));

  private final DeskBench bench = new DeskBench();

  @BeforeEach
  void twoBanksOfWhichOneIsAdmitted() {
    var list =
        new BankList(
            List.of(
                new BankList.Admitted("icbc", "工商银行", List.of("risk-1"), null, null),
                new BankList.Admitted("ccb", "建设银行", List.of(), "2026-03-31", null)));
    var settings = new Settings(bench.tables.client(), bench.tables.scores());
    Person decides = Approvals.DECIDES;
    var inForce =
        new Setting.InForce(
            StoredJson.write(list), "v1", Approvals.PREPARES, decides, bench.time.get());
    settings.save(settings.find(SettingFile.BANKS.key()).decided(inForce), List.of());
  }

  @Test
  void aGrantIsListedUntilItsLastDayAndThenAsExpired() {
    var given = give("icbc", "profile", "2026-04-02", "贷款审查");

    assertThat(given.status()).isEqualTo(201);
    String id = given.body().path("id").asText();
    assertThat(given.headers()).containsEntry("Location", GRANTS + "/" + id);
    assertThat(given.body().toString())
        .isEqualTo(
            """
            {"id":"%s","bank":"icbc","bankName":"工商银行","scope":"profile","until":"2026-04-02",\
            "purpose":"贷款审查","givenAt":"2026-04-01T00:00:00Z","standing":"valid"}\
            """
                .formatted(id));
    assertThat(list()).containsExactly("icbc profile valid");
    bench.pass(Duration.ofDays(1));
    assertThat(list()).containsExactly("icbc profile valid");
    bench.pass(Duration.ofDays(1));
    assertThat(list()).containsExactly("icbc profile expired");
    assertThat(give("icbc", "profile", "2026-05-01", "续贷").status()).isEqualTo(201);
    assertThat(list()).containsExactly("icbc profile valid", "icbc profile expired");
  }

  @Test
  void aBankHasOneGrantOfAScopeAtATime() {
    give("icbc", "card", "2026-12-31", "贷款审查");

    var second = give("icbc", "card", "2027-03-31", "贷后管理");

    assertThat(second.status()).isEqualTo(409);
    assertThat(second.detail()).isEqualTo("已向该银行授权查看同一范围的内容；如需改变截止日期或用途，请先撤回原授权");
    assertThat(give("icbc", "history", "2026-12-31", "贷款审查").status()).isEqualTo(201);
    assertThat(list()).hasSize(2);
  }

  @Test
  void aWithdrawnGrantStaysWithdrawnAndCanBeGivenAgain() {
    String id = give("icbc", "card", "2026-12-31", "贷款审查").body().path("id").asText();
    bench.pass(Duration.ofHours(1));

    var withdrawn = withdraw(id);

    assertThat(withdrawn.status()).isEqualTo(200);
    assertThat(withdrawn.body().path("standing").asText()).isEqualTo("withdrawn");
    assertThat(withdrawn.body().path("withdrawnAt").asText()).isEqualTo("2026-04-01T01:00:00Z");
    bench.pass(Duration.ofHours(1));
    assertThat(withdraw(id).body()).isEqualTo(withdrawn.body());
    assertThat(give("icbc", "card", "2026-12-31", "又一次").status()).isEqualTo(201);
    assertThat(list()).containsExactly("icbc card valid", "icbc card withdrawn");
    assertThat(withdraw("none").detail()).isEqualTo("本企业没有这项授权，请核对授权编号");
    assertThat(bench.recorded())
        .containsExactly(
            "somebody grant.given %s done 贷款审查".formatted(id),
            "somebody grant.withdrawn %s done null".formatted(id),
            "somebody grant.given %s done 又一次".formatted(newest()));
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(give("ccb", "all", "2026-03-31", " ").detail())
        .isEqualTo(
            "字段 bank 应为已登记的银行代号：icbc，收到：ccb；"
                + "字段 scope 应为 card、profile、history 之一，收到：all；"
                + "字段 until 应为 2026-04-01 至 2029-04-01 的日期，收到：2026-03-31；"
                + "字段 purpose 应为 1 至 200 个字的用途，收到：0 个字");
    assertThat(give("icbc", "card", "2029-04-02", "x").detail())
        .isEqualTo("字段 until 应为 2026-04-01 至 2029-04-01 的日期，收到：2029-04-02");
    assertThat(list()).isEmpty();
  }

  @Test
  void onlyTheEnterpriseGrantsAndWithdrawsItsOwn() {
    String id = give("icbc", "card", "2026-12-31", "贷款审查").body().path("id").asText();
    for (var claims : List.of(enterprise(2), DeskBench.BUREAU, DeskBench.APPROVER)) {
      assertThat(bench.call("GET", GRANTS, null, claims).status()).isEqualTo(403);
      assertThat(bench.call("POST", GRANTS, "{}", claims).status()).isEqualTo(403);
      assertThat(bench.call("DELETE", GRANTS + "/" + id, null, claims).status()).isEqualTo(403);
    }
    assertThat(list()).containsExactly("icbc card valid");
  }

  private DeskBench.Answer give(String bank, String scope, String until, String purpose) {
    return bench.call(
        "POST",
        GRANTS,
        "{\"bank\":\"%s\",\"scope\":\"%s\",\"until\":\"%s\",\"purpose\":\"%s\"}"
            .formatted(bank, scope, until, purpose),
        enterprise(1));
  }

  private DeskBench.Answer withdraw(String id) {
    return bench.call("DELETE", GRANTS + "/" + id, null, enterprise(1));
  }

  private String newest() {
    return bench.call("GET", GRANTS, null, enterprise(1)).body().at("/items/0/id").asText();
  }

  private List<String> list() {
    var answer = bench.call("GET", GRANTS, null, enterprise(1));
    assertThat(answer.body().path("banks").toString())
        .isEqualTo("[{\"id\":\"icbc\",\"name\":\"工商银行\"}]");
    return answer
        .body()
        .path("items")
        .valueStream()
        .map(
            one ->
                "%s %s %s"
                    .formatted(
                        one.path("bank").asText(),
                        one.path("scope").asText(),
                        one.path("standing").asText()))
        .toList();
  }
}
