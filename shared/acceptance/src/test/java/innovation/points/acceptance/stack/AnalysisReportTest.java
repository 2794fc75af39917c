package innovation.points.acceptance.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of a published year agrees with the other calls of the API. */
@GoldenYearsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalysisReportTest {

  private final GoldenStack golden;
  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonNode report;

  AnalysisReportTest(GoldenStack golden) {
    this.golden = golden;
    report = golden.api.json("/v1/years/2025/report", null);
  }

  @AfterAll
  void stop() {
    http.close();
  }

  @Test
  void itsCountsAreThoseOfTheYear() {
    JsonNode year = golden.api.json("/v1/years", null).at("/items/0");
    JsonNode before = golden.api.json("/v1/years", null).at("/items/1");
    assertThat(report.path("generation")).isEqualTo(year.path("generation"));
    assertThat(report.at("/before/generation")).isEqualTo(before.path("generation"));
    JsonNode overview = report.path("overview");
    assertThat(overview.path("roster")).isEqualTo(year.at("/counts/enterprises"));
    for (String count : List.of("ranked", "notPublished")) {
      assertThat(overview.path(count)).as(count).isEqualTo(year.at("/counts/" + count));
    }
  }

  /** Data published in two places is equal. */
  @ParameterizedTest
  @CsvSource({
    "stages,/stages/groups",
    "clusters,/industries/clusters",
    "industries,/industries/industries"
  })
  void itsGroupsAreThoseOfTheOverview(String kind, String where) {
    JsonNode overview = golden.api.json("/v1/years/2025/overview", null);
    int compared = 0;
    for (JsonNode group : report.at(where)) {
      for (JsonNode other : overview.path(kind)) {
        if (other.path("id").equals(group.path("id"))) {
          agree(group.path("totals"), other.path("now"));
          agree(group.path("totalsBefore"), other.path("before"));
          compared++;
        }
      }
    }
    assertThat(compared).isEqualTo(overview.path(kind).size()).isPositive();
  }

  @Test
  void itsDistributionIsThatOfTheOverview() {
    JsonNode all = golden.api.json("/v1/years/2025/overview", null).path("all");
    agree(report.at("/overview/totals"), all.path("now"));
    agree(report.at("/overview/totalsBefore"), all.path("before"));
    assertThat(report.at("/distribution/bins")).isEqualTo(all.at("/now/histogram"));
    assertThat(report.at("/distribution/binsBefore")).isEqualTo(all.at("/before/histogram"));
  }

  private static void agree(JsonNode figures, JsonNode cell) {
    assertThat(cell.has("suppressed")).isFalse();
    assertThat(figures.path("enterprises")).isEqualTo(cell.path("enterprises"));
    assertThat(figures.path("mean")).isEqualTo(cell.path("mean"));
    assertThat(figures.path("median")).isEqualTo(cell.path("median"));
    assertThat(figures.path("lowerQuartile")).isEqualTo(cell.at("/quartiles/0"));
    assertThat(figures.path("upperQuartile")).isEqualTo(cell.at("/quartiles/2"));
  }

  @Test
  void itsMoversAreOnTheirPublicCards() {
    for (String direction : List.of("risers", "fallers")) {
      assertThat(report.at("/movements/" + direction)).isNotEmpty();
      for (JsonNode mover : report.at("/movements/" + direction)) {
        String path = "/enterprises/" + mover.path("uscc").asText();
        JsonNode now = golden.api.json("/v1/years/2025" + path, null);
        JsonNode before = golden.api.json("/v1/years/2024" + path, null);
        assertThat(mover.path("name")).isEqualTo(now.path("name"));
        assertThat(mover.path("total")).isEqualTo(now.path("total"));
        assertThat(mover.path("rank")).isEqualTo(now.at("/rank/overall"));
        assertThat(mover.path("totalBefore")).isEqualTo(before.path("total"));
        assertThat(mover.path("rankBefore")).isEqualTo(before.at("/rank/overall"));
      }
    }
  }

  @Test
  void everyDatasetOfTheGoldenZoneIsDelivered() {
    assertThat(report.at("/completeness/datasets")).hasSize(13);
    JsonNode run =
        golden.api.json(
            "/v1/years/2025/recomputations/" + report.path("generation").asText(),
            golden.api.bureau());
    List<String> delivered =
        run.at("/manifest/inputs/delivered/2025").valueStream().map(JsonNode::asText).toList();
    assertThat(
            report
                .at("/completeness/datasets")
                .valueStream()
                .filter(one -> one.path("delivered").asBoolean())
                .map(one -> one.path("id").asText()))
        .containsExactlyInAnyOrderElementsOf(delivered)
        .isNotEmpty();
  }

  @Test
  void itIsTheSameUntilAnotherGenerationIsPublished() throws Exception {
    HttpResponse<byte[]> first = get("/v1/years/2025/report", "");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).contains(report.path("generation").asText());
    assertThat(get("/v1/years/2025/report", tag).statusCode()).isEqualTo(304);
  }

  @Test
  void thePdfSaysTheSame() throws Exception {
    HttpResponse<byte[]> answer = get("/v1/years/2025/report.pdf", "");
    assertThat(answer.statusCode()).isEqualTo(303);
    URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
    HttpResponse<byte[]> file =
        http.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofByteArray());
    assertThat(file.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .endsWith(
            "filename*=UTF-8''2025%E5%B9%B4%E5%BA%A6%E4%BC%81%E4%B8%9A%E5%88%9B%E6%96%B0%E7%A7%AF"
                + "%E5%88%86%E7%9B%91%E6%B5%8B%E5%88%86%E6%9E%90%E6%8A%A5%E5%91%8A.pdf");
    try (PDDocument document = Loader.loadPDF(file.body())) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      for (String part : List.of("overview", "stages", "performance", "movements", "rewards")) {
        for (JsonNode sentence : report.path(part).path("text")) {
          assertThat(text).contains(sentence.asText().replaceAll("\\s", ""));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/years/2019/report", "/v1/years/2019/report.pdf"})
  void aYearThatIsNotPublishedHasNone(String path) throws Exception {
    HttpResponse<byte[]> answer = get(path, "");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(ApiClient.read(new String(answer.body(), UTF_8)).path("detail").asText())
        .isEqualTo("2019 年度没有已公布的积分结果");
  }

  private HttpResponse<byte[]> get(String path, String tag) throws Exception {
    var request = HttpRequest.newBuilder(golden.address().resolve(path));
    if (!tag.isEmpty()) {
      request.header("If-None-Match", tag);
    }
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }
}
