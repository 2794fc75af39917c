package innovation.points.scoring.plan;

import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.plan.term.FigureTerm;
import innovation.points.scoring.plan.term.Operator;
import innovation.points.scoring.plan.term.PlanCompiler;
import innovation.points.scoring.plan.term.ReadTerm;
import innovation.points.scoring.plan.term.Term;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
  private final int[] inputColumns;
  private final FigureColumns figures;
  private final ReadTerm[] counted;
  private final @Nullable Selection[] countedOnly;
  private final int[] countedColumns;
  private final Operator[] operators;
  private final int[] operatorColumns;
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
    this.stages = new Stages(rulebook, selections);
    this.negativeList = new NegativeList(rulebook, selections);
    this.bonus = new BonusTable(rulebook, selections);
    this.decay = new DecayTable(rulebook, stages);
    this.coverage = new CoverageShares(rulebook);
    this.assumptions = Assumptions.of(rulebook);
    PlanCompiler compiler = new PlanCompiler(selections);
    this.values =
        rulebook.indicators().stream().mapToInt(one -> compiler.column(one.formula())).toArray();
    this.terms = compiler.terms();
    this.inputColumns = columns(term -> term instanceof ReadTerm);
    this.figures = new FigureColumns(terms);
    this.countedColumns =
        columns(term -> term instanceof ReadTerm && !(term instanceof FigureTerm));
    this.counted =
        Arrays.stream(countedColumns)
            .mapToObj(column -> (ReadTerm) terms.get(column))
            .toArray(ReadTerm[]::new);
    this.countedOnly = new Selection[counted.length];
    Arrays.setAll(countedOnly, i -> counted[i].only());
    this.operatorColumns = columns(term -> term instanceof Operator);
    this.operators =
        Arrays.stream(operatorColumns)
            .mapToObj(column -> (Operator) terms.get(column))
            .toArray(Operator[]::new);
    List<String> ids = rulebook.categories().stream().map(Category::id).toList();
    this.category =
        rulebook.indicators().stream().map(Indicator::category).mapToInt(ids::indexOf).toArray();
    this.reads = FieldsRead.of(rulebook, terms);
  }

  private int[] columns(Predicate<Term> which) {
    return IntStream.range(0, terms.size()).filter(i -> which.test(terms.get(i))).toArray();
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

  /** A subject to be filled with one enterprise after the other. */
  public Subject subject() {
    return new Subject(selections);
  }

  /** The stage that an enterprise is scored in; {@code -1} where it is excluded or incomplete. */
  public int stage(Subject subject) {
    return negativeList.excludes(subject) ? UNSCORED : stages.byFacts(subject, subject.year());
  }

  /** An empty block of a stage. */
  public Block block(int stage, int rows) {
    return new Block(stage, rows, inputColumns, terms.size(), rulebook.categories().size(), 0);
  }

  /** The same, which keeps the points of every indicator too. */
  Block detailed(int stage, int rows) {
    return new Block(
        stage,
        rows,
        inputColumns,
        terms.size(),
        rulebook.categories().size(),
        rulebook.indicators().size());
  }

  /** Room for the columns that are computed, of the blocks that are run one after the other. */
  double[][] computed(int rows) {
    return new double[operators.length][rows];
  }

  /** Reads the facts of an enterprise of the block's stage into its next row. */
  public void add(Subject subject, Block block) {
    int row = block.size++;
    figures.read(subject, block, row);
    for (int i = 0; i < counted.length; i++) {
      Selection only = countedOnly[i];
      double number =
          only == null || only.any(subject) ? counted[i].read(subject) : only.none(subject);
      block.columns[countedColumns[i]][row] = number;
      block.missing[countedColumns[i]] |= Double.isNaN(number);
    }
    block.deducted[row] = negativeList.deducted(subject, null);
    block.added[row] = bonus.added(subject, null);
    block.decay[row] = decay.factor(subject, block.stage, null);
  }

  /**
   * Computes all rows of a block by the rulebook's own numbers.
   *
   * @param computed room for the columns that are computed
   * @return all columns, by term
   */
  double[][] run(Block block, double[][] computed) {
    double[][] columns = block.columns.clone();
    boolean[] missing = block.missing.clone();
    for (int i = 0; i < operators.length; i++) {
      columns[operatorColumns[i]] = computed[i];
      missing[operatorColumns[i]] = operators[i].missing(missing);
      operators[i].run(columns, block.size);
    }
    earn(block, columns, missing);
    if (rulebook.coverage().rescales()) {
      rescale(block, columns, missing);
    }
    Totals.weigh(
        rulebook.total().mean(),
        assumptions.weights()[block.stage],
        block.categories,
        0,
        block.size,
        block.weighted);
    Totals.of(
        rulebook.total(),
        block.weighted,
        block.deducted,
        block.added,
        block.decay,
        0,
        block.size,
        block.totals);
    return columns;
  }

  /** Points and coverage, an indicator at a time so that its values stay in the cache. */
  private void earn(Block block, double[][] columns, boolean[] missing) {
    int size = block.size;
    for (double[] sums : block.categories) {
      Arrays.fill(sums, 0, size, 0);
    }
    Arrays.fill(block.covered, 0, size, 0);
    long known = 0;
    for (int i = 0; i < values.length; i++) {
      double[] numbers = columns[values[i]];
      boolean some = missing[values[i]];
      long share = coverage.share(block.stage, i);
      if (some) {
        cover(numbers, share, size, block.covered);
      } else {
        known += share;
      }
      double[] sums = block.categories[category[i]];
      if (block.points == null) {
        Totals.add(assumptions, block.stage, i, numbers, some, 0, size, sums);
      } else {
        double[] points = block.points[i];
        Arrays.fill(points, 0, size, 0);
        Totals.add(assumptions, block.stage, i, numbers, some, 0, size, points);
        for (int row = 0; row < size; row++) {
          sums[row] += points[row];
        }
      }
    }
    for (int row = 0; row < size; row++) {
      block.covered[row] += known;
    }
  }

  private void rescale(Block block, double[][] columns, boolean[] missing) {
    double[][] numbers = new double[values.length][];
    boolean[] some = new boolean[values.length];
    for (int i = 0; i < values.length; i++) {
      numbers[i] = columns[values[i]];
      some[i] = missing[values[i]];
    }
    Totals.rescale(
        assumptions,
        category,
        rulebook.categories().stream().mapToDouble(Category::points).toArray(),
        numbers,
        some,
        0,
        block.size,
        new double[block.size],
        block.categories);
  }

  private static void cover(double[] numbers, long share, int size, long[] covered) {
    for (int row = 0; row < size; row++) {
      covered[row] += Double.isNaN(numbers[row]) ? 0 : share;
    }
  }

  /** Whether the coverage of a row suffices for the ranking. */
  public boolean ranked(Block block, int row) {
    return coverage.enough(block.covered[row]);
  }
}
