package innovation.points.portal;

import innovation.points.portal.Assets.Asset;
import innovation.points.portal.Pages.Page;
import innovation.points.portal.PortalSettings.Choice;
import innovation.points.portal.PortalSettings.OpenIdConnect;
import innovation.points.portal.PortalSettings.SignIn;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages and their assets, all from the jar. Thread-safe. */
final class Site {
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.-]+(:\\d{1,5})?");

  private final Assets assets = new Assets();
  private final Pages pages;
  private final PortalSettings settings;
  private final String policy;

  /**
   * The configuration that pages request.
   *
   * @param signIn null where there is no sign-in
   */
  record Configuration(@Nullable SignInView signIn) {}

  /** The way of signing in; the last two components only with {@code openid-connect}. */
  record SignInView(String kind, @Nullable String issuer, @Nullable String clientId) {
    static SignInView of(SignIn signIn) {
      return switch (signIn) {
        case OpenIdConnect(String issuer, String clientId) ->
            new SignInView("openid-connect", issuer, clientId);
        case Choice() -> new SignInView("choice", null, null);
      };
    }
  }

  Site(PortalSettings settings) {
    this.settings = settings;
    this.pages = Pages.load(assets, settings.roleClaim());
    this.policy = policy(settings);
  }

  /** The content security policy: all content from this origin, nothing inline, no framing. */
  private static String policy(PortalSettings settings) {
    String connect =
        Stream.concat(Stream.of("'self'"), settings.origins().stream())
            .collect(Collectors.joining(" "));
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " connect-src "
        + connect
        + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  Response configuration(Request request) {
    request.parameters().verify();
    SignIn signIn = settings.signIn();
    return Response.ok(new Configuration(signIn == null ? null : SignInView.of(signIn)))
        .with(Caching.NONE);
  }

  /** What search engines may read: the pages for everybody. */
  Response robots(Request request) {
    var text = new StringBuilder("User-agent: *\n");
    pages.addresses(false).forEach(path -> text.append("Disallow: ").append(path).append('\n'));
    text.append("Sitemap: ").append(origin(request)).append("/sitemap.xml\n");
    return Response.text("text/plain; charset=utf-8", text.toString()).with(Caching.PUBLIC);
  }

  Response sitemap(Request request) {
    String places =
        pages.addresses(true).stream()
            .map(path -> "<url><loc>%s%s</loc></url>\n".formatted(origin(request), path))
            .collect(Collectors.joining());
    return Response.text(
            "application/xml; charset=utf-8",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
                + places
                + "</urlset>\n")
        .with(Caching.PUBLIC);
  }

  /** The icon where programs look for one that cannot draw the page's own. */
  Response icon(Request request) {
    request.parameters().verify();
    return Response.bytes("image/png", Assets.bytes(Assets.FOLDER + "icon.png"))
        .with(Caching.PUBLIC);
  }

  /** Where the pages are seen from outside; a host that is none is not repeated. */
  private static String origin(Request request) {
    String host = request.header("host").filter(HOST.asMatchPredicate()).orElse("localhost");
    return (host.startsWith("127.0.0.1") || host.startsWith("localhost") ? "http://" : "https://")
        + host;
  }

  Response page(Request request) {
    String path = request.path();
    Optional<Asset> asset = assets.at(path);
    if (asset.isPresent()) {
      return Response.text(asset.get().mediaType(), asset.get().text())
          .with(new ETag(Assets.digest(asset.get().address())))
          .with(Caching.IMMUTABLE);
    }
    return pages
        .at(path)
        .map(page -> answer(page).with(new ETag(page.tag())).with(Caching.PUBLIC))
        .orElseGet(() -> notFound(request));
  }

  /** Answers 404: to browsers as a page, to programs as a problem document. */
  private Response notFound(Request request) {
    if (!request.header("accept").orElse("").contains("text/html")) {
      throw new ProblemException(Problem.notFound("没有这个页面：" + request.path()));
    }
    return answer(pages.notFound()).withStatus(404).with(Caching.NONE);
  }

  private Response answer(Page page) {
    return Response.text("text/html; charset=utf-8", page.html())
        .with("Content-Security-Policy", policy)
        .with("Referrer-Policy", "same-origin")
        .with("Cross-Origin-Opener-Policy", "same-origin");
  }
}
