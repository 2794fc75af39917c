package innovation.points.acceptance.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import innovation.points.acceptance.portal.PageTable.Answers;
import innovation.points.acceptance.portal.PageTable.Sight;
import innovation.points.web.access.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Opens every page, with answers that come late, as those who may see it and as one who may not, in
 * light and dark. It shows what the API returns to the same visitor, or that the visitor may not
 * see it and what to do. No console errors, no requests to other hosts, accessible, no overflow.
 * {@code -Pfull} opens every page as every kind of visitor, asks axe for all its rules at every
 * width and in dark, and saves screenshots.
 */
@PageTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {

  /** A desk, the same at 200 %, and the narrowest that WCAG asks for. */
  private static final List<Integer> WIDTHS = List.of(1440, 720, 320);

  private static final int HEIGHT = 900;

  private static final int PHONE_WIDTH = 390;
  private static final int PHONE_HEIGHT = 844;

  /** How far the end of a page may be on a phone, before anything is opened. */
  private static final int MOST_SCREENS = 8;

  /** The big screen is also tested at its own size. */
  private static final List<Integer> SCREEN_WIDTHS = List.of(1920, 720, 320);

  private static final int SCREEN_HEIGHT = 1080;

  private static final Map<String, Sight> PAGES = PageTable.all();

  /** Pages that show the bureau more or different data. */
  private static final Set<String> OF_THE_BUREAU =
      Set.of("/data", "/lists", "/questions", "/uploads");

  private final Map<Who, Visitor> visitors = new EnumMap<>(Who.class);
  private @Nullable String uscc;

  /**
   * Each page as its first reader, as another one and as one who may not see it, and as the bureau
   * where that sees more.
   */
  static Stream<Arguments> someVisitors() {
    List<String> paths = List.copyOf(PAGES.keySet());
    return IntStream.range(0, paths.size())
        .boxed()
        .flatMap(at -> some(paths.get(at), at).map(who -> Arguments.of(paths.get(at), who)));
  }

  private static Stream<Who> some(String path, int turn) {
    List<Who> readers = List.copyOf(sight(path).readers());
    List<Who> others = Stream.of(Who.values()).filter(who -> !readers.contains(who)).toList();
    List<Who> further = readers.subList(1, readers.size());
    return Stream.of(Who.values())
        .filter(
            who ->
                isLookedAt(path, who) || isNext(who, further, turn) || isNext(who, others, turn));
  }

  private static boolean isNext(Who who, List<Who> list, int turn) {
    return !list.isEmpty() && who == list.get(turn % list.size());
  }

  static Stream<Arguments> everyVisitor() {
    return PAGES.keySet().stream()
        .flatMap(path -> Stream.of(Who.values()).map(who -> Arguments.of(path, who)));
  }

  @AfterAll
  void everybodyLeaves() {
    visitors.values().forEach(Visitor::close);
  }

  @Test
  void whatPagesMustShowIsSaidOfPagesThatThereAre() {
    assertThat(PAGES.keySet()).containsAll(PageTable.known());
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("someVisitors")
  void pageShowsWhatTheApiSaysOrWhoMaySeeIt(String path, Who who, Portal portal)
      throws IOException {
    see(path, who, portal, false);
  }

  @Tag("full")
  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("everyVisitor")
  void everyPageAsEveryVisitor(String path, Who who, Portal portal) throws IOException {
    see(path, who, portal, true);
  }

  private void see(String path, Who who, Portal portal, boolean thoroughly) throws IOException {
    Sight sight = sight(path);
    Visitor visitor = visitors.computeIfAbsent(who, one -> portal.visitor(one, uscc(portal)));
    Page page = visitor.page();
    page.emulateMedia(scheme(ColorScheme.LIGHT));
    page.setViewportSize(PHONE_WIDTH, PHONE_HEIGHT);
    String address = sight.address().replace("{uscc}", uscc(portal));
    if (isLookedAt(path, who)
        && sight.readers().contains(who)
        && !PageTable.SILENT.contains(path)) {
      openLate(visitor, address);
    } else {
      visitor.open(address);
    }
    assertThat((Integer) page.evaluate("document.documentElement.scrollHeight"))
        .as("height on a phone")
        .isLessThan(MOST_SCREENS * PHONE_HEIGHT);
    page.evaluate("document.querySelectorAll('.chapter').forEach((one) => (one.open = true))");
    page.setViewportSize(WIDTHS.getFirst(), HEIGHT);
    if (sight.readers().contains(who)) {
      showsWhatTheApiSays(page, sight.told().by(new Answers(portal, who, uscc(portal))));
      drawCharts(page);
      keepsWhatIsTyped(page, path);
      assertThat(page.evaluate(TWICE)).as("ids that stand twice").isEqualTo(List.of());
    } else {
      saysWhoMaySeeIt(page, sight, who);
    }
    if (isLookedAt(path, who)) {
      lookAt(page, path, who, thoroughly);
    }
    visitor.verify();
  }

  /** Opens a page whose answers are held until it says that it waits for them. */
  private static void openLate(Visitor visitor, String address) {
    Page page = visitor.page();
    var held = new ArrayList<Route>();
    page.route(PageTable.API, held::add);
    page.navigate(address);
    Locator waiting = page.locator("#main .loading").first();
    waiting.waitFor();
    assertThat(waiting.innerText()).isEqualTo("正在读取…");
    page.unroute(PageTable.API);
    held.forEach(Route::resume);
    visitor.settled();
  }

  /**
   * Axe and screenshots cover each page as its first reader, as the bureau where its view differs,
   * and one refusal: other combinations have the same elements with other names and numbers. In
   * dark only contrast can differ: elements and their order are the same.
   */
  private static boolean isLookedAt(String path, Who who) {
    return who == first(path)
        || (who == Who.BUREAU && OF_THE_BUREAU.contains(path))
        || (path.equals("/runs") && who == Who.ENTERPRISE);
  }

  private static void showsWhatTheApiSays(Page page, List<String> told) {
    // Parts that come after the page has what it asked for first.
    page.waitForFunction("() => !document.querySelector('#main .loading')");
    assertThat(page.locator(".notice[role=alert]").allInnerTexts()).as("failures").isEmpty();
    assertThat(told).isNotEmpty();
    String shown = squeezed(page.locator("#main").textContent());
    assertThat(told).allSatisfy(text -> assertThat(shown).contains(squeezed(text)));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  /**
   * The fields that no draft is kept of, but for searches, filters and ticks, which the address
   * has, and what of a desk is shown, which the browser keeps.
   */
  private static final String LOSING =
      """
      () => [...document.querySelectorAll('#main :is(input, textarea)')]
        .filter(({ type }) => !['search', 'hidden', 'file'].includes(type))
        .filter((one) => !one.closest('[data-draft], [role=search], .table-tools, .search, .filters, .tick, .chooser'))
        .map((one) => one.outerHTML)
      """;

  /** An address that ends in such an id leads to the first of them. */
  private static final String TWICE =
      """
      () => [...document.querySelectorAll('[id]')].map(({ id }) => id)
        .filter((id, at, all) => all.indexOf(id) !== at)
      """;

  @SuppressWarnings("unchecked") // what the script returns: a list of texts
  private static void keepsWhatIsTyped(Page page, String path) {
    if (!path.equals("/sign-in")) {
      assertThat((List<String>) page.evaluate(LOSING))
          .as("fields that lose what is typed")
          .isEmpty();
    }
  }

  private static void saysWhoMaySeeIt(Page page, Sight sight, Who who) {
    Locator notice = page.locator(".notice[role=alert]");
    assertThat(notice.locator("h2").innerText())
        .isEqualTo(who == Who.ANYBODY ? "请先登录" : "当前身份不能查看这一页");
    String readers =
        Stream.of(Role.values())
            .map(role -> Who.valueOf(role.name()))
            .filter(sight.readers()::contains)
            .map(EveryPageTest::word)
            .collect(Collectors.joining("、"));
    assertThat(notice.locator("p").first().innerText())
        .isEqualTo("这一页供" + readers + "使用，请以这样的身份登录。");
    assertThat(notice.locator("a.button").getAttribute("href")).startsWith("/sign-in?back=%2F");
  }

  private static String word(Who who) {
    return switch (who) {
      case ENTERPRISE -> "企业";
      case DEPARTMENT -> "数据部门";
      case BUREAU -> "科学技术局（管理）";
      case APPROVER -> "审批人";
      case AUDITOR -> "审计人员";
      case BANK -> "银行";
      case ANYBODY, UNASSIGNED -> throw new IllegalArgumentException(who + " is no role");
    };
  }

  private static void lookAt(Page page, String path, Who who, boolean thoroughly)
      throws IOException {
    for (int width : path.equals("/screen") ? SCREEN_WIDTHS : WIDTHS) {
      page.setViewportSize(width, width == SCREEN_WIDTHS.getFirst() ? SCREEN_HEIGHT : HEIGHT);
      // Charts are drawn anew once they have seen their new size.
      assertThatNoException()
          .as("fits into %d px", width)
          .isThrownBy(
              () ->
                  page.waitForCondition(
                      () ->
                          (Boolean)
                              page.evaluate("document.documentElement.scrollWidth <= innerWidth")));
      assertThat(thoroughly || width >= WIDTHS.getFirst() ? Axe.violations(page) : Axe.layout(page))
          .as("at %d px", width)
          .isEmpty();
      Pictures.take(page, name(path, who) + "-" + width);
    }
    page.emulateMedia(scheme(ColorScheme.DARK));
    page.setViewportSize(WIDTHS.getFirst(), HEIGHT);
    // The page follows the system's choice by a script.
    page.locator("html[data-theme=dark]").waitFor();
    assertThat((String) page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
        .as("dark by preference; the big screen always")
        .isEqualTo(path.equals("/screen") ? "rgb(7, 19, 31)" : "rgb(15, 20, 27)");
    assertThat(thoroughly ? Axe.violations(page) : Axe.contrast(page)).as("in dark").isEmpty();
    Pictures.take(page, name(path, who) + "-dark");
  }

  private static String name(String path, Who who) {
    String name = path.equals("/") ? "home" : path.substring(1).replaceAll("[/{}]+", "-");
    return who == first(path) ? name : name + "-as-" + who.name().toLowerCase(Locale.ROOT);
  }

  private static Sight sight(String path) {
    return Objects.requireNonNull(PAGES.get(path));
  }

  private static Who first(String path) {
    return sight(path).readers().iterator().next();
  }

  private static Page.EmulateMediaOptions scheme(ColorScheme scheme) {
    return new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(scheme);
  }

  private static void drawCharts(Page page) {
    for (Locator canvas : page.locator(".canvas").all()) {
      canvas.scrollIntoViewIfNeeded();
      canvas.locator("canvas, svg").first().waitFor();
    }
    page.evaluate("window.scrollTo(0, 0)");
  }

  private String uscc(Portal portal) {
    String known = uscc;
    if (known == null) {
      known =
          portal.api().json("/v1/years/2025/rankings?limit=1", null).at("/items/0/uscc").asText();
      uscc = known;
    }
    return known;
  }
}
