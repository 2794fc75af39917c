package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Plausibility;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.scoring.facts.Value;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.Collectors;

/**
 * Rows whose amounts are all thousands of times those of the other rows: a row in 元 of a file in
 * 万元, of which neither the year before nor another dataset says anything.
 */
final class OddRows {

  private static final int FEWEST = 5;
  private static final double TIMES = 3_000;
  private static final int KEPT = 100;
  private static final int NAMED = 5;

  /** Amounts are counted by their power of two, from 2^-32 to 2^31. */
  private static final int POWERS = 64;

  /** A row that may be odd. */
  private record Row(int number, String uscc, List<Double> amounts, double least) {}

  private final Dataset dataset;
  private final Known known;
  private final List<Field> money;
  private final int[][] counts;

  /** Where the fields are in plain rows; empty as long as none was seen. */
  private int[] columns = {};

  /** Those of the row that is looked at. */
  private final double[] amounts;

  private final PriorityQueue<Row> largest =
      new PriorityQueue<>(Comparator.comparingDouble(Row::least));
  private int rows;

  OddRows(Dataset dataset, Known known) {
    this.dataset = dataset;
    this.known = known;
    this.money =
        dataset.shape() == Shape.PER_ENTERPRISE
            ? dataset.fields().stream().filter(field -> field.unit().endsWith("元")).toList()
            : List.of();
    this.counts = new int[money.size()][POWERS];
    this.amounts = new double[money.size()];
  }

  void look(GoodRow row) {
    if (money.isEmpty()) {
      return;
    }
    if (columns.length == 0) {
      columns = money.stream().mapToInt(field -> row.column(field.name())).toArray();
    }
    for (int i = 0; i < columns.length; i++) {
      amounts[i] = columns[i] < 0 ? Double.NaN : Math.abs(row.figure(columns[i]));
    }
    double least = count();
    if (isLarge(least)) {
      keep(row.number(), row.uscc(), least);
    }
  }

  void look(CheckedRow row) {
    String uscc = row.uscc();
    if (money.isEmpty() || uscc == null) {
      return;
    }
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] =
          row.values().get(money.get(i).name()) instanceof Value.Amount(double amount)
              ? Math.abs(amount)
              : Double.NaN;
    }
    double least = count();
    if (isLarge(least)) {
      keep(row.row().number(), uscc, least);
    }
  }

  /** Counts the amounts of a row; returns the least of them, infinite where there is none. */
  private double count() {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < amounts.length; i++) {
      if (amounts[i] > 0) {
        int power = Math.clamp(Math.getExponent(amounts[i]) + POWERS / 2, 0, POWERS - 1);
        counts[i][power]++;
        least = Math.min(least, amounts[i]);
      }
    }
    rows += least < Double.POSITIVE_INFINITY ? 1 : 0;
    return least;
  }

  private boolean isLarge(double least) {
    return least < Double.POSITIVE_INFINITY
        && (largest.size() < KEPT || least > largest.element().least());
  }

  private void keep(int number, String uscc, double least) {
    largest.add(new Row(number, uscc, Arrays.stream(amounts).boxed().toList(), least));
    if (largest.size() > KEPT) {
      largest.remove();
    }
  }

  /** The rows that are odd, in one sentence, once all were looked at. */
  Optional<FileProblem> warning() {
    if (rows < FEWEST) {
      return Optional.empty();
    }
    double[] medians = new double[counts.length];
    for (int i = 0; i < medians.length; i++) {
      medians[i] = median(counts[i]);
    }
    List<Integer> odd =
        largest.stream()
            .filter(row -> beyond(row, medians) && !compared(row.uscc()))
            .map(Row::number)
            .sorted()
            .toList();
    return odd.isEmpty()
        ? Optional.empty()
        : Optional.of(
            FileProblem.ofFile(
                ProblemCode.IMPLAUSIBLE,
                "第 %s 行%s的金额都是本文件其他行一般数额的三千倍以上，像是单位不同（如以元填写）；请核对单位和小数点。"
                    .formatted(
                        odd.stream()
                            .limit(NAMED)
                            .map(String::valueOf)
                            .collect(Collectors.joining("、")),
                        odd.size() > NAMED ? "等 %d 行".formatted(odd.size()) : "")));
  }

  private static boolean beyond(Row row, double[] medians) {
    for (int i = 0; i < medians.length; i++) {
      double amount = row.amounts().get(i);
      if (amount > 0 && amount < TIMES * medians[i]) {
        return false;
      }
    }
    return true;
  }

  /** The middle of the power of two in which the median lies; infinite of too few. */
  private static double median(int[] counts) {
    int all = 0;
    for (int count : counts) {
      all += count;
    }
    if (all < FEWEST) {
      return Double.POSITIVE_INFINITY;
    }
    int seen = 0;
    int power = -1;
    while (2 * seen < all) {
      seen += counts[++power];
    }
    return Math.scalb(1.5, power - POWERS / 2);
  }

  /** Whether something else says of what order an enterprise's amounts are. */
  private boolean compared(String uscc) {
    return !known.before().figures(uscc).isEmpty()
        || dataset.plausibility().stream()
            .anyMatch(
                check ->
                    check instanceof Plausibility.AtMostOther other
                        && known
                            .others()
                            .figures(other.dataset(), uscc)
                            .containsKey(other.limit()));
  }
}
