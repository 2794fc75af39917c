package innovation.points.acceptance.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A whole published year as one file: the public data of ranked enterprises only. */
@GoldenYearsTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearDownloadTest {

  private final GoldenStack golden;
  private final HttpClient http = HttpClient.newHttpClient();

  YearDownloadTest(GoldenStack golden) {
    this.golden = golden;
  }

  @AfterAll
  void stop() {
    http.close();
  }

  @Test
  void theFileHoldsTheRankingAndNothingElse() throws Exception {
    HttpResponse<byte[]> file = download("/v1/years/2025/download?format=csv");
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment;")
        .endsWith(
            "filename*=UTF-8''2025%E5%B9%B4%E5%BA%A6%E4%BC%81%E4%B8%9A%E5%88%9B%E6%96%B0"
                + "%E7%A7%AF%E5%88%86.csv");
    List<String> lines = new String(file.body(), UTF_8).lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo("\uFEFF总排名,阶段排名,统一社会信用代码,企业名称,阶段,行业大类,主导产业,总分,技术创新指标,成长经营指标,辅助指标");
    assertThat(lines.stream().skip(1).map(line -> line.split(",", -1)[2]).toList())
        .containsExactlyElementsOf(
            ranking().stream().map(entry -> entry.path("uscc").asText()).toList());
  }

  @Test
  void itsFiguresAreThePublicScores() throws Exception {
    String file = new String(download("/v1/years/2025/download").body(), UTF_8);
    for (String line : file.lines().skip(1).limit(20).toList()) {
      String[] cells = line.split(",", -1);
      JsonNode score = golden.api.json("/v1/years/2025/enterprises/" + cells[2], null);
      assertThat(List.of(cells[0], cells[1]))
          .containsExactly(score.at("/rank/overall").asText(), score.at("/rank/stage").asText());
      assertThat(List.of(cells[7], cells[8], cells[9], cells[10]).stream().map(Double::valueOf))
          .containsExactly(
              score.path("total").asDouble(),
              score.at("/categories/technology").asDouble(),
              score.at("/categories/growth").asDouble(),
              score.at("/categories/auxiliary").asDouble());
    }
  }

  @Test
  void theWorkbookHasARowForEach(@TempDir Path folder) throws Exception {
    HttpResponse<byte[]> file = download("/v1/years/2025/download?format=xlsx");
    Path workbook = Files.write(folder.resolve("year.xlsx"), file.body());
    try (var zip = new ZipFile(workbook.toFile())) {
      String sheet =
          new String(
              zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
      assertThat(sheet.split("<row ", -1)).hasSize(ranking().size() + 2);
    }
  }

  @Test
  void aYearThatIsNotPublishedHasNone() throws Exception {
    HttpResponse<byte[]> answer = get(golden.address().resolve("/v1/years/2019/download"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(ApiClient.read(new String(answer.body(), UTF_8)).path("detail").asText())
        .isEqualTo("2019 年度没有已公布的积分结果");
  }

  private List<JsonNode> ranking() {
    var entries = new ArrayList<JsonNode>();
    String cursor = "";
    do {
      JsonNode page = golden.api.json("/v1/years/2025/rankings?limit=200" + cursor, null);
      page.path("items").forEach(entries::add);
      cursor = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!cursor.isEmpty());
    return entries;
  }

  private HttpResponse<byte[]> download(String path) throws Exception {
    HttpResponse<byte[]> answer = get(golden.address().resolve(path));
    assertThat(answer.statusCode()).isEqualTo(303);
    HttpResponse<byte[]> file =
        get(URI.create(answer.headers().firstValue("Location").orElseThrow()));
    assertThat(file.statusCode()).as(new String(file.body(), UTF_8)).isEqualTo(200);
    return file;
  }

  private HttpResponse<byte[]> get(URI address) throws Exception {
    return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
  }
}
