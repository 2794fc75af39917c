package innovation.points.web.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import innovation.points.person.Person;
import innovation.points.person.Repetition;
import innovation.points.web.http.Body;
import innovation.points.web.http.Json;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call that can be repeated: with an {@code Idempotency-Key}, the same person's same call gets
 * the answer that the first one got, for a day; another call by that key is refused. A call that
 * was refused or failed leaves its key free.
 */
public final class Repeatable implements Endpoint {

  private static final Pattern KEY = Pattern.compile("[!-~]{1,128}");
  private final String call;
  private final Endpoint endpoint;
  private final Repetition.Memory memory;

  /** What is kept of an answer. */
  record Kept(int status, Map<String, String> headers, String body) {}

  Repeatable(String call, Endpoint endpoint, Repetition.Memory memory) {
    this.call = call;
    this.endpoint = endpoint;
    this.memory = memory;
  }

  /**
   * The key of a call; empty where it has none.
   *
   * @throws ProblemException 400 where it is none
   */
  public static Optional<String> key(Request request) {
    Optional<String> key = request.header("idempotency-key");
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      throw new ProblemException(
          Problem.badRequest(
              "header", "Idempotency-Key", "Idempotency-Key 应为 1 到 128 个可见 ASCII 字符"));
    }
    return key;
  }

  /** The key was used for something else. */
  public static ProblemException otherBody() {
    return new ProblemException(
        Problem.unprocessable("此 Idempotency-Key 在 24 小时内已用于另一项请求；请换用新的键，或以相同内容重发"));
  }

  @Override
  public Response answer(Request request) {
    Optional<String> key = key(request);
    Optional<Person> person = request.principal().person();
    return key.isPresent() && person.isPresent()
        ? answer(request, key.get(), person.get())
        : endpoint.answer(request);
  }

  private Response answer(Request request, String key, Person person) {
    String digest = digest(request);
    return switch (memory.begin().call(person, key, digest)) {
      case Repetition.First() -> first(request, key, person, digest);
      case Repetition.Answered(String answer) -> kept(answer);
      case Repetition.OtherBody() -> throw otherBody();
      case Repetition.Busy() ->
          throw new ProblemException(Problem.conflict("以同一 Idempotency-Key 发出的请求正在处理，请稍后重发"));
    };
  }

  private Response first(Request request, String key, Person person, String digest) {
    Response response;
    try {
      response = endpoint.answer(request);
    } catch (RuntimeException e) {
      memory.drop().call(person, key);
      throw e;
    }
    var answer =
        new Kept(
            response.status(),
            response.headers(),
            new String(response.body().bytes(), StandardCharsets.UTF_8));
    memory.end().call(person, key, digest, write(answer));
    return response;
  }

  private static Response kept(String answer) {
    try {
      Kept kept = Json.mapper().readValue(answer, Kept.class);
      Response response = Response.of(kept.status(), Body.text("", kept.body()));
      for (var header : kept.headers().entrySet()) {
        response = response.with(header.getKey(), header.getValue());
      }
      return response;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a kept answer is not JSON", e);
    }
  }

  private static String write(Kept answer) {
    try {
      return Json.mapper().writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an answer cannot be kept", e);
    }
  }

  private String digest(Request request) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((call + " " + request.address() + "\n").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(request.bytes()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
