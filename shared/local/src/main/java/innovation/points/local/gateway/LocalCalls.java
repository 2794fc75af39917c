package innovation.points.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.events.DeadLetters;
import innovation.points.local.events.MessageQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls under {@code /local/}, which exist only in the local stack. */
public final class LocalCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Tokens tokens;
  private final DeadLetters letters;

  public LocalCalls(Tokens tokens, DeadLetters letters) {
    this.tokens = tokens;
    this.letters = letters;
  }

  Answer answer(String method, String path, byte[] body) {
    return switch (method + " " + path) {
      case "POST /local/tokens" -> token(body);
      case "GET /local/persons" -> persons();
      case "GET /local/.well-known/jwks.json" -> json(tokens.publicKeys());
      case "GET /local/.well-known/openid-configuration" -> configuration();
      case "GET /local/dead-letters" -> deadLetters();
      case "POST /local/dead-letters/redrive" ->
          Answer.json(200, JSON.createObjectNode().put("sent", letters.redrive()));
      default -> Answer.problem(404, "没有这个地址", "本地服务没有 %s %s".formatted(method, path));
    };
  }

  private Answer token(byte[] body) {
    JsonNode wish;
    try {
      wish = JSON.readTree(body);
    } catch (IOException e) {
      return Answer.problem(400, "请求有误", "正文应为 JSON");
    }
    JsonNode groups = wish.path("groups");
    if (!groups.isArray() || !wish.isObject()) {
      return Answer.problem(400, "请求有误", "groups 应为数组，例如 [\"bureau\"]");
    }
    List<String> names = new ArrayList<>();
    groups.forEach(group -> names.add(group.asText()));
    try {
      return Answer.json(
          200, JSON.createObjectNode().put("token", tokens.issue(wish(names, wish))));
    } catch (IllegalArgumentException e) {
      return Answer.problem(400, "请求有误", String.valueOf(e.getMessage()));
    }
  }

  private static TokenWish wish(List<String> groups, JsonNode wish) {
    TokenWish unnamed = TokenWish.of(groups, text(wish, "department"), text(wish, "uscc"));
    String sub = text(wish, "sub");
    return new TokenWish(
        groups,
        sub == null ? unnamed.sub() : sub,
        text(wish, "name"),
        unnamed.department(),
        unnamed.uscc(),
        text(wish, "bank"));
  }

  /** The sample persons, whom the sign-in page offers. */
  private static Answer persons() {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode items = body.putArray("items");
    SamplePersons.all().forEach(person -> items.add(JSON.<ObjectNode>valueToTree(person)));
    return Answer.json(200, body);
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? value.asText() : null;
  }

  private Answer configuration() {
    ObjectNode body = JSON.createObjectNode();
    body.put("issuer", tokens.issuer());
    body.put("jwks_uri", tokens.issuer() + "/.well-known/jwks.json");
    body.putArray("id_token_signing_alg_values_supported").add("RS256");
    body.putArray("response_types_supported").add("id_token");
    body.putArray("subject_types_supported").add("public");
    return Answer.json(200, body);
  }

  private Answer deadLetters() {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode items = body.putArray("items");
    for (MessageQueue.Message letter : letters.deadLetters()) {
      items
          .addObject()
          .put("id", letter.id())
          .put("sentAt", letter.sentAt().toString())
          .put("receiveCount", letter.receiveCount())
          .put("body", letter.body());
    }
    return Answer.json(200, body);
  }

  private static Answer json(String text) {
    return new Answer(
        200,
        List.of(new Answer.Header("content-type", "application/json")),
        text.getBytes(StandardCharsets.UTF_8));
  }
}
