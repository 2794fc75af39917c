package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalResources;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The pages of the bureau only: the inputs and changes of a run, payments, rebuilds. */
@PortalTest
class BureauDetailsTest {

  private static final String TRIAL = "portal-trial";
  private static final String TITLE = "研发费用满分值加倍（试算）";

  /** The present rulebook with twice the R&D for the same points, in force from a distant year. */
  private static String trial(int caseScore) throws Exception {
    return PortalResources.text("/rulebooks/xinxiang-2022-110.yaml")
            .replace("id: xinxiang-2022-110", "id: " + TRIAL)
            .replace("title: 新乡高新区企业创新积分评价规则", "title: " + TITLE)
            .replace("effectiveFrom: 2022-12-30", "effectiveFrom: 2099-12-30")
            .replace(
                "fullAt: {startup: 200, growth: 500, expansion: 600, mature: 2000}",
                "fullAt: {startup: 400, growth: 1000, expansion: 1200, mature: 4000}")
        + """
        cases:
          baseline:
            2025: {registeredOn: 2015-12-31, revenue: 1000}
          list:
            - case: 研发费用 500 万元得一半
              year: 2025
              facts: {2025: {rdExpense: 500}}
              expect: {stage: growth, indicators: {"1.1": %d}}
        """
            .formatted(caseScore);
  }

