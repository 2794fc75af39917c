package innovation.points.scoring.plan;

import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.term.Operator;
import innovation.points.scoring.plan.term.PlanCompiler;
import innovation.points.scoring.plan.term.ReadTerm;
import innovation.points.scoring.plan.term.Term;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rulebook, compiled once: which facts are read into which columns, and what is computed from
 * them column by column. The same arithmetic serves a zone ({@link ZoneScores}), one enterprise
 * ({@link Scorer}) and the thousand runs of an audit. Thread-safe.
 */
public final class Plan {
  private static final int UNSCORED = -1;

  private final Rulebook rulebook;
  private final Selections selections;
  private final Stages stages;
  private final NegativeList negativeList;
  private final BonusTable bonus;
  private final DecayTable decay;
  private final CoverageShares coverage;
  private final Assumptions assumptions;
  private final List<Term> terms;
  private final ReadTerm[] inputs;
  private final int[] inputColumns;
  private final Operator[] operators;
  private final int[] values;
  private final int[] category;
  private final FieldsRead reads;

  /** The plan of a rulebook, compiled where it is not among those used last. */
  public static Plan of(Rulebook rulebook) {
    return Plans.of(rulebook);
  }

  Plan(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.selections = new Selections(rulebook.dates());
    this.stages = new Stages(rulebook);
    this.negativeList = new NegativeList(rulebook, selections);
    this.bonus = new BonusTable(rulebook, selections);
    this.decay = new DecayTable(rulebook, stages);
    this.coverage = new CoverageShares(rulebook);
    this.assumptions = Assumptions.of(rulebook);
    PlanCompiler compiler = new PlanCompiler(selections);
    this.values =
        rulebook.indicators().stream().mapToInt(one -> compiler.column(one.formula())).toArray();
    this.terms = compiler.terms();
    List<Integer> reads = new ArrayList<>();
    List<Operator> computes = new ArrayList<>();
    for (int column = 0; column < terms.size(); column++) {
      switch (terms.get(column)) {
        case ReadTerm _ -> reads.add(column);
        case Operator operator -> computes.add(operator);
      }
    }
    this.inputColumns = reads.stream().mapToInt(Integer::intValue).toArray();
    this.inputs =
        reads.stream().map(column -> (ReadTerm) terms.get(column)).toArray(ReadTerm[]::new);
    this.operators = computes.toArray(Operator[]::new);
    List<String> ids = rulebook.categories().stream().map(Category::id).toList();
    this.category =
        rulebook.indicators().stream().map(Indicator::category).mapToInt(ids::indexOf).toArray();
    this.reads = FieldsRead.of(rulebook, terms);
  }

  public Rulebook rulebook() {
    return rulebook;
  }

  Stages stages() {
    return stages;
  }

  NegativeList negativeList() {
    return negativeList;
  }

  BonusTable bonus() {
    return bonus;
  }

  DecayTable decay() {
    return decay;
  }

  CoverageShares coverage() {
    return coverage;
  }

  List<Term> terms() {
    return terms;
  }

  /** Which fields of which years a score can depend on. */
  public FieldsRead reads() {
    return reads;
  }

  /** The column of an indicator's value. */
  int value(int indicator) {
    return values[indicator];
  }

  public Subject subject(ScoringInput input) {
    return new Subject(selections, input);
  }

  /** The stage that an enterprise is scored in; {@code -1} where it is excluded or incomplete. */
  public int stage(Subject subject) {
    return negativeList.excludes(subject) ? UNSCORED : stages.byFacts(subject, subject.year());
  }

  /** An empty block of a stage. */
  public Block block(int stage, int rows) {
    return new Block(stage, rows, terms.size(), rulebook.categories().size(), 0);
  }

  /** The same, which keeps the points of every indicator too. */
  Block detailed(int stage, int rows) {
    return new Block(
        stage, rows, terms.size(), rulebook.categories().size(), rulebook.indicators().size());
  }

  /** Reads the facts of an enterprise of the block's stage into its next row. */
  public void add(Subject subject, Block block) {
    int row = block.size++;
    for (int i = 0; i < inputs.length; i++) {
      block.columns[inputColumns[i]][row] = inputs[i].read(subject);
    }
    block.deducted[row] = negativeList.deducted(subject, null);
    block.added[row] = bonus.added(subject, null);
    block.decay[row] = decay.factor(subject, block.stage, null);
  }

  /** Computes all rows of a block by the rulebook's own numbers. */
  public void run(Block block) {
    for (Operator operator : operators) {
      operator.run(block.columns, block.size);
    }
    double[][] numbers = new double[values.length][];
    double[] lowest = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = block.columns[values[i]];
      lowest[i] = Points.lowest(numbers[i], 0, block.size);
    }
    cover(block, numbers, lowest);
    earn(block, numbers, lowest);
    Totals.weigh(
        assumptions.weights()[block.stage], block.categories, 0, block.size, block.weighted);
    Totals.of(
        rulebook.total(),
        block.weighted,
        block.deducted,
        block.added,
        block.decay,
        0,
        block.size,
        block.totals);
  }

  private void cover(Block block, double[][] numbers, double[] lowest) {
    long known = 0;
    for (int i = 0; i < values.length; i++) {
      known += Double.isNaN(lowest[i]) ? 0 : coverage.share(block.stage, i);
    }
    Arrays.fill(block.covered, 0, block.size, known);
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(lowest[i])) {
        double[] column = numbers[i];
        long share = coverage.share(block.stage, i);
        for (int row = 0; row < block.size; row++) {
          block.covered[row] += Double.isNaN(column[row]) ? 0 : share;
        }
      }
    }
  }

  private void earn(Block block, double[][] numbers, double[] lowest) {
    double[][] points = block.points;
    if (points == null) {
      Totals.categories(
          assumptions, category, block.stage, numbers, lowest, 0, block.size, block.categories);
      return;
    }
    int[] own = new int[values.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = i;
    }
    Totals.categories(assumptions, own, block.stage, numbers, lowest, 0, block.size, points);
    for (double[] sums : block.categories) {
      Arrays.fill(sums, 0, block.size, 0);
    }
    for (int i = 0; i < own.length; i++) {
      double[] sums = block.categories[category[i]];
      for (int row = 0; row < block.size; row++) {
        sums[row] += points[i][row];
      }
    }
  }

  /** Whether the coverage of a row suffices for the ranking. */
  public boolean ranked(Block block, int row) {
    return coverage.enough(block.covered[row]);
  }
}
