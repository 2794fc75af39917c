package innovation.points.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A reader that samples the published year continuously. */
final class LookupReader {

  /** A sample: the pointer, a card, a page of the ranking, and the pointer again. */
  private record Sample(
      String before, Optional<JsonNode> card, String uscc, JsonNode page, String after) {}

  private final FaultyCaller caller;
  private final int year;
  private final List<String> enterprises;
  private final RandomGenerator random;
  private final List<Sample> samples = new ArrayList<>();

  LookupReader(FaultyCaller caller, int year, List<String> enterprises, RandomGenerator random) {
    this.caller = caller;
    this.year = year;
    this.enterprises = enterprises;
    this.random = random;
  }

  /** Takes a sample; one with a missing answer is discarded. */
  void look() throws InterruptedException {
    String uscc = enterprises.get(random.nextInt(enterprises.size()));
    Optional<String> before = generation();
    Optional<JsonNode> card = caller.once("/v1/years/%d/enterprises/%s".formatted(year, uscc));
    Optional<JsonNode> page = caller.once("/v1/years/%d/rankings?limit=200".formatted(year));
    Optional<String> after = generation();
    if (before.isPresent() && page.isPresent() && after.isPresent()) {
      samples.add(new Sample(before.get(), card, uscc, page.get(), after.get()));
    }
  }

  private Optional<String> generation() throws InterruptedException {
    return caller
        .once("/v1/years")
        .map(years -> years.at("/items/0/generation").asText())
        .filter(generation -> !generation.isEmpty());
  }

  int samples() {
    return samples.size();
  }

  /** Every sample is of one complete generation, and no sample is older than an earlier one. */
  void verify(List<String> generations, Map<String, JsonNode> pages) {
    int newest = 0;
    var seen = new HashMap<String, JsonNode>();
    for (Sample sample : samples) {
      String shown = sample.page().path("generation").asText();
      assertThat(generations).contains(sample.before(), shown, sample.after());
      int at = generations.indexOf(sample.before());
      int then = generations.indexOf(sample.after());
      assertThat(at).as("a look back behind " + newest).isGreaterThanOrEqualTo(newest);
      assertThat(generations.indexOf(shown)).isBetween(at, then);
      newest = then;
      assertThat(sample.page()).as("never rewritten").isEqualTo(pages.get(shown));
      sample.card().ifPresent(card -> verify(card, at, then, generations, pages));
      sample
          .card()
          .ifPresent(
              card -> {
                String name = card.path("generation").asText() + sample.uscc();
                assertThat(card).isEqualTo(seen.computeIfAbsent(name, _ -> card));
              });
    }
  }

  private static void verify(
      JsonNode card, int at, int then, List<String> generations, Map<String, JsonNode> pages) {
    String of = card.path("generation").asText();
    assertThat(generations.indexOf(of)).isBetween(at, then);
    JsonNode page = Objects.requireNonNull(pages.get(of));
    for (JsonNode line : page.path("items")) {
      if (line.path("uscc").equals(card.path("uscc"))) {
        assertThat(line.path("total")).isEqualTo(card.path("total"));
        assertThat(line.at("/rank/overall")).isEqualTo(card.at("/rank/overall"));
        assertThat(line.at("/rank/stage")).isEqualTo(card.at("/rank/stage"));
        return;
      }
    }
    throw new AssertionError("a card of " + of + " without a line in its ranking");
  }

  /** The pages of the ranking it saw, one per generation. */
  void collect(Map<String, JsonNode> pages) {
    samples.forEach(
        sample -> pages.putIfAbsent(sample.page().path("generation").asText(), sample.page()));
  }
}
