package innovation.points.scoring.rulebook.reader;

import innovation.points.scoring.rulebook.Items;
import innovation.points.scoring.rulebook.Rewards;
import innovation.points.scoring.rulebook.Rewards.ByRank;
import innovation.points.scoring.rulebook.Rewards.RewardAmount;
import innovation.points.scoring.rulebook.Rewards.RewardRule;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Reads the rewards (五(四)). */
final class RewardsReader {
  private static final int MANY_YEARS = 20;
  private static final int MANY_PLACES = 6;

  private final ReadingContext context;
  private final ItemsReader items;

  RewardsReader(ReadingContext context, ItemsReader items) {
    this.context = context;
    this.items = items;
  }

  Rewards read(Section section) {
    List<String> to = section.texts("to");
    for (String status : to) {
      if (!Set.of("scored", "incomplete").contains(status)) {
        context.problems.add(section.line("to"), "scored、incomplete 之一", status);
      }
    }
    List<Section> rules = section.sectionsOrNone("rules");
    context.unique(rules);
    Rewards rewards =
        new Rewards(
            to,
            context.field(section, "park"),
            section.positive("yuanPerUnit"),
            section.integer("places", 0, MANY_PLACES),
            section.has("byRank") ? byRank(section.section("byRank")) : null,
            rules.stream().map(this::rule).toList(),
            context.basis(section));
    section.done();
    return rewards;
  }

  private ByRank byRank(Section section) {
    ByRank byRank = new ByRank(context.name(section), context.basis(section));
    section.done();
    return byRank;
  }

  private RewardRule rule(Section section) {
    Items of = items.items(section.section("items"));
    RewardRule rule =
        new RewardRule(
            section.text("id"),
            context.name(section),
            of,
            amount(of.dataset(), section.section("amount")),
            section.has("once") ? context.itemField(of.dataset(), section, "once") : null,
            section.bool("upTo"),
            context.basis(section));
    section.done();
    return rule;
  }

  private RewardAmount amount(Dataset dataset, Section section) {
    RewardAmount amount;
    if (section.has("share")) {
      amount = share(dataset, section.section("share"));
    } else {
      BigDecimal yuan = section.positive("fixed");
      amount =
          section.has("inEachYear")
              ? forYears(yuan, dataset, section.section("inEachYear"))
              : new RewardAmount.Fixed(yuan);
    }
    section.done();
    return amount;
  }

  private RewardAmount share(Dataset dataset, Section section) {
    RewardAmount share =
        new RewardAmount.Share(
            context.itemField(dataset, section, "of"),
            section.positive("percent"),
            section.positive("eachAtMost"),
            section.positive("atMost"));
    section.done();
    return share;
  }

  private RewardAmount forYears(BigDecimal yuan, Dataset dataset, Section section) {
    RewardAmount amount =
        new RewardAmount.FixedForYears(
            yuan,
            context.itemField(dataset, section, "dated"),
            section.integer("years", 1, MANY_YEARS));
    section.done();
    return amount;
  }
}
