package innovation.points.web.http;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A path with named parts, in API Gateway's spelling: {@code /v1/years/{year}}, and {@code
 * /{path+}} for all the rest.
 */
public record PathTemplate(String text, List<String> segments) implements Comparable<PathTemplate> {

  public static PathTemplate of(String text) {
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException("expected a path from /, found " + text);
    }
    List<String> segments = segmentsOf(text);
    var names = new HashSet<String>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isParameter(segment) && !names.add(nameOf(segment))) {
        throw new IllegalArgumentException("the same parameter twice in " + text);
      }
      if (isRest(segment) && i < segments.size() - 1) {
        throw new IllegalArgumentException("something after the rest in " + text);
      }
    }
    return new PathTemplate(text, segments);
  }

  /** The segments between the slashes; a path that ends in a slash ends in an empty segment. */
  public static List<String> segmentsOf(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The values of the parameters where the path fits. */
  public Optional<Map<String, String>> match(List<String> path) {
    var values = new LinkedHashMap<String, String>();
    for (int i = 0; i < segments.size(); i++) {
      String segment = segments.get(i);
      if (isRest(segment)) {
        String rest = i < path.size() ? String.join("/", path.subList(i, path.size())) : "";
        values.put(nameOf(segment), rest);
        return rest.isEmpty() ? Optional.empty() : Optional.of(values);
      }
      if (i >= path.size()) {
        return Optional.empty();
      }
      if (!isParameter(segment)) {
        if (!segment.equals(path.get(i))) {
          return Optional.empty();
        }
      } else if (path.get(i).isEmpty()) {
        return Optional.empty();
      } else {
        values.put(nameOf(segment), path.get(i));
      }
    }
    return path.size() == segments.size() ? Optional.of(values) : Optional.empty();
  }

  /** The more exact first: a literal before a parameter before the rest, from the left. */
  @Override
  public int compareTo(PathTemplate other) {
    int byShape = shape().compareTo(other.shape());
    return byShape != 0 ? byShape : text.compareTo(other.text);
  }

  private String shape() {
    var shape = new ArrayList<String>();
    for (String segment : segments) {
      shape.add(isRest(segment) ? "3" : isParameter(segment) ? "2" : "1");
    }
    return String.join("", shape);
  }

  private static boolean isParameter(String segment) {
    return segment.startsWith("{") && segment.endsWith("}");
  }

  private static boolean isRest(String segment) {
    return isParameter(segment) && segment.endsWith("+}");
  }

  private static String nameOf(String segment) {
    return segment.substring(1, segment.length() - (isRest(segment) ? 2 : 1));
  }
}
