package innovation.points.store.payment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.store.payment.PaymentList.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a payment list, and what its approver has to know.
 *
 * @param basis the document that the money is paid by, with its number
 * @param lines one for each enterprise and item
 * @param cases in Chinese, with the enterprises they concern
 */
@JsonPropertyOrder({"basis", "lines", "cases"})
public record PaymentSheet(String basis, List<Line> lines, List<Case> cases) {

  public PaymentSheet {
    lines = List.copyOf(lines);
    cases = List.copyOf(cases);
  }

  /**
   * What one enterprise is paid for one item.
   *
   * @param stage id; null where it is unknown
   * @param rank within the stage; null where it is not ranked
   * @param total points; null unless scored
   * @param item the id of a reward in the rulebook, or {@link #RANK}
   * @param title of the item, in Chinese
   * @param article that it is based on, with the number of the document
   * @param reason how the amount came about, in Chinese
   * @param due yuan, two decimals
   * @param deducted what earlier lists of the year have paid of it
   * @param amount due less deducted
   */
  @JsonPropertyOrder({
    "uscc",
    "name",
    "stage",
    "rank",
    "total",
    "item",
    "title",
    "article",
    "reason",
    "due",
    "deducted",
    "amount"
  })
  public record Line(
      String uscc,
      @Nullable String name,
      @Nullable String stage,
      @Nullable Integer rank,
      @Nullable Double total,
      String item,
      String title,
      String article,
      String reason,
      BigDecimal due,
      BigDecimal deducted,
      BigDecimal amount) {

    public Line {
      if (due.subtract(deducted).compareTo(amount) != 0 || amount.signum() < 0) {
        throw new IllegalArgumentException(
            "expected an amount of %s less %s, found %s".formatted(due, deducted, amount));
      }
    }

    private Line deducting(BigDecimal paid) {
      BigDecimal less = paid.min(due);
      return new Line(
          uscc,
          name,
          stage,
          rank,
          total,
          item,
          title,
          article,
          reason,
          due,
          less,
          due.subtract(less));
    }
  }

  /** The item of money by rank. */
  public static final String RANK = "rank";

  /**
   * Something special.
   *
   * @param kind {@code tie-at-end} …
   * @param stage id; null where it concerns all
   */
  @JsonPropertyOrder({"kind", "stage", "usccs", "text"})
  public record Case(String kind, @Nullable String stage, List<String> usccs, String text) {
    public Case {
      usccs = List.copyOf(usccs);
    }
  }

  /** An item of an enterprise. */
  public record Claim(String uscc, String item) {}

  /**
   * The sums of its lines.
   *
   * @param budget that was divided; null for rewards
   * @param unspent what of the budget is nobody's
   */
  public Totals totals(@Nullable BigDecimal budget, BigDecimal unspent) {
    long enterprises =
        lines.stream()
            .filter(line -> line.amount().signum() > 0)
            .map(Line::uscc)
            .distinct()
            .count();
    return new Totals(
        Math.toIntExact(enterprises),
        budget,
        sum(Line::due),
        sum(Line::deducted),
        sum(Line::amount),
        unspent);
  }

  private BigDecimal sum(Function<Line, BigDecimal> of) {
    return lines.stream().map(of).reduce(new BigDecimal("0.00"), BigDecimal::add);
  }

  /** What the lists have paid, by enterprise and item. */
  public static Map<Claim, BigDecimal> paid(List<PaymentSheet> sheets) {
    var paid = new HashMap<Claim, BigDecimal>();
    for (PaymentSheet sheet : sheets) {
      for (Line line : sheet.lines()) {
        paid.merge(new Claim(line.uscc(), line.item()), line.amount(), BigDecimal::add);
      }
    }
    return paid;
  }

  /**
   * The same with what was paid before deducted; never below 0: who was paid more than is due is
   * named.
   *
   * @param paid of the items of this list
   */
  public PaymentSheet deducting(Map<Claim, BigDecimal> paid) {
    var left = new HashMap<>(paid);
    var after = new ArrayList<Line>();
    for (Line line : lines) {
      BigDecimal before = left.remove(new Claim(line.uscc(), line.item()));
      after.add(line.deducting(before == null ? new BigDecimal("0.00") : before));
      if (before != null && before.compareTo(line.due()) > 0) {
        left.put(new Claim(line.uscc(), line.item()), before.subtract(line.due()));
      }
    }
    left.values().removeIf(amount -> amount.signum() == 0);
    if (left.isEmpty()) {
      return new PaymentSheet(basis, after, cases);
    }
    var all = new ArrayList<>(cases);
    BigDecimal sum = left.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> usccs = left.keySet().stream().map(Claim::uscc).distinct().sorted().toList();
    all.add(
        new Case(
            "overpaid",
            null,
            usccs,
            "%d 家以前拨付的金额比现在应拨的多，共 %s 元；本清单不从其他企业扣除，请另行追回或说明".formatted(usccs.size(), sum)));
    return new PaymentSheet(basis, after, all);
  }
}
