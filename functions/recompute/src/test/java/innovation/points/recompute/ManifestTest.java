package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.scoring.facts.Value;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Manifest.Input;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunChanges.Kind;
import innovation.points.store.run.RunChanges.Move;
import innovation.points.store.table.StoredLists;
import innovation.points.testkit.FactsZone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a run says of itself: what it was made of, what it cost, what it changes and why. */
class ManifestTest {

  private static final String RUNS = "/v1/years/2025/recomputations";
  private static final LocalDate TEN_YEARS_OLD = LocalDate.of(2015, 6, 1);

  private final RecomputeBench bench = new RecomputeBench();
  private final StoredLists lists = new StoredLists(bench.tables.client(), bench.tables.scores());

  @Test
  void namesTheVersionsOfFilesThatWereScored() {
    bench.zone.known(2025, 3);
    bench.zone.revenue(2024, 1, 400);
    // Counts for nobody in 2025: the figures of a later year, and contracts of another.
    bench.zone.revenue(2026, 1, 800);
    bench.zone.put("technology-contracts", 2024, 1, contract());
    bench.zone.put("innovation-records", 2026, 1, Map.of("record", Value.of("r")));
    // Not on the roster: nothing of it is scored.
    bench.zone.put("credit", 2025, 9, Map.of("abnormal", Value.of(false)));
    bench.zone.deliver("operations", 2025);
    bench.zone.deliver("operations", 2024);

    String run = bench.publish(2025);

    List<Input> inputs = lists.read(run, Manifest.INPUTS, 100, null).items();
    assertThat(inputs)
        .extracting(Input::key)
        .containsExactly(
            "uploads/commerce/trade/2025/all.csv",
            "uploads/finance/investment/2025/all.csv",
            "uploads/hr/workforce/2025/all.csv",
            "uploads/market/intellectual-property/2025/all.csv",
            "uploads/science/enterprises/2025/all.csv",
            "uploads/science/innovation-records/2026/all.csv",
            "uploads/tax/operations/2024/all.csv",
            "uploads/tax/operations/2025/all.csv");
    assertThat(inputs.getLast())
        .isEqualTo(
            new Input(
                "uploads/tax/operations/2025/all.csv",
                "v1",
                Instant.parse("2026-01-02T00:00:00Z"),
                3,
                3));
    Manifest.Inputs summary = manifest(run).inputs();
    assertThat(summary.files()).isEqualTo(8);
    assertThat(summary.rows()).isEqualTo(6 * 3 + 2);
    assertThat(summary.delivered())
        .isEqualTo(Map.of(2024, List.of("operations"), 2025, List.of("operations")));
  }

  @Test
  void theSameInputsHaveTheSameDigestAndOthersAnother() {
    bench.zone.known(2025, 2);
    String first = bench.publish(2025);
    String second = bench.publish(2025);
    bench.zone.revenue(2024, 1, 400);
    String third = bench.publish(2025);

    assertThat(manifest(second).inputs().digest())
        .isEqualTo(manifest(first).inputs().digest())
        .matches("[0-9a-f]{64}")
        .isNotEqualTo(manifest(third).inputs().digest());
  }

  @Test
  void countsByStatusAndStageAndSaysWhatItConsumed() {
    bench.zone.known(2025, 2);
    bench.zone.revenue(2025, 2, 12_000);
    bench.zone.roster(2025, 3);
    bench.zone.known(2025, 4, TEN_YEARS_OLD);
    bench.zone.put(
        "credit", 2025, 4, Map.of("abnormal", Value.of(true), "dishonest", Value.of(false)));

    Manifest manifest = manifest(bench.publish(2025));

    assertThat(manifest.statuses())
        .isEqualTo(
            Map.of(
                "scored", Map.of("growth", 1, "mature", 1),
                "excluded", Map.of("growth", 1),
                "incomplete", Map.of("unknown", 1)));
    assertThat(manifest.capacity().read()).isBetween(1.0, 100.0);
    // At least one unit a row and a page.
    assertThat(manifest.capacity().write()).isBetween(4.0, 100.0);
  }

