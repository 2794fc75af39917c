package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.testkit.Repository;
import innovation.points.web.access.Role;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The portal's navigation and pages are for the roles that {@code routes.yaml} permits to call
 * their routes.
 */
class PageRoutesTest {

  private static final Path PORTAL =
      Repository.root().resolve("functions/portal/src/main/resources/portal");
  private static final Pattern LIST =
      Pattern.compile("(\\w+)(?: =|:) \\[(\\n.*?\\n *|\\[[^\\n]*)]", Pattern.DOTALL);
  private static final Pattern ENTRY = Pattern.compile("\\['(/[^']*)'");
  private static final Pattern CALL = Pattern.compile("\\bget\\('(/[^']*)'");
  private static final Pattern ROLES = Pattern.compile("roles: \\[([^]]*)]");

  /** The scripts of the pages, by the pages' paths. */
  private final Map<String, String> scripts = new LinkedHashMap<>();

  PageRoutesTest() throws IOException {
    for (String line : Files.readAllLines(PORTAL.resolve("pages.txt"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] columns = line.split("\\s+", -1);
        scripts.put(columns[0], Files.readString(PORTAL.resolve("assets").resolve(columns[1])));
      }
    }
  }

  @Test
  void everyPageThatARouteNamesIsThere() {
    assertThat(DeclaredRoutes.all().stream().map(DeclaredRoute::page).filter(Objects::nonNull))
        .isNotEmpty()
        .isSubsetOf(scripts.keySet());
  }

  @Test
  void theNavigationLeadsOnlyToPermittedPages() {
    String navigation = navigation();
    for (Optional<Role> role : people()) {
      if (role.equals(Optional.of(Role.BANK))) {
        // What a bank may read has no pages yet.
        continue;
      }
      String list = role.map(Role::group).orElse("PUBLIC");
      assertThat(entries(navigation, list))
          .as("the entries of %s", list)
          .isNotEmpty()
          .allSatisfy(page -> assertThat(admits(page, role.orElse(null))).as(page).isTrue());
    }
  }

  @Test
  void whoMaySeeAPageMayCallItsRoutes() {
    scripts.forEach(
        (page, script) -> {
          if (routes(page).findAny().isPresent()) {
            List<String> roles = roles(script);
            for (Optional<Role> role : people()) {
              boolean shown =
                  roles.isEmpty()
                      || role.filter(r -> roles.contains(shownAs(r).group())).isPresent();
              if (shown) {
                assertThat(admits(page, role.orElse(null)))
                    .as("%s for %s", page, role.map(Role::group).orElse("everybody"))
                    .isTrue();
              }
            }
          }
        });
  }

  /** An approver sees what the bureau sees. */
  private static Role shownAs(Role role) {
    return role == Role.APPROVER ? Role.BUREAU : role;
  }

  /** Everybody, and each role. */
  private static List<Optional<Role>> people() {
    var people = new ArrayList<Optional<Role>>();
    people.add(Optional.empty());
    Stream.of(Role.values()).map(Optional::of).forEach(people::add);
    return people;
  }

  private static Stream<DeclaredRoute> routes(String page) {
    return DeclaredRoutes.all().stream().filter(route -> page.equals(route.page()));
  }

  /**
   * Whether a page is for a role; without a role, for everybody. A page that no route is made for
   * shows what others are made for: who sees it may call them all.
   */
  private boolean admits(String page, @Nullable Role role) {
    return routes(page).findAny().isPresent()
        ? routes(page).anyMatch(route -> admits(route, role))
        : !called(page).isEmpty() && called(page).stream().allMatch(route -> admits(route, role));
  }

  private static boolean admits(DeclaredRoute route, @Nullable Role role) {
    return route.access().isPublic() || (role != null && route.access().roles().contains(role));
  }

  /** The routes that a page's script reads. */
  private List<DeclaredRoute> called(String page) {
    return CALL.matcher(scripts.getOrDefault(page, ""))
        .results()
        .map(call -> "/v1" + call.group(1))
        .distinct()
        .map(
            path ->
                DeclaredRoutes.all().stream()
                    .filter(route -> route.method() == HttpMethod.GET && route.path().equals(path))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(page + " reads " + path)))
        .toList();
  }

  private static List<String> roles(String script) {
    Matcher roles = ROLES.matcher(script);
    return roles.find()
        ? Stream.of(roles.group(1).replace("'", "").split(", *", -1)).toList()
        : List.of();
  }

  private static List<String> entries(String navigation, String list) {
    return LIST.matcher(navigation)
        .results()
        .filter(found -> found.group(1).equals(list))
        .flatMap(found -> ENTRY.matcher(found.group(2)).results())
        .map(entry -> entry.group(1))
        .toList();
  }

  /** The script that has the navigation, from its first list on. */
  private static String navigation() {
    try (Stream<Path> files = Files.walk(PORTAL.resolve("assets"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".js")).toList()) {
        String script = Files.readString(file);
        if (script.contains("const BY_ROLE = {")) {
          // The lists of the roles are nested in another list.
          return script.replace("const BY_ROLE = {", "");
        }
      }
      throw new IllegalStateException("no script of the portal has the navigation by role");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
