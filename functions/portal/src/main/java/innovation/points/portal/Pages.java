package innovation.points.portal;

import innovation.points.web.access.Access;
import innovation.points.web.route.DeclaredPage;
import innovation.points.web.route.DeclaredRoutes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages that {@code routes.yaml} declares: one HTML frame, whose content a script for each page
 * renders.
 */
final class Pages {
  /** What an address may have in its places. */
  private static final Map<String, String> PLACES =
      Map.of("{uscc}", "[0-9A-Za-z]{18}", "{id}", "[0-9A-Za-z._-]{1,60}");

  private static final String SIGN_IN = "/sign-in";
  private static final String SCREEN = "/screen";

  /** What stands at every other address. */
  private static final DeclaredPage MISSING =
      new DeclaredPage(
          "",
          "public/not-found.js",
          new DeclaredPage.Title("没有这个页面", "Page not found"),
          new DeclaredPage.Title("没有这个页面", "Page not found"),
          "没有这个页面。",
          Access.everybody(),
          List.of());

  private final List<Page> pages;
  private final Page notFound;

  /**
   * A page.
   *
   * @param path the paths it is served under
   * @param address as declared; a page for each enterprise has a place in it
   * @param open whether it is for everybody
   * @param html as sent
   * @param tag ETag of the content
   */
  record Page(Pattern path, String address, boolean open, String html, String tag) {}

  private Pages(List<Page> pages, Page notFound) {
    this.pages = List.copyOf(pages);
    this.notFound = notFound;
  }

  static Pages load(Assets assets, String roleClaim) {
    String frame = Assets.read(Assets.FOLDER + "page.html").replace("{roleClaim}", roleClaim);
    return new Pages(
        DeclaredRoutes.pages().stream().map(page -> page(assets, frame, page)).toList(),
        page(assets, frame, MISSING));
  }

  private static Page page(Assets assets, String frame, DeclaredPage declared) {
    String path = declared.path();
    String title = declared.title().zh();
    Assets.Asset asset = assets.named(declared.script());
    String preload =
        asset.needs().stream()
            .map("  <link rel=\"modulepreload\" href=\"%s\">\n"::formatted)
            .collect(Collectors.joining());
    String html =
        frame
            .replace("{title}", title)
            .replace("{description}", declared.description())
            .replace("{page}", path)
            .replace("{icon}", assets.named("icon.svg").address())
            .replace("{look}", assets.named(Assets.LOOK).address())
            .replace("{styles}\n", styles(assets, path))
            .replace("{script}", asset.address())
            .replace("{preload}\n", preload);
    var pattern =
        Stream.of(path.split("(?=\\{)|(?<=\\})"))
            .map(part -> PLACES.getOrDefault(part, Pattern.quote(part)))
            .collect(Collectors.joining());
    boolean open = declared.access().isPublic() && !path.contains("{") && !path.equals(SIGN_IN);
    return new Page(Pattern.compile(pattern), path, open, html, Assets.digest(html));
  }

  private static String styles(Assets assets, String path) {
    return (path.equals(SCREEN)
            ? Stream.of(Assets.STYLE, Assets.SCREEN_STYLE)
            : Stream.of(Assets.STYLE))
        .map(
            name ->
                "  <link rel=\"stylesheet\" href=\"%s\">\n".formatted(assets.named(name).address()))
        .collect(Collectors.joining());
  }

  Optional<Page> at(String path) {
    return pages.stream().filter(page -> page.path().matcher(path).matches()).findFirst();
  }

  /** Addresses of the pages for everybody, or of the others. */
  List<String> addresses(boolean open) {
    return pages.stream()
        .filter(page -> page.open() == open && !page.address().contains("{"))
        .map(Page::address)
        .toList();
  }

  Page notFound() {
    return notFound;
  }
}