  @Test
  void saysWhyEachEnterpriseMoved() {
    bench.zone.known(2025, 4);
    bench.publish(2025);
    bench.zone.correct("operations", 2025, 1, "v2", Map.of("revenue", Value.of(12_000)));
    bench.zone.strike(2025, 2);
    bench.zone.put(
        "credit", 2025, 3, Map.of("abnormal", Value.of(true), "dishonest", Value.of(false)));
    bench.zone.known(2025, 5, TEN_YEARS_OLD);

    String run = bench.publish(2025);
    Map<String, Move> moves = moves(run);

    assertThat(move(moves, 2).kinds()).containsExactly(Kind.LEFT);
    assertThat(texts(move(moves, 2))).containsExactly("已不在本年度企业名录中");
    assertThat(texts(move(moves, 5))).containsExactly("新列入本年度企业名录");
    assertThat(move(moves, 3).kinds()).containsExactly(Kind.LEFT);
    assertThat(texts(move(moves, 3)))
        .containsExactly("由“已评分”变为“不纳入积分管理：列入经营异常名录，不纳入积分管理”", "不再有：处于成长期，成立已满 10 年，乘以 0.9");
    assertThat(move(moves, 3).reasons().getFirst().facts())
        .extracting(fact -> fact.field())
        .containsExactly("abnormal");
    assertThat(Objects.requireNonNull(bench.run(2025, run).changes()).moves())
        .as("in the run itself")
        .hasSize(4)
        .allSatisfy(
            brief -> {
              assertThat(brief.reasons()).hasSizeBetween(1, 3);
              assertThat(brief.reasons()).allMatch(reason -> reason.facts().isEmpty());
            });
    Move moved = move(moves, 1);
    assertThat(moved.kinds()).contains(Kind.STAGE, Kind.TOTAL);
    assertThat(texts(moved))
        .contains("阶段由成长期变为成熟期", "不再有：处于成长期，成立已满 10 年，乘以 0.9")
        .anySatisfy(
            text -> assertThat(text).startsWith("营业收入（2.2）由 537 万元变为 12000 万元，得分由 3.22 变为 "));
    var revenue =
        moved.reasons().stream()
            .filter(reason -> "2.2".equals(reason.id()))
            .findFirst()
            .orElseThrow()
            .facts()
            .getFirst();
    assertThat(List.of(revenue.field(), version(revenue.before()), version(revenue.after())))
        .containsExactly("revenue", "v1 537.0", "v2 12000.0");
  }

  @Test
  void whoOnlyMadeRoomForOthersIsTold() {
    bench.zone.known(2025, 3);
    bench.publish(2025);
    // The last becomes the first.
    bench.zone.correct("operations", 2025, 1, "v2", Map.of("revenue", Value.of(1_999)));
    bench.zone.correct("workforce", 2025, 1, "v2", Map.of("techStaff", Value.of(41)));

    var run =
        bench.call(
            "POST",
            RUNS,
            "{\"publish\":false,\"rankMoved\":0,\"totalMoved\":0.5}",
            RecomputeBench.BUREAU);
    String id = run.body().path("id").asText();
    bench.stream(bench.handler(), 2025, id);

    Map<String, Move> moves = moves(id);
    assertThat(texts(move(moves, 2))).containsExactly("本企业结果未变，名次随其他企业变动");
    assertThat(move(moves, 2).kinds()).containsExactly(Kind.RANK);
    assertThat(run.body().path("thresholds").toString()).isEqualTo("{\"rank\":0,\"total\":0.5}");
  }

  @Test
  void smallMovesAreNotListed() {
    bench.zone.known(2025, 3);
    bench.publish(2025);
    bench.zone.correct("trade", 2025, 1, "v2", Map.of("exports", Value.of(3)));

    String run = bench.publish(2025);

    assertThat(moves(run)).isEmpty();
    assertThat(bench.run(2025, run).changes())
        .isEqualTo(
            new RunChanges(
                Objects.requireNonNull(bench.run(2025, run).changes()).against(),
                0,
                0,
                0,
                0,
                0,
                List.of()));
  }

