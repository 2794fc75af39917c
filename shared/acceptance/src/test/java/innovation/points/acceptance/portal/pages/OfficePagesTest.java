package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@PortalTest
class OfficePagesTest {

  /** A year that no other test uses. */
  private static final String EMPTY_YEAR = "2026";

  private static final String BAD =
      """
      统一社会信用代码,企业名称,出口总额(万美元)
      91410700XN2076766U,某企业,12.5
      91410700XN2076766X,校验位不对,3
      91410700XN1997571R,不是数字,约三百
      """;

  private static String points(JsonNode number) {
    return String.format(Locale.ROOT, "%.2f", number.asDouble());
  }

  @Test
  void uploadOfABadFileShowsItsErrors(Portal portal) {
    try (Visitor visitor = portal.department("commerce")) {
      Page page = visitor.open("/uploads?year=" + EMPTY_YEAR);
      page.setInputFiles(
          "#file", new FilePayload("bad.csv", "text/csv", BAD.getBytes(StandardCharsets.UTF_8)));
      page.locator(".file .take").click();
      page.locator(".file .verdict:has-text('有问题没有采用')").waitFor();
      assertThat(page.locator(".file .verdict").innerText())
          .isEqualTo("部分通过 共 3 行，采用 1 行，2 行有问题没有采用。改好这些行后用同一文件名重新上传即可。");
      JsonNode upload =
          portal
              .api()
              .items("/v1/uploads?year=" + EMPTY_YEAR + "&dataset=trade", portal.api().bureau())
              .getFirst();
      var expected = new ArrayList<List<String>>();
      upload
          .path("problems")
          .forEach(
              problem ->
                  expected.add(
                      List.of(
                          problem.path("row").asText(),
                          problem.path("columnLetter").asText()
                              + " "
                              + problem.path("column").asText(),
                          problem.path("found").asText(),
                          problem.path("message").asText(),
                          problem.path("code").asText())));
      assertThat(expected).hasSize(2);
      assertThat(Visitor.rows(page.locator(".file table").first())).isEqualTo(expected);
      assertThat(page.locator(".file mark").first().innerText())
          .isEqualTo(expected.getFirst().get(2));
    }
  }

  @Test
  void fileIsTakenWhereItIsDropped(Portal portal) {
    try (Visitor visitor = portal.department("ecology")) {
      Page page = visitor.open("/uploads?year=" + EMPTY_YEAR);
      var transfer =
          page.evaluateHandle(
              """
              () => {
                const transfer = new DataTransfer();
                const text = '统一社会信用代码,环境信用等级\\n91410700XN2076766U,良好\\n';
                transfer.items.add(new File([text], 'dropped.csv', { type: 'text/csv' }));
                return transfer;
              }
              """);
      page.dispatchEvent(".drop", "drop", Map.of("dataTransfer", transfer));
      page.locator(".file .take").click();
      page.locator(".file .verdict:has-text('全部采用')").waitFor();
      assertThat(page.locator(".file .verdict").innerText()).isEqualTo("全部通过 共 1 行，全部采用。");
      page.click("text=刷新上传记录");
      page.locator("#uploads").getByText("dropped.csv").click();
      page.locator("article.card h3").first().waitFor();
      assertThat(page.locator("article.card h3").first().innerText()).isEqualTo("dropped.csv");
    }
  }

  @Test
  void departmentSeesItsOwnDatasetsAndWhatIsOverdue(Portal portal) {
    try (Visitor visitor = portal.department("tax")) {
      Page page = visitor.open("/uploads?year=" + EMPTY_YEAR);
      assertThat(page.locator("#dataset option").allInnerTexts()).containsExactly("经营情况", "支持享受情况");
      assertThat(page.locator(".notice h2").innerText()).isIn("已逾期未报送", "尚未报送");
      assertThat(page.locator(".notice li").innerText()).startsWith("经营情况");
    }
  }

