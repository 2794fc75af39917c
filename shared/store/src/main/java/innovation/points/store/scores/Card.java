package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One score as contract §3 shows it. In JSON {@code reasons}, {@code missing}, {@code before} and
 * the addition are there only where they say something; everything else always is, as null where
 * there is none.
 *
 * @param name null where the roster does not give one
 * @param generation null in a draft
 * @param stage null where it is unknown
 * @param total points, two places; null unless scored
 * @param categories points of 100 by category, two places, in the rulebook's order; null unless
 *     scored, and on a public card where they would tell a figure
 * @param addition how the total adds up; null where the categories are
 * @param before what was public of the year before when the run scored; null where nothing was
 * @param rank null where it is not ranked, and in every draft
 * @param reasons ids of the rules that exclude it
 * @param missing the fields it is incomplete without
 */
@JsonPropertyOrder({
  "uscc",
  "name",
  "year",
  "generation",
  "status",
  "stage",
  "total",
  "categories",
  "addition",
  "before",
  "rank",
  "rulebook",
  "reasons",
  "missing"
})
public record Card(
    String uscc,
    @Nullable String name,
    int year,
    @Nullable String generation,
    ScoreStatus status,
    @Nullable String stage,
    @Nullable Double total,
    @Nullable Map<String, Double> categories,
    @JsonUnwrapped @Nullable Addition addition,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Before before,
    @Nullable Rank rank,
    String rulebook,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> reasons,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> missing) {

  public Card {
    categories =
        categories == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    reasons = copy(reasons);
    missing = copy(missing);
  }

  /**
   * How the total adds up, so that anyone can do it: {@code weighted} is the sum of weight × points
   * of the categories before those are rounded for display; the total is {@code max(floor, weighted
   * − deductions + bonus) × factor}, in the rulebook's order, rounded once.
   *
   * @param weights of the stage by category, together 1
   * @param weighted unrounded
   */
  @JsonPropertyOrder({"weights", "weighted", "adjustments"})
  public record Addition(Map<String, Double> weights, double weighted, Adjustments adjustments) {
    public Addition {
      weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
    }
  }

  /**
   * What changes the weighted points; sums only, never which rules.
   *
   * @param deductions at least 0
   * @param bonus at least 0
   * @param factor the product of the decays, 1 without any
   */
  @JsonPropertyOrder({"deductions", "bonus", "factor"})
  public record Adjustments(double deductions, double bonus, double factor) {}

  /** A public result of the year before. */
  @JsonPropertyOrder({"total", "rank"})
  public record Before(double total, Rank rank) {}

  /** The same score beside the result of the year before. */
  public Card after(@Nullable Before earlier) {
    return new Card(
        uscc,
        name,
        year,
        generation,
        status,
        stage,
        total,
        categories,
        addition,
        earlier,
        rank,
        rulebook,
        reasons,
        missing);
  }

  /** The same score without how it adds up, of which the categories would tell a figure. */
  public Card withoutCategories() {
    return new Card(
        uscc,
        name,
        year,
        generation,
        status,
        stage,
        total,
        null,
        null,
        before,
        rank,
        rulebook,
        reasons,
        missing);
  }

  /** The same score, ranked, in a generation. */
  public Card in(String newGeneration, @Nullable Rank newRank) {
    return ranked(newGeneration, newRank);
  }

  /** The same score with another rank. */
  Card withRank(@Nullable Rank newRank) {
    return ranked(generation, newRank);
  }

  private Card ranked(@Nullable String newGeneration, @Nullable Rank newRank) {
    return new Card(
        uscc,
        name,
        year,
        newGeneration,
        status,
        stage,
        total,
        categories,
        addition,
        before,
        newRank,
        rulebook,
        reasons,
        missing);
  }

  /** An absent list in JSON reads as null. */
  private static List<String> copy(@Nullable List<String> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
