package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Benefit.Department;
import innovation.points.scoring.rulebook.Benefit.When;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.scoring.rulebook.Uses.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the benefits (五(二), 五(四)). */
final class BenefitsReader {
  private static final int WHOLE = 100;

  private final ReadingContext context;
  private final ItemsReader items;
  private final List<String> stages;
  private final List<String> tiers;

  /**
   * @param stages the ids of the stages
   * @param uses null where the rules have no announced lists
   */
  BenefitsReader(
      ReadingContext context, ItemsReader items, List<String> stages, @Nullable Uses uses) {
    this.context = context;
    this.items = items;
    this.stages = stages;
    this.tiers = uses == null ? List.of() : uses.tiers().stream().map(Tier::id).toList();
  }

  List<Benefit> read(List<Section> sections) {
    context.unique(sections);
    return sections.stream().map(this::benefit).toList();
  }

  private Benefit benefit(Section section) {
    Benefit benefit =
        new Benefit(
            section.text("id"),
            context.name(section),
            when(section.section("when")),
            department(section.section("department")),
            context.basis(section));
    section.done();
    return benefit;
  }

  private Department department(Section section) {
    Department department = new Department(section.text("id"), context.name(section));
    section.done();
    return department;
  }

  private When when(Section section) {
    List<String> ofStages = section.has("stages") ? known(section, "stages", stages) : List.of();
    List<String> ofTiers = section.has("tiers") ? known(section, "tiers", tiers) : List.of();
    Integer upTo = section.has("upTo") ? Integer.valueOf(section.integer("upTo", 1, WHOLE)) : null;
    boolean byItem = section.has("item");
    if (section.present() && ofStages.isEmpty() && ofTiers.isEmpty() && upTo == null && !byItem) {
      context.problems.add(section.line(), "写有 stages、tiers、upTo、item 中至少一项", "都没有");
    }
    When when =
        new When(
            ofStages,
            ofTiers,
            upTo,
            byItem ? items.items(section.section("item")) : null,
            context.basis(section));
    section.done();
    return when;
  }

  private List<String> known(Section section, String key, List<String> known) {
    List<String> given = section.texts(key);
    for (String one : given) {
      if (!known.contains(one)) {
        String expected = known.isEmpty() ? "uses 中的名单（本规则没有）" : String.join("、", known) + " 之一";
        context.problems.add(section.line(key), expected, one);
      }
    }
    return given;
  }
}