  @Test
  void completenessShowsWhatTheApiSays(Portal portal) {
    JsonNode told = portal.api().json("/v1/years/2025/completeness?limit=1", portal.api().bureau());
    List<JsonNode> gaps = portal.api().items("/v1/years/2025/completeness", portal.api().bureau());
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/completeness");
      assertThat(page.locator(".board h2").allInnerTexts())
          .containsExactlyElementsOf(told.path("datasets").findValuesAsText("title"));
      assertThat(page.locator("#gaps").getAttribute("aria-rowcount"))
          .isEqualTo(String.valueOf(gaps.size() + 1));
    }
  }

  /** The stranger of the sample zone's trade file, and who left the roster. */
  @Test
  void whoIsInFilesAndNotOnTheRosterIsOfferedAsAForm(Portal portal) {
    List<JsonNode> told =
        portal.api().items("/v1/years/2025/roster-candidates", portal.api().bureau());
    assertThat(told).extracting(one -> one.path("name").asText()).contains("虚构·路过贸易有限公司");
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/completeness");
      page.click("#candidates summary");
      assertThat(page.locator("#candidates summary").first().innerText())
          .isEqualTo("待补入名录的企业（%d 家）".formatted(told.size()));
      assertThat(page.locator("#candidate tbody tr").allInnerTexts())
          .hasSize(told.size())
          .anyMatch(row -> row.contains("虚构·路过贸易有限公司") && row.contains("进出口"));
      var download =
          page.waitForDownload(() -> page.click("#candidates .downloads button >> nth=0"));
      assertThat(download.suggestedFilename()).startsWith("2025年度待补入名录的企业.");
    }
    try (Visitor visitor = portal.department("tax")) {
      Page page = visitor.open("/completeness");
      assertThat(page.locator("#missing").count()).isOne();
      assertThat(page.locator("#candidates").count()).as("of the bureau").isZero();
    }
  }

  @Test
  void tableIsChosenByItsAddressAndSuppressedForDepartments(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/tables?rows=park&columns=none");
      assertThat(page.locator("#pivot thead").innerText()).contains("所属园区", "合计");
      page.selectOption("#columns", "division");
      page.waitForSelector("#main[aria-busy=false]");
      page.selectOption("#measure", "meanTotal");
      page.waitForSelector("#main[aria-busy=false]");
      assertThat(page.url()).contains("rows=park", "columns=division", "measure=meanTotal");
      assertThat(page.locator("#pivot").innerText()).doesNotContain("不显示");
      Download file =
          page.waitForDownload(
              () ->
                  page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("下载（XLSX）"))
                      .click());
      assertThat(file.suggestedFilename()).isEqualTo("2025年度企业创新积分总分均值-所属园区-行业大类.xlsx");
    }
    try (Visitor visitor = portal.department("tax")) {
      Page page = visitor.open("/tables?rows=division&columns=grid");
      assertThat(page.locator("#pivot").innerText()).contains("不显示");
      assertThat(page.locator("#main").innerText()).contains("不足 3 家企业");
    }
  }

  @Test
  void draftIsSearchedFilteredAndSorted(Portal portal) {
    List<JsonNode> draft =
        portal.api().items("/v1/years/2025/scores?edition=draft", portal.api().bureau());
    String all = "共 " + draft.size() + " 行";
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/draft");
      assertThat(page.locator("#scores-count").innerText()).isEqualTo(all);
      List<String> best =
          draft.stream()
              .filter(row -> row.hasNonNull("total"))
              .sorted(
                  (a, b) -> Double.compare(b.path("total").asDouble(), a.path("total").asDouble()))
              .map(row -> points(row.path("total")))
              .toList();
      assertThat(totals(page)).as("a window").hasSizeLessThan(best.size());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      page.waitForCondition(() -> totals(page).size() == draft.size());
      assertThat(totals(page).subList(0, best.size())).as("all rows, on paper").isEqualTo(best);
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
      head(page, "总分").getByRole(AriaRole.BUTTON).click();
      assertThat(page.locator("#scores th[aria-sort=ascending]").innerText()).startsWith("总分");
      page.selectOption("#scores-status", "excluded");
      long excluded =
          draft.stream().filter(row -> row.path("status").asText().equals("excluded")).count();
      assertThat(page.locator("#scores-count").innerText())
          .isEqualTo(all + "，符合条件的 " + excluded + " 行");
      page.selectOption("#scores-status", "");
      assertThat(page.locator("#scores th[aria-sort=ascending]").innerText())
          .as("a filter keeps the sort")
          .startsWith("总分");
      page.click(".chooser summary");
      page.locator(".chooser label", new Page.LocatorOptions().setHasText("阶段"))
          .locator("input")
          .uncheck();
      assertThat(page.locator("#scores th[aria-sort=ascending]").innerText())
          .as("a column that is hidden keeps the sort")
          .startsWith("总分");
      assertThat(head(page, "阶段").count()).isZero();
      page.fill("#scores-search", draft.getFirst().path("uscc").asText().toLowerCase(Locale.ROOT));
      assertThat(page.locator("#scores-count").innerText()).isEqualTo(all + "，符合条件的 1 行");
      assertThat(page.locator("#scores th[aria-sort=ascending]").innerText())
          .as("a search keeps the sort")
          .startsWith("总分");
    }
  }

  private static Locator head(Page page, String title) {
    return page.locator("#scores th", new Page.LocatorOptions().setHasText(title));
  }

  @Test
  void whatAReaderMadeOfATableSurvivesReloadAndBack(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/draft");
      page.selectOption("#scores-status", "scored");
      head(page, "覆盖率").getByRole(AriaRole.BUTTON).click();
      page.click(".chooser summary");
      page.check(".chooser [value=scoredAt]");
      page.check("text=紧凑");
      page.locator("data-table nav").getByText("下一页").click();
      page.waitForURL("**scores.at=*");
      String made = made(page);
      assertThat(made).startsWith("覆盖率 descending").contains("评分时间", "scored", "dense");
      page.reload();
      visitor.settled();
      page.waitForCondition(() -> made(page).equals(made));
      page.locator("#scores tbody a:not(.row-link)").last().click();
      page.waitForURL("**/portrait?**");
      visitor.settled();
      page.goBack();
      visitor.settled();
      page.waitForCondition(() -> made(page).equals(made));
    }
  }

  /** Order, columns, filter, density and the first row in sight. */
  private static String made(Page page) {
    Locator sorted = page.locator("#scores th[aria-sort$=ending]");
    return String.join(
        " ",
        sorted.innerText().strip().split("\\s", -1)[0],
        sorted.getAttribute("aria-sort"),
        String.join(",", page.locator("#scores th[scope=col]").allInnerTexts()),
        page.inputValue("#scores-status"),
        page.locator("data-table[dense]").count() == 1 ? "dense" : "",
        page.locator("#scores-range").innerText().split("–", -1)[0]);
  }

  private static List<String> totals(Page page) {
    return page.locator("#scores tbody td.strong").allInnerTexts();
  }

  @Test
  void exportIsTheApisFile(Portal portal) {
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/draft");
      var download =
          page.waitForDownload(
              () -> page.locator("button", new Page.LocatorOptions().setHasText("（XLSX）")).click());
      assertThat(download.suggestedFilename()).endsWith(".xlsx");
      assertThat(download.path()).isNotEmptyFile();
    }
  }

  @Test
  void rewardsAddUp(Portal portal) {
    List<JsonNode> rewards =
        portal.api().items("/v1/years/2025/rewards", portal.api().bureau()).stream()
            .filter(row -> !row.path("rewards").isEmpty())
            .toList();
    double sum = rewards.stream().mapToDouble(row -> row.path("total").asDouble()).sum();
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/rewards");
      assertThat(page.locator(".figures dd b").first().innerText().replace(",", ""))
          .isEqualTo(String.format(Locale.ROOT, "%.2f", sum / 10_000));
      assertThat(page.locator("#rewards").getAttribute("aria-rowcount"))
          .isEqualTo(String.valueOf(rewards.size() + 1));
    }
  }
}
