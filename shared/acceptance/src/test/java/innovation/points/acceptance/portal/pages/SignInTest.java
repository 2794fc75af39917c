package innovation.points.acceptance.portal.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import innovation.points.acceptance.portal.Portal;
import innovation.points.acceptance.portal.PortalTest;
import innovation.points.acceptance.portal.Visitor;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

@PortalTest
class SignInTest {

  @Test
  void whoIsNotSignedInIsAskedToAndLedBack(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/runs?year=2025");
      assertThat(page.locator(".notice h2").innerText()).isEqualTo("请先登录");
      page.click("text=去登录");
      page.click("text=以科学技术局登录");
      page.waitForURL("**/runs?year=2025");
      visitor.settled();
      assertThat(page.locator(".identity").innerText()).isEqualTo("科学技术局（管理）");
      page.click("text=退出");
      page.waitForURL("**/");
      visitor.settled();
      assertThat(page.locator(".sign-in").innerText()).isEqualTo("登录");
    }
  }

  @Test
  void theLocalStackOffersPersonsOfEachRole(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/sign-in");
      assertThat(page.locator("#officer option").allInnerTexts())
          .containsExactly("李敏（经办）", "周婷（经办）", "王建国（审批）", "陈红（经办 · 审批）");
      page.selectOption("#officer", "2");
      page.click("text=以科学技术局登录");
      page.waitForURL("**/desk");
      visitor.settled();
      assertThat(page.locator("header .person").innerText()).isEqualTo("王建国");
      assertThat(page.locator(".identity").innerText()).isEqualTo("审批人");
      assertThat(visitor.open("/runs").locator("h1").innerText()).isEqualTo("计算与发布");
      visitor.open("/sign-in");
      page.click("text=以审计人员赵静登录");
      page.waitForURL("**/desk");
      visitor.settled();
      assertThat(page.locator("header nav a").allInnerTexts().subList(0, 2))
          .containsExactly("工作台", "审计日志");
      assertThat(visitor.open("/runs").locator(".notice h2").innerText()).isEqualTo("当前身份不能查看这一页");
      assertThat(visitor.open("/audit?action=upload.accepted").locator("#main").innerText())
          .contains("文件生效", "存储桶", "全部通过", "部分通过");
      Page trail = visitor.open("/audit?action=upload.accepted");
      String year = trail.locator("[data-year]").first().getAttribute("data-year");
      trail.locator("[data-year]").first().click();
      trail.waitForURL("**/audit?from=" + year + "-01-01&to=" + year + "-12-31");
      visitor.settled();
      assertThat(trail.locator(".downloads button").allInnerTexts())
          .containsExactly("下载（CSV）", "下载（XLSX）", "核对链条", "打印");
      assertThat(
              visitor
                  .open("/audit?action=publication.approved&from=" + year + "-01-01")
                  .locator("#main")
                  .innerText())
          .contains("已公布");
      visitor.open("/audit?from=" + year + "-01-01");
      aTrailThatIsLongerThanAFileIsSavedInSeveral(trail);
    }
  }

  private static void aTrailThatIsLongerThanAFileIsSavedInSeveral(Page trail) {
    trail.route(
        "**/v1/audit?**format=csv**",
        route -> {
          boolean first = !route.request().url().contains("cursor=");
          var headers = new TreeMap<>(Map.of("content-disposition", "attachment; filename=a.csv"));
          if (first) {
            headers.put("link", "</v1/audit?format=csv&cursor=abc>; rel=\"next\"");
          }
          route.fulfill(new Route.FulfillOptions().setHeaders(headers).setBody("序号"));
        });
    var saved = new ArrayList<String>();
    trail.onDownload(download -> saved.add(download.suggestedFilename()));
    trail.click("text=下载（CSV）");
    trail.waitForCondition(() -> saved.size() == 2);
    assertThat(saved).containsExactlyInAnyOrder("audit.csv", "audit-2.csv");
  }

  @Test
  void eachRoleHasItsOwnNavigation(Portal portal) {
    try (Visitor visitor = portal.department("tax")) {
      assertThat(visitor.open("/").locator("nav a").allInnerTexts())
          .containsExactly(
              "工作台", "数据报送", "报送进度", "部门排行", "评分草稿", "统计", "异议与问题", "总览", "排名", "名单", "规则", "数据",
              "参考函核验", "数据大屏");
    }
    try (Visitor visitor = portal.anybody()) {
      assertThat(visitor.open("/").locator("header nav a").allInnerTexts())
          .containsExactly("总览", "排名", "名单", "规则", "数据", "参考函核验", "数据大屏");
    }
  }

  @Test
  void pagesAreChosenInEnglishAndStaySo(Portal portal) {
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.open("/ranking");
      page.click("text=English");
      page.waitForCondition(() -> page.locator("html").getAttribute("lang").equals("en"));
      visitor.settled();
      assertThat(page.locator("h1").innerText()).isEqualTo("Innovation points ranking 2025");
      visitor.open("/");
      assertThat(page.locator("h1").innerText()).isEqualTo("Innovation points at a glance 2025");
      page.click("text=中文");
      page.waitForCondition(() -> page.locator("html").getAttribute("lang").equals("zh-CN"));
    }
  }

  /**
   * The test simulates the provider, whose roles are in another claim, and checks PKCE as RFC 7636
   * requires.
   */
  @Test
  void codeIsExchangedWithItsVerifier(Portal portal) {
    var asked = new ConcurrentHashMap<String, String>();
    String home = portal.api().address().toString();
    try (Visitor visitor = portal.anybody()) {
      Page page = visitor.page();
      page.route(
          "**/portal-config.json",
          route ->
              json(
                  route,
                  "{\"signIn\":{\"kind\":\"openid-connect\",\"issuer\":\""
                      + home
                      + "/id\",\"clientId\":\"portal\"}}"));
      page.route(
          "**/id/.well-known/openid-configuration",
          route ->
              json(
                  route,
                  "{\"authorization_endpoint\":\""
                      + home
                      + "/id/authorize\",\"token_endpoint\":\""
                      + home
                      + "/id/token\"}"));
      page.route(
          "**/id/authorize?*",
          route -> {
            asked.putAll(form(route.request().url().split("\\?", 2)[1]));
            route.fulfill(
                new Route.FulfillOptions()
                    .setStatus(302)
                    .setHeaders(
                        Map.of(
                            "location",
                            asked.getOrDefault("redirect_uri", "")
                                + "?code=c-1&state="
                                + asked.getOrDefault("state", ""))));
          });
      page.route(
          "**/id/token",
          route -> {
            Map<String, String> sent = form(route.request().postData());
            assertThat(sent)
                .containsEntry("grant_type", "authorization_code")
                .containsEntry("code", "c-1")
                .containsEntry("client_id", "portal");
            assertThat(challenge(sent.getOrDefault("code_verifier", "")))
                .isEqualTo(asked.getOrDefault("code_challenge", ""));
            json(
                route,
                "{\"id_token\":\"" + token(home + "/id", asked.getOrDefault("nonce", "")) + "\"}");
          });
      page.route(
          "**/ranking",
          route -> {
            String html = route.fetch().text();
            assertThat(html).contains("\"cognito:groups\"");
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html; charset=utf-8")
                    .setBody(html.replace("\"cognito:groups\"", "\"zone_roles\"")));
          });
      visitor.open("/sign-in?back=/ranking");
      page.waitForURL("**/ranking");
      visitor.settled();
      assertThat(asked)
          .containsEntry("response_type", "code")
          .containsEntry("code_challenge_method", "S256")
          .containsEntry("redirect_uri", home + "/sign-in")
          .containsEntry("scope", "openid profile");
      assertThat(page.locator(".identity").innerText()).isEqualTo("税务局");
    }
  }

  private static void json(Route route, String body) {
    route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body));
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private static String challenge(String verifier) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A token like the provider's; the API does not receive it here. */
  private static String token(String issuer, String nonce) {
    String claims =
        "{\"iss\":\"%s\",\"aud\":\"portal\",\"nonce\":\"%s\",\"exp\":4102444800,\"zone_roles\":\"visitor+department\",\"custom:department\":\"tax\"}"
            .formatted(issuer, nonce);
    return "e30."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.getBytes(StandardCharsets.UTF_8))
        + ".x";
  }
}
