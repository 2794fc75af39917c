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
  private static final Pattern LINE = Pattern.compile("(\\S+)\\s+(\\S+)\\s+(\\S+)");
  private static final String CODE = "{uscc}";

  private final List<Page> pages;
  private final Page notFound;

  /**
   * A page.
   *
   * @param path the paths it is served under
   * @param html as sent
   * @param tag ETag of the content
   */
  record Page(Pattern path, String html, String tag) {}

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
        throw new IllegalStateException("expected path, script and title, found " + line);
      }
      pages.add(page(assets, frame, parts.group(1), parts.group(2), parts.group(3)));
    }
    return new Pages(pages, page(assets, frame, "/", "public/not-found.js", "没有这个页面"));
  }

  private static Page page(Assets assets, String frame, String path, String script, String title) {
    Assets.Asset asset = assets.named(script);
    String preload =
        asset.needs().stream()
            .map("  <link rel=\"modulepreload\" href=\"%s\">\n"::formatted)
            .collect(Collectors.joining());
    String html =
        frame
            .replace("{title}", title)
            .replace("{icon}", assets.named("icon.svg").address())
            .replace("{style}", assets.named(Assets.STYLE).address())
            .replace("{script}", asset.address())
            .replace("{preload}\n", preload);
    var pattern =
        Stream.of(path.split("(?=\\{)|(?<=\\})"))
            .map(part -> part.equals(CODE) ? "[0-9A-Za-z]{18}" : Pattern.quote(part))
            .collect(Collectors.joining());
    return new Page(Pattern.compile(pattern), html, Assets.digest(html));
  }

  Optional<Page> at(String path) {
    return pages.stream().filter(page -> page.path().matcher(path).matches()).findFirst();
  }

  Page notFound() {
    return notFound;
  }
}
