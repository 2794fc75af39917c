package innovation.points.desk.allocation;

import innovation.points.scoring.allocation.Allocation;
import innovation.points.scoring.allocation.AllocationTerms;
import innovation.points.scoring.allocation.Allotment;
import innovation.points.scoring.allocation.Contender;
import innovation.points.scoring.reward.ClaimedTwice;
import innovation.points.scoring.reward.ItemClaim;
import innovation.points.scoring.reward.RewardRules;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rewards;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.Audits;
import innovation.points.store.payment.ContestedItems;
import innovation.points.store.payment.PaymentList.Totals;
import innovation.points.store.payment.PaymentSheet;
import innovation.points.store.payment.PaymentSheet.Case;
import innovation.points.store.payment.PaymentSheet.Claim;
import innovation.points.store.payment.PaymentSheet.Line;
import innovation.points.store.publication.Pointer;
import innovation.points.store.scores.Card;
import innovation.points.store.scores.Rank;
import innovation.points.store.scores.RewardEntry;
import innovation.points.store.scores.RowFilter;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Works out the lines of payment lists from published results. Thread-safe. */
public final class SheetMaker {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final ScoresTable scores;
  private final Audits audits;

  /** A sheet with its sums. */
  record Made(PaymentSheet sheet, Totals totals) {}

  public SheetMaker(ScoresTable scores, Audits audits) {
    this.scores = scores;
    this.audits = audits;
  }

  /**
   * A list of the rewards that the results name, without what several enterprises claim.
   *
   * @param terms of the run that made the results
   * @param paid by earlier lists of the year
   */
  Made rewards(Pointer pointer, Rulebook rules, RewardTerms terms, Map<Claim, BigDecimal> paid) {
    var rewardRules = new RewardRules(rules);
    List<ClaimedTwice> contested = ContestedItems.of(scores, pointer, rewardRules);
    Set<ItemClaim> claims = ClaimedTwice.claims(contested);
    Set<String> concerned =
        contested.stream().flatMap(one -> one.usccs().stream()).collect(Collectors.toSet());
    Map<String, Rewards.RewardRule> named =
        rules.rewards().rules().stream().collect(Collectors.toMap(Rewards.RewardRule::id, r -> r));
    var lines = new ArrayList<Line>();
    scores.forEachRow(
        pointer.generation(),
        RowFilter.REWARDED,
        row -> {
          List<RewardEntry> rewards =
              concerned.contains(row.uscc())
                  ? without(claims, row, rewardRules, terms)
                  : row.rewards();
          rewards.forEach(reward -> lines.add(line(row.card(), reward, named, rules)));
        });
    lines.sort(Comparator.comparing(Line::uscc));
    List<Case> cases = contested.stream().map(one -> contested(one, named)).toList();
    return made(
        new PaymentSheet(basis(rules), lines, cases), paid, named::containsKey, null, NOTHING);
  }

  /** The rewards of an enterprise without what pays nobody. */
  private static List<RewardEntry> without(
      Set<ItemClaim> claims, ScoreRow row, RewardRules rules, RewardTerms terms) {
    Card card = row.card();
    return rules
        .rewards(card.year(), row.input().facts(), card.status().id(), terms, claims)
        .stream()
        .map(one -> new RewardEntry(one.reward(), one.amount(), one.reason(), List.of()))
        .toList();
  }

  private static Case contested(ClaimedTwice one, Map<String, Rewards.RewardRule> named) {
    Rewards.RewardRule rule = named.get(one.claim().reward());
    return new Case(
        "claimed-twice",
        null,
        one.usccs(),
        "%s：编号 %s 有 %d 家企业登记，核实前都不拨付"
            .formatted(
                rule == null ? one.claim().reward() : rule.name(),
                one.claim().item(),
                one.usccs().size()));
  }

  private static Line line(
      Card card, RewardEntry reward, Map<String, Rewards.RewardRule> named, Rulebook rules) {
    Rewards.RewardRule rule = named.get(reward.reward());
    return line(
        card,
        reward.reward(),
        rule == null ? reward.reward() : rule.name(),
        article(rules, rule == null ? null : rule.basis().cite()),
        reward.reason(),
        reward.amount());
  }

