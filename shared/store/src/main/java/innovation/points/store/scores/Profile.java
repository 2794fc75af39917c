package innovation.points.store.scores;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A profile as contract §3 shows it: the score, the edition, and the detail, in one JSON object.
 *
 * @param edition {@code draft} or {@code published}
 */
@JsonPropertyOrder({"card", "edition", "detail"})
public record Profile(@JsonUnwrapped Card card, String edition, @JsonUnwrapped Detail detail) {}
