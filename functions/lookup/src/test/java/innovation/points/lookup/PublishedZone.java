package innovation.points.lookup;

import innovation.points.scoring.diagnostics.Robustness.Terms;
import innovation.points.scoring.diagnostics.finding.IndexAudit;
import innovation.points.scoring.diagnostics.sample.Sample;
import innovation.points.scoring.diagnostics.sample.Sampler;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.Source;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.Audits;
import innovation.points.store.audit.TrailReader;
import innovation.points.store.audit.TrailSealer;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.grants.Grants;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.names.NameLine;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.publication.RankingList;
import innovation.points.store.publication.Rankings;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.Manifest;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunChanges;
import innovation.points.store.run.RunClaim;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Detail;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RewardEntry;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoreStatus;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.scores.YearScorer;
import innovation.points.store.settings.BankList;
import innovation.points.store.settings.Holidays;
import innovation.points.store.settings.Setting;
import innovation.points.store.settings.SettingFile;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
import innovation.points.testkit.Approvals;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.ScoreRows;
import innovation.points.testkit.ZoneTables;
import innovation.points.web.time.OfficialTime;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables with results in them, written the way the yearly run writes them. */
final class PublishedZone {
  static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");

  final ZoneTables tables = new ZoneTables();
  final LookupSettings settings =
      new LookupSettings(tables.facts(), tables.scores(), tables.uploads())
          .at("https://points.example.gov.cn");

  static final Rulebook BUILT_IN = Rulebooks.named("xinxiang-2022-110");

  private Rulebook rulebook = BUILT_IN;
  private @Nullable LocalDate notice;
  final ScoresTable scores = new ScoresTable(client(), tables.scores());
  private final Rankings rankings = new Rankings(client(), tables.scores());
  private final FactsZone zone = new FactsZone(tables);

  DynamoDbClient client() {
    return tables.client();
  }

  FactsTable facts() {
    return zone.facts();
  }

  /** A scored enterprise; ranked unless its coverage is too low. */
  static ScoreRow scored(
      int year, int number, String name, String stage, String cluster, double total) {
    return row(
        card(year, number, name, ScoreStatus.SCORED, stage, total, List.of(), List.of()),
        cluster,
        0.93,
        List.of());
  }

  static ScoreRow excluded(int year, int number, String name) {
    return row(
        card(
            year, number, name, ScoreStatus.EXCLUDED, "growth", null, List.of("credit"), List.of()),
        "其他",
        null,
        List.of());
  }

  static ScoreRow incomplete(int year, int number, String name) {
    return row(
        card(year, number, name, ScoreStatus.INCOMPLETE, null, null, List.of(), List.of("revenue")),
        "其他",
        null,
        List.of());
  }

  /**
   * A scored enterprise with certificates.
   *
   * @param validTo until when, by kind
   */
  static ScoreRow certified(int year, int number, Map<String, String> validTo) {
    var certificates = new ArrayList<LineItem>();
    validTo.forEach(
        (kind, day) ->
            certificates.add(
                new LineItem(
                    year,
                    Map.of("kind", Value.of(kind), "validTo", Value.of(LocalDate.parse(day))),
                    new Source("uploads/science/qualifications/2025/a.csv", "v1", 2))));
    return withItems(year, number, 60, Map.of("qualifications", certificates));
  }

  /** A scored enterprise of which files say more than figures. */
  static ScoreRow withItems(int year, int number, double total, Map<String, List<LineItem>> items) {
    return ScoreRows.of(
        card(
            year, number, "企业" + number, ScoreStatus.SCORED, "growth", total, List.of(), List.of()),
        new ScoreRow.Listing("C34", "其他", "主园区", "07-32", 0.93),
        "ab".repeat(32),
        List.of(),
        NOON,
        items);
  }

  /** An item of a file of the year. */
  static LineItem item(int year, String source, String dataset, Map<String, Value> values) {
    return new LineItem(
        year,
        values,
        new Source("uploads/%s/%s/%d/a.csv".formatted(source, dataset, year), "v1", 2));
  }

