package innovation.points.acceptance.samplezone.coverage;

import innovation.points.acceptance.samplezone.GeneratedZone;
import innovation.points.acceptance.samplezone.enterprise.SampleItems;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.plan.Scorer;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.ranking.Ranking.Rank;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sample zone scored year by year, each with the stages of the years before. */
final class ScoredZone {
  private final Map<Integer, Map<String, Seen>> years = new HashMap<>();

  ScoredZone(ReadZone read) {
    var zone = GeneratedZone.draw();
    var rulebook = Rulebooks.named("xinxiang-2022-110");
    var scorer = new Scorer(rulebook);
    var rewards = new RewardRules(rulebook);
    var stages = new HashMap<String, Map<Integer, String>>();
    for (int year = SampleItems.FIRST_FILE_YEAR; year <= SampleItems.LAST_FILE_YEAR; year++) {
      var evaluations = new ArrayList<Evaluation>();
      for (EnterpriseFacts facts : read.facts().values()) {
        if (facts.year(year).listed().contains("enterprises")) {
          var known = Map.copyOf(stages.getOrDefault(facts.uscc(), Map.of()));
          evaluations.add(scorer.score(year, facts, read.deliveries(), known));
        }
      }
      Map<String, Rank> ranks = ranks(evaluations);
      var seen = new HashMap<String, Seen>();
      for (Evaluation evaluation : evaluations) {
        String uscc = evaluation.uscc();
        EnterpriseFacts facts = read.facts().getOrDefault(uscc, nothing(uscc));
        seen.put(
            uscc,
            new Seen(
                zone.of(uscc),
                year,
                evaluation,
                ranks.get(uscc),
                rewards.rewards(year, facts, evaluation, RewardTerms.DEFAULT)));
        if (evaluation instanceof Scored scored) {
          stages.computeIfAbsent(uscc, _ -> new HashMap<>()).put(year, scored.stage());
        }
      }
      years.put(year, seen);
    }
  }

  /** All enterprises on the roster of the year. */
  List<Seen> year(int year) {
    return List.copyOf(years.getOrDefault(year, Map.of()).values());
  }

  private static Map<String, Rank> ranks(List<Evaluation> evaluations) {
    var ranked =
        evaluations.stream()
            .filter(evaluation -> evaluation instanceof Scored scored && scored.ranked())
            .map(Scored.class::cast)
            .toList();
    Ranking ranking =
        Ranking.of(
            ranked.stream()
                .map(scored -> new Ranking.Entry(scored.uscc(), scored.stage(), scored.total()))
                .toList());
    var ranks = new HashMap<String, Rank>();
    for (int i = 0; i < ranked.size(); i++) {
      ranks.put(ranked.get(i).uscc(), ranking.rank(i));
    }
    return ranks;
  }

  private static EnterpriseFacts nothing(String uscc) {
    return new EnterpriseFacts(uscc, Map.of(), Map.of());
  }
}