  @Test
  void aLongListIsReadInPartsAndTheRunStaysSmall() {
    bench.zone.known(2025, 230);
    bench.publish(2025);
    for (int number = 1; number <= 230; number++) {
      bench.zone.strike(2025, number);
    }
    bench.zone.known(2025, 231, TEN_YEARS_OLD);

    String id = bench.publish(2025);

    JsonNode run = get(RUNS + "/" + id);
    assertThat(run.path("changes").path("left").asInt()).isEqualTo(230);
    assertThat(run.path("changes").path("moves")).hasSize(RunChanges.FIRST);
    assertThat(get(RUNS).path("items").path(0).path("changes").path("moves")).isEmpty();
    var seen = new ArrayList<String>();
    String query = "?limit=100";
    while (!query.isEmpty()) {
      JsonNode page = get(RUNS + "/" + id + "/changes" + query);
      page.path("items").forEach(move -> seen.add(move.path("uscc").asText()));
      query = page.has("nextCursor") ? "?limit=100&cursor=" + page.path("nextCursor").asText() : "";
    }
    assertThat(seen).hasSize(231).doesNotHaveDuplicates();
  }

  @Test
  void theListsAreFilesToo() {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    bench.zone.strike(2025, 2);
    String id = bench.publish(2025);

    assertThat(bench.file(RUNS + "/" + id + "/changes?format=csv"))
        .isEqualTo(
            "\uFEFF统一社会信用代码,企业名称,变动,原状态,原总排名,原阶段,原总分,现状态,现总排名,现阶段,现总分,原因\r\n"
                + "914107000000000002,新乡市测2有限公司,退出排名,已评分,1,growth,%s,,,,,已不在本年度企业名录中\r\n"
                    .formatted(total(id)));
    assertThat(bench.file(RUNS + "/" + id + "/inputs?format=csv"))
        .startsWith("\uFEFF文件,版本,上传时间,计入的行数,涉及的企业数\r\nuploads/commerce/trade/2025/all.csv,v1,");
  }

  @Test
  void anUnknownRunHasNoLists() {
    assertThat(
            bench
                .call("GET", RUNS + "/x/changes", null, RecomputeBench.BUREAU)
                .body()
                .path("detail"))
        .hasToString("\"2025 年度没有这次计算\"");
  }

  private String total(String id) {
    return get(RUNS + "/" + id + "/changes")
        .path("items")
        .path(0)
        .path("before")
        .path("total")
        .asText();
  }

  private Manifest manifest(String run) {
    return Objects.requireNonNull(bench.run(2025, run).manifest());
  }

  private Map<String, Move> moves(String run) {
    var moves = new java.util.HashMap<String, Move>();
    lists.read(run, RunChanges.MOVES, 1_000, null).items().forEach(m -> moves.put(m.uscc(), m));
    return moves;
  }

  private static Move move(Map<String, Move> moves, int number) {
    return Objects.requireNonNull(moves.get(FactsZone.uscc(number)), "enterprise " + number);
  }

  private static List<String> texts(Move move) {
    return move.reasons().stream().map(reason -> reason.text()).toList();
  }

  private static String version(
      innovation.points.store.scores.Detail.@org.jspecify.annotations.Nullable FactUsed fact) {
    return fact == null ? "none" : fact.version() + " " + ((Value.Amount) fact.value()).amount();
  }

  private static Map<String, Value> contract() {
    return Map.of(
        "contract", Value.of("c"),
        "kind", Value.of("技术开发"),
        "amount", Value.of(100),
        "university", Value.of(false));
  }

  private JsonNode get(String path) {
    return bench.call("GET", path, null, RecomputeBench.BUREAU).body();
  }
}
