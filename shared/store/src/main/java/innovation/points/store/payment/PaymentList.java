package innovation.points.store.payment;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.person.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A list of what enterprises are paid for a year, without its lines. Immutable: a decision gives
 * the next revision.
 *
 * @param id of the list within the year, made of what it was computed from
 * @param generation the results it was computed from
 * @param method {@code places}, {@code share-of-points}, {@code tiers}; {@code rewards} for the
 *     rewards that the rulebook names
 * @param terms what was asked for, JSON, as it came
 * @param after how many lists of the year were approved when it was computed: it deducts those and
 *     no others
 * @param totals of its lines
 * @param state where it is
 * @param number within the year, from 1; null until it is approved
 * @param paidOn when finance paid it; null until it says so
 * @param steps what persons did, oldest first; the first one made it
 * @param revision how often it was changed
 */
@JsonPropertyOrder({
  "id",
  "year",
  "generation",
  "method",
  "terms",
  "after",
  "totals",
  "state",
  "number",
  "paidOn",
  "steps",
  "revision"
})
public record PaymentList(
    String id,
    int year,
    String generation,
    String method,
    String terms,
    int after,
    Totals totals,
    PaymentState state,
    @Nullable Integer number,
    @Nullable LocalDate paidOn,
    List<Step> steps,
    long revision) {

  /** The method of lists of the rulebook's rewards. */
  public static final String REWARDS = "rewards";

  private static final int ID = 16;

  public PaymentList {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || (number == null) == state.counts()) {
      throw new IllegalArgumentException(
          "expected a first step, and a number where it is approved, found %s".formatted(state));
    }
  }

  /**
   * Sums in yuan, two decimals.
   *
   * @param enterprises how many are paid something now
   * @param budget that was divided; null for rewards
   * @param due what the results say
   * @param deducted what earlier lists of the year have paid of it
   * @param payable due less deducted
   * @param unspent part of the budget that is due to nobody
   */
  @JsonPropertyOrder({"enterprises", "budget", "due", "deducted", "payable", "unspent"})
  public record Totals(
      int enterprises,
      @Nullable BigDecimal budget,
      BigDecimal due,
      BigDecimal deducted,
      BigDecimal payable,
      BigDecimal unspent) {}

  /**
   * What a person did.
   *
   * @param state that the list was in then
   * @param reason null where none was needed
   */
  @JsonPropertyOrder({"state", "by", "at", "reason"})
  public record Step(PaymentState state, Person by, Instant at, @Nullable String reason) {}

  /** The id of what is computed from these: the same again is the same list. */
  public static String id(String generation, int after, String terms) {
    return Sha256.hex(generation + "\n" + after + "\n" + terms).substring(0, ID);
  }

  /** When it was made. */
  Instant madeAt() {
    return steps.getFirst().at();
  }

  /** After steps, in the state of the last one. */
  public PaymentList then(Step... next) {
    return changed(number, paidOn, next);
  }

  /** After its approval, and what led to it. */
  public PaymentList numbered(int within, Step... next) {
    return changed(within, paidOn, next);
  }

  /** After finance has paid it. */
  public PaymentList paid(LocalDate on, Step next) {
    return changed(number, on, next);
  }

  private PaymentList changed(@Nullable Integer within, @Nullable LocalDate on, Step... next) {
    return new PaymentList(
        id,
        year,
        generation,
        method,
        terms,
        after,
        totals,
        next[next.length - 1].state(),
        within,
        on,
        Stream.concat(steps.stream(), Stream.of(next)).toList(),
        revision + 1);
  }

  /** The last step to a state. */
  public Optional<Step> last(PaymentState to) {
    return steps.reversed().stream().filter(step -> step.state() == to).findFirst();
  }
}
