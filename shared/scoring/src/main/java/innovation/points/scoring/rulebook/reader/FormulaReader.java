package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Formula;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Quantity;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads how an indicator's value is computed (表2). */
final class FormulaReader {
  private final ReadingContext context;
  private final ItemsReader items;

  FormulaReader(ReadingContext context, ItemsReader items) {
    this.context = context;
    this.items = items;
  }

  /** Null, and reported, where it cannot be read. */
  @Nullable Formula read(Section section) {
    List<String> keys = section.keys();
    if (keys.size() != 1) {
      if (section.present()) {
        context.problems.add(section.line(), "一种算法", keys.size() + " 种");
      }
      return null;
    }
    String key = keys.getFirst();
    return switch (key) {
      case "amount" -> new Formula.Amount(quantity(section, key));
      case "growth" -> new Formula.Growth(context.field(section, key), context.growth().missing());
      case "ratio" -> ratio(section.section(key));
      case "sum" -> sum(section.section(key));
      case "count" -> new Formula.Count(items.items(section.section(key)));
      case "best" -> best(section.section(key));
      case "any" -> new Formula.Any(section.sections(key).stream().map(items::items).toList());
      default -> {
        context.problems.add(
            section.line(key), "算法之一（amount、growth、ratio、sum、count、best、any）", key);
        yield null;
      }
    };
  }

  private Formula ratio(Section section) {
    Quantity part = quantity(section, "part");
    Quantity whole = quantity(section, "whole");
    Formula.Fallback fallback = null;
    if (section.has("whereZero")) {
      Section zero = section.section("whereZero");
      fallback =
          new Formula.Fallback(quantity(zero, "whole"), zero.positive("divisor").doubleValue());
      zero.done();
    }
    section.done();
    return new Formula.Ratio(part, whole, fallback);
  }

  private Formula sum(Section section) {
    Items of = items.items(section.section("items"));
    String field = context.itemField(of.dataset(), section, "of");
    section.done();
    return new Formula.Sum(of, field);
  }

  private Formula best(Section section) {
    Items of = items.items(section.section("items"));
    Dataset dataset = of.dataset();
    String by = context.itemField(dataset, section, "by");
    Section shares = section.section("shares");
    Map<String, Double> byLevel = new LinkedHashMap<>();
    for (String level : shares.keys()) {
      BigDecimal share = shares.positive(level);
      if (share.compareTo(BigDecimal.ONE) > 0) {
        context.problems.add(shares.line(level), "0 到 1 之间的得分比例", share.toPlainString());
      }
      byLevel.put(level, share.doubleValue());
    }
    section.done();
    return new Formula.Best(of, by, byLevel);
  }

  private Quantity quantity(Section section, String key) {
    Node node = section.required(key);
    return quantity(node, section.line(key));
  }

  private Quantity quantity(@Nullable Node node, int line) {
    if (node instanceof ScalarNode field) {
      return new Quantity.Figure(context.field(Section.line(field), field.getValue()), 0);
    }
    Section section = new Section(context.problems, node, line);
    List<String> keys = section.keys();
    String key = keys.size() == 1 ? keys.getFirst() : "";
    return switch (key) {
      case "yearBefore" -> new Quantity.Figure(context.field(section, key), 1);
      case "mean" -> new Quantity.Mean(quantities(section, key));
      case "firstKnown" -> new Quantity.FirstKnown(quantities(section, key));
      default -> {
        if (section.present()) {
          context.problems.add(
              section.line(), "字段，或 yearBefore、mean、firstKnown 之一", String.join("、", keys));
        }
        yield new Quantity.Mean(List.of());
      }
    };
  }

  private List<Quantity> quantities(Section section, String key) {
    return section.nodes(key).stream().map(node -> quantity(node, Section.line(node))).toList();
  }
}