  @Test
  void otherRulebookIsTakenComparedAndExplained(Portal portal) throws Exception {
    portal.api().put("rulebooks/" + TRIAL + "-bad.yaml", trial(7).replace(TRIAL, TRIAL + "-bad"));
    portal.api().put("rulebooks/" + TRIAL + ".yaml", trial(6));
    portal.api().awaitQuiet();
    JsonNode rejected = file(portal, TRIAL + "-bad");
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/rulebooks");
      List<List<String>> files = Visitor.rows(page.locator("#rulebook-files table"));
      assertThat(files)
          .anySatisfy(
              row -> {
                assertThat(row.getFirst()).isEqualTo("研发费用满分值加倍（试算）");
                assertThat(row.get(1)).isEqualTo("草稿");
              })
          .anySatisfy(row -> assertThat(row.get(3)).isEqualTo(rejected.at("/problems/0").asText()));
      page.locator("#rulebook-files").getByText("研发费用满分值加倍（试算）").click();
      page.locator("#life").waitFor();
      visitor.settled();
      assertThat(page.locator("#life").innerText()).contains("所附 1 个案例全部相符");
      assertThat(Visitor.rows(page.locator("#differences table")))
          .anySatisfy(
              row ->
                  assertThat(row)
                      .containsExactly(
                          "指标“研发费用金额”曲线（成长期）", "0 万元得 0%，500 万元得 100%", "0 万元得 0%，1000 万元得 100%"));
      assertThat(page.locator(".curve-change svg").count()).isGreaterThanOrEqualTo(8);
      Pictures.take(page, "rulebooks-draft-1440");

      page.click("#try");
      page.waitForURL("**/runs?year=*&run=*");
      // The page may show another run's changes until this one has begun.
      page.locator("#changes", new Page.LocatorOptions().setHasText("本次规则：" + TITLE)).waitFor();
      visitor.settled();
      comparisonIsTheApis(portal, page);
    }
  }

  private static JsonNode file(Portal portal, String id) {
    JsonNode files = portal.api().json("/v1/rulebook-files", portal.api().bureau());
    return StreamSupport.stream(files.path("items").spliterator(), false)
        .filter(row -> row.path("key").asText().equals("rulebooks/" + id + ".yaml"))
        .findFirst()
        .orElseThrow();
  }

  private static void comparisonIsTheApis(Portal portal, Page page) {
    String path = "/v1/years/2025/recomputations/" + page.locator("#run").getAttribute("data-run");
    JsonNode run = portal.api().json(path, portal.api().bureau());
    assertThat(run.path("rulebook").asText()).isEqualTo(TRIAL);
    assertThat(page.locator("#changes").innerText())
        .contains(
            "本次规则：" + TITLE + "。",
            "总分变化 " + run.at("/changes/totalMoved").asText() + " 家",
            "名次变化 " + run.at("/changes/rankMoved").asText() + " 家");
    List<JsonNode> all = portal.api().items(path + "/changes", portal.api().bureau());
    assertThat(all).isNotEmpty();
    page.click("#all-moves");
    page.waitForCondition(() -> rowCount(page, "#moves") == all.size());
    Pictures.take(page, "runs-comparison-1440");
    // On paper all rows stand.
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    page.waitForCondition(() -> page.locator("#moves tbody tr").count() == all.size());
    List<List<String>> rows = Visitor.rows(page.locator("#moves"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    for (int index = 0; index < all.size(); index++) {
      JsonNode move = all.get(index);
      assertThat(rows.get(index).get(1)).isEqualTo(move.path("uscc").asText());
      List<String> reasons = move.path("reasons").findValuesAsText("text");
      assertThat(rows.get(index).getLast()).contains(reasons);
    }
  }

  @Test
  void publishedYearIsComputedAgain(Portal portal) {
    String path = "/v1/years/2025/verification";
    JsonNode all = portal.api().json(path, portal.api().bureau());
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/runs?year=2025");
      page.click("#verify");
      page.locator("#verification .notice.good").waitFor();
      assertThat(page.locator("#verification .notice").innerText())
          .isEqualTo(
              "复算一致：2025 年度公布的 %d 家企业，按规则 %s 重新计算，评价状态、阶段、得分和排名全部相同。"
                  .formatted(all.path("enterprises").asInt(), all.path("rulebook").asText()));

      page.route(
          "**" + path,
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(
                          """
                          {"year": 2025, "generation": "g", "rulebook": "r", "rulebookDigest": "d",
                           "enterprises": 1203, "same": 1202, "differing": [
                            {"uscc": "91350100M000100Y43", "name": "甲公司", "total": 61.25,
                             "totalAgain": 61.5, "rank": 7, "rankAgain": null}]}
                          """)));
      page.click("#verify");
      page.locator("#differing").waitFor();
      assertThat(page.locator("#verification .notice.bad").innerText())
          .isEqualTo(
              "复算不一致：2025 年度公布的 1,203 家企业中，1 家按规则 r 计算的结果与公布的不同。" + " 已公布的结果没有改动，请联系系统管理员核对程序版本。");
      assertThat(Visitor.rows(page.locator("#differing")).getFirst())
          .containsExactly("甲公司\n91350100M000100Y43", "61.25", "61.50", "7", "—");
      Pictures.take(page, "runs-verification-1440");
    }
  }

  @Test
  void runShowsTheFilesItRead(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/runs?year=2025");
      String path =
          "/v1/years/2025/recomputations/" + page.locator("#run").getAttribute("data-run");
      List<JsonNode> inputs = portal.api().items(path + "/inputs", portal.api().bureau());
      page.locator("#inputs summary").click();
      page.locator("#input-files").waitFor();
      List<List<String>> rows = Visitor.rows(page.locator("#input-files"));
      assertThat(rows).hasSameSizeAs(inputs);
      for (int index = 0; index < inputs.size(); index++) {
        JsonNode input = inputs.get(index);
        assertThat(rows.get(index).get(0))
            .startsWith(input.path("key").asText().replaceAll(".*/", ""));
        assertThat(rows.get(index).get(2).replace(",", "")).isEqualTo(input.path("rows").asText());
      }
      Download file =
          page.waitForDownload(
              () ->
                  page.locator("#inputs button", new Page.LocatorOptions().setHasText("XLSX"))
                      .click());
      assertThat(file.suggestedFilename()).isEqualTo("2025年度计算计入文件.xlsx");
    }
  }

  @Test
  void correctionsAfterPublicationAreTheApis(Portal portal) {
    List<JsonNode> differences =
        portal.api().items("/v1/years/2025/differences", portal.api().bureau());
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/runs?year=2025");
      page.locator("#differences summary").first().click();
      page.locator("#corrected").waitFor();
      assertThat(page.locator("#corrected").innerText())
          .isEqualTo(differences.size() + " 家企业现有数据得出的结果与公布的不同。");
      if (differences.isEmpty()) {
        assertThat(page.locator("#corrections").count()).isZero();
      } else {
        assertThat(rowCount(page, "#corrections")).isEqualTo(differences.size());
      }
    }
  }

  @Test
  void paymentListIsTheApis(Portal portal) {
    JsonNode payments = portal.api().json("/v1/years/2025/rewards/payments", portal.api().bureau());
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/rewards?year=2025");
      assertThat(page.locator("#payable").innerText())
          .isEqualTo(String.format(Locale.ROOT, "%,.2f", payments.path("total").asDouble()));
      page.locator("#payments > details > summary").click();
      List<String> codes = payments.path("items").findValuesAsText("uscc");
      assertThat(rowCount(page, "#payments table")).isEqualTo(codes.size());
      List<String> inSight = page.locator("#payments tbody .uscc").allInnerTexts();
      assertThat(inSight).isNotEmpty().isEqualTo(codes.subList(0, inSight.size()));
      Download file =
          page.waitForDownload(
              () ->
                  page.locator("#payments button", new Page.LocatorOptions().setHasText("XLSX"))
                      .click());
      assertThat(file.suggestedFilename()).isEqualTo("2025年度政策奖励拨付清单.xlsx");
      assertThat(file.path()).isNotEmptyFile();
    }
  }

  @Test
  void rebuildIsOrderedFollowedAndReported(Portal portal) throws Exception {
    portal.api().awaitQuiet();
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/data");
      page.click("#compare");
      Locator newest = page.locator("#rebuilds tbody tr").first();
      page.waitForCondition(
          () ->
              newest.count() > 0
                  && newest.innerText().contains("只核对")
                  && !newest.innerText().matches("(?s).*(等待开始|核对中).*"));
      JsonNode told = portal.api().json("/v1/rebuilds", portal.api().bureau()).at("/items/0");
      List<String> row = Visitor.rows(page.locator("#rebuilds")).getFirst();
      assertThat(row.get(2)).isEqualTo("完全一致");
      assertThat(row.get(3)).isEqualTo(told.path("orderedBy").path("name").asText("bureau"));
      assertThat(row.get(4).replace(",", "")).isEqualTo(told.path("files").asText());
      assertThat(row.get(5).replace(",", "")).isEqualTo(told.path("items").asText());
      page.click("#rebuild");
      page.click("#refuse");
      assertThat(page.locator("dialog").count()).isZero();
      assertThat(portal.api().json("/v1/rebuilds", portal.api().bureau()).at("/items/0/id"))
          .as("nothing is mended without a yes")
          .isEqualTo(told.path("id"));
    }
  }

  /** How many rows a table has; a window of them stands in the page. */
  private static int rowCount(Page page, String table) {
    return Integer.parseInt(page.locator(table).getAttribute("aria-rowcount")) - 1;
  }
}
