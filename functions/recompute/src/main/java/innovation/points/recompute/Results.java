package innovation.points.recompute;

import innovation.points.scoring.Ranking;
import innovation.points.scoring.Reward;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Counts;
import innovation.points.store.scores.Manifest;
import innovation.points.store.scores.Manifest.Rewards.OfKind;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RankingEntry;
import innovation.points.store.scores.RankingList;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.Status;
import innovation.points.store.scores.YearScorer.Assessed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept in memory of every enterprise of a run: what ranking, counting and the ranking lists
 * need, no traces. Filled by several threads, then ranked, then read.
 */
final class Results {

  private final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
  private final SortedMap<String, SortedMap<String, Integer>> stages = new TreeMap<>();
  private final SortedMap<String, OfKind> rewards = new TreeMap<>();
  private final List<String> usccs = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final GenerationAudit audit;
  private int rewarded;
  private @Nullable Ranked ranked;

  Results(GenerationAudit audit) {
    this.audit = audit;
  }

  /** One that is to be ranked. */
  private record Candidate(
      String uscc,
      @Nullable String name,
      String stage,
      double total,
      @Nullable String industry,
      @Nullable String cluster) {}

  /**
   * Everybody's place.
   *
   * @param ranks by enterprise
   * @param entries in display order
   */
  private record Ranked(Map<String, Rank> ranks, List<RankingEntry> entries) {}

  void add(Assessed assessed) {
    audit.add(assessed.evaluation());
    keep(assessed);
  }

  private synchronized void keep(Assessed assessed) {
    ScoreRow row = assessed.row();
    statuses.merge(row.status(), 1, Integer::sum);
    String known = row.card().stage();
    stages
        .computeIfAbsent(row.status().id(), _ -> new TreeMap<>())
        .merge(known == null ? Manifest.UNKNOWN_STAGE : known, 1, Integer::sum);
    usccs.add(row.uscc());
    add(assessed.rewards());
    if (assessed.ranks()) {
      Card card = row.card();
      candidates.add(
          new Candidate(
              card.uscc(),
              card.name(),
              Objects.requireNonNull(card.stage(), "a scored enterprise has a stage"),
              Objects.requireNonNull(card.total(), "a scored enterprise has a total"),
              row.industry(),
              row.cluster()));
    }
  }

  /** What is audited of them. */
  GenerationAudit audit() {
    return audit;
  }

  /** How many enterprises are on the roster. */
  synchronized int size() {
    return usccs.size();
  }

  synchronized List<String> usccs() {
    return List.copyOf(usccs);
  }

  /** The rank of an enterprise; null where it is not ranked. */
  @Nullable Rank rank(String uscc) {
    return ranked().ranks().get(uscc);
  }

  /** All that are ranked, in display order. */
  List<RankingEntry> entries() {
    return ranked().entries();
  }

  /** The ranking lists, each in display order. */
  Map<RankingList, List<RankingEntry>> lists() {
    var lists = new LinkedHashMap<RankingList, List<RankingEntry>>();
    for (RankingEntry entry : entries()) {
      add(lists, RankingList.ALL, entry);
      add(lists, RankingList.stage(entry.stage()), entry);
      if (entry.industry() != null) {
        add(lists, RankingList.industry(entry.industry()), entry);
      }
      if (entry.cluster() != null) {
        add(lists, RankingList.cluster(entry.cluster()), entry);
      }
    }
    return lists;
  }

  private void add(List<Reward> earned) {
    if (!earned.isEmpty()) {
      rewarded++;
    }
    for (Reward reward : earned) {
      OfKind known = rewards.getOrDefault(reward.reward(), new OfKind(0, BigDecimal.ZERO));
      rewards.put(reward.reward(), known.and(reward.amount()));
    }
  }

  /** What the rewards come to. */
  synchronized Manifest.Rewards rewards() {
    BigDecimal sum =
        rewards.values().stream().map(OfKind::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Manifest.Rewards(rewarded, sum, rewards);
  }

  /** How many enterprises by status, and in it by stage. */
  synchronized SortedMap<String, SortedMap<String, Integer>> statuses() {
    return stages;
  }

  Counts counts() {
    var byStage = new HashMap<String, Integer>();
    var lists = new HashMap<String, Integer>();
    entries().forEach(entry -> byStage.merge(entry.stage(), 1, Integer::sum));
    lists().forEach((list, entries) -> lists.put(list.id(), entries.size()));
    return new Counts(
        size(),
        statuses.getOrDefault(Status.SCORED, 0),
        entries().size(),
        statuses.getOrDefault(Status.EXCLUDED, 0),
        statuses.getOrDefault(Status.INCOMPLETE, 0),
        byStage,
        lists);
  }

  private static void add(
      Map<RankingList, List<RankingEntry>> lists, RankingList list, RankingEntry entry) {
    lists.computeIfAbsent(list, _ -> new ArrayList<>()).add(entry);
  }

  private synchronized Ranked ranked() {
    Ranked known = ranked;
    if (known == null) {
      known = rank(candidates);
      ranked = known;
    }
    return known;
  }

  private static Ranked rank(List<Candidate> candidates) {
    var ranking =
        Ranking.of(
            candidates.stream().map(Candidate::uscc).toArray(String[]::new),
            candidates.stream().map(Candidate::stage).toArray(String[]::new),
            candidates.stream().mapToDouble(Candidate::total).toArray());
    var ranks = HashMap.<String, Rank>newHashMap(candidates.size());
    var entries = new ArrayList<RankingEntry>(candidates.size());
    for (int place = 0; place < ranking.size(); place++) {
      int index = ranking.at(place);
      Candidate candidate = candidates.get(index);
      Ranking.Rank rank = ranking.rank(index);
      ranks.put(
          candidate.uscc(),
          new Rank(rank.overall(), rank.overallOf(), rank.stage(), rank.stageOf()));
      entries.add(
          new RankingEntry(
              new RankingEntry.Place(rank.overall(), rank.stage()),
              candidate.uscc(),
              candidate.name(),
              candidate.stage(),
              candidate.industry(),
              candidate.cluster(),
              candidate.total()));
    }
    return new Ranked(ranks, entries);
  }
}