  /**
   * A list of money by rank.
   *
   * @param paid by earlier lists of the year
   * @throws ProblemException 400 where an enterprise is left out that is not ranked, 409 where the
   *     rulebook has no such money
   */
  Made byRank(Pointer pointer, Rulebook rules, AllocationTerms terms, Map<Claim, BigDecimal> paid) {
    Rewards.ByRank basis = rules.rewards().byRank();
    if (basis == null) {
      throw new ProblemException(
          Problem.conflict("评价规则 %s 没有规定按名次的奖励（rewards.byRank），不能分配".formatted(rules.id())));
    }
    var cards = new HashMap<String, Card>();
    Map<String, Contender.Span> bands = bands(pointer.generation());
    var contenders = new ArrayList<Contender>();
    scores.forEachRow(
        pointer.generation(),
        RowFilter.ALL,
        row -> {
          Contender one = contender(row.card(), bands);
          if (one != null) {
            cards.put(row.uscc(), row.card());
            contenders.add(one);
          }
        });
    for (String uscc : terms.excluded()) {
      if (!cards.containsKey(uscc)) {
        throw new ProblemException(
            Problem.badRequest("body", "/exclude", "exclude 中的 %s 不是参与排名的企业".formatted(uscc)));
      }
    }
    Allocation allocation = Allocation.of(terms, contenders);
    List<Line> lines =
        allocation.allotments().stream()
            .map(one -> line(cards.get(one.to().uscc()), one, terms, rules, basis))
            .toList();
    List<Case> cases =
        allocation.cases().stream()
            .map(one -> new Case(one.kind().id(), one.stage(), one.usccs(), one.text()))
            .toList();
    return made(
        new PaymentSheet(basis(rules), lines, cases),
        paid,
        PaymentSheet.RANK::equals,
        terms.budget(),
        allocation.unspent());
  }

  private static Line line(
      @Nullable Card card,
      Allotment one,
      AllocationTerms terms,
      Rulebook rules,
      Rewards.ByRank basis) {
    if (card == null) {
      throw new IllegalStateException("somebody who is no contender is given something");
    }
    String reason =
        "%s第 %d 名，%s 分，%s"
            .formatted(
                rules.stageName(one.to().stage()),
                one.to().rank(),
                BigDecimal.valueOf(one.to().total()).setScale(2).toPlainString(),
                terms.method().title());
    return line(
        card,
        PaymentSheet.RANK,
        basis.name(),
        article(rules, basis.basis().cite()),
        reason,
        one.amount());
  }

  /** As papers cite it. */
  private static String article(Rulebook rules, @Nullable String cite) {
    return rules.document().number() + (cite == null ? "" : cite);
  }

  private static String basis(Rulebook rules) {
    return rules.document().name() + "（" + rules.document().number() + "）";
  }

  private static Line line(
      Card card, String item, String title, String article, String reason, BigDecimal due) {
    Rank rank = card.rank();
    return new Line(
        card.uscc(),
        card.name(),
        card.stage(),
        rank == null ? null : rank.stage(),
        card.total(),
        item,
        title,
        article,
        reason,
        due,
        NOTHING,
        due);
  }

  private static @Nullable Contender contender(Card card, Map<String, Contender.Span> bands) {
    Rank rank = card.rank();
    String stage = card.stage();
    Double total = card.total();
    return rank == null || stage == null || total == null
        ? null
        : new Contender(card.uscc(), stage, rank.stage(), total, bands.get(card.uscc()));
  }

  private Map<String, Contender.Span> bands(String generation) {
    return audits.bands(generation).stream()
        .collect(
            Collectors.toMap(
                band -> band.uscc(),
                band -> new Contender.Span(band.inStage().low(), band.inStage().high())));
  }

  private static Made made(
      PaymentSheet sheet,
      Map<Claim, BigDecimal> paid,
      Predicate<String> ofThese,
      @Nullable BigDecimal budget,
      BigDecimal unspent) {
    var before = new HashMap<>(paid);
    before.keySet().removeIf(claim -> !ofThese.test(claim.item()));
    PaymentSheet after = sheet.deducting(before);
    return new Made(after, after.totals(budget, unspent));
  }
}
