package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One score as contract §3 shows it. In JSON {@code reasons} and {@code missing} are there only
 * where they say something; everything else always is, as null where there is none.
 *
 * @param name null where the roster does not give one
 * @param generation null in a draft
 * @param stage null where it is unknown
 * @param total points, two places; null unless scored
 * @param categories points of 100 by category, two places, in the rulebook's order; null unless
 *     scored
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

  /** The same score, ranked, in a generation. */
  public Card in(String newGeneration, @Nullable Rank newRank) {
    return new Card(
        uscc,
        name,
        year,
        newGeneration,
        status,
        stage,
        total,
        categories,
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
