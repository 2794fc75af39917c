package innovation.points.datasets.checking;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Plausibility;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.sheet.SheetCell;
import innovation.points.scoring.facts.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Holds the figures of a row against each other and against the year before. */
final class PlausibilityChecker {

  private static final double TIMES = 10;

  /** Rounding to one decimal of 万元 is no difference. */
  private static final double ROUNDING = 0.5;

  private final Dataset dataset;
  private final int year;
  private final YearBefore before;
  private final OtherDatasets others;
  private final Catalogue catalogue = Catalogue.load();
  private final List<Plausibility> withinTheRow;

  private final List<Plausibility> compared;

  PlausibilityChecker(Dataset dataset, int year, YearBefore before, OtherDatasets others) {
    this.dataset = dataset;
    this.year = year;
    this.before = before;
    this.others = others;
    this.withinTheRow =
        dataset.plausibility().stream().filter(PlausibilityChecker::withinTheRow).toList();
    this.compared = dataset.plausibility().stream().filter(this::compared).toList();
  }

  /** Whether a check says more than {@link GoodRow} sees by itself. */
  private boolean compared(Plausibility check) {
    return switch (check) {
      case Plausibility.Most most -> false;
      case Plausibility.AtMostFigure figures -> false;
      case Plausibility.DayWithin days -> true;
      case Plausibility.DayInYear day -> true;
      case Plausibility.AtMostOther other -> others != OtherDatasets.NONE;
      case Plausibility.OpensAt opens -> before != YearBefore.NONE;
      case Plausibility.LikeLastYear like -> before != YearBefore.NONE;
    };
  }

