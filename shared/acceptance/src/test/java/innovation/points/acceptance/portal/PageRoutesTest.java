package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.testkit.Repository;
import innovation.points.web.access.Access;
import innovation.points.web.access.Role;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.route.DeclaredPage;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom {@code routes.yaml} shows a page may make the calls that the page is made of. */
class PageRoutesTest {

  private static final Path ASSETS =
      Repository.root().resolve("functions/portal/src/main/resources/portal/assets");
  private static final Pattern CALL = Pattern.compile("\\bget\\('(/[^']*)'");

  static List<DeclaredPage> pages() {
    return DeclaredRoutes.pages();
  }

  @Test
  void everyPageThatARouteNamesIsDeclared() {
    assertThat(DeclaredRoutes.all().stream().map(DeclaredRoute::page).filter(Objects::nonNull))
        .isNotEmpty()
        .isSubsetOf(pages().stream().map(DeclaredPage::path).toList());
  }

  /**
   * Of a page that routes are made for, some of them; a page that no route is made for shows what
   * others are made for: who sees it may call all that it reads.
   */
  @ParameterizedTest
  @MethodSource("pages")
  void whoMaySeeAPageMayCallItsRoutes(DeclaredPage page) throws IOException {
    List<DeclaredRoute> own =
        DeclaredRoutes.all().stream().filter(route -> page.path().equals(route.page())).toList();
    List<DeclaredRoute> read = own.isEmpty() ? reads(page) : List.of();
    for (Role role : people(page.access())) {
      assertThat(
              own.isEmpty()
                  ? read.stream().allMatch(route -> admits(route.access(), role))
                  : own.stream().anyMatch(route -> admits(route.access(), role)))
          .as("%s may make the calls of %s", role == null ? "everybody" : role, page.path())
          .isTrue();
    }
  }

  /** The roles, or nobody in particular. */
  private static List<@Nullable Role> people(Access access) {
    return access.isPublic() ? Collections.singletonList(null) : List.copyOf(access.roles());
  }

  private static boolean admits(Access access, @Nullable Role role) {
    return access.isPublic() || (role != null && access.roles().contains(role));
  }

  /** The routes that a page's script reads. */
  private static List<DeclaredRoute> reads(DeclaredPage page) throws IOException {
    return CALL.matcher(Files.readString(ASSETS.resolve(page.script())))
        .results()
        .map(call -> "/v1" + call.group(1))
        .distinct()
        .map(
            path ->
                DeclaredRoutes.all().stream()
                    .filter(route -> route.method() == HttpMethod.GET && route.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(page.path() + " reads " + path)))
        .toList();
  }
}
