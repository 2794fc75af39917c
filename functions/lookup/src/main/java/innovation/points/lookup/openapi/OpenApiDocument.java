package innovation.points.lookup.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.lookup.rulebook.YamlDocument;
import innovation.points.web.access.Role;
import innovation.points.web.http.HttpMethod;
import innovation.points.web.http.ProblemKind;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The description of the whole API, of every function, put together from its parts beside {@code
 * openapi/document.yaml}; who may call comes from {@code routes.yaml}, and {@code x-problems} are
 * the {@link ProblemKind}s.
 */
final class OpenApiDocument {

  private static final List<String> PARTS =
      List.of(
          "lookup",
          "audit",
          "trail",
          "grants",
          "upload",
          "recompute",
          "desk",
          "decisions",
          "questions",
          "allocations");

  /** Its POSTs ask, and change nothing. */
  private static final String READING = "lookup";

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
    DeclaredRoutes.all().forEach(route -> admit(paths, route));
    paths.forEach(path -> path.forEach(operation -> name(operation, components)));
    components.withObject("/responses").forEach(OpenApiDocument::identify);
    ArrayNode problems = document.putArray("x-problems");
    for (ProblemKind kind : ProblemKind.values()) {
      problems
          .addObject()
          .put("type", kind.type())
          .put("status", kind.status())
          .put("title", kind.title())
          .put("x-en", kind.english());
    }
    return document;
  }

  /** Says who may call: {@code x-roles}, or that no token is needed. */
  private static void admit(ObjectNode paths, DeclaredRoute route) {
    String method = route.method().name().toLowerCase(Locale.ROOT);
    if (!(paths.path(route.path()).path(method) instanceof ObjectNode operation)) {
      throw new IllegalStateException(
          "expected a description of %s in openapi/*.yaml, found none".formatted(route.key()));
    }
    String english = operation.path("x-en").asText();
    operation.put(
        "description",
        operation.has("description")
            ? operation.path("description").asText() + "\n\n" + english
            : english);
    operation.path("responses").forEach(OpenApiDocument::identify);
    if (route.access().isPublic()) {
      operation.putArray("security");
    } else {
      ArrayNode roles = operation.putArray("x-roles");
      new TreeSet<>(route.access().roles()).forEach(role -> roles.add(role.group()));
    }
    if (route.access().roles().contains(Role.BANK)) {
      limited(operation);
    }
    if (route.method() == HttpMethod.POST && !READING.equals(route.function())) {
      repeatable(operation);
    }
  }

  /**
   * Bodies that are described where they are sent or answered get names of their operation, by
   * which generated clients call them: {@code AnnounceUploadRequest}.
   */
  private static void name(JsonNode operation, ObjectNode components) {
    String id = operation.path("operationId").asText();
    if (id.isEmpty()) {
      return;
    }
    String name = id.substring(0, 1).toUpperCase(Locale.ROOT) + id.substring(1);
    name(operation.path("requestBody"), name + "Request", components);
    operation
        .path("responses")
        .properties()
        .forEach(
            response -> {
              String answer = name + "Answer";
              boolean taken = components.at("/schemas/" + answer).isObject();
              name(response.getValue(), taken ? answer + response.getKey() : answer, components);
            });
  }

  private static void name(JsonNode holder, String name, ObjectNode components) {
    if (holder.at("/content/application~1json") instanceof ObjectNode content
        && content.path("schema").path("type").asText().equals("object")) {
      components.withObject("/schemas").set(name, content.path("schema"));
      content.putObject("schema").put("$ref", "#/components/schemas/" + name);
    }
  }

  /** Every answer has the id of its request. */
  private static void identify(JsonNode response) {
    if (!response.has("$ref")) {
      ((ObjectNode) response)
          .withObject("/headers")
          .putObject("X-Request-Id")
          .put("$ref", "#/components/headers/requestId");
    }
  }

  /** What changes something can be repeated with a key. */
  private static void repeatable(ObjectNode operation) {
    operation
        .withArray("/parameters")
        .addObject()
        .put("$ref", "#/components/parameters/idempotencyKey");
    ObjectNode responses = operation.withObject("/responses");
    responses.putObject("422").put("$ref", "#/components/responses/OtherRepeat");
  }

  /** A bank's calls are counted, and every answer says what is left. */
  private static void limited(ObjectNode operation) {
    ObjectNode responses = operation.withObject("/responses");
    ObjectNode headers = responses.withObject("/200").withObject("/headers");
    headers.putObject("RateLimit-Policy").put("$ref", "#/components/headers/rateLimitPolicy");
    headers.putObject("RateLimit").put("$ref", "#/components/headers/rateLimit");
    responses.putObject("429").put("$ref", "#/components/responses/TooMany");
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
