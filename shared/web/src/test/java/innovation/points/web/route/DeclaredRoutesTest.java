package innovation.points.web.route;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.web.access.Access;
import innovation.points.web.access.Role;
import innovation.points.web.http.HttpMethod;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeclaredRoutesTest {

  @Test
  void readsWhoServesARouteAndWhoMayCallIt() throws IOException {
    List<DeclaredRoute> routes =
        read(
            """
            # A comment.
            {routes: [
              {method: "GET", path: "/v1/years",
                function: "lookup", roles: ["public"], page: "/", sample: "lookup/years"},
              {method: "POST", path: "/v1/letters/{uscc}",
                function: "desk", roles: ["bureau", "enterprise"], owner: "uscc"}
            ]}
            """);

    assertThat(routes)
        .containsExactly(
            new DeclaredRoute(
                HttpMethod.GET, "/v1/years", "lookup", Access.everybody(), "/", "lookup/years"),
            new DeclaredRoute(
                HttpMethod.POST,
                "/v1/letters/{uscc}",
                "desk",
                new Access(Set.of(Role.BUREAU, Role.ENTERPRISE), "uscc"),
                null,
                null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[everybody]", "[public, bureau]", "[bureau, bureau]"})
  void nothingIsPublicByMistake(String roles) {
    String quoted = roles.replaceAll("(\\w+)", "\"$1\"");
    assertThatThrownBy(() -> read(entry("roles: " + quoted)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "routes.yaml, /v1/x: expected roles [public], or some of [bureau, approver,"
                + " department, enterprise, bank, auditor], found "
                + roles);
  }

  @Test
  void aMisspeltFieldIsNamed() {
    assertThatThrownBy(() -> read(entry("role: [\"bureau\"]")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "routes.yaml, /v1/x: expected the lists [roles] and texts [function, method, owner,"
                + " page, path, sample], found [role]");
  }

  @Test
  void anOwnerIsAnEnterprise() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    {routes: [{method: "GET", path: "/v1/x", function: "lookup",
                      roles: ["bureau"], owner: "uscc"}]}\
                    """))
        .hasMessage(
            "expected the role enterprise beside the owner's parameter uscc, found [BUREAU]");
  }

  @Test
  void aRouteIsDeclaredOnce() {
    String route = "{method: \"GET\", path: \"/v1/x\", function: \"lookup\", roles: [\"public\"]}";
    assertThatThrownBy(() -> read("{routes: [%s, %s]}".formatted(route, route)))
        .hasMessage("routes.yaml, /v1/x: expected each entry once, found a second GET /v1/x");
  }

  @Test
  void aFunctionServesExactlyWhatIsDeclaredForIt() {
    String first =
        DeclaredRoutes.of("recompute")
            .filter(route -> route.method() == HttpMethod.GET)
            .findFirst()
            .orElseThrow()
            .path();
    assertThatThrownBy(() -> FunctionRoutes.of("recompute").get("/v1/x", _ -> Response.noContent()))
        .hasMessage("expected GET /v1/x as a route of recompute in routes.yaml, found none");
    assertThatThrownBy(() -> FunctionRoutes.of("desk").get(first, _ -> Response.noContent()))
        .as("a route of another function")
        .hasMessage("expected GET %s as a route of desk in routes.yaml, found none", first);
    assertThatThrownBy(() -> FunctionRoutes.of("recompute").all())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith(
            "expected an endpoint of recompute for every route in routes.yaml, found none for [");
  }

  @Test
  void readsWhoSeesAPageAndWhereItStands() throws IOException {
    List<DeclaredPage> pages =
        file("""
        {pages: [
          {path: "/ranking", script: "public/ranking.js", title: ["企业排名", "Ranking"],
            label: ["排名", "Ranks"], roles: ["public"], description: "排名。"},
          {path: "/portrait", script: "enterprise/portrait.js", title: ["创新画像", "Portrait"],
            roles: ["bureau", "enterprise"], menu: ["enterprise"], description: "画像。"}
        ]}
        """)
            .pages();

    var portrait = new DeclaredPage.Title("创新画像", "Portrait");
    assertThat(pages)
        .containsExactly(
            new DeclaredPage(
                "/ranking",
                "public/ranking.js",
                new DeclaredPage.Title("企业排名", "Ranking"),
                new DeclaredPage.Title("排名", "Ranks"),
                "排名。",
                Access.everybody(),
                List.of("public")),
            new DeclaredPage(
                "/portrait",
                "enterprise/portrait.js",
                portrait,
                portrait,
                "画像。",
                new Access(Set.of(Role.BUREAU, Role.ENTERPRISE), null),
                List.of("enterprise")));
  }

  @Test
  void nobodyIsLedToAPageThatIsNotTheirs() {
    assertThatThrownBy(
            () ->
                file(
                    """
                    {pages: [{path: "/runs", script: "bureau/runs.js", title: ["计算", "Runs"],
                      roles: ["bureau"], menu: ["bureau", "department"], description: "计算。"}]}\
                    """))
        .hasMessage(
            "routes.yaml, /runs: expected in menu only roles that may see it [bureau], found"
                + " [bureau, department]");
  }

  @Test
  void aTitleIsInBothLanguages() {
    assertThatThrownBy(
            () ->
                file(
                    """
                    {pages: [{path: "/runs", script: "bureau/runs.js", title: ["计算"],
                      roles: ["bureau"], description: "计算。"}]}\
                    """))
        .hasMessage("routes.yaml, /runs: expected title in Chinese and English, found [计算]");
  }

  private static String entry(String more) {
    return "{routes: [{method: \"GET\", path: \"/v1/x\", function: \"lookup\", %s}]}"
        .formatted(more);
  }

  private static List<DeclaredRoute> read(String text) throws IOException {
    return file(text).routes();
  }

  private static RoutesFile file(String text) throws IOException {
    return RoutesFile.read(new ByteArrayInputStream(text.getBytes(UTF_8)));
  }
}
