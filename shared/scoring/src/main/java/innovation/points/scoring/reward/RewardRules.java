package innovation.points.scoring.reward;

import innovation.points.scoring.facts.Deliveries;
import innovation.points.scoring.facts.EnterpriseFacts;
import innovation.points.scoring.facts.Fact;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.facts.Value;
import innovation.points.scoring.plan.reading.FactTrace;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.result.Evaluation;
import innovation.points.scoring.result.Excluded;
import innovation.points.scoring.result.Incomplete;
import innovation.points.scoring.result.Scored;
import innovation.points.scoring.rulebook.Rewards;
import innovation.points.scoring.rulebook.Rewards.RewardAmount;
import innovation.points.scoring.rulebook.Rewards.RewardRule;
import innovation.points.scoring.rulebook.Rulebook;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Computes the rewards of a rulebook (五(四), rules §9). Thread-safe. */
public final class RewardRules {
  private static final Deliveries NOTHING = new Deliveries(Map.of());

  private record Line(RewardRule rule, Selection items) {}

  /** The amount of a reward before rounding, and the items it is based on. */
  private record Due(BigDecimal yuan, String reason, List<LineItem> items, String field) {}

  private final Rulebook rulebook;
  private final Selections selections;
  private final List<Line> lines;

  public RewardRules(Rulebook rulebook) {
    this.rulebook = rulebook;
    this.selections = new Selections(rulebook.dates());
    this.lines =
        rulebook.rewards().rules().stream()
            .map(rule -> new Line(rule, selections.of(rule.items())))
            .toList();
  }

  /**
   * The rewards of an enterprise for a year, in the rulebook's order, each at most once.
   *
   * @param evaluation of the same enterprise and year; an excluded one has none
   */
  public List<Reward> rewards(
      int year, EnterpriseFacts facts, Evaluation evaluation, RewardTerms terms) {
    String status =
        switch (evaluation) {
          case Scored scored -> "scored";
          case Incomplete incomplete -> "incomplete";
          case Excluded excluded -> "excluded";
        };
    return rewards(year, facts, status, terms, Set.of());
  }

  /**
   * The same without items that pay nobody.
   *
   * @param status {@code scored}, {@code incomplete} or {@code excluded}
   * @param contested what other enterprises claim as well
   */
  public List<Reward> rewards(
      int year, EnterpriseFacts facts, String status, RewardTerms terms, Set<ItemClaim> contested) {
    Subject subject = subject(year, facts);
    if (!entitled(subject, status, terms)) {
      return List.of();
    }
    List<Reward> rewards = new ArrayList<>();
    for (Line line : lines) {
      if (terms.announced() == null || terms.announced().contains(line.rule().id())) {
        add(line, due(line, subject, contested), terms, rewards);
      }
    }
    return List.copyOf(rewards);
  }

  /** The items of an enterprise of the roster that pay one enterprise of the zone. */
  public Set<ItemClaim> claims(int year, EnterpriseFacts facts) {
    Subject subject = subject(year, facts);
    Set<ItemClaim> claims = new HashSet<>();
    if (subject.listed(rulebook.roster().dataset(), year)) {
      for (Line line : lines) {
        for (LineItem item : line.items().of(subject)) {
          claim(line.rule(), item).ifPresent(claims::add);
        }
      }
    }
    return claims;
  }

  private static Optional<ItemClaim> claim(RewardRule rule, LineItem item) {
    return rule.once() != null && item.slots().value(rule.once()) instanceof Value.Text(String key)
        ? Optional.of(new ItemClaim(rule.id(), key))
        : Optional.empty();
  }

  private Subject subject(int year, EnterpriseFacts facts) {
    return new Subject(selections, new ScoringInput(year, facts, NOTHING, Map.of()));
  }

  private boolean entitled(Subject subject, String status, RewardTerms terms) {
    return subject.listed(rulebook.roster().dataset(), subject.year())
        && rulebook.rewards().to().contains(status)
        && inPark(subject, terms);
  }

  private boolean inPark(Subject subject, RewardTerms terms) {
    Set<String> parks = terms.parks();
    if (parks == null) {
      return true;
    }
    Fact park = subject.fact(rulebook.rewards().park());
    return park != null && park.value() instanceof Value.Text(String name) && parks.contains(name);
  }

  private void add(Line line, Due due, RewardTerms terms, List<Reward> out) {
    boolean part = line.rule().upTo() && terms.share().compareTo(BigDecimal.ONE) != 0;
    BigDecimal yuan = part ? due.yuan().multiply(terms.share()) : due.yuan();
    BigDecimal amount = yuan.setScale(rulebook.rewards().places(), RoundingMode.HALF_EVEN);
    if (amount.signum() <= 0) {
      return;
    }
    FactTrace trace = new FactTrace();
    due.items().forEach(item -> line.items().note(item, due.field(), trace));
    String share = part ? "，按 " + percent(terms.share()) + "% 发放" : "";
    out.add(
        new Reward(
            line.rule().id(), amount, line.rule().name() + due.reason() + share, trace.used()));
  }

  private Due due(Line line, Subject subject, Set<ItemClaim> contested) {
    List<LineItem> items =
        line.items().of(subject).stream()
            .filter(item -> claim(line.rule(), item).filter(contested::contains).isEmpty())
            .toList();
    String label = line.items().label();
    return switch (line.rule().amount()) {
      case RewardAmount.Fixed(BigDecimal yuan) -> {
        String limit = (line.rule().upTo() ? "，最高 " : "，") + plain(yuan) + " 元";
        yield new Due(items.isEmpty() ? BigDecimal.ZERO : yuan, limit, items, label);
      }
      case RewardAmount.FixedForYears(BigDecimal yuan, String dated, int years) ->
          everyYear(yuan, dated, years, items, subject, label);
      case RewardAmount.Share share -> share(share, items);
    };
  }

  private static Due everyYear(
      BigDecimal yuan,
      String dated,
      int years,
      List<LineItem> items,
      Subject subject,
      String label) {
    int first = subject.year() - years + 1;
    List<LineItem> within =
        items.stream()
            .filter(item -> yearOf(item, dated) >= first && yearOf(item, dated) <= subject.year())
            .toList();
    Set<Integer> found =
        within.stream().map(item -> yearOf(item, dated)).collect(Collectors.toSet());
    String reason = "（" + first + "—" + subject.year() + " 年），" + plain(yuan) + " 元";
    return new Due(found.size() == years ? yuan : BigDecimal.ZERO, reason, within, label);
  }

  private static int yearOf(LineItem item, String field) {
    return item.slots().value(field) instanceof Value.Day(LocalDate day)
        ? day.getYear()
        : Integer.MIN_VALUE;
  }

  private Due share(RewardAmount.Share share, List<LineItem> items) {
    Rewards rewards = rulebook.rewards();
    BigDecimal sum = BigDecimal.ZERO;
    for (LineItem item : items) {
      if (item.slots().value(share.field()) instanceof Value.Amount(double amount)) {
        BigDecimal one =
            BigDecimal.valueOf(amount)
                .multiply(rewards.yuanPerUnit())
                .multiply(share.percent())
                .movePointLeft(2);
        sum = sum.add(one.min(share.eachAtMost()));
      }
    }
    String reason =
        "，"
            + items.size()
            + " 份合同，按成交额的 "
            + plain(share.percent())
            + "%，每份最高 "
            + plain(share.eachAtMost())
            + " 元，每家最高 "
            + plain(share.atMost())
            + " 元";
    return new Due(sum.min(share.atMost()), reason, items, share.field());
  }

  private static String percent(BigDecimal share) {
    return plain(share.movePointRight(2));
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
