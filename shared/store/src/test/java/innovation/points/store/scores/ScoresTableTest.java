package innovation.points.store.scores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.scoring.facts.Fact;
import innovation.points.store.EmbeddedTables;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.RankingPage;
import innovation.points.store.publication.Rankings;
import innovation.points.store.scores.facts.FileNames;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredLists;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScoresTableTest {

  private static final Rank RANK = new Rank(1, 1, 1, 1);

  private final EmbeddedTables tables = new EmbeddedTables();
  private final ScoresTable scores = new ScoresTable(tables.client(), EmbeddedTables.SCORES);
  private final Rankings rankings = new Rankings(tables.client(), EmbeddedTables.SCORES);

  @AfterEach
  void close() {
    tables.close();
  }

  @Test
  void rowsComeBackAsTheyWereWritten() {
    var draft = Samples.row(1);
    var published = draft.in("g1", RANK);
    scores.put(List.of(draft, published));

    assertThat(scores.draft(2025, draft.uscc())).contains(draft);
    assertThat(scores.row("g1", draft.uscc())).contains(published);
    assertThat(scores.draft(2024, draft.uscc())).isEmpty();
    assertThat(scores.row("g2", draft.uscc())).isEmpty();
  }

  @Test
  void onlyRankedRowsHaveAPublicCard() {
    var ranked = Samples.row(1).in("g1", RANK);
    var unranked = Samples.row(2).in("g1", null);
    var excluded = Samples.row(Samples.excluded(Samples.uscc(3))).in("g1", null);
    scores.put(List.of(ranked, unranked, excluded));

    assertThat(scores.publicCard("g1", ranked.uscc())).contains(StoredJson.write(ranked.card()));
    assertThat(scores.publicCard("g1", unranked.uscc())).isEmpty();
    assertThat(scores.publicCard("g1", excluded.uscc())).isEmpty();
    assertThat(scores.publicCard("g1", Samples.uscc(4))).isEmpty();
  }

  @Test
  void pagesShowEveryRowOnceWhateverTheirSize() {
    var rows = IntStream.range(0, 60).mapToObj(n -> Samples.row(n).in("g1", RANK)).toList();
    scores.put(rows);

    for (int limit : List.of(1, 7, 59, 60, 200)) {
      assertThat(allRows(RowFilter.ALL, limit)).containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  @Test
  void filtersLetThroughWhatTheySay() {
    var growth = Samples.row(1).in("g1", RANK);
    var startup = Samples.row(Samples.scored(Samples.uscc(2), "startup", 1)).in("g1", RANK);
    var excluded = Samples.row(Samples.excluded(Samples.uscc(3))).in("g1", null);
    var known = Samples.row(Samples.scored(Samples.uscc(4), "growth", 2));
    var other =
        new ScoreRow(
                known.card(),
                new ScoreRow.Listing("C35", null, null, null, 1.0),
                known.digest(),
                known.facts(),
                List.of(),
                Samples.NOON,
                ScoreRow::detail)
            .in("g1", RANK);
    scores.put(List.of(growth, startup, excluded, other));

    assertThat(allRows(RowFilter.of(ScoreStatus.EXCLUDED, null), 2)).containsExactly(excluded);
    assertThat(allRows(RowFilter.of(ScoreStatus.SCORED, "startup"), 2)).containsExactly(startup);
    assertThat(allRows(RowFilter.REWARDED, 2)).containsExactlyInAnyOrder(growth, startup, excluded);
    assertThat(allRows(new RowFilter(null, null, "C35", null, false), 2)).containsExactly(other);
    assertThat(allRows(new RowFilter(null, "growth", null, "生物医药", false), 1))
        .containsExactlyInAnyOrder(growth, excluded);
  }

  @Test
  void stagesOfManyEnterprisesAndYearsLeaveOutThoseWithout() {
    var expected = new LinkedHashMap<String, Map<Integer, String>>();
    var rows = new ArrayList<ScoreRow>();
    for (int n = 0; n < 130; n++) {
      String stage = n % 2 == 0 ? "growth" : "mature";
      rows.add(Samples.row(Samples.scored(Samples.uscc(n), stage, n)).in("g1", RANK));
      expected.put(Samples.uscc(n), Map.of(2025, stage));
    }
    rows.add(Samples.row(Samples.scored(Samples.uscc(5), "startup", 1)).in("g0", RANK));
    expected.put(Samples.uscc(5), Map.of(2024, "startup", 2025, "mature"));
    scores.put(rows);
    var asked = new ArrayList<>(expected.keySet());
    asked.add(Samples.uscc(900));

    var found = new LinkedHashMap<String, Map<Integer, String>>();
    Map<String, EarlierResults> earlier = scores.earlier(Map.of(2024, "g0", 2025, "g1"), asked);
    earlier.forEach((uscc, results) -> found.put(uscc, results.stages()));
    assertThat(found).isEqualTo(expected);
    EarlierResults results = Objects.requireNonNull(earlier.get(Samples.uscc(5)));
    assertThat(results.result(2025)).isEqualTo(new Card.Before(5, RANK));
    assertThat(results.result(2023)).isNull();
    assertThat(scores.earlier(Map.of(), asked)).isEmpty();
  }

  @Test
  void whatWasNotPublicOfAYearIsNotShownBesideTheNext() {
    scores.put(
        List.of(
            Samples.row(Samples.scored(Samples.uscc(1), "growth", 50)).in("g1", null),
            Samples.row(Samples.excluded(Samples.uscc(2))).in("g1", null)));

    Map<String, EarlierResults> earlier =
        scores.earlier(Map.of(2025, "g1"), List.of(Samples.uscc(1), Samples.uscc(2)));

    assertThat(earlier.values()).allSatisfy(one -> assertThat(one.result(2025)).isNull());
    assertThat(earlier.values()).allSatisfy(one -> assertThat(one.stages()).hasSize(1));
  }

  @Test
  void deletedDraftsAreGoneAndOthersStay() {
    scores.put(List.of(Samples.row(1), Samples.row(2), Samples.row(1).in("g1", RANK)));

    scores.deleteDrafts(2025, List.of(Samples.uscc(1), Samples.uscc(7)));

    var left = new ArrayList<String>();
    scores.draftEnterprises(2025, left::addAll);
    assertThat(left).containsExactly(Samples.uscc(2));
    assertThat(scores.row("g1", Samples.uscc(1))).isPresent();
  }

  @Test
  void rankingsAreKeptInPagesThatReplaceTheFormerOnes() {
    var former = IntStream.range(0, 450).mapToObj(n -> entry(n, "growth", "氢能")).toList();
    rankings.replace(
        "g1",
        Map.of("all", 450, "stage=growth", 450, "industry=C34", 450, "cluster=氢能", 450),
        former.iterator());
    var entries =
        IntStream.range(0, 250).mapToObj(n -> entry(n, n < 3 ? "growth" : "mature", null)).toList();
    rankings.replace(
        "g1",
        Map.of("all", 250, "stage=growth", 3, "stage=mature", 247, "industry=C34", 250),
        entries.iterator());

    assertThat(rankings.count("g1")).isEqualTo(2 + 1 + 2 + 2);
    assertThat(rankings.all("g1", RankingList.ALL)).isEqualTo(entries);
    assertThat(rankings.page("g1", RankingList.ALL, 1))
        .contains(new RankingPage(1, 250, entries.subList(200, 250)));
    assertThat(rankings.page("g1", RankingList.ALL, 2)).isEmpty();
    assertThat(rankings.page("g1", RankingList.cluster("氢能"), 0)).isEmpty();
    assertThat(rankings.all("g1", RankingList.stage("growth"))).isEqualTo(entries.subList(0, 3));
  }

  @Test
  void moreEntriesThanTheListsSizeSaysAreRefused() {
    var entries = List.of(entry(0, "growth", null), entry(1, "growth", null));

    assertThatThrownBy(
            () ->
                rankings.replace(
                    "g1",
                    Map.of("all", 2, "stage=growth", 1, "industry=C34", 2),
                    entries.iterator()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected 1 entries of the list stage=growth, found more");
  }

  @Test
  void rowsOfAGenerationSayWhereFactsCameFromByTheFilesBesideThem() {
    var lists = new StoredLists(tables.client(), EmbeddedTables.SCORES);
    var row = Samples.row(1).in("g1", new Rank(1, 1, 1, 1));
    var other = new FileNames.Source("uploads/tax/operations/2025/0.csv", "v0");
    List<FileNames.Source> files = List.of(other, row.facts().files().getFirst());
    scores.put(List.of(row), FileNames.of(files));

    ScoreRow read = scores.row("g1", Samples.uscc(1)).orElseThrow();
    assertThatThrownBy(read::input)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("generation g1 does not list all files of a score");

    lists.replace("g1", FileNames.FILES, files.iterator());
    assertThat(read.input()).isEqualTo(row.input());
    assertThat(read.input().facts().year(2025).fact("rdExpense"))
        .isEqualTo(
            new Fact(
                Samples.fact().value(),
                new innovation.points.scoring.facts.Source(
                    Samples.fact().key(), Samples.fact().version(), 17)));
  }

  @Test
  void aScoreOfAnotherFormIsRefused() {
    var item = new HashMap<>(RowItems.write(Samples.row(1), null, card -> card));
    item.remove("form");
    tables.client().putItem(put -> put.tableName(EmbeddedTables.SCORES).item(item));

    assertThatThrownBy(() -> scores.draft(2025, Samples.uscc(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "expected a score of form 4, found form none: another build has written it; use that"
                + " build, or empty the scores table and have all years scored again");
  }

  @Test
  void aScoreThatDoesNotComeOutAgainIsReportedAndItsFiguresStand() {
    var reported = new ArrayList<ScoreRow>();
    var table = new ScoresTable(tables.client(), EmbeddedTables.SCORES, reported::add);
    table.put(List.of(Samples.row(1)));

    ScoreRow read = table.draft(2025, Samples.uscc(1)).orElseThrow();
    assertThat(read.detail().explanations())
        .containsExactly("本版本的程序不能复算出这份结果，所存的得分、排名不变；请联系系统管理员核对程序版本");
    assertThat(read.card().total()).isEqualTo(63.25);
    assertThat(reported).containsExactly(read);
  }

  private List<ScoreRow> allRows(RowFilter filter, int limit) {
    var rows = new ArrayList<ScoreRow>();
    String after = null;
    do {
      var page = scores.rows("g1", filter, limit, after);
      assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
      rows.addAll(page.items());
      after = page.next();
    } while (after != null);
    return rows;
  }

  private static RankingEntry entry(int n, String stage, @Nullable String cluster) {
    return new RankingEntry(
        new RankingEntry.Place(n + 1, n + 1),
        Samples.uscc(n),
        null,
        stage,
        "C34",
        cluster,
        null,
        90);
  }
}
