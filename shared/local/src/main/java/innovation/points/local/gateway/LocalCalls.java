package innovation.points.local.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.events.DeadLetters;
import innovation.points.local.events.LocalClock;
import innovation.points.local.events.Mails;
import innovation.points.local.events.MessageQueue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls under {@code /local/}, which exist only in the local stack. */
public final class LocalCalls {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** To the millisecond, as the API's own times, and always with its three digits. */
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final Tokens tokens;
  private final DeadLetters letters;
  private final LocalClock clock;
  private final Mails mails;
  private final Function<String, Optional<Boolean>> schedules;

  /**
   * The calls.
   *
   * @param schedules does what the named schedule does, now: whether it was done; empty where there
   *     is none of that name
   */
  public LocalCalls(
      Tokens tokens,
      DeadLetters letters,
      LocalClock clock,
      Mails mails,
      Function<String, Optional<Boolean>> schedules) {
    this.tokens = tokens;
    this.letters = letters;
    this.clock = clock;
    this.mails = mails;
    this.schedules = schedules;
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
      case "GET /local/clock" -> now();
      case "POST /local/clock" -> setClock(body);
      case "GET /local/mails" -> mails();
      case "POST /local/schedule" -> schedule(body);
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
    String client = text(wish, "client");
    if (client != null) {
      return token(TokenWish.ofClient(client));
    }
    JsonNode groups = wish.path("groups");
    if (!groups.isArray() || !wish.isObject()) {
      return Answer.problem(400, "请求有误", "groups 应为数组，例如 [\"bureau\"]");
    }
    List<String> names = new ArrayList<>();
    groups.forEach(group -> names.add(group.asText()));
    try {
      return token(wish(names, wish));
    } catch (IllegalArgumentException e) {
      return Answer.problem(400, "请求有误", String.valueOf(e.getMessage()));
    }
  }

  private Answer token(TokenWish wish) {
    return Answer.json(200, JSON.createObjectNode().put("token", tokens.issue(wish)));
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
        text(wish, "bank"),
        null);
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

  private Answer now() {
    return Answer.json(200, JSON.createObjectNode().put("now", MILLIS.format(clock.instant())));
  }

  private Answer setClock(byte[] body) {
    String now = text(object(body), "now");
    try {
      clock.set(OffsetDateTime.parse(now == null ? "" : now).toInstant());
      return now();
    } catch (DateTimeParseException e) {
      return Answer.problem(400, "请求有误", "now 应为时间，例如 2026-04-01T03:00:00+08:00，收到：" + now);
    } catch (IllegalArgumentException e) {
      return Answer.problem(400, "请求有误", String.valueOf(e.getMessage()));
    }
  }

  private Answer mails() {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode items = body.putArray("items");
    for (Mails.Sent one : mails.sent()) {
      items
          .addObject()
          .put("id", one.mail().id())
          .put("sentAt", MILLIS.format(one.at()))
          .put("to", one.mail().to())
          .put("subject", one.mail().subject())
          .put("text", one.mail().text());
    }
    return Answer.json(200, body);
  }

  private Answer schedule(byte[] body) {
    String name = text(object(body), "name");
    return schedules
        .apply(name == null ? "" : name)
        .map(
            done ->
                done
                    ? Answer.json(200, JSON.createObjectNode().put("name", name))
                    : Answer.problem(500, "执行失败", "计划任务 %s 失败，原因见函数日志".formatted(name)))
        .orElseGet(() -> Answer.problem(400, "请求有误", "name 应为 yearly、daily 或 seal，收到：" + name));
  }

  private static JsonNode object(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private Answer deadLetters() {
    ObjectNode body = JSON.createObjectNode();
    ArrayNode items = body.putArray("items");
    for (MessageQueue.Message letter : letters.deadLetters()) {
      items
          .addObject()
          .put("id", letter.id())
          .put("sentAt", MILLIS.format(letter.sentAt()))
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
