package innovation.points.lookup.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.lookup.rulebook.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The description of the whole API, of every function, put together from its parts beside {@code
 * openapi/document.yaml}.
 */
final class OpenApiDocument {

  private static final List<String> PARTS = List.of("lookup", "audit", "upload", "recompute");

  private OpenApiDocument() {}

  private static final class Holder {
    static final String JSON = assemble().toString();
  }

  /** As JSON; put together once. */
  static String json() {
    return Holder.JSON;
  }

  private static ObjectNode assemble() {
    ObjectNode document = read("document");
    ObjectNode paths = document.putObject("paths");
    ObjectNode components = document.withObject("/components");
    for (String name : PARTS) {
      ObjectNode part = read(name);
      part.properties()
          .forEach(
              section -> {
                ObjectNode target =
                    section.getKey().equals("paths")
                        ? paths
                        : components.withObject("/" + section.getKey());
                addAll(target, (ObjectNode) section.getValue());
              });
    }
    return document;
  }

  private static void addAll(ObjectNode target, ObjectNode more) {
    more.properties()
        .forEach(
            entry -> {
              if (target.has(entry.getKey())) {
                throw new IllegalStateException("described twice: " + entry.getKey());
              }
              target.set(entry.getKey(), entry.getValue());
            });
  }

  private static ObjectNode read(String name) {
    String resource = "/openapi/" + name + ".yaml";
    try (InputStream in = OpenApiDocument.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + resource + ", found none");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return (ObjectNode) YamlDocument.parse(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
