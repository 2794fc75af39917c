package innovation.points.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The sample events do what they show. */
class DeskEventsTest {

  private final DeskBench bench = new DeskBench();

  @Test
  void aPublicationIsAskedAboutAnsweredAndCertified() throws IOException {
    bench.zone.known(2025, 2);
    String run = bench.candidate(2025);

    var published = bench.answer(event("desk/publication").replace("{run}", run));
    assertThat(published.status()).isEqualTo(200);
    assertThat(published.body().path("noticeUntil").asText()).isEqualTo("2026-04-10");

    var question = bench.answer(event("desk/question"));
    assertThat(question.status()).isEqualTo(201);
    assertThat(question.body().path("generation").asText()).isEqualTo(run);

    String id = question.body().path("id").asText();
    var answered = bench.answer(event("desk/answer").replace("{question}", id));
    assertThat(answered.status()).isEqualTo(200);
    assertThat(answered.body().path("state").asText()).isEqualTo("answered");

    var letter = bench.answer(event("desk/letter"));
    assertThat(letter.status()).isEqualTo(201);
    assertThat(letter.body().path("generation").asText()).isEqualTo(run);
  }

  private static String event(String name) throws IOException {
    try (InputStream in = DeskEventsTest.class.getResourceAsStream("/" + name + ".json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
    }
  }
}
