package innovation.points.scoring.plan;

import innovation.points.scoring.RandomEnterprises;
import innovation.points.scoring.RandomEnterprises.Input;
import innovation.points.scoring.advice.Advice;
import innovation.points.scoring.advice.Advisor;
import innovation.points.scoring.advice.FieldRules;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.UsedFact;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.facts.YearFacts;
import innovation.points.scoring.ranking.Ranking;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;

/**
 * All that scoring says of a random zone, to the last bit and the last character, as a digest a
 * block of enterprises. The enterprises are those of {@link RandomEnterprises}, most of them
 * changed further: figures removed, zero, negative zero, negative, at a bound, just below it, and
 * huge.
 */
final class ZoneRecord {
  static final int BLOCK = 100;

  private static final double[] BOUNDS = {
    5, 10, 15, 25, 30, 35, 45, 200, 500, 1000, 2000, 5000, 6000, 10_000, 12_000, 20_000, 60_000
  };

  private final Rulebook rulebook;
  private final Scorer scorer;
  private final RewardRules rewards;
  private final Advisor advisor;
  private final RandomEnterprises enterprises;
  private final Random random;

  ZoneRecord(Rulebook rulebook, long seed) {
    this.rulebook = rulebook;
    this.scorer = new Scorer(rulebook);
    this.rewards = new RewardRules(rulebook);
    this.advisor = new Advisor(rulebook, new FieldRules(Set.of("staff", "techStaff"), Map.of()));
    this.random = new Random(seed);
    this.enterprises = new RandomEnterprises(random);
  }

  /** The digest of the next block. */
  String next() {
    StringBuilder text = new StringBuilder(1 << 20);
    List<Ranking.Entry> ranked = new ArrayList<>();
    for (int i = 0; i < BLOCK; i++) {
      Input one = enterprises.next("91410700R%09d".formatted(i));
      EnterpriseFacts facts = random.nextInt(4) == 0 ? one.facts() : changed(one.facts());
      var input =
          new ScoringInput(RandomEnterprises.YEAR, facts, one.deliveries(), one.published());
      Evaluation evaluation = scorer.score(input);
      write(evaluation, text);
      rewards
          .rewards(input.year(), facts, evaluation, RewardTerms.DEFAULT)
          .forEach(reward -> text.append(reward).append('\n'));
      if (evaluation instanceof Scored scored && scored.ranked()) {
        ranked.add(new Ranking.Entry(scored.uscc(), scored.stage(), scored.total()));
      }
      if (i % 4 == 0) {
        write(advisor.advise(input, (_, value) -> value > 10 ? 0.05 : 0.5), text);
      }
    }
    Ranking ranking = Ranking.of(ranked);
    for (int i = 0; i < ranked.size(); i++) {
      text.append(ranking.rank(i)).append('\n');
    }
    return digest(text);
  }

  private void write(Evaluation evaluation, StringBuilder text) {
    text.append(evaluation.uscc()).append(evaluation.unreported());
    switch (evaluation) {
      case Excluded excluded -> text.append(excluded.stage()).append(excluded.exclusions());
      case Incomplete one -> text.append(one.missing()).append(one.sentences());
      case Scored scored -> {
        text.append(scored.stage()).append(scored.ranked()).append(scored.categories());
        bits(scored.total(), text);
        bits(scored.weighted(), text);
        bits(scored.coverage(), text);
        bits(scored.deducted(), text);
        bits(scored.added(), text);
        bits(scored.decayFactor(), text);
        for (int c = 0; c < rulebook.categories().size(); c++) {
          bits(scored.category(c), text);
        }
        text.append(scored.deductions()).append(scored.bonus()).append(scored.decay());
        scored.indicators().forEach(one -> write(one, text));
        for (int i = 0; i < rulebook.indicators().size(); i++) {
          bits(scored.points(i), text);
          text.append(scored.outcome(i)).append(scored.value(i));
        }
      }
    }
    text.append('\n');
  }

  private static void write(IndicatorScore score, StringBuilder text) {
    text.append(score.id()).append(score.name()).append(score.unit()).append(score.category());
    text.append(score.outcome()).append(score.reason());
    bits(score.value() == null ? Double.NaN : score.value(), text);
    bits(score.points(), text);
    bits(score.fullPoints(), text);
    for (UsedFact used : score.from()) {
      text.append(used.field()).append(used.value()).append(used.source());
    }
  }

  private static void write(Advice advice, StringBuilder text) {
    text.append(advice.from()).append('\n');
    advice.steps().forEach(step -> text.append(step).append('\n'));
    advice.warnings().forEach(warning -> text.append(warning).append('\n'));
  }

  private static void bits(double number, StringBuilder text) {
    text.append(Long.toHexString(Double.doubleToLongBits(number))).append(' ');
  }

  private EnterpriseFacts changed(EnterpriseFacts facts) {
    Map<Integer, YearFacts> years = new HashMap<>();
    for (int year = RandomEnterprises.YEAR - 2; year <= RandomEnterprises.YEAR; year++) {
      if (facts.years().containsKey(year) && random.nextInt(8) > 0) {
        years.put(year, changed(facts.year(year)));
      }
    }
    Map<String, List<LineItem>> items = new HashMap<>(facts.items());
    if (random.nextInt(4) == 0) {
      items.remove("technology-contracts");
    }
    return new EnterpriseFacts(facts.uscc(), years, items);
  }

  private YearFacts changed(YearFacts year) {
    Map<String, Fact> facts = new HashMap<>();
    for (String field : year.facts().keySet().stream().sorted().toList()) {
      Fact fact = Objects.requireNonNull(year.facts().get(field));
      int what = random.nextInt(30);
      if (!(fact.value() instanceof Value.Amount(double amount))) {
        if (what != 0) {
          facts.put(field, fact);
        }
      } else if (what > 1) {
        facts.put(field, new Fact(Value.of(changed(amount, what)), fact.source()));
      }
    }
    return new YearFacts(facts, year.listed());
  }

  private double changed(double amount, int what) {
    double bound = BOUNDS[random.nextInt(BOUNDS.length)];
    return switch (what) {
      case 2 -> 0.0;
      case 3 -> -0.0;
      case 4 -> -Math.abs(amount) - 1;
      case 5, 6 -> bound;
      case 7 -> Math.nextDown(bound);
      case 8 -> Math.nextUp(bound);
      case 9 -> amount * 1e9;
      case 10 -> Double.MIN_VALUE;
      case 11 -> random.nextDouble();
      default -> amount;
    };
  }

  /** Of the text as it was recorded, before sources said whether they are verified. */
  private static String digest(CharSequence text) {
    try {
      byte[] all =
          text.toString().replace(", unverified=false]", "]").getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(all);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
