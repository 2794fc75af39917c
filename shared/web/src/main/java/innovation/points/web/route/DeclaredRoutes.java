package innovation.points.web.route;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import innovation.points.web.access.Access;
import innovation.points.web.access.Role;
import innovation.points.web.http.HttpMethod;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The routes of the API: {@code routes.yaml}, the one place that says which function serves a call
 * and who may make it. The file is a YAML flow sequence that the JSON parser reads, because most
 * functions have no YAML parser, and a cold start should pay neither for one nor for a data binder.
 */
public final class DeclaredRoutes {

  private static final String RESOURCE = "/routes.yaml";
  private static final String EVERYBODY = "public";
  private static final String ROLES = "roles";
  private static final Set<String> TEXTS =
      Set.of("method", "path", "function", "owner", "page", "sample");

  private static final JsonFactory FLOW_YAML =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

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
    var routes = new ArrayList<DeclaredRoute>();
    var keys = new HashSet<String>();
    try (JsonParser json = FLOW_YAML.createParser(in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.START_OBJECT) {
        DeclaredRoute route = Entry.of(json).route();
        if (!keys.add(route.key())) {
          throw wrong(route.path(), "each route once, found a second " + route.key());
        }
        routes.add(route);
      }
    }
    return List.copyOf(routes);
  }

  /** What stands between two braces. */
  private record Entry(Map<String, String> texts, List<String> roles) {

    static Entry of(JsonParser json) throws IOException {
      var texts = new HashMap<String, String>();
      var roles = new ArrayList<String>();
      var unknown = new TreeSet<String>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals(ROLES) && json.hasToken(JsonToken.START_ARRAY)) {
          while (json.nextToken() != JsonToken.END_ARRAY) {
            roles.add(json.getText());
          }
        } else if (TEXTS.contains(name) && json.hasToken(JsonToken.VALUE_STRING)) {
          texts.put(name, json.getText());
        } else {
          unknown.add(name);
          json.skipChildren();
        }
      }
      var entry = new Entry(texts, roles);
      if (!unknown.isEmpty()) {
        throw entry.wrong(
            "the list roles and the texts %s, found %s".formatted(new TreeSet<>(TEXTS), unknown));
      }
      return entry;
    }

    DeclaredRoute route() {
      String method = text("method");
      return new DeclaredRoute(
          HttpMethod.named(method)
              .orElseThrow(() -> wrong("a method such as GET, found " + method)),
          text("path"),
          text("function"),
          access(),
          texts.get("page"),
          texts.get("sample"));
    }

    /** Nothing is public because somebody forgot to say who may call it. */
    private Access access() {
      String owner = texts.get("owner");
      if (roles.equals(List.of(EVERYBODY)) && owner == null) {
        return Access.everybody();
      }
      var named = EnumSet.noneOf(Role.class);
      for (Role role : Role.values()) {
        if (roles.contains(role.group())) {
          named.add(role);
        }
      }
      if (named.isEmpty() || named.size() < roles.size()) {
        throw wrong("roles [public], or some of %s, found %s".formatted(Role.groups(), roles));
      }
      return new Access(named, owner);
    }

    private String text(String field) {
      String value = texts.get(field);
      if (value == null) {
        throw wrong("the text %s, found none".formatted(field));
      }
      return value;
    }

    private IllegalArgumentException wrong(String expected) {
      return DeclaredRoutes.wrong(texts.getOrDefault("path", "an entry"), expected);
    }
  }

  private static IllegalArgumentException wrong(String place, String expected) {
    return new IllegalArgumentException("routes.yaml, %s: expected %s".formatted(place, expected));
  }
}