  static ScoreRow rewarded(ScoreRow row, String yuan) {
    return row(
        row.card(),
        "生物医药",
        0.93,
        List.of(
            new RewardEntry("contracts", new BigDecimal(yuan), "技术合同成交额的 1%", List.of(fact()))));
  }

  /** The same in another park. */
  static ScoreRow inPark(ScoreRow row, String park) {
    return ScoreRows.of(
        row.card(),
        new ScoreRow.Listing(row.industry(), row.cluster(), park, row.grid(), row.coverage()),
        row.digest(),
        row.rewards(),
        NOON);
  }

  static ScoreRow uncovered(int year, int number, String name) {
    return row(
        card(year, number, name, ScoreStatus.SCORED, "growth", 31.5, List.of(), List.of()),
        "其他",
        0.5,
        List.of());
  }

  private static ScoreRow row(
      Card card, String cluster, @Nullable Double coverage, List<RewardEntry> rewards) {
    return ScoreRows.of(
        card,
        new ScoreRow.Listing("C34", cluster, "主园区", "07-32", coverage),
        "ab".repeat(32),
        rewards,
        NOON);
  }

  private static Card card(
      int year,
      int number,
      String name,
      ScoreStatus status,
      @Nullable String stage,
      @Nullable Double total,
      List<String> reasons,
      List<String> missing) {
    Map<String, Double> categories = null;
    if (total != null) {
      categories = new LinkedHashMap<>();
      categories.put("technology", 55.1);
      categories.put("growth", 70.02);
      categories.put("auxiliary", 61.4);
    }
    return new Card(
        FactsZone.uscc(number),
        name,
        year,
        null,
        status,
        stage,
        total,
        categories,
        null,
        null,
        null,
        "xinxiang-2022-110",
        reasons,
        missing);
  }

  private static Detail.FactUsed fact() {
    return new Detail.FactUsed(
        "rdExpense", Value.of(250), "uploads/tax/operations/2025/a.csv", "v1", 17);
  }

  /** Two years with a few enterprises of every kind, and a draft. */
  void publishSmall() {
    publish(2024, "g2024", List.of(scored(2024, 1, "新乡A科技有限公司", "startup", "生物医药", 40)));
    var rows =
        new ArrayList<>(
            List.of(
                rewarded(scored(2025, 1, "新乡A科技有限公司", "growth", "生物医药", 63.25), "55490.00"),
                scored(2025, 2, "=新乡B科技有限公司", "growth", "氢能", 63.25),
                scored(2025, 3, "新乡C药业", "growth", "生物医药", 50),
                scored(2025, 4, "新乡D药业", "growth", "生物医药", 70),
                scored(2025, 5, "新乡E装备", "mature", "高端装备制造", 80.5),
                excluded(2025, 101, "新乡X科技"),
                incomplete(2025, 102, "新乡Y科技"),
                uncovered(2025, 103, "新乡Z科技")));
    publish(2025, "g2025", rows);
    draft(List.of(scored(2025, 1, "新乡A科技有限公司", "growth", "生物医药", 64.5)));
  }

  Caller caller() {
    return new Caller(new LookupHandler(client(), InstantSource.fixed(NOON), settings));
  }

  /** Puts a file into the facts table: rows by enterprise, as an accepted upload would. */
  void file(String source, String dataset, int year, Map<Integer, Map<String, Value>> rows) {
    var version =
        new FileVersion(
            "uploads/%s/%s/%d/a.csv".formatted(source, dataset, year), "v" + year, NOON);
    zone.file(version, rows);
  }

  /** Scores enterprises from their facts, as the draft and the yearly run do. */
  List<ScoreRow> score(int year, int... numbers) {
    var scorer = new YearScorer(rulebook, RewardTerms.DEFAULT);
    var rows = new ArrayList<ScoreRow>();
    for (int number : numbers) {
      scorer
          .score(
              year,
              facts().read(FactsZone.uscc(number)),
              facts().zone().deliveries(),
              Map.of(),
              NOON)
          .ifPresent(assessed -> rows.add(assessed.row()));
    }
    return rows;
  }

