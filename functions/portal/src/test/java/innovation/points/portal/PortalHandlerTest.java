package innovation.points.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.tests.EventLoader;
import innovation.points.testkit.TestContext;
import innovation.points.web.route.DeclaredRoutes;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortalHandlerTest {
  private static final Pattern REFERENCE =
      Pattern.compile("(?:src|href)=\"([^\"#]+)\"|(?:from |import\\()'([^']+)'");
  private static final Pattern HASHED =
      Pattern.compile("/assets/[a-z0-9/-]+\\.[0-9a-f]{16}\\.[a-z]+");
  private static final int FIRST_PAGE_BYTES = 40_000;

  private final PortalHandler handler =
      new PortalHandler(
          PortalSettings.of(
              Map.of(
                  "ROLE_CLAIM", "zone_roles", "BUCKET_ORIGIN", "https://files.example.invalid")));

  private APIGatewayV2HTTPResponse send(String event) {
    return handler.handleRequest(load(event), context());
  }

  private APIGatewayV2HTTPResponse get(String path, Map<String, String> headers) {
    APIGatewayV2HTTPEvent event = load("portal/home");
    event.setRawPath(path);
    event.setHeaders(headers);
    return handler.handleRequest(event, context());
  }

  private static TestContext context() {
    return new TestContext("portal", 9_000);
  }

  private static APIGatewayV2HTTPEvent load(String event) {
    return EventLoader.loadEvent(event + ".json", APIGatewayV2HTTPEvent.class);
  }

  @Test
  void homeIsAPageThatLoadsNothingFromElsewhere() {
    APIGatewayV2HTTPResponse answer = send("portal/home");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "text/html; charset=utf-8")
        .containsEntry(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src"
                + " 'self' https://files.example.invalid; base-uri 'none'; form-action 'self';"
                + " frame-ancestors 'none'")
        .containsEntry("Cache-Control", "public, max-age=0, must-revalidate")
        .containsKey("ETag");
    assertThat(answer.getBody())
        .contains("<html lang=\"zh-CN\">", "<title>创新积分总览 · 企业创新积分</title>");
  }

  @Test
  void pagesReadTheRolesFromTheClaimThatTheApiReads() {
    assertThat(send("portal/home").getBody()).contains(" data-role-claim=\"zone_roles\">");
    Map<String, String> environment = Map.of("ROLE_CLAIM", "a\" onload=\"");
    assertThatThrownBy(() -> PortalSettings.of(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected the name of a claim, found a\" onload=\"");
  }

  @Test
  void searchEnginesFindThePagesForEverybody() {
    Map<String, String> host = Map.of("host", "points.example.gov.cn");
    APIGatewayV2HTTPResponse robots = get("/robots.txt", host);
    assertThat(robots.getStatusCode()).isEqualTo(200);
    assertThat(robots.getBody())
        .startsWith("User-agent: *\n")
        .contains("\nDisallow: /portrait\n", "\nDisallow: /sign-in\n")
        .doesNotContain("Disallow: /ranking", "Disallow: /\n")
        .endsWith("\nSitemap: https://points.example.gov.cn/sitemap.xml\n");
    APIGatewayV2HTTPResponse sitemap = get("/sitemap.xml", host);
    assertThat(sitemap.getHeaders())
        .containsEntry("Content-Type", "application/xml; charset=utf-8");
    assertThat(sitemap.getBody())
        .contains(
            "<loc>https://points.example.gov.cn/</loc>",
            "<loc>https://points.example.gov.cn/rules</loc>")
        .doesNotContain("uscc", "/runs");
    assertThat(get("/robots.txt", Map.of("host", "a\"b\nc")).getBody())
        .as("no host")
        .endsWith("Sitemap: http://localhost/sitemap.xml\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/favicon.ico", "/apple-touch-icon.png"})
  void iconIsWhereProgramsLookForOne(String path) {
    APIGatewayV2HTTPResponse icon = get(path, Map.of());
    assertThat(icon.getHeaders()).containsEntry("Content-Type", "image/png");
    assertThat(icon.getIsBase64Encoded()).isTrue();
    assertThat(icon.getBody()).startsWith("iVBORw0KGgo");
  }

  @Test
  void everyPageHasADescriptionOfItsOwn() {
    assertThat(get("/ranking", Map.of()).getBody())
        .contains("<meta name=\"description\" content=\"企业创新积分年度排名，可按阶段、行业和主导产业查询。\">");
  }

  @Test
  void enterpriseHasAPageOfItsOwn() {
    APIGatewayV2HTTPResponse answer = send("portal/enterprise");
    assertThat(answer.getStatusCode()).isEqualTo(200);
    assertThat(answer.getBody()).containsPattern("src=\"/assets/public/card\\.[0-9a-f]{16}\\.js\"");
  }

  @Test
  void unknownCallIsAProblem() {
    APIGatewayV2HTTPResponse answer = send("portal/unknown-call");
    assertThat(answer.getStatusCode()).isEqualTo(404);
    assertThat(answer.getHeaders()).containsEntry("Content-Type", "application/problem+json");
    assertThat(answer.getBody()).contains("\"detail\":\"没有这个地址：/v1/nothing\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
  void unknownCallIs404WhateverTheMethod(String method) {
    APIGatewayV2HTTPEvent event = load("portal/unknown-call");
    event.getRequestContext().getHttp().setMethod(method);
    assertThat(handler.handleRequest(event, context()).getStatusCode()).isEqualTo(404);
  }

  /** The gateway passes on what is declared; every other method of a known address comes here. */
  @ParameterizedTest
  @CsvSource({"POST, /v1/years", "DELETE, /v1/years/2025/rankings", "PUT, /v1/enterprises"})
  void anotherMethodOfAKnownAddressIs405(String method, String path) {
    APIGatewayV2HTTPResponse answer = call(method, path);
    assertThat(answer.getStatusCode()).isEqualTo(405);
    assertThat(answer.getHeaders()).containsEntry("Allow", "GET, HEAD, OPTIONS");
    assertThat(answer.getBody())
        .contains("\"detail\":\"此地址支持的方法：GET, HEAD, OPTIONS，收到：" + method + "\"");
  }

  @Test
  void optionsPromisesWhatThereIs() {
    assertThat(call("OPTIONS", "/v1/uploads").getHeaders())
        .containsEntry("Allow", "GET, HEAD, OPTIONS, POST");
    assertThat(call("OPTIONS", "/v1/nothing").getStatusCode()).isEqualTo(404);
  }

  private APIGatewayV2HTTPResponse call(String method, String path) {
    APIGatewayV2HTTPEvent event = load("portal/unknown-call");
    event.setRawPath(path);
    event.getRequestContext().getHttp().setMethod(method);
    return handler.handleRequest(event, context());
  }

  @Test
  void missingPageIsAPageForPeopleAndAProblemForPrograms() {
    APIGatewayV2HTTPResponse page = send("portal/missing-page");
    assertThat(page.getStatusCode()).isEqualTo(404);
    assertThat(page.getHeaders()).containsEntry("Content-Type", "text/html; charset=utf-8");
    assertThat(page.getBody()).contains("没有这个页面");
    APIGatewayV2HTTPResponse problem = get("/nowhere", Map.of("accept", "application/json"));
    assertThat(problem.getHeaders()).containsEntry("Content-Type", "application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/index.html",
        "/assets/",
        "/assets/../index.html",
        "/assets/%2e%2e/index.html",
        "/enterprises/x",
        "/indicators/",
        "/indicators/a/b",
        "/page.html",
        "/routes.yaml",
        "/libraries.properties",
        "/assets/page/page.js",
        "/portal/index.html",
        "/META-INF/MANIFEST.MF"
      })
  void nothingElseOfTheJarIsServed(String path) {
    assertThat(get(path, Map.of()).getStatusCode()).isEqualTo(404);
  }

  @Test
  void unchangedFileIsNotSentAgain() {
    String etag = send("portal/home").getHeaders().get("ETag");
    assertThat(get("/", Map.of("if-none-match", etag)).getStatusCode()).isEqualTo(304);
  }

  @Test
  void whatAPageIsMadeOfIsKeptForEver() {
    String style =
        references("/").stream().filter(path -> path.endsWith(".css")).findFirst().orElseThrow();
    APIGatewayV2HTTPResponse answer = get(style, Map.of("accept-encoding", "gzip, br"));
    assertThat(answer.getHeaders())
        .containsEntry("Content-Type", "text/css; charset=utf-8")
        .containsEntry("Cache-Control", "public, max-age=31536000, immutable")
        .containsEntry("Content-Encoding", "gzip");
    assertThat(get(style.replaceAll("\\.[0-9a-f]{16}\\.", "."), Map.of()).getStatusCode())
        .as("a name without its digest")
        .isEqualTo(404);
  }

  @Test
  void configurationSaysHowToSignIn() {
    assertThat(send("portal/configuration").getBody()).isEqualTo("{\"signIn\":null}");
    var settings =
        PortalSettings.of(
            Map.of(
                "ROLE_CLAIM", "cognito:groups",
                "SIGN_IN_ISSUER", "https://id.example.invalid/zone",
                "SIGN_IN_CLIENT", "portal",
                "SIGN_IN_ORIGIN", "https://login.example.invalid/",
                "BUCKET_ORIGIN", "https://files.example.invalid"));
    APIGatewayV2HTTPEvent event = load("portal/home");
    event.setRawPath("/portal-config.json");
    assertThat(new PortalHandler(settings).handleRequest(event, context()).getBody())
        .isEqualTo(
            "{\"signIn\":{\"kind\":\"openid-connect\",\"issuer\":\"https://id.example.invalid/zone\","
                + "\"clientId\":\"portal\"}}");
    assertThat(settings.origins())
        .containsExactly(
            "https://id.example.invalid",
            "https://login.example.invalid",
            "https://files.example.invalid");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void everythingAPageNeedsIsHereAndNothingIsInline(String path) {
    var seen = new HashSet<String>();
    follow(path, seen);
    assertThat(seen).anyMatch(name -> name.startsWith("/assets/css/site."));
    assertThat(seen.stream().filter(name -> !name.equals(path)))
        .allMatch(name -> HASHED.matcher(name).matches())
        .allSatisfy(
            name ->
                assertThat(get(name, Map.of()).getHeaders())
                    .containsEntry("Cache-Control", "public, max-age=31536000, immutable"));
  }

  /** Every page that is declared; the placeholder filled in. */
  static List<String> paths() {
    return DeclaredRoutes.pages().stream()
        .map(page -> page.path().replace("{uscc}", "91350100M000100Y43").replace("{id}", "1.1"))
        .toList();
  }

  private void follow(String path, Set<String> seen) {
    if (!seen.add(path)) {
      return;
    }
    String text = text(path);
    if (!path.startsWith("/assets/charts/echarts.")) {
      assertThat(text)
          .as(path)
          .doesNotContain("/**", "@param")
          .doesNotContain("innerHTML", "eval(", " style=", "<style", "javascript:", " onclick=\"");
      assertThat(text).as(path).doesNotContainPattern("<script(?![^>]* src=)");
      assertThat(text.replace("http://www.w3.org/2000/svg", ""))
          .as(path)
          .doesNotContain("//cdn", "http://", "https://");
      references(path).forEach(reference -> follow(reference, seen));
    }
  }

  /** What a page takes from the portal; the API's addresses are another function's. */
  private Set<String> references(String path) {
    var found = new LinkedHashSet<String>();
    var references = REFERENCE.matcher(text(path));
    while (references.find()) {
      found.add(references.group(1) == null ? references.group(2) : references.group(1));
    }
    found.removeIf(address -> address.startsWith("/v1/"));
    return found;
  }

  private String text(String path) {
    APIGatewayV2HTTPResponse answer = get(path, Map.of("accept", "text/html"));
    assertThat(answer.getStatusCode()).as(path).isEqualTo(200);
    return answer.getBody();
  }

  @Test
  void onlyTheBigScreenHasASheetOfItsOwn() {
    assertThat(references("/").stream().filter(path -> path.endsWith(".css"))).hasSize(1);
    assertThat(references("/screen").stream().filter(path -> path.endsWith(".css")))
        .hasSize(2)
        .anyMatch(path -> path.startsWith("/assets/css/screen."));
  }

  /** The page with all that its markup names; charts come after the first paint. */
  @Test
  void firstPageIsSmall() {
    Set<String> first = references("/");
    assertThat(first).noneMatch(path -> path.contains("/charts/"));
    int bytes = compressed("/") + first.stream().mapToInt(this::compressed).sum();
    System.out.printf("first page before lists and charts: %,d bytes compressed%n", bytes);
    assertThat(bytes).isLessThan(FIRST_PAGE_BYTES);
  }

  /** Compressed, in bytes: charts come after the first paint, but they come over the same line. */
  @Test
  void chartLibraryIsTheSmallerBuild() {
    var seen = new HashSet<String>();
    follow("/", seen);
    assertThat(seen)
        .filteredOn(path -> path.startsWith("/assets/charts/echarts."))
        .singleElement()
        .satisfies(
            path -> {
              System.out.printf("chart library: %,d bytes compressed%n", compressed(path));
              assertThat(compressed(path)).isLessThan(220_000);
            });
  }

  private int compressed(String path) {
    String body = get(path, Map.of("accept-encoding", "gzip")).getBody();
    return Math.max(body.length() * 3 / 4, 1);
  }
}
