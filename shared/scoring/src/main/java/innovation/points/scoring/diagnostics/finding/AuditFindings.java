package innovation.points.scoring.diagnostics.finding;

import innovation.points.scoring.diagnostics.Boundary;
import innovation.points.scoring.diagnostics.Correlations;
import innovation.points.scoring.diagnostics.Diagnostics;
import innovation.points.scoring.diagnostics.Edge;
import innovation.points.scoring.diagnostics.Robustness;
import innovation.points.scoring.diagnostics.Robustness.Choice;
import innovation.points.scoring.diagnostics.Scope;
import innovation.points.scoring.diagnostics.Scope.CategoryFigures;
import innovation.points.scoring.diagnostics.Scope.IndicatorFigures;
import innovation.points.scoring.diagnostics.finding.Finding.Kind;
import innovation.points.scoring.diagnostics.finding.Finding.Severity;
import innovation.points.scoring.diagnostics.statistics.Distribution;
import innovation.points.scoring.diagnostics.statistics.Vectors;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns the figures of an audit into findings. Groups of fewer than twenty enterprises give none:
 * their shares say little.
 */
public final class AuditFindings {

  /** The fewest enterprises of a group whose shares are worth a sentence. */
  private static final int LEAST = 20;

  /** From this share of enterprises with full or no points, an indicator hardly distinguishes. */
  private static final double MOST = 0.8;

  private static final double NEARLY_ALL = 0.9;
  private static final double FEW_KNOWN = 2.0 / 3;

  /** An indicator of so much weight should move the totals. */
  private static final double WEIGHTY = 0.03;

  private static final double IDLE = 0.2;
  private static final double DOMINANT = 2;
  private static final double AGAINST = -0.1;
  private static final double SKEWED = 0.5;
  private static final double VERY_SKEWED = 1;

  /** The fewest enterprises near a bound that are worth a sentence. */
  private static final int NEAR = 3;

  /** In points of the total. */
  private static final double LOSS = -1;

  /** Places that a choice alone moves ranks by, on average. */
  private static final double MOVING = 1;

  private static final double MOVING_MUCH = 3;
  private static final double FIRM = 0.8;

  /** Of what moves the ranks, by the open choices. */
  private static final double MUCH_OPEN = 0.3;

  /** Quartile ranges beyond the upper quartile. */
  private static final double FAR = 50;

  private static final double ALIKE = 0.9;
  private static final double UNLIKE = 0.5;

  private final Rulebook rulebook;
  private final List<Weighed> found = new ArrayList<>();

  /** A finding and what orders it among others of its severity and kind. */
  private record Weighed(Finding finding, double weight) {}