  /** Stores the audit of a generation, made from the facts, as the yearly run does. */
  void audit(int year, String generation, int... numbers) {
    var scorer = new YearScorer(rulebook, RewardTerms.DEFAULT);
    var sampler = new Sampler(rulebook, 1000);
    for (int number : numbers) {
      scorer
          .score(
              year,
              facts().read(FactsZone.uscc(number)),
              facts().zone().deliveries(),
              Map.of(),
              NOON)
          .ifPresent(
              assessed -> {
                if (assessed.evaluation() instanceof Scored scored) {
                  sampler.add(scored);
                }
              });
    }
    Sample sample = sampler.sample();
    new Audits(client(), tables.scores())
        .write(generation, IndexAudit.of(sample, null, Terms.standard(sample.size())));
  }

  /** Scores and publishes by another rulebook from here on, as a run by it does. */
  void by(Rulebook other) {
    new StoredRulebooks(client(), tables.scores()).keep(other);
    rulebook = other;
  }

  /** Publishes with a notice period from here on. */
  void noticed(LocalDate until) {
    notice = until;
  }

  /** Sets the holidays of a year. */
  void holidays(int year, List<String> holidays, List<String> workdays) {
    set(SettingFile.holidays(year), new Holidays(year, holidays, workdays));
  }

  /** Admits banks. */
  void banks(BankList.Admitted... banks) {
    set(SettingFile.BANKS, new BankList(List.of(banks)));
  }

  private void set(SettingFile file, Object value) {
    var person = Approvals.PREPARES;
    var settings = new Settings(client(), tables.scores());
    settings.save(
        settings
            .find(file.key())
            .decided(new Setting.InForce(StoredJson.write(value), "v1", person, person, NOON)),
        List.of());
  }

  /** What enterprises have granted. */
  Grants grants() {
    return new Grants(client(), tables.scores());
  }

  /** Who read what, oldest first: after it was sealed. */
  List<String> trail() {
    new TrailSealer(client(), tables.scores(), InstantSource.fixed(NOON), OfficialTime.ZONE)
        .seal((_, _) -> {});
    return new TrailReader(client(), tables.scores())
        .list(null, null, _ -> true, 100, null).items().reversed().stream()
            .map(
                item ->
                    "%s %s %s %s"
                        .formatted(
                            item.person().name(), item.action(), item.object(), item.result()))
            .toList();
  }

  void draft(List<ScoreRow> rows) {
    scores.put(rows);
  }

  /** Writes a generation, and moves the year's pointer to it. */
  void publish(int year, String generation, List<ScoreRow> rows) {
    publish(year, generation, rows, NOON);
  }

  void publish(int year, String generation, List<ScoreRow> rows, Instant at) {
    var ranked = new ArrayList<ScoreRow>();
    var entries = new ArrayList<Ranking.Entry>();
    for (ScoreRow row : rows) {
      Double coverage = row.coverage();
      String stage = row.card().stage();
      Double total = row.card().total();
      if (coverage != null && coverage > 0.66 && stage != null && total != null) {
        ranked.add(row);
        entries.add(new Ranking.Entry(row.uscc(), stage, total));
      }
    }
    Ranking ranking = Ranking.of(entries);
    var shown = new ArrayList<RankingEntry>();
    var sizes = new TreeMap<String, Integer>();
    var written = new ArrayList<ScoreRow>();
    for (int place = 0; place < ranking.size(); place++) {
      int index = ranking.at(place);
      ScoreRow row = ranked.get(index);
      Ranking.Rank rank = ranking.rank(index);
      written.add(
          row.in(
              generation,
              new Rank(rank.overall(), rank.overallOf(), rank.stage(), rank.stageOf())));
      var entry = entry(row, entries.get(index), rank);
      shown.add(entry);
      RankingList.of(entry.stage(), entry.industry(), entry.cluster())
          .forEach(list -> sizes.merge(list.id(), 1, Integer::sum));
    }
    rows.stream()
        .filter(row -> !ranked.contains(row))
        .forEach(row -> written.add(row.in(generation, null)));
    scores.put(written);
    rankings.replace(generation, sizes, shown.iterator());
    index(generation, shown);
    point(year, generation, at, counts(rows, ranked.size(), sizes), rewards(rows));
  }

