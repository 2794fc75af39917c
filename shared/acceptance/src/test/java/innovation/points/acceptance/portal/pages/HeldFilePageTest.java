package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.testkit.Usccs;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a clerk does with a file that is doubtful, before it counts and after. */
@PortalTest
class HeldFilePageTest {

  /** A year for which nothing is in force, after one for which everything is. */
  private static final String YEAR = "2026";

  @Test
  void fileInAnotherUnitIsReadAsTheClerkSays(Portal portal) {
    try (Visitor visitor = portal.department("tax")) {
      Page page = visitor.open("/uploads?year=" + YEAR);
      String text = "统一社会信用代码,企业名称,营业收入\n" + inYuan(portal);
      choose(page, "b.csv", text);
      page.locator(".file .saying").waitFor();
      assertThat(page.locator(".file .reading").innerText()).isEqualTo("未注明单位，按万元读取；表头在第 1 行。");
      assertThat(page.locator(".file .take").count()).isZero();
      Pictures.take(page, "held-1");

      Locator saying = page.locator(".file .saying");
      saying.getByLabel("金额的单位").selectOption("元");
      visitor.typeAndReload(".file .saying [name=reason]", "系统导出的金额单位是元");
      assertThat(saying.getByLabel("金额的单位").inputValue()).isEqualTo("元");
      saying.getByText("按此读取").click();
      page.locator(".file :text('请重新选择这个文件')").waitFor();
      page.setInputFiles(".file input[type=file]", payload("b.csv", text));
      page.locator(".file .take").waitFor();
      assertThat(page.locator(".file .reading").innerText()).isEqualTo("金额按元（见确认）读取；表头在第 1 行。");
      Pictures.take(page, "held-2");

      page.locator(".file .take").click();
      page.locator(".file .verdict:has-text('全部采用')").waitFor();
      assertThat(page.locator(".file").innerText()).contains("系统导出的金额单位是元");
      Pictures.take(page, "held-3");

      page.click("text=刷新上传记录");
      page.locator("#uploads").getByText("b.csv").click();
      page.locator("article summary:has-text('撤回这个文件')").click();
      visitor.typeAndReload("article .saying [name=reason]", "传错了年度");
      page.click("article .saying [type=submit]");
      page.locator("article :text('传错了年度')").waitFor();
      assertThat(page.locator("article .verdict").innerText())
          .matches("已撤回 文件已撤回或已被同名的新文件替换，它的 [0-9]+ 行不再计入。");
      Pictures.take(page, "held-4");
    }
  }

  @Test
  void ofSeveralTablesTheClerkTakesOne(Portal portal) {
    try (Visitor visitor = portal.department("commerce")) {
      Page page = visitor.open("/uploads?year=" + YEAR);
      String header = "统一社会信用代码,%s,出口总额(万美元)\n";
      choose(
          page,
          "tables.csv",
          "一园\n%s%s,甲,1\n二园\n%s%s,乙,2\n"
              .formatted(
                  header.formatted("企业名称"), Usccs.of(1), header.formatted("名称"), Usccs.of(2)));
      Locator saying = page.locator(".file .saying");
      saying.waitFor();
      assertThat(saying.innerText())
          .contains("文件里有 2 张表都可能是 2026 年的数据：第 2 行起的表、第 5 行起的表；请确认采用哪一张，或只留一张后再传。");
      assertThat(saying.getByLabel("金额的单位").locator("option").allInnerTexts())
          .as("in the currency of the dataset: into another one nothing is converted")
          .containsExactly("不改（现按万美元读取）", "美元", "千美元", "万美元", "百万美元", "亿美元");
      Pictures.take(page, "tables-1");
      saying.getByLabel("采用哪一张表").selectOption("第 5 行起的表");
      saying.locator("[name=reason]").fill("只报二园");
      saying.getByText("按此读取").click();
      page.locator(".file .take").waitFor();
      assertThat(page.locator(".file .reading").innerText()).contains("表头在第 5 行");
      assertThat(page.locator(".file").innerText()).contains("第 2 行起的表没有读取：已按确认采用第 5 行起的表。");
      Pictures.take(page, "tables-2");
      page.locator(".file .take").click();
      page.locator(".file .verdict:has-text('共 1 行，全部采用')").waitFor();
      Pictures.take(page, "tables-3");
    }
  }

  @Test
  void badCellIsMendedOnThePage(Portal portal) {
    try (Visitor visitor = portal.department("tax")) {
      Page page = visitor.open("/uploads?year=2025");
      choose(
          page,
          "c.csv",
          "统一社会信用代码,企业名称,营业收入(万元)\n%s,甲,1\n%s,\"乙,丙\",约三百\n".formatted(Usccs.of(1), Usccs.of(2)));
      page.locator(".file .mending input").waitFor();
      visitor.typeAndReload(".file .mending input", "300");
      Pictures.take(page, "mending");
      page.click("text=改好了，重新校验");
      page.locator(".file .verdict:has-text('可采用 2 行')").waitFor();
      assertThat(page.locator(".file .mending").count()).isZero();
    }
  }

  /** A bad and a doubtful figure of a file in 元, corrected in 元. */
  @Test
  void cellsAreMendedInTheUnitOfTheFile(Portal portal) {
    try (Visitor visitor = portal.department("tax")) {
      Page page = visitor.open("/uploads?year=2025");
      choose(
          page,
          "yuan.csv",
          "统一社会信用代码,企业名称,营业收入(元)\n%s,甲,12000000000000\n%s,乙,约三百\n"
              .formatted(Usccs.of(1), Usccs.of(2)));
      Locator inputs = page.locator(".file .mending input");
      inputs.nth(1).waitFor();
      assertThat(page.locator(".file .mending").innerText()).contains("按元填写");
      inputs.nth(0).fill("3,000,000");
      inputs.nth(1).fill("12000000");
      page.click("text=改好了，重新校验");
      page.locator(".file .verdict:has-text('可采用 2 行')").waitFor();
      assertThat(page.locator(".file .mending").count()).isZero();
      assertThat(page.locator(".file .reading").innerText()).isEqualTo("金额按万元（见列名）读取；表头在第 1 行。");
    }
  }

  @Test
  void fileOfAnotherDatasetIsOfferedTheRightOne(Portal portal) {
    try (Visitor visitor = portal.department("market")) {
      Page page = visitor.open("/uploads?year=2025&dataset=credit");
      choose(page, "d.csv", "统一社会信用代码,发明专利申请量(件)\n" + Usccs.of(1) + ",3\n");
      page.click("text=改传到“知识产权与标准”");
      page.locator(".file .take").waitFor();
      assertThat(page.locator(".file select").first().inputValue())
          .isEqualTo("intellectual-property");
    }
  }

  private static void choose(Page page, String name, String text) {
    page.setInputFiles("#file", payload(name, text));
  }

  private static FilePayload payload(String name, String text) {
    return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
  }

  /** What is in force for the year before, in another unit. */
  private static String inYuan(Portal portal) {
    String bureau = portal.api().bureau();
    String id =
        portal
            .api()
            .json("/v1/uploads?year=2025&dataset=operations&source=tax", bureau)
            .path("items")
            .path(0)
            .path("id")
            .asText();
    var rows = new StringBuilder();
    portal
        .api()
        .json("/v1/uploads/" + id + "/rows?status=accepted&limit=20", bureau)
        .path("items")
        .forEach(
            row ->
                rows.append(
                    "%s,%s,%s\n"
                        .formatted(
                            row.path("uscc").asText(),
                            row.path("name").asText(),
                            Math.round(row.path("values").path("revenue").asDouble() * 10_500))));
    return rows.toString();
  }
}
