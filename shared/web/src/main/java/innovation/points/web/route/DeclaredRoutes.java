package innovation.points.web.route;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pages of the portal and the routes of the API: {@code routes.yaml}, the one place that says
 * which function serves a call, who may make it, and who may see a page.
 */
public final class DeclaredRoutes {

  private static final String RESOURCE = "/routes.yaml";

  private DeclaredRoutes() {}

  private static final class Holder {
    static final RoutesFile FILE = load();
  }

  /** All routes, in the order of the file; read once. */
  public static List<DeclaredRoute> all() {
    return Holder.FILE.routes();
  }

  /** All pages, in the order of the navigation. */
  public static List<DeclaredPage> pages() {
    return Holder.FILE.pages();
  }

  /** The routes that a function serves. */
  static Stream<DeclaredRoute> of(String function) {
    return all().stream().filter(route -> route.function().equals(function));
  }

  private static RoutesFile load() {
    try (InputStream in = DeclaredRoutes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + RESOURCE + ", found none");
      }
      return RoutesFile.read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
