package innovation.points.portal;

import innovation.points.web.Caching;
import innovation.points.web.ETag;
import innovation.points.web.Problem;
import innovation.points.web.ProblemException;
import innovation.points.web.Request;
import innovation.points.web.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The pages and what they are made of, all from the jar. Immutable. */
final class Site {
  private static final String FOLDER = "/portal/";
  private static final List<String> FILES =
      List.of(
          "index.html",
          "enterprise.html",
          "not-found.html",
          "assets/site.css",
          "assets/icon.svg",
          "assets/api.js",
          "assets/view.js",
          "assets/industries.js",
          "assets/ranking.js",
          "assets/enterprise.js");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  /** Everything comes from here, nothing is inline, and no other page may frame these. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
          + " connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private static final Pattern ENTERPRISE = Pattern.compile("enterprises/[0-9A-Za-z]{18}");

  private final Map<String, File> files;

  private record File(String mediaType, String text, ETag etag) {}

  private Site(Map<String, File> files) {
    this.files = Map.copyOf(files);
  }

  static Site load() {
    var files = new HashMap<String, File>();
    for (String name : FILES) {
      String text = read(name);
      String extension = name.substring(name.lastIndexOf('.') + 1);
      files.put(
          name, new File(MEDIA_TYPES.getOrDefault(extension, ""), text, new ETag(digest(text))));
    }
    return new Site(files);
  }

  Response page(Request request) {
    String path = request.path().substring(1);
    String name =
        path.isEmpty()
            ? "index.html"
            : ENTERPRISE.matcher(path).matches() ? "enterprise.html" : path;
    File file = files.get(name);
    // A page has one address; its file's name is none.
    if (file == null || (name.equals(path) && name.endsWith(".html"))) {
      return notFound(request);
    }
    return answer(file).with(file.etag()).with(Caching.PUBLIC);
  }

  /** As a page for who reads pages, as a problem for programs. */
  private Response notFound(Request request) {
    File page = files.get("not-found.html");
    if (page == null || !request.header("accept").orElse("").contains("text/html")) {
      throw new ProblemException(Problem.notFound("没有这个页面：" + request.path()));
    }
    return answer(page).withStatus(404).with(Caching.NONE);
  }

  private static Response answer(File file) {
    return Response.text(file.mediaType(), file.text())
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "same-origin")
        .with("Cross-Origin-Opener-Policy", "same-origin");
  }

  private static String read(String name) {
    try (InputStream in = Site.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + FOLDER + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
