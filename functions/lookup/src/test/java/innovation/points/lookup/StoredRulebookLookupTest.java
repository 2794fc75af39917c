package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.store.rulebook.RulebookFile;
import innovation.points.store.rulebook.StoredRulebooks;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rulebooks that came as files are shown like those that come with the system. */
class StoredRulebookLookupTest {
  private static final PublishedZone ZONE = new PublishedZone();
  private static final Caller CALLER = ZONE.caller();
  private static final String TEXT =
      Rulebooks.named("xinxiang-2022-110")
          .text()
          .replaceFirst("(?m)^id: .*$", "id: other-2026")
          .replaceFirst("(?m)^effectiveFrom: .*$", "effectiveFrom: 2026-01-01");

  @BeforeAll
  static void take() {
    var stored = new StoredRulebooks(ZONE.client(), ZONE.tables.scores());
    stored.take(RulebookLoader.load("other-2026.yaml", TEXT), PublishedZone.NOON);
    stored.note(
        new RulebookFile(
            "rulebooks/bad.yaml",
            "v1",
            PublishedZone.NOON,
            RulebookFile.REJECTED,
            null,
            null,
            List.of("第 1 行：应为写有 id，实为没有。"),
            "reports/rulebooks/bad.yaml/v1/report.json"));
  }

  @Test
  void areListedAfterThoseOfTheSystem() {
    assertThat(Caller.json(CALLER.get("/v1/rulebooks")).path("items"))
        .extracting(item -> item.path("id").asText())
        .containsExactly("xinxiang-2022-110", "other-2026");
  }

  @Test
  void areShownInFull() {
    JsonNode full = Caller.json(CALLER.get("/v1/rulebooks/other-2026"));
    assertThat(full.path("effectiveFrom").asText()).isEqualTo("2026-01-01");
    assertThat(full.path("digest").asText()).isEqualTo(RulebookLoader.load("o", TEXT).digest());
    assertThat(full.at("/rules/indicators")).hasSize(35);
    assertThat(CALLER.get("/v1/rulebooks/none").getStatusCode()).isEqualTo(404);
  }

  @Test
  void theBureauSeesWhatBecameOfTheFiles() {
    assertThat(CALLER.get("/v1/rulebook-files", Caller.BUREAU).getBody())
        .isEqualTo(
            "{\"items\":[{\"key\":\"rulebooks/bad.yaml\",\"version\":\"v1\","
                + "\"uploadedAt\":\"2026-03-02T04:00:00Z\",\"status\":\"rejected\","
                + "\"id\":null,\"digest\":null,"
                + "\"problems\":[\"第 1 行：应为写有 id，实为没有。\"],"
                + "\"report\":\"reports/rulebooks/bad.yaml/v1/report.json\"}]}");
    assertThat(CALLER.get("/v1/rulebook-files", Caller.DEPARTMENT).getStatusCode()).isEqualTo(403);
    assertThat(CALLER.get("/v1/rulebook-files").getStatusCode()).isEqualTo(401);
    assertThat(CALLER.send("lookup-rulebook-files").getStatusCode()).isEqualTo(200);
  }
}
