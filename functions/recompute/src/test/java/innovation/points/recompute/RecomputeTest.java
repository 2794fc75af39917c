package innovation.points.recompute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.scoring.facts.Value;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunStatus;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.FaultyClient.When;
import innovation.points.web.log.FaultException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecomputeTest {

  private final RecomputeBench bench = new RecomputeBench();

  @Test
  void scoresRanksAndPublishesAYear() {
    fill(2025, 6);

    String run = bench.publish(2025);

    assertThat(bench.published(2025)).isEqualTo(run);
    assertThat(bench.zone.facts().zone().published()).containsEntry(2025, run);
    var rows = bench.rows(run);
    assertThat(rows.keySet())
        .containsExactly(
            FactsZone.uscc(1),
            FactsZone.uscc(2),
            FactsZone.uscc(3),
            FactsZone.uscc(4),
            FactsZone.uscc(5),
            FactsZone.uscc(6));
    assertThat(rows.values())
        .allSatisfy(
            row -> {
              assertThat(row.card().generation()).isEqualTo(run);
              assertThat(row.status()).isEqualTo(ScoreStatus.SCORED);
              assertThat(row.edition()).isEqualTo("published");
              assertThat(row.detail().indicators()).hasSize(35);
            });
    var ranking = bench.rankings.all(run, RankingList.ALL);
    assertThat(ranking).extracting(RankingEntry::uscc).containsExactlyElementsOf(byTotal(run));
    assertThat(bench.row(run, ranking.getFirst().uscc()).card().rank())
        .isEqualTo(new Rank(1, 6, 1, 6));
    assertThat(bench.publications.of(2025).orElseThrow().counts())
        .isEqualTo(
            new GenerationCounts(
                6,
                6,
                6,
                0,
                0,
                Map.of("growth", 6),
                Map.of(
                    "all",
                    6,
                    "stage=growth",
                    6,
                    "industry=C27",
                    3,
                    "industry=C34",
                    3,
                    "cluster=氢能",
                    2,
                    "cluster=生物医药",
                    4)));
    assertThat(bench.rankings.all(run, RankingList.cluster("氢能"))).hasSize(2);
    var done = bench.run(2025, run);
    assertThat(done.status()).isEqualTo(RunStatus.PUBLISHED);
    assertThat(done.attempts()).isEqualTo(1);
    assertThat(done.changes()).isEqualTo(new RunChanges(null, 6, 0, 0, 0, 0, List.of()));
  }

  @Test
  void onlyThoseOnTheRosterAreEvaluated() {
    fill(2025, 3);
    bench.zone.revenue(2025, 9, 500);
    bench.zone.roster(2024, 8);

    assertThat(bench.rows(bench.publish(2025)).keySet())
        .containsExactly(FactsZone.uscc(1), FactsZone.uscc(2), FactsZone.uscc(3));
  }

  @Test
  void whoIsExcludedIncompleteOrLittleKnownIsNotRankedAndNotPublic() {
    fill(2025, 2);
    bench.zone.put(
        "credit", 2025, 2, Map.of("abnormal", Value.of(true), "dishonest", Value.of(false)));
    bench.zone.roster(2025, 3);
    bench.zone.roster(2025, 4);
    bench.zone.revenue(2025, 4, 10);

    String run = bench.publish(2025);

    assertThat(bench.row(run, FactsZone.uscc(2)).card().reasons()).containsExactly("credit");
    assertThat(bench.row(run, FactsZone.uscc(3)).card().missing()).containsExactly("revenue");
    assertThat(bench.row(run, FactsZone.uscc(4)).status()).isEqualTo(ScoreStatus.SCORED);
    assertThat(bench.row(run, FactsZone.uscc(4)).coverage()).isLessThan(2.0 / 3);
    assertThat(bench.scores.publicCard(run, FactsZone.uscc(1))).isPresent();
    for (int number : List.of(2, 3, 4)) {
      assertThat(bench.row(run, FactsZone.uscc(number)).ranked()).isFalse();
      assertThat(bench.scores.publicCard(run, FactsZone.uscc(number))).isEmpty();
    }
    assertThat(bench.rankings.all(run, RankingList.ALL)).hasSize(1);
    var counts = bench.publications.of(2025).orElseThrow().counts();
    assertThat(List.of(counts.enterprises(), counts.scored(), counts.ranked()))
        .isEqualTo(List.of(4, 2, 1));
    assertThat(List.of(counts.excluded(), counts.incomplete())).isEqualTo(List.of(1, 1));
  }

  @Test
  void aPublishedStageOfTheYearBeforeOutranksWhatTheFactsSayNow() {
    fill(2024, 1);
    fill(2025, 1);
    bench.zone.revenue(2024, 1, 20_000);
    bench.publish(2024);
    bench.zone.revenue(2024, 1, 900);

    String run = bench.publish(2025);

    assertThat(bench.row(run, FactsZone.uscc(1)).detail().decay())
        .extracting(decay -> decay.rule() + " " + decay.factor())
        .containsExactly("growth-stay 0.9", "downgrade 0.7");
  }

  @Test
  void correctingLastYearsFactsFeedsGrowthAndRewritesNothingOfLastYear() {
    fill(2024, 3);
    fill(2025, 3);
    String last = bench.publish(2024);
    var rows = bench.rows(last);
    var ranking = bench.rankings.all(last, RankingList.ALL);
    var pointer = bench.publications.of(2024);
    bench.zone.correct("operations", 2024, 1, "v2", Map.of("revenue", Value.of(268.5)));

    String run = bench.publish(2025);

    assertThat(bench.rows(last)).isEqualTo(rows);
    assertThat(bench.rankings.all(last, RankingList.ALL)).isEqualTo(ranking);
    assertThat(bench.publications.of(2024)).isEqualTo(pointer);
    // 537 after 268.5: the corrected figure is the base.
    assertThat(bench.row(run, FactsZone.uscc(1)).detail().indicators())
        .filteredOn(indicator -> indicator.id().equals("2.3"))
        .extracting(indicator -> indicator.value())
        .containsExactly(100.0);
  }

  @Test
  void aCandidateIsCompleteButNotPublished() {
    fill(2025, 3);
    String first = bench.publish(2025);
    bench.zone.revenue(2025, 2, 12_000);

    String candidate = bench.order(2025, false);
    bench.stream(bench.handler(), 2025, candidate);

    assertThat(bench.published(2025)).isEqualTo(first);
    var run = bench.run(2025, candidate);
    assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(run.finishedAt()).isNotNull();
    assertThat(bench.rows(candidate)).hasSize(3);
  }

  @Test
  void aDryRunComparesAndWritesNothing() {
    fill(2025, 3);
    String first = bench.publish(2025);
    bench.zone.revenue(2025, 2, 12_000);
    bench.zone.strike(2025, 3);
    fillOne(2025, 4);

    String dry = bench.order(2025, true, true);
    bench.stream(bench.handler(), 2025, dry);

    var run = bench.run(2025, dry);
    assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(run.publishable()).isFalse();
    assertThat(run.counts()).isNotNull();
    var changes = run.changes();
    assertThat(changes).isNotNull();
    assertThat(List.of(changes.entered(), changes.left(), changes.stageMoved()))
        .isEqualTo(List.of(1, 1, 1));
    assertThat(changes.against()).isEqualTo(first);
    assertThat(changes.moves())
        .extracting(RunChanges.Move::uscc)
        .contains(FactsZone.uscc(2), FactsZone.uscc(3), FactsZone.uscc(4));
    assertThat(bench.rows(dry)).isEmpty();
    assertThat(bench.rankings.count(dry)).isZero();
    assertThat(bench.published(2025)).isEqualTo(first);
  }

  @Test
  void aRunThatIsOverIsNotDoneAgain() {
    fill(2025, 2);
    String run = bench.publish(2025);
    var before = bench.rows(run);
    bench.zone.revenue(2025, 1, 1999);

    var counting = FaultyClient.counting();
    bench.stream(bench.handler(counting.of(bench.tables.client())), 2025, run);

    assertThat(counting.calls()).isEqualTo(2);
    assertThat(bench.rows(run)).isEqualTo(before);
  }

  @Test
  void aRunNobodyOrderedIsNoFault() {
    bench.stream(bench.handler(), 2025, "2025-20260401T000000.000Z-unknown");

    assertThat(bench.published(2025)).isNull();
  }

  @Test
  void withoutARosterTheRunFailsForGood() {
    String run = bench.order(2025, true);

    bench.stream(bench.handler(), 2025, run);

    var failed = bench.run(2025, run);
    assertThat(failed.status()).isEqualTo(RunStatus.FAILED);
    assertThat(failed.failure()).isEqualTo("没有可评价的企业：2025 年度的企业名录（enterprises）尚未入库");
    assertThat(failed.finishedAt()).isNotNull();
    assertThat(bench.published(2025)).isNull();
  }

  @Test
  void withoutRulesInEffectTheRunFailsForGood() {
    fill(2019, 1);
    String run = bench.order(2019, true);

    bench.stream(bench.handler(), 2019, run);

    assertThat(bench.run(2019, run).failure()).isEqualTo("没有在 2019 年 12 月 31 日已施行的规则");
  }

  @Test
  void aFaultIsToldAndTheStreamShowsTheRunAgain() {
    fill(2025, 2);
    String run = bench.order(2025, true);
    var dying = FaultyClient.dyingAt(8, When.BEFORE);

    assertThatThrownBy(
            () -> bench.stream(bench.handler(dying.of(bench.tables.client())), 2025, run))
        .isInstanceOf(FaultException.class)
        .hasMessage(FaultyClient.Died.class.getName());
    bench.pass(Duration.ofMinutes(16));
    bench.stream(bench.handler(), 2025, run);

    assertThat(bench.published(2025)).isEqualTo(run);
    assertThat(bench.run(2025, run).attempts()).isEqualTo(2);
  }

  @Test
  void anOlderRunThatEndsLaterDoesNotReplaceANewerOne() {
    fill(2025, 2);
    String older = bench.order(2025, true);
    String newer = bench.publish(2025);

    bench.stream(bench.handler(), 2025, older);

    assertThat(bench.published(2025)).isEqualTo(newer);
    var run = bench.run(2025, older);
    assertThat(run.status()).isEqualTo(RunStatus.COMPLETE);
    assertThat(run.note()).isEqualTo("发布前已有更新的结果，或区科学技术局另有决定，本次结果未自动发布；可在核对后指定发布");
  }

  @Test
  void rowsOfEarlierAttemptsAreTakenOut() {
    fill(2025, 3);
    String run = bench.order(2025, true);
    var dying = FaultyClient.dyingAt(21, When.AFTER);
    assertThatThrownBy(
            () -> bench.stream(bench.handler(dying.of(bench.tables.client())), 2025, run))
        .isInstanceOf(FaultException.class)
        .hasMessage(FaultyClient.Died.class.getName());
    assertThat(bench.rows(run)).as("rows of the attempt that died").hasSize(3);
    bench.zone.strike(2025, 3);
    bench.pass(Duration.ofMinutes(16));

    bench.stream(bench.handler(), 2025, run);

    assertThat(bench.rows(run).keySet()).containsExactly(FactsZone.uscc(1), FactsZone.uscc(2));
    assertThat(bench.publications.of(2025).orElseThrow().counts().enterprises()).isEqualTo(2);
  }

  private void fill(int year, int enterprises) {
    bench.zone.known(year, enterprises);
  }

  /** An enterprise in its growth stage of which enough is known. */
  private void fillOne(int year, int number) {
    bench.zone.known(year, number, LocalDate.of(2015, 6, 1));
  }

  private List<String> byTotal(String generation) {
    return bench.rows(generation).values().stream()
        .sorted(
            (a, b) -> {
              int byTotal = Double.compare(total(b), total(a));
              return byTotal != 0 ? byTotal : a.uscc().compareTo(b.uscc());
            })
        .map(row -> row.uscc())
        .toList();
  }

  private static double total(ScoreRow row) {
    Double total = row.card().total();
    return total == null ? 0 : total;
  }
}
