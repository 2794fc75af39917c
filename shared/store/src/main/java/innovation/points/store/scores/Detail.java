package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import innovation.points.scoring.facts.Value;
import innovation.points.store.table.ValueWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a profile adds to a score (contract §3): the whole trace.
 *
 * @param coverage share of the weighted points whose value is known, unrounded; null unless scored
 * @param indicators in the rulebook's order; empty unless scored
 * @param exclusions why it is excluded; empty unless it is
 * @param explanations what it is incomplete without, in Chinese, one sentence each
 * @param unknown the same as data
 * @param unreported datasets of the negative list without a row for it, for 补数
 * @param rulebookDigest SHA-256 of the rulebook the score was made with, hex
 */
@JsonPropertyOrder({
  "coverage",
  "deductions",
  "bonus",
  "decay",
  "indicators",
  "exclusions",
  "explanations",
  "unknown",
  "unreported",
  "rulebookDigest"
})
public record Detail(
    @Nullable Double coverage,
    List<Deduction> deductions,
    List<Bonus> bonus,
    List<Decay> decay,
    List<Indicator> indicators,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Exclusion> exclusions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> explanations,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<UnknownEntry> unknown,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> unreported,
    String rulebookDigest) {

  public Detail {
    deductions = List.copyOf(deductions);
    bonus = List.copyOf(bonus);
    decay = List.copyOf(decay);
    indicators = List.copyOf(indicators);
    exclusions = orEmpty(exclusions);
    explanations = orEmpty(explanations);
    unknown = orEmpty(unknown);
    unreported = orEmpty(unreported);
  }

  /**
   * A rule of the negative list that keeps it out.
   *
   * @param reason in Chinese
   */
  @JsonPropertyOrder({"rule", "reason", "from"})
  public record Exclusion(String rule, String reason, List<FactUsed> from) {
    public Exclusion {
      from = orEmpty(from);
    }
  }

  /**
   * Points lost to the negative list.
   *
   * @param points negative
   * @param reason in Chinese
   */
  @JsonPropertyOrder({"rule", "points", "reason", "from"})
  public record Deduction(
      String rule,
      double points,
      String reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FactUsed> from) {
    public Deduction {
      from = orEmpty(from);
    }
  }

  /**
   * Points won by a rule of the bonus table.
   *
   * @param name of the rule, in the words of the rulebook
   */
  @JsonPropertyOrder({"rule", "name", "level", "points", "from"})
  public record Bonus(
      String rule,
      String name,
      String level,
      double points,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FactUsed> from) {
    public Bonus {
      from = orEmpty(from);
    }
  }

  /**
   * A factor the score is multiplied by.
   *
   * @param factor in (0, 1)
   * @param reason in Chinese
   */
  @JsonPropertyOrder({"rule", "factor", "reason"})
  public record Decay(String rule, double factor, String reason) {}

  /**
   * The result of one indicator.
   *
   * @param value in the indicator's unit, nine decimals; null where it is missing
   * @param points nine decimals
   * @param outcome {@code scored}, {@code missing} or {@code base-not-positive}
   * @param reason in Chinese, where the outcome needs one; else empty
   * @param causes the same as data
   * @param from the facts used, at most {@link FactUsed#MOST}
   * @param fromTotal how many facts were used; null where {@code from} has them all
   */
  @JsonPropertyOrder({
    "id",
    "name",
    "unit",
    "value",
    "points",
    "fullPoints",
    "outcome",
    "reason",
    "causes",
    "from",
    "fromTotal"
  })
  public record Indicator(
      String id,
      String name,
      String unit,
      @Nullable Double value,
      double points,
      double fullPoints,
      String outcome,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) String reason,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<CauseEntry> causes,
      List<FactUsed> from,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer fromTotal) {
    public Indicator {
      reason = orEmpty(reason);
      causes = orEmpty(causes);
      from = orEmpty(from);
    }
  }

  /** A fact without which there is no stage, and why it is not known. */
  @JsonPropertyOrder({"field", "causes"})
  public record UnknownEntry(String field, List<CauseEntry> causes) {
    public UnknownEntry {
      causes = List.copyOf(causes);
    }
  }

  /**
   * Why a figure is missing, what counts in its place, or why nothing can be divided by it.
   *
   * @param id as in {@link innovation.points.scoring.result.Cause}
   * @param year that it is about; null: the evaluation year
   * @param dataset that was not delivered or does not list the enterprise; else null
   * @param fields that is blank, or what is divided by: several are their mean; else null
   * @param value of the base that is not positive; else null
   * @param instead the fields of the base that was taken instead; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @JsonPropertyOrder({"id", "year", "dataset", "fields", "value", "instead"})
  public record CauseEntry(
      String id,
      @Nullable Integer year,
      @Nullable String dataset,
      @Nullable List<String> fields,
      @Nullable Double value,
      @Nullable List<String> instead) {}

  /**
   * A fact and where it was read.
   *
   * @param row as the spreadsheet counts
   */
  @JsonPropertyOrder({"field", "value", "key", "version", "row"})
  public record FactUsed(
      String field,
      @JsonSerialize(using = ValueWriter.class) Value value,
      String key,
      String version,
      int row) {
    /**
     * The most facts listed in one place: an enterprise with ten thousand contracts must still fit
     * into one item of the table.
     */
    static final int MOST = 200;
  }

  /** An absent text in JSON reads as null. */
  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** An absent list in JSON reads as null. */
  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
