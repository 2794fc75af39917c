package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Basis;
import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Rulebook.Category;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the categories and their indicators (表2). */
final class IndicatorsReader {
  private final ReadingContext context;
  private final FormulaReader formulas;

  IndicatorsReader(ReadingContext context, ItemsReader items) {
    this.context = context;
    this.formulas = new FormulaReader(context, items);
  }

  List<Category> categories(Section root) {
    List<Section> sections = root.sections("categories");
    context.unique(sections);
    return sections.stream().map(this::category).toList();
  }

  private Category category(Section section) {
    Category category =
        new Category(
            section.text("id"),
            context.name(section),
            section.positive("points").doubleValue(),
            context.basis(section));
    section.done();
    return category;
  }

  List<Indicator> read(Section root, List<Category> categories, List<String> stages) {
    List<Section> sections = root.sections("indicators");
    context.unique(sections);
    CurvesReader curves = new CurvesReader(context, stages);
    Map<String, BigDecimal> sums = new HashMap<>();
    Set<String> unsummed = new HashSet<>();
    List<Indicator> indicators = new ArrayList<>();
    for (Section section : sections) {
      String category = category(section, categories);
      int before = context.problems.count();
      BigDecimal points = section.positive("points");
      if (context.problems.count() == before) {
        sums.merge(category, points, BigDecimal::add);
      } else {
        unsummed.add(category);
      }
      Formula formula = formulas.read(section.section("value"));
      Section curve = section.section("curve");
      boolean shares = formula instanceof Formula.Any || formula instanceof Formula.Best;
      Map<String, Curve> byStage = curves.read(curve, shares || formula == null);
      Basis curveBasis = context.curveBasis(curve);
      curve.done();
      Indicator indicator =
          new Indicator(
              section.text("id"),
              context.name(section),
              category,
              section.textOrEmpty("unit"),
              section.oneOf(
                  "origin", Map.of("core", "core", "local", "local"), "core 或 local", "core"),
              points.doubleValue(),
              formula == null ? new Formula.Any(List.of()) : formula,
              byStage,
              context.basis(section),
              curveBasis);
      section.done();
      indicators.add(indicator);
    }
    categories.stream()
        .filter(category -> !unsummed.contains(category.id()))
        .forEach(category -> addUp(root, category, sums));
    return indicators;
  }

  private String category(Section section, List<Category> categories) {
    String id = section.text("category");
    List<String> ids = categories.stream().map(Category::id).toList();
    if (!id.isEmpty() && !ids.contains(id)) {
      context.problems.add(section.line("category"), "一级指标之一（" + String.join("、", ids) + "）", id);
    }
    return id;
  }

  private void addUp(Section root, Category category, Map<String, BigDecimal> sums) {
    BigDecimal sum = sums.getOrDefault(category.id(), BigDecimal.ZERO);
    BigDecimal points = BigDecimal.valueOf(category.points());
    if (sum.compareTo(points) != 0) {
      context.problems.add(
          root.line("indicators"),
          category.name() + "的分值合计 " + points.stripTrailingZeros().toPlainString(),
          "合计 " + sum.toPlainString());
    }
  }
}
