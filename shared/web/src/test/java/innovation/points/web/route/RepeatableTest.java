package innovation.points.web.route;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import innovation.points.person.Banks;
import innovation.points.person.Person;
import innovation.points.person.Repetition;
import innovation.points.testkit.ApiCall;
import innovation.points.web.access.Access;
import innovation.points.web.access.Issuer;
import innovation.points.web.access.Role;
import innovation.points.web.http.Json;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RepeatableTest {

  /** Remembers in a map; a call that was begun and not ended is busy. */
  private static final class Notes {

    private final Map<String, String> digests = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();

    Repetition.Memory memory() {
      return new Repetition.Memory(this::begin, this::end, this::drop);
    }

    Repetition begin(Person person, String key, String digest) {
      String before = digests.putIfAbsent(person.sub() + key, digest);
      if (before == null) {
        return new Repetition.First();
      }
      String answer = answers.get(person.sub() + key);
      return !before.equals(digest)
          ? new Repetition.OtherBody()
          : answer == null ? new Repetition.Busy() : new Repetition.Answered(answer);
    }

    void end(Person person, String key, String digest, String answer) {
      answers.put(person.sub() + key, answer);
    }

    void drop(Person person, String key) {
      digests.remove(person.sub() + key);
    }
  }

  record Order(int year) {}

  private final Notes notes = new Notes();
  private int orders;
  private final Api api =
      new Api(
          List.of(
              Route.post(
                  "/v1/orders",
                  new Access(Set.of(Role.BUREAU), null),
                  new Repeatable("POST /v1/orders", this::order, notes.memory()))),
          new Issuer(Issuer.GROUPS, _ -> true, Banks.NONE),
          Witness.NONE,
          _ -> false);

  private Response order(Request request) {
    Order order = request.body(Order.class);
    if (order.year() < 2000) {
      throw new ProblemException(Problem.conflict("太早"));
    }
    orders++;
    return Response.created("/v1/orders/" + orders, Map.of("number", orders));
  }

  private APIGatewayV2HTTPResponse post(String sub, String key, String body) {
    return ApiCall.of("POST", "/v1/orders")
        .json(body)
        .header("idempotency-key", key)
        .claims(Map.of("sub", sub, "cognito:groups", "[bureau]"))
        .to(api::handle);
  }

  private static String detail(APIGatewayV2HTTPResponse answer) throws JsonProcessingException {
    return Json.mapper().readTree(answer.getBody()).path("detail").asText();
  }

  @Test
  void theSameCallIsDoneOnce() {
    var first = post("li", "one", "{\"year\":2025}");
    var again = post("li", "one", "{\"year\":2025}");
    assertThat(first.getStatusCode()).isEqualTo(201);
    assertThat(again.getStatusCode()).isEqualTo(201);
    assertThat(again.getBody()).isEqualTo(first.getBody()).isEqualTo("{\"number\":1}");
    assertThat(again.getHeaders()).containsEntry("Location", "/v1/orders/1");
    assertThat(again.getHeaders().get("Content-Type"))
        .isEqualTo(first.getHeaders().get("Content-Type"));
    assertThat(orders).isEqualTo(1);
    post("li", "two", "{\"year\":2025}");
    post("wang", "one", "{\"year\":2025}");
    assertThat(orders).isEqualTo(3);
  }

  @Test
  void anotherCallByThatKeyIsRefused() throws Exception {
    post("li", "one", "{\"year\":2025}");
    var other = post("li", "one", "{\"year\":2024}");
    assertThat(other.getStatusCode()).isEqualTo(422);
    assertThat(detail(other)).isEqualTo("此 Idempotency-Key 在 24 小时内已用于另一项请求；请换用新的键，或以相同内容重发");
  }

  @Test
  void aRefusedCallLeavesItsKeyFree() {
    assertThat(post("li", "one", "{\"year\":1999}").getStatusCode()).isEqualTo(409);
    assertThat(post("li", "one", "{\"year\":2025}").getStatusCode()).isEqualTo(201);
  }

  @Test
  void oneThatIsBeingDoneIsNotDoneTwice() throws Exception {
    post("li", "one", "{\"year\":2025}");
    notes.answers.clear();
    var again = post("li", "one", "{\"year\":2025}");
    assertThat(again.getStatusCode()).isEqualTo(409);
    assertThat(detail(again)).isEqualTo("以同一 Idempotency-Key 发出的请求正在处理，请稍后重发");
    assertThat(orders).isEqualTo(1);
  }

  @Test
  void aKeyIsVisibleAscii() throws Exception {
    var answer = post("li", "一", "{\"year\":2025}");
    assertThat(answer.getStatusCode()).isEqualTo(400);
    assertThat(Json.mapper().readTree(answer.getBody()).at("/errors/0/detail").asText())
        .isEqualTo("Idempotency-Key 应为 1 到 128 个可见 ASCII 字符");
  }
}
