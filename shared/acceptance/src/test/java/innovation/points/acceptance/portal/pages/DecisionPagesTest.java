package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rulebooks and settings in the pages, as two persons decide on them; nobody needs S3. */
@PortalTest
class DecisionPagesTest {
  private static final List<String> SCHOOLING = List.of("子女入学", "列入领跑、竞跑、进取名单", "教育主管部门");

  private static final String DRAFT =
      """
      id: portal-draft
      title: 覆盖率二分之一
      extends: xinxiang-2022-110
      effectiveFrom: 2098-01-01
      coverage: {atLeast: 1/2}
      """;

  private static void send(Visitor visitor, Page page, String text) {
    page.setInputFiles(
        "#draft",
        new FilePayload("draft.yaml", "application/yaml", text.getBytes(StandardCharsets.UTF_8)));
    page.click("#send");
    page.locator("#life").waitFor();
    visitor.settled();
  }

  private static String state(Page page) {
    return page.locator("#life .badge").innerText();
  }

  private static void decide(Visitor visitor, Page page, String decision, String state) {
    page.click("#" + decision);
    if (decision.equals("approval")) {
      page.click("#confirm");
    }
    page.locator("#life .badge").getByText(state).waitFor();
    visitor.settled();
  }

  @Test
  void aDraftIsUploadedComparedSubmittedRefusedAndApproved(Portal portal) {
    try (Visitor bureau = portal.bureau();
        Visitor approver = portal.approver()) {
      Page prepares = bureau.open("/rulebooks");
      send(bureau, prepares, DRAFT.replace("1/2", "half"));
      assertThat(prepares.locator("#life .notice").innerText()).contains("第 5 行：");
      assertThat(prepares.locator("#submission").count()).isZero();

      send(bureau, prepares, DRAFT);
      prepares.locator("#differences").waitFor();
      assertThat(state(prepares)).isEqualTo("草稿");
      assertThat(Visitor.rows(prepares.locator("#differences table")))
          .anySatisfy(row -> assertThat(row).containsExactly("数据覆盖率的最低比例", "2/3", "1/2"));
      decide(bureau, prepares, "submission", "待批准");
      assertThat(prepares.locator("#approval").count()).isZero();

      Page decides = approver.open("/rulebooks?id=portal-draft");
      assertThat(decides.locator("#send").count()).isZero();
      approver.typeAndReload("#reason", "请补充案例");
      decide(approver, decides, "refusal", "已退回");
      assertThat(decides.locator("#steps li").last().innerText()).endsWith("退回：请补充案例");

      bureau.open("/rulebooks?id=portal-draft");
      decide(bureau, prepares, "submission", "待批准");
      approver.open("/rulebooks?id=portal-draft");
      decide(approver, decides, "approval", "已批准，未到施行日期");
      assertThat(decides.locator("#steps li").count()).isEqualTo(4);
      Pictures.take(decides, "rulebooks-approved-1440");
    }
  }