  private AuditFindings(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** The findings of an audit, the weightiest first. */
  public static List<Finding> of(
      Rulebook rulebook, Diagnostics diagnostics, Robustness robustness, List<Edge> edges) {
    AuditFindings findings = new AuditFindings(rulebook);
    diagnostics.boundaries().forEach(findings::boundary);
    for (Scope scope : diagnostics.scopes()) {
      if (scope.enterprises() >= LEAST) {
        findings.scope(scope);
      }
    }
    if (diagnostics.population().ranked() >= LEAST) {
      robustness.choices().forEach(findings::choice);
      findings.drivers(robustness);
      findings.firmness(robustness);
      edges.forEach(findings::edge);
    }
    return findings.found.stream()
        .sorted(
            Comparator.comparing((Weighed one) -> one.finding().severity())
                .thenComparing(one -> one.finding().kind())
                .thenComparing(one -> -one.weight()))
        .map(Weighed::finding)
        .toList();
  }

  private void boundary(Boundary of) {
    if (of.median() > LOSS || of.enterprises() < NEAR) {
      return;
    }
    String unit = of.unit().isEmpty() ? "" : " " + of.unit();
    add(
        Kind.BOUNDARY,
        Severity.HIGH,
        -of.median(),
        "%s达到 %s%s（%s进入%s）：界限附近的 %d 家中 %s 总分下降，中位 %s 分，最多 %s 分；其中阶段权重本身 %s 分"
            .formatted(
                of.name(),
                Vectors.plain(of.at()),
                unit,
                rulebook.stageName(of.from()),
                rulebook.stageName(of.to()),
                of.enterprises(),
                Vectors.percent(of.shareLosing()),
                Vectors.signed(of.median()),
                Vectors.signed(of.worst()),
                Vectors.signed(of.weightsAlone())),
        of.to(),
        null,
        "让曲线在界限两侧相接，或公布阶段内名次、不公布全区名次",
        Map.of(
            "at", of.at(),
            "field", of.field(),
            "from", of.from(),
            "to", of.to(),
            "enterprises", of.enterprises(),
            "losing", of.shareLosing(),
            "median", of.median(),
            "worst", of.worst(),
            "weights", of.weightsAlone()));
  }

  private void scope(Scope scope) {
    for (IndicatorFigures one : scope.indicators()) {
      saturated(scope, one);
      if (scope.stage() == null) {
        alone(one);
      }
    }
    if (scope.stage() == null) {
      totals(scope);
      scope.categories().forEach(this::consistency);
      scope.correlations().redundant().forEach(this::redundant);
    }
  }

  /** In a stage, since full marks differ between the stages. */
  private void saturated(Scope scope, IndicatorFigures one) {
    String stage = scope.stage();
    if (stage != null && one.atFull() >= MOST) {
      add(
          Kind.AT_FULL,
          one.atFull() >= NEARLY_ALL ? Severity.HIGH : Severity.MEDIUM,
          one.atFull() * one.nominal(),
          "%s %s：%s %s 得满分，不起区分作用"
              .formatted(one.id(), one.name(), scope.name(), Vectors.percent(one.atFull())),
          stage,
          one.id(),
          "提高这个阶段的满分值，见校准建议",
          Map.of("share", one.atFull()));
    }
  }

  private void alone(IndicatorFigures one) {
    if (one.coverage() < FEW_KNOWN) {
      add(
          Kind.UNKNOWN,
          Severity.MEDIUM,
          1 - one.coverage(),
          "%s %s：%s"
              .formatted(
                  one.id(),
                  one.name(),
                  one.coverage() == 0
                      ? "没有一家企业有数据"
                      : "只有 %s 的企业有数据".formatted(Vectors.percent(one.coverage()))),
          null,
          one.id(),
          "先向报送部门催报或核对，再看这项指标的得分",
          Map.of("share", one.coverage()));
    } else if (one.atZero() >= NEARLY_ALL) {
      add(
          Kind.AT_ZERO,
          Severity.MEDIUM,
          one.atZero() * one.nominal(),
          "%s %s：%s 得零分".formatted(one.id(), one.name(), Vectors.percent(one.atZero())),
          null,
          one.id(),
          "核对数据是否报送齐全；确实如此的，降低得分的起点，或修订时与相近指标合并",
          Map.of("share", one.atZero()));
    }
    weight(one);
    Double correlation = one.correlation();
    if (correlation != null && correlation <= AGAINST) {
      add(
          Kind.AGAINST,
          Severity.MEDIUM,
          -correlation,
          "%s %s：与总分负相关（%s），得分越高的企业总分越低"
              .formatted(one.id(), one.name(), Vectors.signed(Vectors.hundredths(correlation))),
          null,
          one.id(),
          "核对指标的方向和数据；方向无误的，说明它与其他指标此消彼长",
          Map.of("correlation", correlation));
    }
    Distribution values = one.values();
    if (values != null && values.count() >= LEAST) {
      outlying(one, values);
    }
  }

  private void weight(IndicatorFigures one) {
    Double effective = one.effective();
    if (effective == null || one.nominal() < WEIGHTY) {
      return;
    }
    boolean idle = effective < IDLE * one.nominal() && one.atZero() < NEARLY_ALL;
    if (idle || effective >= DOMINANT * one.nominal()) {
      add(
          idle ? Kind.IDLE : Kind.DOMINANT,
          idle ? Severity.LOW : Severity.MEDIUM,
          Math.abs(effective - one.nominal()),
          "%s %s：名义权重 %s，在总分差异中实际占 %s"
              .formatted(
                  one.id(), one.name(), Vectors.percent(one.nominal()), Vectors.percent(effective)),
          null,
          one.id(),
          idle ? "看它的得分分布：多数企业得分相近的，调整曲线" : "看它的得分分布：两极分化的，调整曲线",
          Map.of("nominal", one.nominal(), "effective", effective));
    }
  }

  private void outlying(IndicatorFigures one, Distribution values) {
    double range = values.upperQuartile() - values.lowerQuartile();
    if (range > 0 && values.most() > values.upperQuartile() + FAR * range) {
      add(
          Kind.OUTLYING,
          Severity.LOW,
          (values.most() - values.upperQuartile()) / range,
          "%s %s：最大值 %s%s，远离其他企业（上四分位数 %s）"
              .formatted(
                  one.id(),
                  one.name(),
                  Vectors.plain(Vectors.hundredths(values.most())),
                  one.unit().equals("%") ? "%" : " " + one.unit(),
                  Vectors.plain(Vectors.hundredths(values.upperQuartile()))),
          null,
          one.id(),
          "核对这家企业的数据和单位",
          Map.of("most", values.most(), "quartile", values.upperQuartile()));
    }
  }

  private void totals(Scope scope) {
    Distribution totals = scope.totals();
    Double skewness = totals == null ? null : totals.skewness();
    if (skewness != null && Math.abs(skewness) >= SKEWED) {
      add(
          Kind.SKEWED,
          Math.abs(skewness) >= VERY_SKEWED ? Severity.HIGH : Severity.MEDIUM,
          Math.abs(skewness),
          "总分分布不对称（偏度 %s）：多数企业集中在%s分一侧"
              .formatted(Vectors.signed(Vectors.hundredths(skewness)), skewness > 0 ? "低" : "高"),
          null,
          null,
          "看校准建议；它给出“不改”的，说明曲线已经合适",
          Map.of("skewness", skewness));
    }
  }

  private void consistency(CategoryFigures category) {
    Double alpha = category.alpha();
    Double first = category.firstComponent();
    if (alpha == null || first == null || (alpha >= UNLIKE && alpha < ALIKE)) {
      return;
    }
    add(
        alpha < UNLIKE ? Kind.UNLIKE : Kind.ALIKE,
        Severity.LOW,
        Math.abs(alpha - UNLIKE),
        "%s：各项指标%s（克隆巴赫系数 %s，第一主成分占 %s）"
            .formatted(
                category.name(),
                alpha < UNLIKE ? "各测各的" : "几乎测同一件事",
                Vectors.plain(Vectors.hundredths(alpha)),
                Vectors.percent(first)),
        null,
        null,
        alpha < UNLIKE ? "这一类的合计不宜当作一种能力来解释" : "可以合并相近的指标",
        Map.of("category", category.id(), "alpha", alpha, "first", first));
  }

  private void redundant(Correlations.Pair pair) {
    add(
        Kind.REDUNDANT,
        Severity.LOW,
        Math.max(Math.abs(pair.pearson()), Math.abs(pair.spearman())),
        "%s 与 %s 高度相关（%s），同一件事计了两次"
            .formatted(
                named(pair.first()),
                named(pair.second()),
                Vectors.signed(Vectors.hundredths(pair.spearman()))),
        null,
        pair.first(),
        "修订时合并，或只保留一项",
        Map.of("other", pair.second(), "correlation", pair.spearman()));
  }

  private void choice(Choice choice) {
    if (choice.meanShift() >= MOVING) {
      add(
          Kind.CHOICE,
          choice.meanShift() >= MOVING_MUCH ? Severity.MEDIUM : Severity.LOW,
          choice.meanShift(),
          "改用“%s”，名次平均移动 %s 位，最多 %d 位"
              .formatted(
                  choice.text(),
                  Vectors.plain(Vectors.hundredths(choice.meanShift())),
                  choice.mostShift()),
          null,
          null,
          "文件没有规定这一点，请在规则中写明并说明理由",
          Map.of("choice", choice.id(), "mean", choice.meanShift(), "most", choice.mostShift()));
    }
  }

  private void drivers(Robustness robustness) {
    Choice first =
        robustness.choices().stream().max(Comparator.comparing(Choice::share)).orElse(null);
    if (first == null || first.share() == 0) {
      return;
    }
    add(
        Kind.DRIVERS,
        robustness.choicesShare() >= MUCH_OPEN ? Severity.MEDIUM : Severity.LOW,
        robustness.choicesShare(),
        "名次的不确定有 %s 来自文件没有规定的选择，其中最多的是“%s”（%s），其余来自权重和满分值"
            .formatted(
                Vectors.percent(robustness.choicesShare()),
                first.text(),
                Vectors.percent(first.share())),
        null,
        null,
        "先就影响最大的选择作出规定",
        Map.of("share", robustness.choicesShare(), "choice", first.id(), "first", first.share()));
  }

  private void firmness(Robustness robustness) {
    if (robustness.stable() < FIRM) {
      add(
          Kind.UNSTEADY,
          Severity.MEDIUM,
          1 - robustness.stable(),
          "权重、满分值和未定的选择变动后，前十分之一的企业只有 %s 几乎总在前十分之一".formatted(Vectors.percent(robustness.stable())),
          null,
          null,
          "公布名单时不要强调相邻名次的差别",
          Map.of("share", robustness.stable()));
    }
  }

  private void edge(Edge edge) {
    add(
        Kind.EDGE,
        Severity.LOW,
        edge.enterprises().size(),
        "“%s”名单（%s前 %d 名）有 %d 家处于边缘"
            .formatted(
                edge.name(),
                rulebook.stageName(edge.stage()),
                edge.places(),
                edge.enterprises().size()),
        edge.stage(),
        null,
        "公布前逐家核对它们的数据",
        Map.of("list", edge.list(), "places", edge.places(), "count", edge.enterprises().size()));
  }

  private String named(String indicator) {
    return rulebook.indicators().stream()
        .filter(one -> one.id().equals(indicator))
        .map(one -> one.id() + " " + one.name())
        .findFirst()
        .orElse(indicator);
  }

  private void add(
      Kind kind,
      Severity severity,
      double weight,
      String text,
      @Nullable String stage,
      @Nullable String indicator,
      String action,
      Map<String, Object> figures) {
    found.add(
        new Weighed(
            new Finding(kind, severity, text + "。", stage, indicator, action + "。", figures),
            weight));
  }
}
