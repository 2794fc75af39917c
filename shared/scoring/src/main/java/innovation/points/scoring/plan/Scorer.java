package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.result.Bonus;
import innovation.points.scoring.result.Decay;
import innovation.points.scoring.result.Deduction;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.IndicatorScore;
import innovation.points.scoring.result.Outcome;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Evaluates enterprises by one rulebook. A pure function: the same facts give the same evaluation
 * on any machine. Thread-safe.
 */
public final class Scorer {
  private final Rulebook rulebook;
  private final Stages stages;
  private final NegativeList negativeList;
  private final BonusTable bonus;
  private final DecayTable decay;
  private final Measure[] measures;
  private final Points[] points;
  private final double[] full;
  private final int[] category;
  private final double[][] weights;
  private final CoverageShares coverage;

  public Scorer(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.stages = new Stages(rulebook);
    this.negativeList = new NegativeList(rulebook);
    this.bonus = new BonusTable(rulebook);
    this.decay = new DecayTable(rulebook, stages);
    this.coverage = new CoverageShares(rulebook);
    List<Indicator> indicators = rulebook.indicators();
    List<String> categories = rulebook.categories().stream().map(Category::id).toList();
    this.measures = indicators.stream().map(i -> Measure.of(i.formula())).toArray(Measure[]::new);
    this.points = indicators.stream().map(i -> new Points(i, rulebook)).toArray(Points[]::new);
    this.full = indicators.stream().mapToDouble(Indicator::points).toArray();
    this.category = indicators.stream().mapToInt(i -> categories.indexOf(i.category())).toArray();
    this.weights =
        rulebook.stages().stream()
            .map(stage -> weights(stage, categories))
            .toArray(double[][]::new);
  }

  private static double[] weights(Stage stage, List<String> categories) {
    return categories.stream().mapToDouble(id -> stage.weights().getOrDefault(id, 0.0)).toArray();
  }

  /**
   * Evaluates one enterprise of the year's roster.
   *
   * @param year the evaluation year Y
   * @param facts of the enterprise, all years
   * @param deliveries of all years
   * @param publishedStages the stage ids of published results, by earlier year
   */
  public Evaluation score(
      int year,
      EnterpriseFacts facts,
      Deliveries deliveries,
      Map<Integer, String> publishedStages) {
    Subject subject = new Subject(rulebook.dates(), year, facts, deliveries, publishedStages);
    int stage = stages.byFacts(subject, year);
    if (negativeList.excludes(subject)) {
      return excluded(subject, stage);
    }
    return stage == Stages.UNKNOWN ? incomplete(subject) : scored(subject, stage);
  }

  /** Evaluates the input of another scorer's result. */
  public Evaluation score(ScoringInput input) {
    return score(input.year(), input.facts(), input.deliveries(), input.publishedStages());
  }

  private Excluded excluded(Subject subject, int stage) {
    return new Excluded(
        subject.facts().uscc(),
        subject.year(),
        rulebook.id(),
        rulebook.digest(),
        stage == Stages.UNKNOWN ? null : stages.id(stage),
        negativeList.exclusions(subject),
        negativeList.unreported(subject));
  }

  private Incomplete incomplete(Subject subject) {
    List<String> sentences = new ArrayList<>();
    List<String> missing = stages.missing(subject, sentences);
    return new Incomplete(
        subject.facts().uscc(),
        subject.year(),
        rulebook.id(),
        rulebook.digest(),
        missing,
        sentences,
        negativeList.unreported(subject));
  }

  private Scored scored(Subject subject, int stage) {
    double[] values = new double[measures.length];
    double[] earned = new double[measures.length];
    double[] categories = new double[weights[stage].length];
    long covered = 0;
    for (int i = 0; i < measures.length; i++) {
      double value = measures[i].value(subject, FactTrace.NONE);
      values[i] = value;
      if (!Double.isNaN(value)) {
        covered += coverage.share(stage, i);
        earned[i] = points[i].at(stage, value);
        categories[category[i]] += earned[i];
      }
    }
    double weighted = 0;
    for (int c = 0; c < categories.length; c++) {
      weighted += weights[stage][c] * categories[c];
    }
    double deducted = negativeList.deducted(subject, null);
    double added = bonus.added(subject, null);
    double factor = decay.factor(subject, stage, null);
    return new Scored(
        new ScoreWords(subject, stage),
        new Scored.Figures(
            values,
            earned,
            categories,
            weighted,
            coverage.of(covered),
            coverage.enough(covered),
            deducted,
            added,
            factor,
            rulebook.total().of(weighted, deducted, added, factor)));
  }

  /** Computes the parts again and writes the reasons. Immutable: each part gets its own subject. */
  private final class ScoreWords implements Scored.Words {
    private final int year;
    private final EnterpriseFacts facts;
    private final Deliveries deliveries;
    private final Map<Integer, String> publishedStages;
    private final int stage;

    ScoreWords(Subject subject, int stage) {
      this.year = subject.year();
      this.facts = subject.facts();
      this.deliveries = subject.deliveries();
      this.publishedStages = subject.publishedStages();
      this.stage = stage;
    }

    private Subject subject() {
      return new Subject(rulebook.dates(), year, facts, deliveries, publishedStages);
    }

    @Override
    public String uscc() {
      return facts.uscc();
    }

    @Override
    public int year() {
      return year;
    }

    @Override
    public Rulebook rulebook() {
      return rulebook;
    }

    @Override
    public List<String> unreported() {
      return List.copyOf(negativeList.unreported(subject()));
    }

    @Override
    public String stage() {
      return stages.id(stage);
    }

    @Override
    public List<IndicatorScore> indicators(Scored.Figures figures) {
      Subject subject = subject();
      List<IndicatorScore> scores = new ArrayList<>(measures.length);
      for (int i = 0; i < measures.length; i++) {
        scores.add(indicator(i, subject, figures));
      }
      return List.copyOf(scores);
    }

    private IndicatorScore indicator(int i, Subject subject, Scored.Figures figures) {
      FactTrace.Written trace = new FactTrace.Written();
      double value = measures[i].value(subject, trace);
      Indicator indicator = rulebook.indicators().get(i);
      Outcome outcome = Outcome.of(value);
      return new IndicatorScore(
          indicator.id(),
          indicator.name(),
          indicator.unit(),
          indicator.category(),
          switch (outcome) {
            case SCORED -> value;
            case MISSING -> null;
            case BASE_NOT_POSITIVE -> 0.0;
          },
          figures.points()[i],
          full[i],
          outcome,
          trace.reason(),
          trace.used());
    }

    @Override
    public List<Deduction> deductions() {
      List<Deduction> deductions = new ArrayList<>();
      negativeList.deducted(subject(), deductions);
      return List.copyOf(deductions);
    }

    @Override
    public List<Bonus> bonus() {
      List<Bonus> added = new ArrayList<>();
      bonus.added(subject(), added);
      return List.copyOf(added);
    }

    @Override
    public List<Decay> decay() {
      List<Decay> decays = new ArrayList<>();
      decay.factor(subject(), stage, decays);
      return List.copyOf(decays);
    }

    @Override
    public ScoringInput input() {
      return new ScoringInput(year, facts, deliveries, publishedStages);
    }
  }
}
