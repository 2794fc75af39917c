package innovation.points.acceptance.portal.pages;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import innovation.points.acceptance.portal.Pictures;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import innovation.points.acceptance.portal.Who;
import innovation.points.acceptance.stack.SampleStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@PortalTest
class EnterprisePagesTest {

  private static String points(JsonNode number) {
    return String.format(Locale.ROOT, "%.2f", number.asDouble());
  }

  /** An enterprise with deductions or decay, so that its waterfall has such steps. */
  private static String somebody(SampleStack api) {
    return api.items("/v1/years/2025/rankings", null).stream()
        .map(item -> item.path("uscc").asText())
        .filter(
            uscc -> {
              JsonNode profile =
                  api.json("/v1/years/2025/enterprises/" + uscc + "/profile", api.bureau());
              return !profile.path("decay").isEmpty() || !profile.path("deductions").isEmpty();
            })
        .findFirst()
        .orElseThrow();
  }

  @Test
  void portraitShowsTheWholeTrace(Portal portal) {
    String uscc = somebody(portal.api());
    JsonNode profile =
        portal.api().json("/v1/years/2025/enterprises/" + uscc + "/profile", portal.api().bureau());
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/portrait");
      assertThat(page.locator("h1").innerText()).isEqualTo(profile.path("name").asText());
      assertThat(page.locator(".headline .total b").innerText())
          .isEqualTo(points(profile.path("total")));
      var shown = new ArrayList<List<String>>();
      for (String category : List.of("技术创新指标", "成长经营指标", "辅助指标")) {
        Locator table =
            page.locator(".scroll[aria-label='" + category + "']:not(figure .scroll) table");
        Visitor.rows(table).forEach(row -> shown.add(List.of(row.get(0), row.get(1), row.get(3))));
      }
      var expected = new ArrayList<List<String>>();
      profile
          .path("indicators")
          .forEach(
              one ->
                  expected.add(
                      List.of(
                          one.path("id").asText(),
                          one.path("name").asText(),
                          points(one.path("points")) + " / " + one.path("fullPoints").asText())));
      assertThat(shown).isEqualTo(expected);
    }
  }

  @Test
  void waterfallEndsAtTheTotal(Portal portal) {
    String uscc = somebody(portal.api());
    JsonNode profile =
        portal.api().json("/v1/years/2025/enterprises/" + uscc + "/profile", portal.api().bureau());
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/portrait");
      Locator figure = page.locator("figure", new Page.LocatorOptions().setHasText("总分构成"));
      figure.locator("summary").first().click();
      List<List<String>> rows = Visitor.rows(figure.locator("table"));
      double sum =
          rows.subList(0, rows.size() - 1).stream()
              .mapToDouble(row -> Double.parseDouble(row.get(2).replace("+", "")))
              .sum();
      assertThat(rows.getLast().get(2)).isEqualTo(points(profile.path("total")));
      assertThat(sum).isCloseTo(profile.path("total").asDouble(), within(0.01 * rows.size()));
      int parts =
          3
              + profile.path("deductions").size()
              + profile.path("bonus").size()
              + profile.path("decay").size();
      assertThat(rows).hasSize(parts + 1);
    }
  }

  @Test
  void everyFigureSaysWhereItCameFrom(Portal portal) {
    String uscc = somebody(portal.api());
    JsonNode first =
        portal
            .api()
            .json("/v1/years/2025/enterprises/" + uscc + "/profile", portal.api().bureau())
            .at("/indicators/0/from/0");
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/portrait");
      Locator row =
          page.locator("table tbody tr", new Page.LocatorOptions().setHasText("研发费用金额")).last();
      row.locator("summary").click();
      assertThat(row.locator(".sources .code").first().innerText())
          .isEqualTo(
              "税务局 · 经营情况 · 2025 · %s · 第 %s 行"
                  .formatted(
                      first.path("key").asText().replaceAll(".*/", ""),
                      first.path("row").asText()));
    }
  }

  @Test
  void movingAFigureMovesTheScoreAsTheApiSays(Portal portal) throws Exception {
    String uscc = somebody(portal.api());
    JsonNode supposed = simulation(portal, uscc, "{\"changes\":{\"rdExpense\":1234.5}}");
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/simulator");
      String before = page.locator("#simulated").innerText();
      page.fill("#move-rdExpense", "1234.5");
      page.locator("#moved").waitFor();
      assertThat(page.locator("#simulated").innerText())
          .isEqualTo(points(supposed.path("total")))
          .isNotEqualTo(before);
      page.locator("fieldset", new Page.LocatorOptions().setHasText("研发费用(万元)"))
          .locator("button")
          .click();
      page.waitForCondition(() -> page.locator("#simulated").innerText().equals(before));
    }
  }

  @Test
  void stepIsTakenOverIntoTheSimulator(Portal portal) {
    String uscc = somebody(portal.api());
    JsonNode profile =
        portal.api().json("/v1/years/2025/enterprises/" + uscc + "/profile", portal.api().bureau());
    JsonNode first = profile.at("/weakPoints/0");
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/portrait");
      Pictures.take(page, "portrait-zh");
      Locator step = page.locator("#advice ol li").first();
      assertThat(step.innerText())
          .contains(
              first.path("indicator").asText() + " " + first.path("name").asText(),
              first.path("step").asText(),
              "总分 +" + points(first.path("total")));
      step.locator("a").click();
      page.waitForURL("**/simulator?**");
      visitor.settled();
      double from = profile.at("/adviceFrom/total").asDouble();
      String then = String.format(Locale.ROOT, "%.2f", from + first.path("total").asDouble());
      page.locator(".result[aria-busy=false]").waitFor();
      assertThat(page.locator(".result").innerText()).contains(then);
      visitor.open("/portrait?lang=en");
      Pictures.take(page, "portrait-en");
      assertThat(page.locator("#advice ol li b").first().innerText())
          .doesNotContainPattern("\\p{IsHan}");
    }
  }

  @Test
  void simulationTakesStepsAndLinesAndStandsInTheAddress(Portal portal) {
    String uscc = somebody(portal.api());
    try (Visitor visitor = portal.enterprise(uscc)) {
      Page page = visitor.open("/simulator");
      page.locator("#steps button").first().click();
      page.waitForURL("**/simulator?**changes=**");
      page.locator(".result[aria-busy=false] .badge.good").waitFor();
      page.click("#add-qualifications summary");
      page.selectOption("#qualifications-kind", "高新技术企业");
      page.click("#add-qualifications button");
      page.waitForURL(url -> URLDecoder.decode(url, UTF_8).contains("高新技术企业"));
      visitor.settled();
      assertThat(page.locator("#taken-over").innerText()).contains("高新技术企业");
      page.fill("#move-staff", "10");
      page.fill("#move-techStaff", "11");
      page.locator("#contradictions:has-text('“科技人员数”为 11，应不超过')").waitFor();
      Pictures.take(page, "simulator-scenario");
      String total = page.locator("#simulated").innerText();
      page.reload();
      visitor.settled();
      page.locator(".result[aria-busy=false] .badge").waitFor();
      assertThat(page.locator("#simulated").innerText()).isEqualTo(total);
    }
  }

  private static JsonNode simulation(Portal portal, String uscc, String body) throws Exception {
    URI address =
        portal.api().address().resolve("/v1/years/2025/enterprises/" + uscc + "/simulations");
    try (var http = HttpClient.newHttpClient()) {
      String answer =
          http.send(
                  HttpRequest.newBuilder(address)
                      .header("Content-Type", "application/json")
                      .header("Authorization", "Bearer " + portal.api().bureau())
                      .POST(HttpRequest.BodyPublishers.ofString(body))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      return new ObjectMapper().readTree(answer);
    }
  }

  private static final String UPLOADS = "/v1/uploads?year=2026&dataset=workforce";

  /** The description of a field as assistive technology reads it. */
  private static String fault(Page page, String field) {
    String[] described =
        page.locator("[name=" + field + "]").getAttribute("aria-describedby").split(" ", -1);
    return page.locator("#" + described[described.length - 1]).innerText();
  }

  @Test
  void theBureauEntersFiguresBesideWhatTheEnterpriseReported(Portal portal) {
    String uscc = somebody(portal.api());
    try (Visitor visitor = portal.bureau()) {
      Page page = visitor.open("/portrait?year=2025&uscc=" + uscc);
      page.click("a:has-text('代录数据')");
      page.selectOption("#dataset", "workforce");
      page.locator("[name=staff]").waitFor();
      page.fill("[name=foreignStaff]", "1");
      page.click("#self-report [type=submit]");
      page.locator(".verdict .good").waitFor();
      assertThat(page.locator("#evidence-files").count()).as("nobody has to verify it").isZero();
    }
    String entered = "/v1/self-reports?year=2025&source=bureau&uscc=" + uscc;
    assertThat(portal.api().json(entered, portal.api().bureau()).path("items"))
        .filteredOn(item -> item.path("field").asText().equals("foreignStaff"))
        .singleElement()
        .satisfies(item -> assertThat(item.path("reported").asInt()).isOne());
  }

  @Test
  void selfReportIsCheckedAtEachFieldAndTaken(Portal portal) throws IOException {
    String uscc = somebody(portal.api());
    try (Visitor visitor = portal.enterprise(uscc).expecting("400")) {
      Page page = visitor.open("/self-report?year=2026&dataset=workforce");
      assertThat(
              page.locator("label[for=" + page.locator("[name=staff]").getAttribute("id") + "]")
                  .innerText())
          .isEqualTo("年末职工总数");
      page.fill("[name=staff]", "20");
      page.fill("[name=techStaff]", "30");
      page.fill("[name=foreignStaff]", "三人");
      page.click("#self-report [type=submit]");
      page.locator(".notice[role=alert]").waitFor();
      assertThat(fault(page, "techStaff")).isEqualTo("“科技人员数”应不超过“年末职工总数”，这里是 30 和 20。");
      assertThat(fault(page, "foreignStaff")).contains("三人");
      assertThat(fault(page, "staff")).isEmpty();
      Pictures.take(page, "self-report-faults");
      assertThat(page.evaluate("document.activeElement.name"))
          .as("the first to mend")
          .isEqualTo("techStaff");
      assertThat(portal.api().json(UPLOADS, portal.token(Who.ENTERPRISE, uscc)).path("items"))
          .as("nothing is kept until all is right")
          .isEmpty();
      page.fill("[name=foreignStaff]", "");
      page.fill("[name=techStaff]", "8");
      page.click("#self-report [type=submit]");
      page.locator(".verdict .good").waitFor();
      assertThat(page.locator(".verdict").first().innerText()).isEqualTo("全部通过 共 1 行，全部采用。");
      visitor.open("/self-report?year=2026&dataset=workforce");
      assertThat(page.inputValue("[name=staff]"))
          .as("it starts from the last report")
          .isEqualTo("20");
      assertThat(page.locator(".in-force").first().innerText()).isEqualTo("现行数据 20，为本企业填报，待核验。");
      Pictures.take(page, "self-report-again");
      page.setInputFiles(
          "#evidence-files",
          new FilePayload("社保清单.pdf", "application/pdf", "%PDF-1.7".getBytes(UTF_8)));
      page.click("#send-evidence [type=submit]");
      page.locator("#evidence .files a").waitFor();
      page.fill("[name=techStaff]", "");
      page.click("#self-report [type=submit]");
      assertThat(page.locator("dialog p").innerText())
          .isEqualTo("提交后将撤回上次填报的：科技人员数 8。部门没有的数据将不再计分。确定提交？");
      page.click("#refuse");
      assertThat(page.inputValue("[name=staff]")).isEqualTo("20");
      page.fill("[name=staff]", "");
      page.click("#self-report [type=submit]");
      assertThat(page.locator("#self-report .notice").innerText())
          .isEqualTo("尚未填写任何数据。至少填写一项；没有的填 0。");
    }
    try (Visitor visitor = portal.department("hr")) {
      Page page = visitor.open("/completeness?year=2026");
      page.click("#self-reports > summary");
      Locator paper = page.locator("#self-reports .evidence a:has-text('社保清单.pdf')");
      paper.waitFor();
      assertThat(new String(read(paper.getAttribute("href")), UTF_8)).isEqualTo("%PDF-1.7");
    }
  }

  private static byte[] read(String address) throws IOException {
    try (InputStream content = URI.create(address).toURL().openStream()) {
      return content.readAllBytes();
    }
  }

  @Test
  void officePagesAreClosedToEnterprises(Portal portal) {
    try (Visitor visitor = portal.enterprise(somebody(portal.api()))) {
      for (String path : List.of("/uploads", "/completeness", "/draft", "/runs", "/rewards")) {
        assertThat(visitor.open(path).locator(".notice h2").innerText())
            .as(path)
            .isEqualTo("当前身份不能查看这一页");
      }
    }
  }
}
