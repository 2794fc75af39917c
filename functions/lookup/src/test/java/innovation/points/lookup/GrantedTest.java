package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.store.grants.Grant;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.settings.BankList;
import innovation.points.testkit.FactsZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a bank reads: what it was granted, and nothing else. The day is 2026-03-02. */
class GrantedTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final LocalDate LONG = LocalDate.parse("2026-12-31");
  private static final Map<String, String> CLERK =
      Map.of("sub", "qian", "name", "钱进", "cognito:groups", "[bank]", "custom:bank", "icbc");
  private static final Map<String, String> PROGRAM = Map.of("sub", "risk-1", "client_id", "risk-1");
  private static final Map<String, String> OTHER =
      Map.of("sub", "li", "cognito:groups", "[bank]", "custom:bank", "ccb");

  private final PublishedZone zone = new PublishedZone();
  private final Caller caller = zone.caller();

  @BeforeEach
  void publish() {
    zone.publishSmall();
    zone.banks(
        new BankList.Admitted("icbc", "工商银行", List.of("risk-1"), null, null),
        new BankList.Admitted("ccb", "建设银行", List.of(), null, null));
  }

  @Test
  void aBankReadsTheProfileThatItWasGrantedAndNothingElse() {
    grant(1, GrantScope.PROFILE, LONG);

    for (var claims : List.of(CLERK, PROGRAM)) {
      APIGatewayV2HTTPResponse profile = caller.get(profile(1), claims);
      assertThat(profile.getStatusCode()).isEqualTo(200);
      var shown = Caller.json(profile);
      assertThat(shown.path("total").asDouble()).isEqualTo(63.25);
      assertThat(shown.path("weakPoints")).isEmpty();
      assertThat(shown.path("adviceFrom").isNull()).isTrue();
      assertThat(caller.get(profile(1) + "?edition=draft", claims).getStatusCode()).isEqualTo(403);
      assertThat(caller.get(history(1), claims).getStatusCode()).isEqualTo(403);
      APIGatewayV2HTTPResponse another = caller.get(profile(2), claims);
      assertThat(another.getStatusCode()).isEqualTo(403);
      assertThat(Caller.json(another).path("detail").asText())
          .isEqualTo("该企业没有授权贵行查看这项内容；请由企业在“授权管理”中授权");
      // Who is not on the roster is refused like who has granted nothing.
      assertThat(caller.get(profile(99), claims).getBody()).isEqualTo(another.getBody());
    }
    assertThat(caller.get(profile(1), OTHER).getStatusCode()).isEqualTo(403);
  }

  @Test
  void aGrantOfTheHistoryIsNoneOfTheProfile() {
    grant(1, GrantScope.HISTORY, LONG);
    assertThat(caller.get(history(1), CLERK).getStatusCode()).isEqualTo(200);
    assertThat(caller.get(profile(1), CLERK).getStatusCode()).isEqualTo(403);
  }

  @Test
  void whatIsWithdrawnOrOverIsRefusedAtOnce() {
    Grant given = grant(1, GrantScope.PROFILE, LONG);
    grant(2, GrantScope.PROFILE, TODAY);
    grant(3, GrantScope.PROFILE, TODAY.minusDays(1));
    assertThat(caller.get(profile(1), CLERK).getStatusCode()).isEqualTo(200);
    assertThat(caller.get(profile(2), CLERK).getStatusCode()).isEqualTo(200);
    assertThat(caller.get(profile(3), CLERK).getStatusCode()).isEqualTo(403);
    assertThat(zone.grants().withdraw(given, PublishedZone.NOON, List.of())).isTrue();
    String tag = caller.get(profile(2), CLERK).getHeaders().get("ETag");
    APIGatewayV2HTTPResponse again =
        caller.get(profile(1), CLERK, Map.of("if-none-match", tag == null ? "" : tag));
    assertThat(again.getStatusCode()).isEqualTo(403);
    assertThat(Caller.json(caller.get("/v1/years/2025/granted", CLERK)).path("items")).hasSize(1);
  }

  @Test
  void theListHasEveryGrantedEnterpriseOnceWithItsBand() {
    grant(1, GrantScope.PROFILE, LONG);
    grant(1, GrantScope.CARD, LONG);
    grant(4, GrantScope.CARD, LONG);
    grant(101, GrantScope.CARD, LONG);

    APIGatewayV2HTTPResponse answer = caller.get("/v1/years/2025/granted", CLERK);

    assertThat(answer.getBody())
        .isEqualTo(
            """
            {"year":2025,"generation":"g2025","items":[\
            {"uscc":"914107000000000001","name":"新乡A科技有限公司","grants":[\
            {"scope":"card","until":"2026-12-31","purpose":"贷款审查"},\
            {"scope":"profile","until":"2026-12-31","purpose":"贷款审查"}],\
            "stage":"growth","total":63.25,\
            "rank":{"overall":3,"overallOf":5,"stage":2,"stageOf":4},"band":"B"},\
            {"uscc":"914107000000000004","name":"新乡D药业","grants":[\
            {"scope":"card","until":"2026-12-31","purpose":"贷款审查"}],\
            "stage":"growth","total":70,\
            "rank":{"overall":2,"overallOf":5,"stage":1,"stageOf":4},"band":"A"},\
            {"uscc":"914107000000000101","name":null,"grants":[\
            {"scope":"card","until":"2026-12-31","purpose":"贷款审查"}],\
            "stage":null,"total":null,"rank":null,"band":null}]}\
            """);
    assertThat(caller.get("/v1/years/2025/granted?format=csv", PROGRAM).getBody())
        .isEqualTo(
            """
            \uFEFF统一社会信用代码,企业名称,授权范围,授权至,用途,阶段,总分,总排名,阶段排名,阶段家数,档次\r
            914107000000000001,新乡A科技有限公司,积分、画像,2026-12-31,贷款审查,成长期,63.25,3,2,4,B\r
            914107000000000004,新乡D药业,积分,2026-12-31,贷款审查,成长期,70,2,1,4,A\r
            914107000000000101,,积分,2026-12-31,贷款审查,,,,,,\r
            """);
    assertThat(caller.get("/v1/years/2025/granted?format=ndjson", CLERK).getBody().lines())
        .hasSize(3);
    assertThat(Caller.json(caller.get("/v1/years/2025/granted", OTHER)).path("items")).isEmpty();
  }

  @Test
  void thePagesOfTheListAreTheWholeList() {
    for (int number : new int[] {1, 2, 3}) {
      grant(number, GrantScope.CARD, LONG);
      grant(number, GrantScope.HISTORY, LONG);
    }
    var first = Caller.json(caller.get("/v1/years/2025/granted?limit=2", CLERK));
    assertThat(first.path("items")).hasSize(2);
    String cursor = first.path("nextCursor").asText();
    var second = Caller.json(caller.get("/v1/years/2025/granted?limit=2&cursor=" + cursor, CLERK));
    assertThat(second.path("items")).hasSize(1);
    assertThat(second.at("/items/0/uscc").asText()).isEqualTo(FactsZone.uscc(3));
    assertThat(second.has("nextCursor")).isFalse();
    assertThat(caller.get("/v1/years/2025/granted?cursor=" + cursor, OTHER).getStatusCode())
        .isEqualTo(400);
  }

  @Test
  void everyReadingIsOnRecordWithTheEnterprise() {
    grant(1, GrantScope.PROFILE, LONG);
    grant(1, GrantScope.HISTORY, LONG);
    grant(2, GrantScope.CARD, LONG);
    caller.get(profile(1), PROGRAM);
    caller.get(history(1), CLERK);
    caller.get("/v1/years/2025/granted?format=csv", PROGRAM);

    assertThat(zone.trail())
        .containsExactlyInAnyOrder(
            "工商银行 profile.read years/2025/enterprises/914107000000000001/profile done",
            "钱进 profile.read enterprises/914107000000000001/history done",
            "工商银行 profile.read years/2025/enterprises/914107000000000001/card done",
            "工商银行 profile.read years/2025/enterprises/914107000000000002/card done",
            "工商银行 export.made years/2025/granted csv");
    var readers =
        Caller.json(caller.get("/v1/enterprises/914107000000000001/readers", Caller.enterprise(1)));
    assertThat(readers.path("items").valueStream().map(item -> item.path("office").asText()))
        .containsExactly("工商银行", "工商银行", "工商银行");
    assertThat(readers.path("items").valueStream().map(item -> item.path("what").asText()))
        .containsExactlyInAnyOrder("profile", "history", "card");
  }

  @Test
  void eachClientOfABankHasAQuota() {
    zone.banks(new BankList.Admitted("icbc", "工商银行", List.of("risk-1"), null, 2));
    grant(1, GrantScope.PROFILE, LONG);

    assertThat(caller.get(profile(1), PROGRAM).getHeaders())
        .containsEntry("RateLimit-Policy", "\"hour\";q=2;w=3600")
        .containsEntry("RateLimit", "\"hour\";r=1;t=3600");
    assertThat(caller.get(profile(2), PROGRAM).getStatusCode()).isEqualTo(403);
    APIGatewayV2HTTPResponse third = caller.get(profile(1), PROGRAM);
    assertThat(third.getStatusCode()).isEqualTo(429);
    assertThat(third.getHeaders())
        .containsEntry("RateLimit-Policy", "\"hour\";q=2;w=3600")
        .containsEntry("RateLimit", "\"hour\";r=0;t=3600")
        .containsEntry("Retry-After", "3600");
    assertThat(Caller.json(third).path("detail").asText())
        .isEqualTo("每小时至多 2 次请求，本小时的次数已用完，请在 3600 秒后重试");
    assertThat(caller.get(profile(1), CLERK).getStatusCode()).isEqualTo(200);
    assertThat(caller.get(profile(1), Caller.enterprise(1)).getHeaders())
        .doesNotContainKey("RateLimit");
  }

  private Grant grant(int number, GrantScope scope, LocalDate until) {
    String uscc = FactsZone.uscc(number);
    var grant = new Grant(uscc + scope, uscc, "icbc", scope, until, "贷款审查", Instant.EPOCH, null);
    assertThat(zone.grants().give(grant, until, List.of())).isTrue();
    return grant;
  }

  private static String profile(int number) {
    return "/v1/years/2025/enterprises/%s/profile".formatted(FactsZone.uscc(number));
  }

  private static String history(int number) {
    return "/v1/enterprises/%s/history".formatted(FactsZone.uscc(number));
  }
}
