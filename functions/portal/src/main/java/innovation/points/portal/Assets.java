package innovation.points.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import innovation.points.web.access.Role;
import innovation.points.web.http.Json;
import innovation.points.web.route.DeclaredPage.Title;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Scripts, styles and pictures under names that contain their digest, so the content of an address
 * never changes. Imports are rewritten to such names, so a script's digest covers its dependencies.
 */
final class Assets {
  static final String FOLDER = "/portal/";

  /** {@code from '../base/x.js'} and {@code import('./x.js')}; the latter is loaded on demand. */
  private static final Pattern IMPORT =
      Pattern.compile("(from |import\\()'(\\.{1,2}/[a-z0-9/-]+\\.js)'");

  /**
   * Comments, which make up a third of a script's bytes: {@code /** … *}{@code /} and lines that
   * begin with {@code //}.
   */
  private static final Pattern COMMENT = Pattern.compile("/\\*\\*(?s:.*?)\\*/ ?|(?m:^ *//.*\\n)");

  /** What a sheet does without: comments and the room before lines. */
  private static final Pattern SPARE = Pattern.compile("/\\*(?s:.*?)\\*/|(?m:^\\s+)");

  private static final String CHARTS = "charts/echarts.js";
  static final String STYLE = "css/site.css";

  /** No module: it runs before anything is drawn. */
  static final String LOOK = "page/look.js";

  /** The pages with their titles, and for whom they are: what {@code routes.yaml} declares. */
  private static final String PAGES = "page/pages.js";

  /** The sheet of the big screen, which no other page needs; after {@link #STYLE}. */
  static final String SCREEN_STYLE = "css/screen.css";

  /** The sheets of {@link #STYLE}, in cascade order. */
  private static final List<String> SHEETS =
      Stream.of(
              "base",
              "frame",
              "sheets",
              "forms",
              "tables",
              "charts",
              "texts",
              "enterprise",
              "report",
              "simulator",
              "uploads",
              "desk",
              "bureau",
              "rules",
              "letters",
              "self-report",
              "compare",
              "print")
          .map(name -> "css/" + name + ".css")
          .toList();

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, Asset> byName = new HashMap<>();
  private final Map<String, Asset> byAddress = new TreeMap<>();
  private final Set<String> open = new LinkedHashSet<>();

  /**
   * A file as served.
   *
   * @param address path with the digest, in the folder the file is in
   * @param needs addresses of its static imports, direct and indirect, without itself
   */
  record Asset(String address, String mediaType, String text, Set<String> needs) {}

  /** The asset with a path; read on first use, with all its imports. */
  Asset named(String name) {
    Asset known = byName.get(name);
    if (known != null) {
      return known;
    }
    if (!open.add(name)) {
      throw new IllegalStateException("scripts import each other: " + open + " and again " + name);
    }
    Asset made = make(name);
    open.remove(name);
    byName.put(name, made);
    byAddress.put(made.address(), made);
    return made;
  }

  Optional<Asset> at(String address) {
    return Optional.ofNullable(byAddress.get(address));
  }

  private Asset make(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    var needs = new LinkedHashSet<String>();
    String text =
        switch (name) {
          case CHARTS -> charts();
          case PAGES -> pages();
          case STYLE -> sheet(SHEETS.stream().map(Assets::source).collect(Collectors.joining()));
          case SCREEN_STYLE -> sheet(source(name));
          default -> extension.equals("js") ? linked(name, needs) : source(name);
        };
    String address =
        "/assets/%s.%s.%s"
            .formatted(name.substring(0, name.lastIndexOf('.')), digest(text), extension);
    return new Asset(
        address,
        MEDIA_TYPES.getOrDefault(extension, "application/octet-stream"),
        text,
        Collections.unmodifiableSet(needs));
  }

  private static String sheet(String text) {
    return SPARE.matcher(text).replaceAll("");
  }

  private static String source(String name) {
    return read(FOLDER + "assets/" + name);
  }

  private String linked(String name, Set<String> needs) {
    return IMPORT
        .matcher(COMMENT.matcher(source(name)).replaceAll(""))
        .replaceAll(
            found -> {
              Asset imported =
                  named(Path.of(name).resolveSibling(found.group(2)).normalize().toString());
              if (found.group(1).startsWith("from")) {
                needs.add(imported.address());
                needs.addAll(imported.needs());
              }
              return found.group(1) + "'" + imported.address() + "'";
            });
  }

  /**
   * Apache ECharts from its WebJar, whose path contains the version: the smaller of its builds that
   * has the charts used here. It is no module, and sets a global that is exported here.
   */
  private static String charts() {
    var libraries = new Properties();
    try {
      libraries.load(new StringReader(read(FOLDER + "libraries.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(libraries.getProperty("echarts"))
        + "\nexport const { init } = globalThis.echarts;\n";
  }

  /** A page as scripts see it; without roles it is for everybody. */
  private record ListedPage(
      String path, Title title, Title label, List<String> roles, List<String> menu) {}

  private static String pages() {
    List<ListedPage> pages =
        DeclaredRoutes.pages().stream()
            .map(
                page ->
                    new ListedPage(
                        page.path(),
                        page.title(),
                        page.label(),
                        page.access().roles().stream().sorted().map(Role::group).toList(),
                        page.menu()))
            .toList();
    try {
      return "export const PAGES = " + Json.mapper().writeValueAsString(pages) + ";\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  static byte[] bytes(String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
