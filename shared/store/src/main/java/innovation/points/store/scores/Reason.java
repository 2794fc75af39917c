package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import innovation.points.store.scores.Detail.FactUsed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why one result of an enterprise differs from another.
 *
 * @param part the part of the result that differs
 * @param id of the indicator; null in other parts
 * @param text a sentence in Chinese
 * @param facts the facts behind it that are not the same, at most {@link #MOST_FACTS}
 */
@JsonPropertyOrder({"part", "id", "text", "facts"})
public record Reason(
    Part part,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String id,
    String text,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FactChange> facts) {

  /** The most facts listed with one reason: a list of reasons must fit into an item. */
  public static final int MOST_FACTS = 10;

  public Reason {
    // An absent list in JSON reads as null.
    facts = orEmpty(facts);
  }

  public static Reason of(Part part, String text) {
    return new Reason(part, null, text, List.of());
  }

  private static List<FactChange> orEmpty(@Nullable List<FactChange> facts) {
    return facts == null ? List.of() : List.copyOf(facts);
  }

  /** A part of a result. */
  public enum Part {
    RULEBOOK,
    ROSTER,
    STATUS,
    COVERAGE,
    STAGE,
    INDICATOR,
    NEGATIVE_LIST,
    BONUS,
    DECAY,
    /** Its own result is the same; others have moved. */
    OTHERS;

    /** As the API spells it. */
    @JsonValue
    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * A fact that came, went or was corrected.
   *
   * @param before with the file, version and row it was read from; null where there was none
   * @param after likewise; null where there is none any more
   */
  @JsonPropertyOrder({"field", "before", "after"})
  public record FactChange(String field, @Nullable FactUsed before, @Nullable FactUsed after) {}
}
