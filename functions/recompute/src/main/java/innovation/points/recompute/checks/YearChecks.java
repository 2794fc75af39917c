package innovation.points.recompute.checks;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.NegativeRule.Trigger;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.run.GenerationCounts;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunCheck.Level;
import innovation.points.store.settings.Limits;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checks of a generation, always all of them and in the same order (contract §3).
 *
 * @param delivered the datasets of the year with a file in force from the department that owns them
 * @param median of the totals of those ranked; null where nobody is
 * @param approved whether the rulebook is in force, or may be: built-in, or approved by two persons
 */
record YearChecks(
    int year,
    Rulebook rulebook,
    boolean approved,
    Set<String> delivered,
    GenerationCounts counts,
    @Nullable Double median,
    FileFindings files,
    int openQuestions,
    Earlier earlier,
    Limits limits) {

  private static final int PERCENT = 100;

  YearChecks {
    delivered = Set.copyOf(delivered);
  }

  /**
   * What was published before.
   *
   * @param year the publication of the same year; null where it has none
   * @param yearBefore that of the year before; null where it has none
   * @param medianBefore of the year before; null where it has none, or ranked nobody
   * @param rulebook the title of that of the last one
   */
  record Earlier(
      @Nullable Pointer year,
      @Nullable Pointer yearBefore,
      @Nullable Double medianBefore,
      String rulebook) {

    /** The year's last publication, else that of the year before. */
    static @Nullable Pointer last(@Nullable Pointer year, @Nullable Pointer yearBefore) {
      return year == null ? yearBefore : year;
    }
  }

  List<RunCheck> all() {
    return List.of(
        undelivered(),
        incomplete(),
        ranked(),
        held(),
        implausible(),
        questions(),
        rules(),
        shift());
  }

  private RunCheck undelivered() {
    var missing = new TreeSet<>(read());
    missing.removeAll(delivered);
    Catalogue catalogue = Catalogue.load();
    List<String> names =
        catalogue.datasets().stream()
            .filter(dataset -> missing.contains(dataset.id()))
            .map(dataset -> named(dataset, catalogue))
            .toList();
    return names.isEmpty()
        ? check("undelivered", Level.INFO, 0.0, 0.0, "评价所用的数据集均已有部门报送的有效文件。")
        : check(
            "undelivered",
            Level.BLOCK,
            (double) names.size(),
            0.0,
            "%d 个评价所用的数据集没有部门报送的有效文件：%s。请催报并在入库后重新计算；确需在缺数情况下公布的，由审批人说明理由。"
                .formatted(names.size(), String.join("、", names)));
  }

  private static String named(Dataset dataset, Catalogue catalogue) {
    return "%s（%s）".formatted(dataset.title(), catalogue.departmentName(dataset.owner()));
  }

  /** The datasets that indicators and the negative list read for the year. */
  private Set<String> read() {
    var read = new TreeSet<String>();
    rulebook
        .indicators()
        .forEach(indicator -> indicator.formula().datasets().forEach(one -> read.add(one.id())));
    rulebook.negativeList().forEach(rule -> datasets(rule.when()).forEach(read::add));
    return read;
  }

  private static Stream<String> datasets(Trigger when) {
    return switch (when) {
      case Trigger.AnyFact(var facts) -> facts.stream().map(fact -> fact.field().dataset().id());
      case Trigger.AnyItem(Items items, Items unless) ->
          Stream.concat(Stream.of(items), Stream.ofNullable(unless))
              .map(each -> each.dataset().id());
    };
  }

  private RunCheck incomplete() {
    double share = share(counts.incomplete(), counts.enterprises());
    String found =
        "名录内 %d 家企业中 %d 家因缺少数据无法评价，占 %s"
            .formatted(counts.enterprises(), counts.incomplete(), percent(share));
    return share > limits.incompleteShare()
        ? check(
            "incomplete-share",
            Level.BLOCK,
            share,
            limits.incompleteShare(),
            found
                + "，超过 %s 的限度。请按补数清单补齐后重新计算，或由审批人说明理由。"
                    .formatted(percent(limits.incompleteShare())))
        : check("incomplete-share", Level.INFO, share, limits.incompleteShare(), found + "。");
  }

  private RunCheck ranked() {
    Pointer before = earlier.yearBefore();
    if (before == null) {
      return check(
          "ranked-drop",
          Level.INFO,
          null,
          limits.rankedDrop(),
          "%d 年度没有已公布的结果，排名企业数不作比较。".formatted(year - 1));
    }
    int then = before.counts().ranked();
    double drop = then == 0 ? 0 : (double) (then - counts.ranked()) / then;
    String found = "排名企业 %d 家，上年 %d 家".formatted(counts.ranked(), then);
    return drop > limits.rankedDrop()
        ? check(
            "ranked-drop",
            Level.BLOCK,
            drop,
            limits.rankedDrop(),
            found
                + "，减少 %s，超过 %s 的限度。请核对企业名录和各部门文件是否完整，重新计算，或由审批人说明理由。"
                    .formatted(percent(drop), percent(limits.rankedDrop())))
        : check("ranked-drop", Level.INFO, drop, limits.rankedDrop(), found + "。");
  }

  private RunCheck held() {
    return counted(
        "held-files", files.held(), "没有待确认的文件。", "%d 个文件待确认，尚未计入。请在“数据报送”页逐个确认或退回；确认后需重新计算。");
  }

  private RunCheck implausible() {
    return counted(
        "implausible-figures",
        files.implausible(),
        "已计入的文件中没有存疑数值。",
        "已计入的文件中有 %d 个存疑数值（超出常见范围、与上年相差悬殊或前后不一致）。请对照校验结果与报送部门核实。");
  }

  private RunCheck questions() {
    return counted(
        "open-questions", openQuestions, "没有尚未答复的问题。", "%d 件问题尚未答复。请先答复；问题成立的，更正数据后重新计算。");
  }

  /** Something of which there should be none; that there is some does not block. */
  private static RunCheck counted(String id, long count, String none, String some) {
    return count == 0
        ? check(id, Level.INFO, 0.0, 0.0, none)
        : check(id, Level.WARN, (double) count, 0.0, some.formatted(count));
  }

  private RunCheck rules() {
    Pointer last = Earlier.last(earlier.year(), earlier.yearBefore());
    String now = "评价规则为“%s”".formatted(rulebook.title());
    if (!approved) {
      return check("rulebook-changed", Level.BLOCK, null, null, now + "，尚未批准。请先提交并批准该规则，再重新计算。");
    }
    if (last == null) {
      return check("rulebook-changed", Level.INFO, null, null, now + "，此前没有已公布的结果。");
    }
    if (last.digest().equals(rulebook.digest())) {
      return check("rulebook-changed", Level.INFO, null, null, now + "，与上次公布所用的相同。");
    }
    String then =
        earlier.rulebook().equals(rulebook.title())
            ? "内容与 %d 年度上次公布所用的不同".formatted(last.year())
            : "%d 年度上次公布所用的是“%s”".formatted(last.year(), earlier.rulebook());
    return check(
        "rulebook-changed", Level.WARN, null, null, "%s，%s。请在“评价规则”页核对两者的差异。".formatted(now, then));
  }

  private RunCheck shift() {
    Double then = earlier.medianBefore();
    Double now = median;
    if (then == null || now == null) {
      return check(
          "median-shift",
          Level.INFO,
          null,
          limits.medianShift(),
          "%d 年度没有可比的总分中位数。".formatted(year - 1));
    }
    double shift = Math.abs(now - then);
    String found = "总分中位数 %s 分，上年 %s 分".formatted(points(now), points(then));
    return shift > limits.medianShift()
        ? check(
            "median-shift",
            Level.WARN,
            shift,
            limits.medianShift(),
            found
                + "，相差 %s 分，超过 %s 分。请核对评价规则、金额单位和变动明细。"
                    .formatted(points(shift), points(limits.medianShift())))
        : check("median-shift", Level.INFO, shift, limits.medianShift(), found + "。");
  }

  private static RunCheck check(
      String id, Level level, @Nullable Double value, @Nullable Double limit, String text) {
    return new RunCheck(id, level, value, limit, text);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static String percent(double share) {
    return decimal(share * PERCENT, 1) + "%";
  }

  private static String points(double points) {
    return decimal(points, 2);
  }

  private static String decimal(double number, int places) {
    return BigDecimal.valueOf(number)
        .setScale(places, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