  @Test
  void diagnosticsBeginWithFindingsThatLeadToTheirFigures(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/diagnostics");
      JsonNode audit = portal.api().json("/v1/years/2025/diagnostics", portal.api().bureau());
      List<String> expected = audit.path("findings").findValuesAsText("text");
      assertThat(Visitor.rows(page.locator("#findings table")))
          .extracting(row -> row.get(1))
          .startsWith(expected.getFirst())
          .isSubsetOf(expected);
      page.locator("#findings a[href='#boundaries']").first().click();
      assertThat(page.locator("#boundaries figure").count())
          .isEqualTo(audit.path("boundaries").size());
      page.locator("#boundaries figure .canvas svg, #boundaries figure canvas").first().waitFor();
      bureau.settled();
      Pictures.take(page, "diagnostics-1440");
    }
  }

  @Test
  void theOpenChoicesAreListedWithWhatEachMoves(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/diagnostics");
      page.locator("#findings a[href='#robustness']").first().click();
      JsonNode audit = portal.api().json("/v1/years/2025/diagnostics", portal.api().bureau());
      assertThat(Visitor.rows(page.locator("#open-choices")))
          .extracting(List::getFirst)
          .containsExactlyInAnyOrderElementsOf(
              audit.at("/robustness/choices").findValuesAsText("text"))
          .contains("三类得分按权重作几何平均", "成立不满 4 年的都属于初创期，不论营业收入");
      Pictures.take(page, "diagnostics-choices");
    }
  }

  @Test
  void whoDecidesSeesWhoIsNearTheEndOfAListOnTheListAndOnTheCard(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/lists?year=2025");
      JsonNode audit = portal.api().json("/v1/years/2025/diagnostics", portal.api().bureau());
      List<String> bands =
          audit
              .path("edges")
              .valueStream()
              .filter(edge -> edge.path("list").asText().equals("leading"))
              .flatMap(
                  edge ->
                      edge.path("enterprises")
                          .valueStream()
                          .filter(one -> one.path("rank").asInt() <= edge.path("places").asInt()))
              .map(one -> one.path("low").asInt() + "–" + one.path("high").asInt())
              .toList();
      assertThat(bands).isNotEmpty();
      assertThat(page.locator("#main details").first().locator(".badge.warn").allInnerTexts())
          .containsExactlyInAnyOrderElementsOf(bands);
      String uscc = audit.at("/edges/0/enterprises/0/uscc").asText();
      Page card = bureau.open("/portrait?year=2025&uscc=" + uscc);
      assertThat(card.locator("#edge").innerText()).startsWith("处于边缘：").contains("名次在九成的情形中为第");
    }
  }

  @Test
  void whoIsEntitledToABenefitIsListedForWhoGrantsIt(Portal portal) {
    String call = "/v1/years/2025/benefits?limit=200&benefit=schooling";
    List<String> entitled =
        portal.api().json(call, portal.api().bureau()).path("items").findValuesAsText("uscc");
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/lists?year=2025&benefit=schooling");
      page.locator("#entitled").waitFor();
      assertThat(Visitor.rows(page.locator("#rule-benefits")))
          .hasSize(8)
          .anyMatch(row -> row.subList(0, 3).equals(SCHOOLING) && row.get(6).equals("五(四)"));
      assertThat(page.locator("#benefits h3").innerText())
          .isEqualTo("子女入学 · " + entitled.size() + " 家");
      Pictures.take(page, "benefits");
      Page portrait = bureau.open("/portrait?year=2025&uscc=" + entitled.getFirst());
      assertThat(portrait.locator("#benefits b").allInnerTexts()).contains("优先拨付各级政策奖励资金", "子女入学");
      Pictures.take(portrait, "portrait-benefits");
    }
  }

  @Test
  void theShadowScoreStandsBesideTheResultWithTheReasons(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      String uscc =
          portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
      Page page = bureau.open("/portrait?year=2025&uscc=" + uscc);
      page.locator("#shadow-rulebook").selectOption("national-2024");
      page.locator("#shadow-sides").waitFor();
      JsonNode told =
          portal
              .api()
              .json(
                  "/v1/years/2025/enterprises/%s/shadow?rulebook=national-2024".formatted(uscc),
                  portal.api().bureau());
      assertThat(told.at("/own/rulebook").asText()).isEqualTo("xinxiang-2022-110");
      assertThat(Visitor.rows(page.locator("#shadow-sides")))
          .contains(
              List.of(
                  "总分",
                  "%.2f".formatted(told.at("/own/total").asDouble()),
                  "%.2f".formatted(told.at("/shadow/total").asDouble())));
      assertThat(page.locator("#shadow-reasons li").allInnerTexts())
          .startsWith("评价规则由 xinxiang-2022-110 变为 national-2024")
          .hasSize(told.path("reasons").size());
    }
  }

  @Test
  void aProposalThatComesWithTheSystemBecomesADraft(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/rulebooks");
      assertThat(Visitor.rows(page.locator("#proposals table")))
          .extracting(List::getFirst)
          .contains("新乡高新区企业创新积分评价规则（各阶段同一曲线，建议稿）");
      page.locator("#proposals tbody tr").first().locator("button").click();
      page.waitForURL("**/rulebooks?id=xinxiang-2022-110-even");
      page.locator("#differences").waitFor();
      assertThat(state(page)).isEqualTo("草稿");
      assertThat(Visitor.rows(page.locator("#differences table")))
          .anySatisfy(row -> assertThat(row.getFirst()).contains("曲线"));
    }
  }

  @Test
  void aTickedProposalOfTheCalibrationBecomesADraft(Portal portal) {
    try (Visitor bureau = portal.bureau()) {
      Page page = bureau.open("/diagnostics");
      page.click("#calibration a[href^='/studio']");
      page.locator("#suggested td input[type=checkbox]").first().check();
      page.reload();
      page.locator(".draft button").waitFor();
      page.click("#make-draft");
      page.waitForURL("**/rulebooks?id=*");
      page.locator("#differences").waitFor();
      bureau.settled();
      assertThat(state(page)).isEqualTo("草稿");
      assertThat(Visitor.rows(page.locator("#differences table")))
          .filteredOn(row -> row.getFirst().contains("曲线"))
          .hasSize(1);
      assertThat(page.locator(".curve-change").count()).isEqualTo(1);
      decide(bureau, page, "submission", "待批准");
    }
  }

  @Test
  void aBudgetIsDividedAskedForAndApproved(Portal portal) {
    try (Visitor bureau = portal.bureau();
        Visitor approver = portal.approver()) {
      Page prepares = bureau.open("/allocations?year=2025");
      bureau.typeAndReload("#budget", "5000000");
      for (String stage : List.of("startup", "growth", "expansion", "mature")) {
        prepares.fill("[name=percent-" + stage + "]", "25");
        prepares.fill("[name=places-" + stage + "]", "5");
      }
      prepares.click("#work-out");
      prepares.locator("#payment-list").waitFor();
      assertThat(Visitor.rows(prepares.locator("#payment-lines")))
          .hasSizeGreaterThanOrEqualTo(20)
          .first()
          .satisfies(row -> assertThat(row.getLast()).isEqualTo("250,000.00"));
      prepares.click("#submission");
      prepares.locator("#payment-list .badge").getByText("待批准").waitFor();

      Page decides = approver.open(prepares.url().replaceAll("^https?://[^/]+", ""));
      // Who is on the edge of the list and not on it is named, not numbered.
      assertThat(decides.locator("#cases").innerText()).doesNotContain("91410700");
      decides.click("#approval");
      decides.click("#confirm");
      decides.locator("#payment-list .badge").getByText("已批准").waitFor();
      approver.settled();
      assertThat(decides.locator("#payment-list").innerText()).contains("创新积分拨付〔2025〕");
      Pictures.take(decides, "allocation-approved-1440");
    }
  }

  @Test
  void aSettingIsProposedAndApproved(Portal portal) {
    try (Visitor bureau = portal.bureau();
        Visitor approver = portal.approver()) {
      Page prepares = bureau.open("/settings");
      bureau.typeAndReload("#limits-json [name=incompleteShare]", "15");
      prepares.click("#limits-json [type=submit]");
      prepares.locator("#limits-json .notice").waitFor();
      assertThat(prepares.locator("#limits-json .notice").innerText()).contains("10 → 15");
      assertThat(prepares.locator("#limits-json .approve").count()).isZero();

      Page decides = approver.open("/settings");
      decides.click("#limits-json .approve");
      decides.locator("#limits-json .notice").waitFor(hidden());
      assertThat(decides.inputValue("#limits-json [name=incompleteShare]")).isEqualTo("15");
      assertThat(
              portal
                  .api()
                  .json("/v1/settings/limits.json", portal.api().bureau())
                  .at("/value/incompleteShare")
                  .asDouble())
          .isEqualTo(0.15);
    }
  }

  private static Locator.WaitForOptions hidden() {
    return new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED);
  }
}
