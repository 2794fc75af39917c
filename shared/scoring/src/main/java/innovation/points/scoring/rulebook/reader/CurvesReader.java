package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the curves of an indicator, one for each stage (rules §3). */
final class CurvesReader {
  private static final Curve IDENTITY = new Curve(List.of(new Knot(0, 0), new Knot(1, 1)));

  private final ReadingContext context;
  private final List<String> stages;

  CurvesReader(ReadingContext context, List<String> stages) {
    this.context = context;
    this.stages = stages;
  }

  /**
   * The curves by stage, in the order of the stages; empty where the value is itself the share of
   * the points.
   *
   * @param shares whether the formula yields a share
   */
  Map<String, Curve> read(Section section, boolean shares) {
    if (section.has("asShare") && section.bool("asShare")) {
      if (!shares) {
        context.problems.add(
            section.line("asShare"), "有折点的曲线", "asShare", "只有 any 和 best 的值是得分比例。");
      }
      return Map.of();
    }
    Map<String, Curve> curves = new LinkedHashMap<>();
    if (section.has("fullAt")) {
      fullAt(section.section("fullAt"), curves);
    }
    if (section.has("stages")) {
      Section own = section.section("stages");
      for (String stage : own.keys()) {
        put(own, stage, curve(own, stage), curves);
      }
    }
    if (section.has("knots")) {
      Curve curve = curve(section, "knots");
      if (curves.keySet().containsAll(stages)) {
        context.problems.add(
            section.line("knots"),
            "至少一个阶段用到的 knots",
            "各阶段在 fullAt 或 stages 中都另有曲线",
            "去掉 knots，或写 fullAt: ~、stages: ~ 去掉另外的。");
      }
      stages.forEach(stage -> curves.putIfAbsent(stage, curve));
    }
    if (section.present()) {
      whole(section, curves);
    }
    return inOrder(curves);
  }

  private void fullAt(Section section, Map<String, Curve> curves) {
    for (String stage : section.keys()) {
      double full = section.positive(stage).doubleValue();
      put(section, stage, new Curve(List.of(new Knot(0, 0), new Knot(full, 1))), curves);
    }
  }

  private void put(Section section, String stage, Curve curve, Map<String, Curve> curves) {
    if (!stages.contains(stage)) {
      context.problems.add(section.line(stage), "阶段之一（" + String.join("、", stages) + "）", stage);
    } else if (curves.put(stage, curve) != null) {
      context.problems.add(section.line(stage), "每个阶段一条曲线", stage + " 有两条");
    }
  }

  private void whole(Section section, Map<String, Curve> curves) {
    List<String> missing = stages.stream().filter(stage -> !curves.containsKey(stage)).toList();
    if (!missing.isEmpty()) {
      context.problems.add(section.line(), "每个阶段一条曲线", "没有 " + String.join("、", missing) + " 的");
    }
  }

  private Map<String, Curve> inOrder(Map<String, Curve> curves) {
    Map<String, Curve> inOrder = new LinkedHashMap<>();
    stages.forEach(stage -> inOrder.put(stage, curves.getOrDefault(stage, IDENTITY)));
    return inOrder;
  }

  private Curve curve(Section section, String key) {
    List<Knot> knots = new ArrayList<>();
    for (Node node : section.nodes(key)) {
      if (node instanceof SequenceNode pair
          && pair.getValue().size() == 2
          && pair.getValue().get(0) instanceof ScalarNode value
          && pair.getValue().get(1) instanceof ScalarNode share) {
        int line = Section.line(pair);
        add(
            line,
            section.number(line, value.getValue()),
            section.number(line, share.getValue()),
            knots);
      } else {
        context.problems.add(Section.line(node), "折点 [值, 得分比例]", Section.describe(node));
      }
    }
    return knots.isEmpty() ? IDENTITY : new Curve(knots);
  }

  private void add(int line, BigDecimal value, BigDecimal share, List<Knot> knots) {
    if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
      context.problems.add(line, "0 到 1 之间的得分比例", share.toPlainString());
    }
    if (!knots.isEmpty()) {
      Knot last = knots.getLast();
      if (value.doubleValue() <= last.value()) {
        context.problems.add(
            line,
            "大于前一折点的值",
            value.toPlainString() + " 在 " + ReadingProblems.plain(last.value()) + " 之后");
      }
      if (share.doubleValue() < last.share()) {
        context.problems.add(
            line,
            "不下降的曲线",
            "得分比例由 " + ReadingProblems.plain(last.share()) + " 降到 " + share.toPlainString(),
            "指标值提高，得分不得降低。");
      }
    }
    knots.add(new Knot(value.doubleValue(), share.doubleValue()));
  }
}
