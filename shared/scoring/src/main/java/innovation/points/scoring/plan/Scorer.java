package innovation.points.scoring.plan;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.term.Row;
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
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Evaluates enterprises one by one through the plan of a rulebook. A pure function: the same facts
 * give the same evaluation on any machine. Thread-safe.
 */
public final class Scorer {
  private final Plan plan;
  private final Rulebook rulebook;

  public Scorer(Rulebook rulebook) {
    this(Plan.of(rulebook));
  }

  public Scorer(Plan plan) {
    this.plan = plan;
    this.rulebook = plan.rulebook();
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
    return score(new ScoringInput(year, facts, deliveries, publishedStages));
  }

  /** What of an input counts by a rulebook. */
  public static ScoringInput counted(Rulebook rulebook, ScoringInput input) {
    return rulebook.coverage().leavesUnverifiedOut() ? input.verified() : input;
  }

  /** Evaluates the input of another scorer's result. */
  public Evaluation score(ScoringInput input) {
    Subject subject = plan.subject(counted(rulebook, input));
    int stage = plan.stages().byFacts(subject, input.year());
    if (plan.negativeList().excludes(subject)) {
      return excluded(subject, stage);
    }
    return stage == Stages.UNKNOWN ? incomplete(subject) : scored(subject, stage);
  }

  private Excluded excluded(Subject subject, int stage) {
    return new Excluded(
        subject.input().facts().uscc(),
        subject.year(),
        rulebook.id(),
        rulebook.digest(),
        stage == Stages.UNKNOWN ? null : plan.stages().id(stage),
        plan.negativeList().exclusions(subject),
        plan.negativeList().unreported(subject));
  }

  private Incomplete incomplete(Subject subject) {
    return new Incomplete(
        subject.input().facts().uscc(),
        subject.year(),
        rulebook.id(),
        rulebook.digest(),
        plan.stages().unknown(subject),
        plan.negativeList().unreported(subject));
  }

  private Scored scored(Subject subject, int stage) {
    Block block = plan.detailed(stage, 1);
    plan.add(subject, block);
    double[][] columns = plan.run(block, plan.computed(1));
    int indicators = rulebook.indicators().size();
    double[] values = new double[indicators];
    double[] points = new double[indicators];
    for (int i = 0; i < indicators; i++) {
      values[i] = columns[plan.value(i)][0];
      points[i] = block.points == null ? 0 : block.points[i][0];
    }
    double[] categories = new double[block.categories.length];
    for (int c = 0; c < categories.length; c++) {
      categories[c] = block.categories[c][0];
    }
    return new Scored(
        new ScoreWords(subject.input(), block.stage, columns),
        new Scored.Figures(
            values,
            points,
            categories,
            block.weighted[0],
            plan.coverage().of(block.covered[0]),
            plan.ranked(block, 0),
            block.deducted[0],
            block.added[0],
            block.decay[0],
            block.totals[0]));
  }

  /** Writes the reasons beside the numbers. Immutable: each part gets its own subject. */
  private final class ScoreWords implements Scored.Words {
    private final ScoringInput input;
    private final int stage;
    private final double[][] columns;

    ScoreWords(ScoringInput input, int stage, double[][] columns) {
      this.input = input;
      this.stage = stage;
      this.columns = columns;
    }

    private Subject subject() {
      return plan.subject(input);
    }

    @Override
    public String uscc() {
      return input.facts().uscc();
    }

    @Override
    public int year() {
      return input.year();
    }

    @Override
    public Rulebook rulebook() {
      return rulebook;
    }

    @Override
    public List<String> unreported() {
      return List.copyOf(plan.negativeList().unreported(subject()));
    }

    @Override
    public String stage() {
      return plan.stages().id(stage);
    }

    @Override
    public List<IndicatorScore> indicators(Scored.Figures figures) {
      Row row = new Row(subject(), plan.terms(), columns, 0);
      List<IndicatorScore> scores = new ArrayList<>(figures.values().length);
      for (int i = 0; i < figures.values().length; i++) {
        scores.add(indicator(i, row, figures));
      }
      return List.copyOf(scores);
    }

    private IndicatorScore indicator(int i, Row row, Scored.Figures figures) {
      FactTrace trace = new FactTrace();
      row.explain(plan.value(i), trace);
      Indicator indicator = rulebook.indicators().get(i);
      double value = figures.values()[i];
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
          indicator.points(),
          outcome,
          trace.causes(),
          trace.used());
    }

    @Override
    public List<Deduction> deductions() {
      List<Deduction> deductions = new ArrayList<>();
      plan.negativeList().deducted(subject(), deductions);
      return List.copyOf(deductions);
    }

    @Override
    public List<Bonus> bonus() {
      List<Bonus> added = new ArrayList<>();
      plan.bonus().added(subject(), added);
      return List.copyOf(added);
    }

    @Override
    public List<Decay> decay() {
      List<Decay> decays = new ArrayList<>();
      plan.decay().factor(subject(), stage, decays);
      return List.copyOf(decays);
    }

    @Override
    public ScoringInput input() {
      return input;
    }
  }
}
