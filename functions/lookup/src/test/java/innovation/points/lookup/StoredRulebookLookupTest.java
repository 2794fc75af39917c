package innovation.points.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.rulebook.RulebookFile;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.FactsZone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Approvals.approve(
        ZONE.tables, RulebookLoader.load("other-2026.yaml", TEXT), PublishedZone.NOON);
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
        .startsWith("xinxiang-2022-110")
        .contains("other-2026");
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
                + "\"report\":\"reports/rulebooks/bad.yaml/v1/report.json\",\"life\":null}]}");
    assertThat(CALLER.get("/v1/rulebook-files", Caller.DEPARTMENT).getStatusCode()).isEqualTo(403);
    assertThat(CALLER.get("/v1/rulebook-files").getStatusCode()).isEqualTo(401);
    assertThat(CALLER.send("lookup/rulebook-files").getStatusCode()).isEqualTo(200);
  }

  @Test
  void theTextOfOneThatGovernsIsPublicAndADraftsIsNot() {
    assertThat(CALLER.get("/v1/rulebooks/other-2026.yaml").getBody()).isEqualTo(TEXT);
    assertThat(CALLER.get("/v1/rulebooks/none.yaml").getStatusCode()).isEqualTo(404);

    String text = TEXT.replace("id: other-2026", "id: draft-2027").replace("2/3", "1/2");
    new RulebookLives(ZONE.client(), ZONE.tables.scores())
        .save(
            RulebookLife.draft("draft-2027", "v1", PublishedZone.NOON, text, 0, List.of()),
            List.of());
    assertThat(CALLER.get("/v1/rulebooks/draft-2027").getStatusCode()).isEqualTo(404);
    assertThat(CALLER.get("/v1/rulebooks/draft-2027.yaml").getStatusCode()).isEqualTo(404);
    assertThat(CALLER.get("/v1/rulebook-files/draft-2027").getStatusCode()).isEqualTo(401);
    assertThat(CALLER.get("/v1/rulebook-files/draft-2027", Caller.BUREAU).getBody())
        .isEqualTo(text);
    JsonNode differences =
        Caller.json(
            CALLER.get("/v1/rulebooks/draft-2027/differences?to=other-2026", Caller.BUREAU));
    assertThat(differences.path("items").toString())
        .isEqualTo("[{\"where\":\"数据覆盖率的最低比例\",\"before\":\"2/3\",\"after\":\"1/2\"}]");
    assertThat(differences.path("curves")).isEmpty();
    assertThat(
            Caller.json(CALLER.get("/v1/rulebooks/draft-2027/differences", Caller.BUREAU))
                .at("/to/id")
                .asText())
        .isNotEqualTo("draft-2027");
  }

  @Test
  void theOneInForceIsComparedWithWhatItReplaced() {
    for (String id : List.of("other-2026", "xinxiang-2022-110")) {
      assertThat(
              Caller.json(CALLER.get("/v1/rulebooks/" + id + "/differences", Caller.BUREAU))
                  .at("/to/id")
                  .asText())
          .isNotEqualTo(id);
    }
  }

  @Test
  void anExtendedOneShowsWhereItDiffersAndItsValuesByYear() {
    Rulebook parent = Rulebooks.named("xinxiang-2022-110");
    String text =
        """
        id: extended-2027
        title: 2027 年度规则
        extends: xinxiang-2022-110
        effectiveFrom: 2026-01-01
        coverage: {atLeast: {byYear: {2027: 1/2}}}
        """;
    Approvals.approve(
        ZONE.tables,
        RulebookLoader.load("extended-2027.yaml", text, List.of(parent)),
        PublishedZone.NOON.minusSeconds(1));

    JsonNode full = Caller.json(CALLER.get("/v1/rulebooks/extended-2027"));

    assertThat(full.at("/parent/id").asText()).isEqualTo("xinxiang-2022-110");
    assertThat(full.at("/parent/digest").asText()).isEqualTo(parent.digest());
    assertThat(full.at("/parent/differences").toString())
        .isEqualTo(
            "[{\"where\":\"数据覆盖率.atLeast\",\"before\":\"2/3\","
                + "\"after\":\"2022 年度起 2/3，2027 年度起 1/2\"}]");
    assertThat(full.path("years").toString()).isEqualTo("[2026,2027]");
    assertThat(full.at("/rules/coverage/atLeast").asText()).isEqualTo("1/2");
    assertThat(full.at("/rules/indicators")).hasSize(35);
    assertThat(full.at("/rules/resolvedFrom").isMissingNode()).isTrue();
    assertThat(
            Caller.json(CALLER.get("/v1/rulebooks/extended-2027?year=2026"))
                .at("/rules/coverage/atLeast")
                .asText())
        .isEqualTo("2/3");
    assertThat(Caller.json(CALLER.get("/v1/rulebooks/xinxiang-2022-110")).has("parent")).isFalse();
  }

  /** A build came that has another text under the id a year was published by. */
  @Test
  void aPublishedYearIsExplainedByTheTextItWasComputedBy() {
    var zone = new PublishedZone();
    Rulebook before =
        RulebookLoader.load(
            "xinxiang-2022-110.yaml",
            Rulebooks.named("xinxiang-2022-110")
                .text()
                .replace("name: 成长期", "name: 成长阶段")
                .replace("[多途径融资渠道,", "[融资渠道,")
                .replace("- {id: leading, name: 领跑", "- {id: leading, name: 领军"));
    zone.by(before);
    zone.file(
        "science",
        "enterprises",
        2025,
        Map.of(9, Map.of("registeredOn", Value.of(LocalDate.of(2015, 1, 1)))));
    zone.file("tax", "operations", 2025, Map.of(9, Map.of("revenue", Value.of(1000))));
    var rows = new ArrayList<>(zone.score(2025, 9));
    rows.add(PublishedZone.scored(2025, 1, "新乡A科技有限公司", "growth", "生物医药", 63.25));
    zone.publish(2025, "g2025", rows);
    Caller caller = zone.caller();
    String uscc = FactsZone.uscc(9);

    assertThat(Caller.json(caller.get("/v1/years")).at("/items/0/rulebookDigest").asText())
        .isEqualTo(before.digest());
    JsonNode profile =
        Caller.json(caller.get("/v1/years/2025/enterprises/" + uscc + "/profile", Caller.BUREAU));
    assertThat(profile.path("rulebookDigest").asText()).isEqualTo(before.digest());
    assertThat(profile.at("/services/items/0").asText()).isEqualTo("融资渠道");
    assertThat(caller.get("/v1/years/2025/lists").getBody()).contains("领军").doesNotContain("领跑");
    assertThat(caller.get("/v1/years/2025/rankings?format=csv").getBody()).contains("成长阶段");
    JsonNode shown =
        Caller.json(caller.get("/v1/rulebooks/xinxiang-2022-110?digest=" + before.digest()));
    assertThat(shown.path("digest").asText()).isEqualTo(before.digest());
    assertThat(shown.at("/rules/stages/2/name").asText()).isEqualTo("成长阶段");
    assertThat(Caller.json(caller.get("/v1/rulebooks/xinxiang-2022-110")).path("digest").asText())
        .isNotEqualTo(before.digest());
    assertThat(
            caller.get("/v1/rulebooks/xinxiang-2022-110?digest=" + "0".repeat(64)).getStatusCode())
        .isEqualTo(404);
  }
}
