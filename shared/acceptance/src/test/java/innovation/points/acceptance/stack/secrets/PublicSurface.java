package innovation.points.acceptance.stack.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.acceptance.stack.SampleStack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Everything that anybody can read about the results of published years, by its address: what the
 * API answers without a token, and the files it leads to.
 */
final class PublicSurface {

  private final Map<String, String> answers = new TreeMap<>();
  private final HttpClient http = HttpClient.newHttpClient();
  private final SampleStack stack;

  private PublicSurface(SampleStack stack) {
    this.stack = stack;
  }

  /**
   * Reads it.
   *
   * @param known codes that somebody may know of and ask for, published or not
   * @param names that somebody may search for
   */
  static Map<String, String> of(SampleStack stack, List<String> known, List<String> names)
      throws Exception {
    var surface = new PublicSurface(stack);
    surface.read(known, names);
    return surface.answers;
  }

  private void read(List<String> known, List<String> names) throws Exception {
    get("/v1/years");
    for (JsonNode one : stack.json("/v1/years", null).path("items")) {
      String year = "/v1/years/" + one.path("year").asInt();
      get(year + "/overview");
      get(year + "/report");
      get(year + "/report.pdf");
      for (String format : List.of("json&limit=200", "csv", "xlsx", "ndjson")) {
        get(year + "/rankings?format=" + format);
        get(year + "/lists?format=" + format);
      }
      get(year + "/download?format=csv");
      lookups(year + "/lookups", known);
      for (String uscc : known) {
        get(year + "/enterprises/" + uscc);
      }
      for (String name : names) {
        get("/v1/enterprises?year=%d&q=%s".formatted(one.path("year").asInt(), encoded(name)));
      }
    }
    for (String uscc : known) {
      get("/v1/enterprises/" + uscc);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private void get(String address) throws Exception {
    answers.put(address, text(http.send(request(address).build(), BodyHandlers.ofByteArray())));
  }

  private void lookups(String address, List<String> codes) throws Exception {
    String body = codes.stream().collect(Collectors.joining("\",\"", "{\"usccs\":[\"", "\"]}"));
    var request =
        request(address)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    answers.put(address, text(http.send(request, BodyHandlers.ofByteArray())));
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(stack.address().resolve(address));
  }

  /** The status and what it says; of a file, its text. */
  private String text(HttpResponse<byte[]> answer) throws Exception {
    if (answer.statusCode() == 303) {
      URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
      return text(http.send(HttpRequest.newBuilder(there).build(), BodyHandlers.ofByteArray()));
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return answer.statusCode() + " " + read(type, answer.body());
  }

  private static String read(String type, byte[] body) throws IOException {
    if (type.startsWith("application/pdf")) {
      try (var document = Loader.loadPDF(body)) {
        // Where its lines break depends on the generation, of which some digits are wider.
        return new PDFTextStripper().getText(document).replaceAll("\\s", "");
      }
    }
    if (type.contains("spreadsheetml")) {
      // Its cells are those of the CSV; that it can be read is enough.
      return "a workbook of " + (body.length > 0);
    }
    return new String(body, UTF_8);
  }
}
