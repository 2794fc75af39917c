package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Condition;
import innovation.points.scoring.rulebook.Rulebook.Field;
import innovation.points.scoring.rulebook.Rulebook.Stage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the stages and their weights (表1). */
final class StagesReader {
  private final ReadingContext context;

  StagesReader(ReadingContext context) {
    this.context = context;
  }

  List<Stage> read(Section root, List<Category> categories) {
    List<Section> sections = root.sections("stages");
    context.unique(sections);
    int before = context.problems.count();
    List<Stage> stages = sections.stream().map(section -> stage(section, categories)).toList();
    if (context.problems.count() == before) {
      new StageCover(stages).gaps().forEach(gap -> gap(root.line("stages"), gap));
      unreachable(sections, stages);
    }
    return stages;
  }

  private void gap(int line, String gap) {
    context.problems.add(line, "覆盖所有企业的阶段", "没有阶段包含 " + gap);
  }

  private void unreachable(List<Section> sections, List<Stage> stages) {
    var reached = new StageCover(stages).reached();
    for (int i = 0; i < stages.size(); i++) {
      if (!reached.contains(stages.get(i).id())) {
        context.problems.add(
            sections.get(i).line(), "有企业能进入的阶段", stages.get(i).id() + " 的情况都已属于前面的阶段");
      }
    }
  }

  private Stage stage(Section section, List<Category> categories) {
    Stage stage =
        new Stage(
            section.text("id"),
            context.name(section),
            conditions(section.section("when")),
            weights(section.section("weights"), categories),
            context.basis(section));
    section.done();
    return stage;
  }

  private List<Condition> conditions(Section when) {
    List<Condition> conditions = new ArrayList<>();
    for (String key : when.keys()) {
      Field field = key.equals("age") ? null : context.field(when.line(key), key);
      Section bounds = when.section(key);
      Double from = bounds.optionalNumber("from");
      Double below = bounds.optionalNumber("below");
      bounds.done();
      if (from != null && below != null && from >= below) {
        context.problems.add(
            bounds.line(),
            "小于 below 的 from",
            "from " + ReadingProblems.plain(from) + "、below " + ReadingProblems.plain(below));
      }
      conditions.add(new Condition(field, from, below));
    }
    return conditions;
  }

  private Map<String, Double> weights(Section section, List<Category> categories) {
    int before = context.problems.count();
    Map<String, Double> weights = new LinkedHashMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    for (Category category : categories) {
      BigDecimal weight = section.number(category.id());
      if (weight.signum() < 0) {
        context.problems.add(section.line(category.id()), "不小于 0 的权重", weight.toPlainString());
      }
      weights.put(category.id(), weight.doubleValue());
      sum = sum.add(weight);
    }
    section.done();
    boolean whole = section.present() && context.problems.count() == before;
    if (whole && sum.compareTo(BigDecimal.ONE) != 0) {
      context.problems.add(section.line(), "合计为 1 的权重", "合计 " + sum.toPlainString());
    }
    return weights;
  }
}
