package innovation.points.web.route;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import innovation.points.web.access.Access;
import innovation.points.web.access.Role;
import innovation.points.web.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The routes of the API: {@code routes.yaml}, the one place that says which function serves a call
 * and who may make it. The file is a YAML flow sequence that the JSON parser reads, because most
 * functions have no YAML parser and a cold start should not pay for one.
 */
public final class DeclaredRoutes {

  private static final String RESOURCE = "/routes.yaml";
  private static final String EVERYBODY = "public";
  private static final Set<String> FIELDS =
      Set.of("method", "path", "function", "roles", "owner", "page", "sample");

  private DeclaredRoutes() {}

  private static final class Holder {
    static final List<DeclaredRoute> ALL = load();
  }

  /** All of them, in the order of the file; read once. */
  public static List<DeclaredRoute> all() {
    return Holder.ALL;
  }

  /** Those that a function serves. */
  static Stream<DeclaredRoute> of(String function) {
    return all().stream().filter(route -> route.function().equals(function));
  }

  private static List<DeclaredRoute> load() {
    try (InputStream in = DeclaredRoutes.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + RESOURCE + ", found none");
      }
      return read(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads routes.
   *
   * @throws IllegalArgumentException where an entry is not as the head of the file says
   */
  static List<DeclaredRoute> read(InputStream in) throws IOException {
    JsonNode entries =
        JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
            .build()
            .readTree(in);
    var routes = new ArrayList<DeclaredRoute>();
    var keys = new HashSet<String>();
    for (JsonNode entry : entries) {
      DeclaredRoute route = route(entry);
      if (!keys.add(route.key())) {
        throw wrong(entry, "each route once, found a second " + route.key());
      }
      routes.add(route);
    }
    return List.copyOf(routes);
  }

  private static DeclaredRoute route(JsonNode entry) {
    var unknown = new TreeSet<String>();
    entry.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    if (!unknown.isEmpty()) {
      throw wrong(entry, "the fields %s, found %s".formatted(new TreeSet<>(FIELDS), unknown));
    }
    String method = text(entry, "method");
    return new DeclaredRoute(
        HttpMethod.named(method)
            .orElseThrow(() -> wrong(entry, "a method such as GET, found " + method)),
        text(entry, "path"),
        text(entry, "function"),
        access(entry),
        textOrNull(entry, "page"),
        textOrNull(entry, "sample"));
  }

  /** Nothing is public because somebody forgot to say who may call it. */
  private static Access access(JsonNode entry) {
    var names = new ArrayList<String>();
    entry.path("roles").forEach(name -> names.add(name.asText()));
    String owner = textOrNull(entry, "owner");
    if (names.equals(List.of(EVERYBODY)) && owner == null) {
      return Access.everybody();
    }
    var roles = EnumSet.noneOf(Role.class);
    for (Role role : Role.values()) {
      if (names.remove(role.group())) {
        roles.add(role);
      }
    }
    if (!names.isEmpty() || roles.isEmpty()) {
      throw wrong(
          entry,
          "roles [\"public\"], or some of bureau, department and enterprise, found "
              + entry.path("roles"));
    }
    return new Access(roles, owner);
  }

  private static String text(JsonNode entry, String field) {
    String value = textOrNull(entry, field);
    if (value == null) {
      throw wrong(entry, "the field %s as a text, found none".formatted(field));
    }
    return value;
  }

  private static @Nullable String textOrNull(JsonNode entry, String field) {
    JsonNode value = entry.path(field);
    return value.isTextual() ? value.asText() : null;
  }

  private static IllegalArgumentException wrong(JsonNode entry, String expected) {
    return new IllegalArgumentException(
        "routes.yaml, %s: expected %s".formatted(entry.path("path").asText("?"), expected));
  }
}
