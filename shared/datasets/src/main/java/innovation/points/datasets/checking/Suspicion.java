package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.sheet.CellText;
import innovation.points.scoring.facts.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What only the whole file shows: figures in another unit than the year before's, names that have
 * slipped against their codes. At least five rows and more than half of those that can be compared.
 */
final class Suspicion {

  private static final int FEWEST = 5;
  private static final double LEAST_RATIO = 3_000;
  private static final double MOST_RATIO = 30_000;

  private final UploadKey key;
  private final Dataset dataset;
  private final Roster roster;
  private final YearBefore before;
  private final OddRows odd;
  private final boolean unitsDiffer;
  private int rows;
  private int doubted;
  private int compared;
  private int larger;
  private int smaller;
  private int named;
  private int shifted;

  /**
   * Nothing was seen yet.
   *
   * @param unitsDiffer whether the file names two units for the same figures
   */
  Suspicion(UploadKey key, Dataset dataset, Known known, boolean unitsDiffer) {
    this.key = key;
    this.unitsDiffer = unitsDiffer;
    this.dataset = dataset;
    this.roster = known.roster();
    this.before = known.before();
    this.odd = new OddRows(dataset, known);
  }

  void look(CheckedRow row) {
    String uscc = row.uscc();
    if (row.kind() == CheckedRow.Kind.DATA && uscc != null) {
      look(uscc, row.values()::get);
    }
    if (row.accepted()) {
      odd.look(row);
      rows++;
      doubted += row.warnings().stream().anyMatch(Suspicion::ofSize) ? 1 : 0;
    }
  }

  void look(GoodRow row) {
    rows++;
    odd.look(row);
    if (before != YearBefore.NONE || roster.known()) {
      look(row.uscc(), row::value);
    }
  }

  private void look(String uscc, Function<String, @Nullable Value> values) {
    figures(before.figures(uscc), values);
    name(roster.names().getOrDefault(uscc, ""), values);
  }

  private void figures(Map<String, Double> last, Function<String, @Nullable Value> values) {
    if (last.isEmpty()) {
      return;
    }
    int pairs = 0;
    int up = 0;
    int down = 0;
    for (Field field : dataset.fields()) {
      Double then = last.get(field.name());
      boolean money = field.unit().endsWith("元");
      if (money && then != null && values.apply(field.name()) instanceof Value.Amount(double now)) {
        double ratio = now / then;
        if (Double.isFinite(ratio) && ratio > 0) {
          pairs++;
          up += ratio >= LEAST_RATIO && ratio <= MOST_RATIO ? 1 : 0;
          down += 1 / ratio >= LEAST_RATIO && 1 / ratio <= MOST_RATIO ? 1 : 0;
        }
      }
    }
    if (pairs > 0) {
      compared++;
      larger += 2 * up > pairs ? 1 : 0;
      smaller += 2 * down > pairs ? 1 : 0;
    }
  }

  private void name(String known, Function<String, @Nullable Value> values) {
    if (!known.isBlank() && values.apply("name") instanceof Value.Text(String found)) {
      named++;
      String a = CellText.compact(known).toLowerCase(Locale.ROOT);
      String b = CellText.compact(found).toLowerCase(Locale.ROOT);
      shifted += a.contains(b) || b.contains(a) ? 0 : 1;
    }
  }

  /** What holds the file or is doubted in it, once all rows were looked at. */
  List<FileProblem> problems() {
    List<FileProblem> problems = new ArrayList<>();
    boolean self = key.ofOne().isPresent();
    if (many(Math.max(larger, smaller), compared)) {
      problems.add(
          FileProblem.ofFile(
              ProblemCode.UNIT_UNLIKE_LAST_YEAR,
              "能与 %d 年比较的 %d 行里，有 %d 行的金额约为上年的%s，像是单位不同；请确认金额的单位，或改正后再传。"
                  .formatted(
                      key.year() - 1,
                      compared,
                      Math.max(larger, smaller),
                      larger > smaller ? "一万倍" : "万分之一")));
    }
    boolean held = !problems.isEmpty();
    if (!held && unitsDiffer && 2 * doubted > rows) {
      problems.add(
          FileProblem.ofFile(
              ProblemCode.UNIT_UNLIKE_LAST_YEAR,
              "文件里注明了不同的单位，%d 行里又有 %d 行的金额与上年、其他数据或一般范围不相称，像是单位不同；请确认金额的单位，或改正后再传。"
                  .formatted(rows, doubted)));
    }
    if (!self && many(shifted, named)) {
      problems.add(
          FileProblem.ofFile(
              ProblemCode.NAMES_SHIFTED,
              "能与 %d 年企业名录比较的 %d 行里，有 %d 行的企业名称不是该代码的企业，像是代码和名称错了位；请核对排序后再传。"
                  .formatted(key.year(), named, shifted)));
    }
    odd.warning().ifPresent(problems::add);
    return problems;
  }

  /** Whether a warning is about how large a figure is. */
  private static boolean ofSize(FileProblem warning) {
    return switch (warning.code()) {
      case IMPLAUSIBLE, UNLIKE_LAST_YEAR, INCONSISTENT_FIGURES -> true;
      default -> false;
    };
  }

  private static boolean many(int found, int of) {
    return of >= FEWEST && 2 * found > of;
  }
}