  /** Whether a row is usual also beside what else is known. */
  boolean isUsual(GoodRow row) {
    if (compared.isEmpty()) {
      return true;
    }
    Map<String, Double> last = before == YearBefore.NONE ? Map.of() : before.figures(row.uscc());
    for (Plausibility check : compared) {
      boolean read = row.column(check.field()) >= 0;
      boolean applies = read && (!last.isEmpty() || withinTheRow(check));
      if (applies && doubt(check, row.uscc(), row::value, last).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static boolean withinTheRow(Plausibility check) {
    return switch (check) {
      case Plausibility.Most most -> true;
      case Plausibility.DayWithin days -> true;
      case Plausibility.DayInYear day -> true;
      case Plausibility.AtMostFigure figures -> true;
      case Plausibility.AtMostOther other -> true;
      case Plausibility.OpensAt opens -> false;
      case Plausibility.LikeLastYear like -> false;
    };
  }

  /** One figure that is unusual. */
  record Doubt(ProblemCode code, String field, String message) {}

  List<Doubt> doubts(String uscc, Function<String, @Nullable Value> values) {
    if (dataset.plausibility().isEmpty()) {
      return List.of();
    }
    Map<String, Double> last = before.figures(uscc);
    List<Doubt> doubts = new ArrayList<>();
    for (Plausibility check : last.isEmpty() ? withinTheRow : dataset.plausibility()) {
      doubt(check, uscc, values, last).ifPresent(doubts::add);
    }
    return doubts;
  }

  private Optional<Doubt> within(Plausibility.DayWithin check, LocalDate day) {
    return day.getYear() >= check.from() && day.getYear() <= year
        ? Optional.empty()
        : doubt(
            ProblemCode.IMPLAUSIBLE,
            check.field(),
            "%s这里是 %s，一般在 %d 年至 %d 年末之间；请核对。"
                .formatted(title(check.field()), day, check.from(), year));
  }

  private Optional<Doubt> ofYear(Plausibility.DayInYear check, LocalDate day) {
    return day.getYear() == year
        ? Optional.empty()
        : doubt(
            ProblemCode.IMPLAUSIBLE,
            check.field(),
            "%s这里是 %s，应在 %d 年内；请核对这一项是否属于 %d 年。".formatted(title(check.field()), day, year, year));
  }

  private Optional<Doubt> doubt(
      Plausibility check,
      String uscc,
      Function<String, @Nullable Value> values,
      Map<String, Double> last) {
    return switch (values.apply(check.field())) {
      case Value.Amount(double amount) ->
          check instanceof Plausibility.AtMostOther other
              ? beyond(other, amount, others.figures(other.dataset(), uscc))
              : doubt(check, amount, values, last);
      case Value.Day(LocalDate day) when check instanceof Plausibility.DayWithin days ->
          within(days, day);
      case Value.Day(LocalDate day) when check instanceof Plausibility.DayInYear one ->
          ofYear(one, day);
      case null, default -> Optional.empty();
    };
  }

  private Optional<Doubt> doubt(
      Plausibility check,
      double amount,
      Function<String, @Nullable Value> values,
      Map<String, Double> last) {
    String field = check.field();
    return switch (check) {
      case Plausibility.Most most when most.exceeded(amount) ->
          doubt(
              ProblemCode.IMPLAUSIBLE,
              field,
              "%s这里是 %s，超出一般企业的范围（%s 以内）；请核对单位和小数点。"
                  .formatted(title(field), plain(amount), plain(most.most())));
      case Plausibility.AtMostFigure figures
          when values.apply(figures.limit()) instanceof Value.Amount(double most)
              && figures.exceeded(amount, most) ->
          doubt(
              ProblemCode.INCONSISTENT_FIGURES,
              field,
              "%s一般不超过%s，这里是 %s 和 %s；请核对这两个数。"
                  .formatted(title(field), title(figures.limit()), plain(amount), plain(most)));
      case Plausibility.OpensAt(var _, String closing)
          when last.containsKey(closing)
              && Math.abs(amount - last.get(closing)) > ROUNDING + Math.abs(amount) / 100 ->
          doubt(
              ProblemCode.INCONSISTENT_FIGURES,
              field,
              "%s应与上年的%s一致，这里是 %s，上年是 %s；请核对。"
                  .formatted(
                      title(field), title(closing), plain(amount), plain(last.get(closing))));
      case Plausibility.LikeLastYear(var _, double from) when last.containsKey(field) ->
          unlike(field, amount, last.get(field), from);
      default -> Optional.empty();
    };
  }

  private Optional<Doubt> beyond(
      Plausibility.AtMostOther check, double amount, Map<String, Double> figures) {
    Double other = figures.get(check.limit());
    if (other == null || !check.exceeded(amount, other)) {
      return Optional.empty();
    }
    Dataset dataset = catalogue.dataset(check.dataset()).orElseThrow();
    return doubt(
        ProblemCode.INCONSISTENT_FIGURES,
        check.field(),
        "%s这里是 %s，与“%s”里的“%s” %s 不相称；请核对这两个数。"
            .formatted(
                title(check.field()),
                plain(amount),
                dataset.title(),
                dataset.field(check.limit()).orElseThrow().title(),
                plain(other)));
  }

  private Optional<Doubt> unlike(String field, double amount, double last, double from) {
    double most = Math.max(amount, last);
    double least = Math.min(amount, last);
    if (least <= 0 || most < from || most < TIMES * least) {
      return Optional.empty();
    }
    String how =
        amount > last
            ? "上年的 %s 倍".formatted(times(amount / last))
            : "上年的 %s 分之一".formatted(times(last / amount));
    return doubt(
        ProblemCode.UNLIKE_LAST_YEAR,
        field,
        "%s是%s：这里是 %s，上年是 %s；请核对单位和小数点。".formatted(title(field), how, plain(amount), plain(last)));
  }

  private static Optional<Doubt> doubt(ProblemCode code, String field, String message) {
    return Optional.of(new Doubt(code, field, message));
  }

  private static String times(double ratio) {
    return ratio < 100 ? String.format(Locale.ROOT, "%.1f", ratio) : Long.toString((long) ratio);
  }

  private String title(String name) {
    return "“" + dataset.field(name).map(Field::title).orElse(name) + "”";
  }

  private static String plain(double amount) {
    return new SheetCell.Figure(amount).plain();
  }
}
