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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What {@code routes.yaml} says. It is a YAML flow mapping that the JSON parser reads, because most
 * functions have no YAML parser, and a cold start should pay neither for one nor for a data binder.
 */
record RoutesFile(List<DeclaredPage> pages, List<DeclaredRoute> routes) {

  private static final String EVERYBODY = "public";
  private static final String ROLES = "roles";
  private static final Set<String> OF_PAGES =
      Set.of("path", "script", "title", "label", "description", ROLES, "menu");
  private static final Set<String> OF_ROUTES =
      Set.of("method", "path", "function", ROLES, "owner", "page", "sample");
  private static final Set<String> LISTS = Set.of("title", "label", ROLES, "menu");

  private static final JsonFactory FLOW_YAML =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_YAML_COMMENTS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  RoutesFile {
    pages = List.copyOf(pages);
    routes = List.copyOf(routes);
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException where an entry is not as the head of the file says
   */
  static RoutesFile read(InputStream in) throws IOException {
    List<DeclaredPage> pages = List.of();
    List<DeclaredRoute> routes = List.of();
    try (JsonParser json = FLOW_YAML.createParser(in)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String list = json.currentName();
        switch (list) {
          case "pages" -> pages = entries(json, OF_PAGES, Entry::page, DeclaredPage::path);
          case "routes" -> routes = entries(json, OF_ROUTES, Entry::route, DeclaredRoute::key);
          default -> throw wrong("the file", "the lists pages and routes, found " + list);
        }
      }
    }
    return new RoutesFile(pages, routes);
  }

  private static <T> List<T> entries(
      JsonParser json, Set<String> fields, Function<Entry, T> made, Function<T, String> key)
      throws IOException {
    var entries = new ArrayList<T>();
    var keys = new HashSet<String>();
    json.nextToken();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      Entry entry = Entry.of(json, fields);
      T one = made.apply(entry);
      if (!keys.add(key.apply(one))) {
        throw entry.wrong("each entry once, found a second " + key.apply(one));
      }
      entries.add(one);
    }
    return entries;
  }

  /** What stands between two braces. */
  private record Entry(Map<String, String> texts, Map<String, List<String>> lists) {

    static Entry of(JsonParser json, Set<String> fields) throws IOException {
      var entry = new Entry(new HashMap<>(), new HashMap<>());
      var unknown = new TreeSet<String>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        boolean list = LISTS.contains(name);
        if (fields.contains(name) && list && json.hasToken(JsonToken.START_ARRAY)) {
          var items = new ArrayList<String>();
          while (json.nextToken() != JsonToken.END_ARRAY) {
            items.add(json.getText());
          }
          entry.lists.put(name, List.copyOf(items));
        } else if (fields.contains(name) && !list && json.hasToken(JsonToken.VALUE_STRING)) {
          entry.texts.put(name, json.getText());
        } else {
          unknown.add(name);
          json.skipChildren();
        }
      }
      if (!unknown.isEmpty()) {
        var texts = new TreeSet<>(fields);
        var named = new TreeSet<>(fields);
        texts.removeAll(LISTS);
        named.retainAll(LISTS);
        throw entry.wrong("the lists %s and texts %s, found %s".formatted(named, texts, unknown));
      }
      return entry;
    }

    DeclaredPage page() {
      Access access = access();
      DeclaredPage.Title title = title("title");
      List<String> menu = lists.getOrDefault("menu", list(ROLES));
      if (!access.isPublic() && !list(ROLES).containsAll(menu)) {
        throw wrong("in menu only roles that may see it %s, found %s".formatted(list(ROLES), menu));
      }
      return new DeclaredPage(
          text("path"),
          text("script"),
          title,
          lists.containsKey("label") ? title("label") : title,
          text("description"),
          access,
          menu);
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
      List<String> roles = list(ROLES);
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

    private DeclaredPage.Title title(String field) {
      List<String> both = list(field);
      if (both.size() != 2) {
        throw wrong("%s in Chinese and English, found %s".formatted(field, both));
      }
      return new DeclaredPage.Title(both.getFirst(), both.getLast());
    }

    private List<String> list(String field) {
      return lists.getOrDefault(field, List.of());
    }

    private String text(String field) {
      String value = texts.get(field);
      if (value == null) {
        throw wrong("the text %s, found none".formatted(field));
      }
      return value;
    }

    private IllegalArgumentException wrong(String expected) {
      return RoutesFile.wrong(texts.getOrDefault("path", "an entry"), expected);
    }
  }

  private static IllegalArgumentException wrong(String place, String expected) {
    return new IllegalArgumentException("routes.yaml, %s: expected %s".formatted(place, expected));
  }
}
