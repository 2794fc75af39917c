package innovation.points.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pages listed in {@code pages.txt}: one HTML frame, whose content a script for each page
 * renders.
 */
final class Pages {
  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(.+)");
  private static final String CODE = "{uscc}";
  private static final String OPEN = "public/";
  private static final String SIGN_IN = "/sign-in";

  private final List<Page> pages;
  private final Page notFound;

  /**
   * A page.
   *
   * @param path the paths it is served under
   * @param address as listed; a page for each enterprise has a place in it
   * @param open whether it is for everybody
   * @param html as sent
   * @param tag ETag of the content
   */
  record Page(Pattern path, String address, boolean open, String html, String tag) {}

  private Pages(List<Page> pages, Page notFound) {
    this.pages = List.copyOf(pages);
    this.notFound = notFound;
  }

  static Pages load(Assets assets) {
    String frame = Assets.read(Assets.FOLDER + "page.html");
    var pages = new ArrayList<Page>();
    for (String line : Assets.read(Assets.FOLDER + "pages.txt").lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      var parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalStateException(
            "expected path, script, title and description, found " + line);
      }
      pages.add(
          page(assets, frame, parts.group(1), parts.group(2), parts.group(3), parts.group(4)));
    }
    return new Pages(pages, page(assets, frame, "/", "public/not-found.js", "没有这个页面", "没有这个页面。"));
  }

  private static Page page(
      Assets assets, String frame, String path, String script, String title, String description) {
    Assets.Asset asset = assets.named(script);
    String preload =
        asset.needs().stream()
            .map("  <link rel=\"modulepreload\" href=\"%s\">\n"::formatted)
            .collect(Collectors.joining());
    String html =
        frame
            .replace("{title}", title)
            .replace("{description}", description)
            .replace("{icon}", assets.named("icon.svg").address())
            .replace("{style}", assets.named(Assets.STYLE).address())
            .replace("{script}", asset.address())
            .replace("{preload}\n", preload);
    var pattern =
        Stream.of(path.split("(?=\\{)|(?<=\\})"))
            .map(part -> part.equals(CODE) ? "[0-9A-Za-z]{18}" : Pattern.quote(part))
            .collect(Collectors.joining());
    boolean open = script.startsWith(OPEN) && !path.contains(CODE) && !path.equals(SIGN_IN);
    return new Page(Pattern.compile(pattern), path, open, html, Assets.digest(html));
  }

  Optional<Page> at(String path) {
    return pages.stream().filter(page -> page.path().matcher(path).matches()).findFirst();
  }

  /** Addresses of the pages for everybody, or of the others. */
  List<String> addresses(boolean open) {
    return pages.stream()
        .filter(page -> page.open() == open && !page.address().contains(CODE))
        .map(Page::address)
        .toList();
  }

  Page notFound() {
    return notFound;
  }
}
