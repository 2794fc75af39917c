package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.scores.Rank;
import innovation.points.testkit.Approvals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs by rulebooks that came as files. */
class StoredRulebookTest {
  private static final String RUNS = "/v1/years/2025/recomputations";

  private final RecomputeBench bench = new RecomputeBench();

  /** The built-in rulebook under another name, R&D expense earning full points ten times sooner. */
  private Rulebook take(String id, String effectiveFrom) {
    String text =
        Rulebooks.named("xinxiang-2022-110")
            .text()
            .replaceFirst("(?m)^id: .*$", "id: " + id)
            .replaceFirst("(?m)^effectiveFrom: .*$", "effectiveFrom: " + effectiveFrom)
            .replace(
                "growth: 500, expansion: 600, mature: 2000}",
                "growth: 50, expansion: 60, mature: 200}");
    Rulebook rulebook = RulebookLoader.load(id, text);
    Approvals.approve(bench.tables, rulebook, Instant.parse("2026-01-01T00:00:00Z"));
    return rulebook;
  }

  private JsonNode run(String body) {
    var accepted = bench.call("POST", RUNS, body, RecomputeBench.BUREAU);
    assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
    String id = accepted.body().path("id").asText();
    bench.stream(bench.handler(), 2025, id);
    return bench.call("GET", RUNS + "/" + id, null, RecomputeBench.BUREAU).body();
  }

  @Test
  void aTrialByAnotherRulebookSaysWhoGainsAndWhy() {
    bench.zone.known(2025, 3);
    String published = bench.publish(2025);
    take("trial", "2099-01-01");

    JsonNode trial = run("{\"dryRun\":true,\"rulebook\":\"trial\",\"totalMoved\":0.01}");

    assertThat(trial.path("status").asText()).isEqualTo("complete");
    assertThat(trial.path("rulebook").asText()).isEqualTo("trial");
    JsonNode changes = trial.path("changes");
    assertThat(changes.path("against").asText()).isEqualTo(published);
    assertThat(changes.path("moves")).hasSize(3);
    for (JsonNode move : changes.path("moves")) {
      assertThat(move.at("/after/total").asDouble())
          .isGreaterThan(move.at("/before/total").asDouble());
      assertThat(move.path("reasons"))
          .extracting(reason -> reason.path("part").asText() + " " + reason.path("id").asText())
          .contains("rulebook ", "indicator 1.1");
    }
    assertThat(bench.published(2025)).isEqualTo(published);
  }

  @Test
  void isChosenByItsDateWithoutBeingNamed() {
    bench.zone.known(2025, 2);
    take("from-2026", "2026-01-01");
    assertThat(run("{\"publish\":false}").path("rulebook").asText()).isEqualTo("xinxiang-2022-110");
    Rulebook later = take("from-2025", "2025-12-31");
    JsonNode run = run("{\"publish\":true}");
    assertThat(run.path("rulebook").asText()).isEqualTo("from-2025");
    assertThat(bench.rows(run.path("generation").asText()).values())
        .allSatisfy(row -> assertThat(row.detail().rulebookDigest()).isEqualTo(later.digest()));
  }

  @Test
  void isNamedAmongThoseThereAre() {
    take("a", "2026-01-01");
    var refused =
        bench.call("POST", RUNS, "{\"publish\":true,\"rulebook\":\"x\"}", RecomputeBench.BUREAU);
    assertThat(refused.body().path("detail").asText()).isEqualTo("没有规则 x，现有：xinxiang-2022-110、a");
  }

  @Test
  void aProposedOneCanBeTriedAndNotPublished() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    String even = "xinxiang-2022-110-even";
    JsonNode trial = run("{\"dryRun\":true,\"rulebook\":\"%s\"}".formatted(even));
    assertThat(trial.path("status").asText()).isEqualTo("complete");
    assertThat(trial.path("rulebook").asText()).isEqualTo(even);
    var refused =
        bench.call(
            "POST",
            RUNS,
            "{\"publish\":true,\"rulebook\":\"%s\"}".formatted(even),
            RecomputeBench.BUREAU);
    assertThat(refused.body().path("detail").asText())
        .isEqualTo("规则 %s 尚未批准，只能试算；现有：xinxiang-2022-110".formatted(even));
  }

  @Test
  void withoutRanksAmongAllOnlyThoseOfTheStageAreGiven() {
    bench.zone.known(2025, 3);
    String text =
        Rulebooks.named("xinxiang-2022-110")
            .text()
            .replace("id: xinxiang-2022-110", "id: in-stages")
            .replace("effectiveFrom: 2022-12-30", "effectiveFrom: 2025-01-01")
            .replace("overall: published", "overall: none");
    Approvals.approve(
        bench.tables,
        RulebookLoader.load("in-stages", text),
        Instant.parse("2026-01-01T00:00:00Z"));

    String generation = run("{\"publish\":true}").path("generation").asText();

    assertThat(bench.rows(generation).values())
        .extracting(row -> row.card().rank())
        .containsExactlyInAnyOrder(
            new Rank(null, null, 1, 3), new Rank(null, null, 2, 3), new Rank(null, null, 3, 3));
    assertThat(bench.rankings.all(generation, RankingList.ALL))
        .extracting(RankingEntry::rank)
        .containsExactly(
            new RankingEntry.Place(null, 1),
            new RankingEntry.Place(null, 2),
            new RankingEntry.Place(null, 3));
  }

  /** A build comes whose text under the published id is another. */
  @Test
  void aRunSaysWhichTextItUsedAndThePublishedOneStaysToBeFound() {
    Rulebook published = Rulebooks.named("xinxiang-2022-110");
    bench.zone.known(2025, 2);
    bench.publish(2025);
    Rulebook another =
        RulebookLoader.load(
            published.id(), published.text().replace("expansion: 600,", "expansion: 700,"));

    String id = bench.order(2025, false);
    bench.stream(bench.build(List.of(another)), 2025, id);

    JsonNode run = bench.call("GET", RUNS + "/" + id, null, RecomputeBench.BUREAU).body();
    assertThat(run.path("rulebookDigest").asText()).isEqualTo(another.digest());
    var pointer = bench.publications.of(2025).orElseThrow();
    assertThat(pointer.rulebook()).isEqualTo(published.id());
    assertThat(pointer.digest()).isEqualTo(published.digest());
    var stored = new StoredRulebooks(bench.tables.client(), bench.tables.scores());
    assertThat(stored.withDigest(pointer.digest())).contains(published);
    assertThat(stored.withDigest(another.digest())).contains(another);
  }
}
