package innovation.points.store.audit;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.diagnostics.Diagnostics;
import innovation.points.scoring.diagnostics.Robustness;
import innovation.points.scoring.diagnostics.Robustness.Band;
import innovation.points.scoring.diagnostics.Robustness.RankBand;
import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.calibration.Calibration;
import innovation.points.scoring.diagnostics.finding.Finding;
import innovation.points.scoring.diagnostics.finding.IndexAudit;
import innovation.points.store.EmbeddedTables;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditsTest {
  private final EmbeddedTables tables = new EmbeddedTables();
  private final Audits audits = new Audits(tables.client(), EmbeddedTables.SCORES);

  @AfterEach
  void close() {
    tables.close();
  }

  /** Codes that cannot be deflated, so that many make more than one item. */
  private void write(String generation, int enterprises) {
    var random = new Random(1);
    List<RankBand> bands =
        IntStream.range(0, enterprises)
            .mapToObj(
                rank ->
                    new RankBand(
                        Stream.generate(() -> Integer.toString(random.nextInt(36), 36))
                            .limit(18)
                            .reduce("", String::concat),
                        "growth",
                        new Band(rank, random.nextInt(9999), random.nextInt(9999), 1),
                        new Band(rank, random.nextInt(9999), random.nextInt(9999), 1)))
            .toList();
    audits.write(
        generation,
        new IndexAudit(
            new Diagnostics(
                2025,
                "r",
                "d",
                new Diagnostics.Population(enterprises, enterprises, enterprises, true, ""),
                List.of(),
                List.of()),
            new Robustness(new Terms(1, 1, 0, 0, false), List.of(), 0, 0, 0, bands),
            List.of(),
            List.of(
                new Finding(
                    Finding.Kind.AT_FULL,
                    Finding.Severity.HIGH,
                    "1.3 …",
                    "growth",
                    null,
                    "…",
                    Map.of("share", 0.93))),
            new Calibration(
                2025,
                "r",
                "d",
                Calibration.Verdict.LEAVE,
                "…",
                new Calibration.Side(2024, 1),
                new Calibration.Side(2025, 1),
                null,
                null,
                List.of(),
                List.of(),
                null,
                enterprises == 0 ? null : new Calibration.Draft("r-calibrated-2025", "id: r\n"))));
  }

  @Test
  void givesBackADocumentOfSeveralItemsWhole() {
    write("g", 20_000);
    String json = audits.diagnostics("g").orElseThrow();
    assertThat(json.length()).isGreaterThan(1_000_000);
    assertThat(json)
        .startsWith("{\"year\":2025,\"generation\":\"g\"")
        .contains(
            "\"findings\":[{\"id\":\"at-full\",\"severity\":\"high\",\"text\":\"1.3"
                + " …\",\"stage\":\"growth\",\"action\":\"…\",\"figures\":{\"share\":0.93}}]")
        .endsWith("\"proposals\":[]}");
    long parts =
        tables
            .client()
            .query(
                query ->
                    query
                        .tableName(EmbeddedTables.SCORES)
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(
                            java.util.Map.of(
                                ":pk",
                                software.amazon.awssdk.services.dynamodb.model.AttributeValue.fromS(
                                    "diag#g"))))
            .count();
    assertThat(parts).isGreaterThan(2);
  }

  @Test
  void aShorterOneReplacesALongerOne() {
    write("g", 20_000);
    write("g", 3);
    assertThat(audits.diagnostics("g").orElseThrow()).hasSizeLessThan(2_000);
  }

  @Test
  void knowsTheDraftAndWhereThereIsNone() {
    write("g", 1);
    write("h", 0);
    assertThat(audits.draft("g")).contains(new Calibration.Draft("r-calibrated-2025", "id: r\n"));
    assertThat(audits.draft("h")).isEmpty();
    assertThat(audits.calibration("h")).isPresent();
    assertThat(audits.calibration("other")).isEmpty();
  }
}
