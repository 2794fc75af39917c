package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.DecayRule;
import innovation.points.scoring.rulebook.DecayRule.Band;
import innovation.points.scoring.rulebook.DecayRule.DecayBy;
import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.NegativeRule;
import innovation.points.scoring.rulebook.NegativeRule.Effect;
import innovation.points.scoring.rulebook.NegativeRule.FactIs;
import innovation.points.scoring.rulebook.NegativeRule.Trigger;
import innovation.points.scoring.rulebook.Rulebook.BonusRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the negative list, the bonus and the decay (表3 to 表5). */
final class RulesReader {
  private static final int MANY_FALLS = 9;

  private final ReadingContext context;
  private final ItemsReader items;

  RulesReader(ReadingContext context, ItemsReader items) {
    this.context = context;
    this.items = items;
  }

  List<NegativeRule> negativeList(Section root) {
    List<Section> sections = root.sectionsOrNone("negativeList");
    context.unique(sections);
    return sections.stream().map(this::negative).toList();
  }

  private NegativeRule negative(Section section) {
    Trigger trigger = trigger(section);
    NegativeRule rule =
        new NegativeRule(
            section.text("id"),
            context.name(section),
            trigger,
            effect(section.section("effect"), trigger),
            context.basis(section));
    section.done();
    return rule;
  }

  private Trigger trigger(Section section) {
    boolean byFact = section.has("whenAny");
    if (section.present() && byFact == section.has("whenItem")) {
      context.problems.add(section.line(), "写有 whenAny 或 whenItem 之一", byFact ? "两者都有" : "都没有");
    }
    if (byFact) {
      return anyFact(section.section("whenAny"));
    }
    Items when = items.items(section.section("whenItem"));
    Items unless = section.has("unlessItem") ? items.items(section.section("unlessItem")) : null;
    return new Trigger.AnyItem(when, unless);
  }

  private Trigger anyFact(Section section) {
    List<FactIs> facts = new ArrayList<>();
    for (String field : section.keys()) {
      String word = section.text(field);
      if (!word.isBlank()) {
        facts.add(new FactIs(context.field(section.line(field), field), ItemsReader.value(word)));
      }
    }
    return new Trigger.AnyFact(facts);
  }

  private Effect effect(Section section, Trigger trigger) {
    List<String> keys = section.keys();
    String key = keys.size() == 1 ? keys.getFirst() : "";
    return switch (key) {
      case "exclude" -> {
        if (!section.bool(key)) {
          context.problems.add(section.line(key), "true", "false");
        }
        yield new Effect.Exclude();
      }
      case "deduct" -> new Effect.Deduct(section.positive(key).doubleValue());
      case "deductByLevel" -> byLevel(section.section(key), trigger);
      default -> {
        if (section.present()) {
          context.problems.add(
              section.line(), "exclude、deduct、deductByLevel 之一", String.join("、", keys));
        }
        yield new Effect.Exclude();
      }
    };
  }

  private Effect byLevel(Section section, Trigger trigger) {
    if (trigger instanceof Trigger.AnyItem anyItem) {
      return new Effect.DeductByLevel(items.levels(anyItem.items().dataset(), section));
    }
    context.problems.add(section.line(), "配合 whenItem 的 deductByLevel", "配合 whenAny 的");
    return new Effect.Exclude();
  }

  List<BonusRule> bonus(Section root) {
    List<Section> sections = root.sectionsOrNone("bonus");
    context.unique(sections);
    return sections.stream().map(this::bonusRule).toList();
  }

  private BonusRule bonusRule(Section section) {
    Items of = items.items(section.section("items"));
    BonusRule rule =
        new BonusRule(
            section.text("id"),
            context.name(section),
            of,
            items.levels(of.dataset(), section.section("levels")),
            context.basis(section));
    section.done();
    return rule;
  }

  List<DecayRule> decay(Section root, List<String> stages) {
    List<Section> sections = root.sectionsOrNone("decay");
    context.unique(sections);
    return sections.stream().map(section -> decayRule(section, stages)).toList();
  }

  private DecayRule decayRule(Section section, List<String> stages) {
    DecayRule rule =
        new DecayRule(
            section.text("id"),
            context.name(section),
            decayBy(section.section("by"), stages),
            bands(section.section("factors")),
            context.basis(section));
    section.done();
    return rule;
  }

  private DecayBy decayBy(Section section, List<String> stages) {
    List<String> keys = section.keys();
    String key = keys.size() == 1 ? keys.getFirst() : "";
    return switch (key) {
      case "ageInStage" -> new DecayBy.AgeInStage(stage(section, key, stages));
      case "yearsInStage" -> new DecayBy.YearsInStage(stage(section, key, stages));
      case "stepsDown" -> {
        Section steps = section.section(key);
        int falls = steps.integer("falls", 1, MANY_FALLS);
        steps.done();
        yield new DecayBy.StepsDown(falls);
      }
      default -> {
        if (section.present()) {
          context.problems.add(
              section.line(), "ageInStage、yearsInStage、stepsDown 之一", String.join("、", keys));
        }
        yield new DecayBy.StepsDown(1);
      }
    };
  }

  private String stage(Section section, String key, List<String> stages) {
    String id = section.text(key);
    if (!id.isEmpty() && !stages.contains(id)) {
      context.problems.add(section.line(key), "阶段之一（" + String.join("、", stages) + "）", id);
    }
    return id;
  }

  private List<Band> bands(Section section) {
    List<Band> bands = new ArrayList<>();
    for (String key : section.keys()) {
      BigDecimal from = section.number(section.line(key), key);
      BigDecimal factor = section.positive(key);
      if (factor.compareTo(BigDecimal.ONE) > 0) {
        context.problems.add(section.line(key), "不大于 1 的系数", factor.toPlainString());
      }
      if (from.signum() <= 0) {
        context.problems.add(section.line(key), "大于 0 的起点", key);
      }
      follows(section.line(key), bands, from, factor);
      bands.add(new Band(from.doubleValue(), factor.doubleValue()));
    }
    return bands;
  }

  private void follows(int line, List<Band> bands, BigDecimal from, BigDecimal factor) {
    @Nullable Band last = bands.isEmpty() ? null : bands.getLast();
    if (last != null
        && (from.doubleValue() <= last.from() || factor.doubleValue() >= last.factor())) {
      context.problems.add(
          line, "起点上升、系数下降的各档", from.toPlainString() + ": " + factor.toPlainString());
    }
  }
}