  /**
   * Publishes a ranking of entries that have no rows.
   *
   * @param entries in display order
   */
  void publishPages(
      int year, String generation, Map<String, Integer> sizes, Iterator<RankingEntry> entries) {
    rankings.replace(generation, sizes, entries);
    int all = sizes.getOrDefault(RankingList.ALL.id(), 0);
    var counts = new GenerationCounts(all, all, all, 0, 0, new TreeMap<>(), new TreeMap<>(sizes));
    point(year, generation, NOON, counts, rewards(List.of()));
  }

  /** Without pinyin, which runs add. */
  private void index(String generation, List<RankingEntry> entries) {
    var names = new HashMap<String, String>();
    entries.forEach(entry -> names.put(entry.uscc(), Objects.requireNonNullElse(entry.name(), "")));
    List<NameLine> lines = new ArrayList<>();
    names.forEach((uscc, name) -> lines.add(new NameLine(uscc, name, List.of())));
    var indexes = new NameIndexes(client(), tables.scores());
    indexes.assign(generation, indexes.write(NameIndexes.digest(names), lines));
  }

  private static RankingEntry entry(ScoreRow row, Ranking.Entry entry, Ranking.Rank rank) {
    return new RankingEntry(
        new RankingEntry.Place(rank.overall(), rank.stage()),
        row.uscc(),
        row.card().name(),
        entry.stage(),
        row.industry(),
        row.cluster(),
        row.park(),
        entry.total());
  }

  private static GenerationCounts counts(
      List<ScoreRow> rows, int ranked, SortedMap<String, Integer> sizes) {
    var byStatus = new HashMap<ScoreStatus, Integer>();
    rows.forEach(row -> byStatus.merge(row.status(), 1, Integer::sum));
    return new GenerationCounts(
        rows.size(),
        byStatus.getOrDefault(ScoreStatus.SCORED, 0),
        ranked,
        byStatus.getOrDefault(ScoreStatus.EXCLUDED, 0),
        byStatus.getOrDefault(ScoreStatus.INCOMPLETE, 0),
        new TreeMap<>(),
        sizes);
  }

  private static Manifest.Rewards rewards(List<ScoreRow> rows) {
    var kinds = new TreeMap<String, Manifest.Rewards.OfKind>();
    BigDecimal sum = BigDecimal.ZERO;
    int enterprises = 0;
    for (ScoreRow row : rows) {
      for (RewardEntry reward : row.rewards()) {
        var known =
            kinds.getOrDefault(reward.reward(), new Manifest.Rewards.OfKind(0, BigDecimal.ZERO));
        kinds.put(reward.reward(), known.and(reward.amount()));
      }
      enterprises += row.rewards().isEmpty() ? 0 : 1;
      sum = sum.add(row.rewardTotal());
    }
    return new Manifest.Rewards(enterprises, sum, kinds);
  }

  private void point(
      int year, String generation, Instant at, GenerationCounts counts, Manifest.Rewards rewards) {
    var runs = new Runs(client(), tables.scores());
    runs.order(
        Run.ordered(year, generation, new Run.Order(true, null, false, Approvals.PREPARES, at)));
    var held = (RunClaim.Held) runs.claim(year, generation, "test", at, at.plusSeconds(60));
    runs.begin(held.lease(), new Run.RulebookUsed(rulebook.id(), rulebook.digest()));
    runs.describe(
        held.lease(),
        new Manifest(
            new Manifest.Inputs(0, 0, "", Map.of()),
            new TreeMap<>(),
            rewards,
            new Manifest.Capacity(0, 0)));
    runs.complete(
        held.lease(), counts, new RunChanges(null, 0, 0, 0, 0, 0, List.of()), List.of(), null);
    Run run = runs.find(year, generation).orElseThrow();
    if (!new Publications(client(), tables.scores())
        .publish(held.lease(), run, notice, at, List.of(facts().publication(year, generation)))) {
      throw new IllegalStateException("not published: " + generation);
    }
  }
}
