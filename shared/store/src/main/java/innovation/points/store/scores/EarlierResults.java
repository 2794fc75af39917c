package innovation.points.store.scores;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What was published of one enterprise in some years. Not thread-safe. */
public final class EarlierResults {

  private final Map<Integer, String> stages = new HashMap<>();
  private final Map<Integer, Card.Before> results = new HashMap<>();

  /** Adds what a stored row says of a year; only what is public of it. */
  void add(int year, Map<String, AttributeValue> item) {
    AttributeValue stage = item.get(RowItems.STAGE);
    if (stage != null) {
      stages.put(year, stage.s());
    }
    AttributeValue card = item.get(RowItems.CARD);
    Card.Before result = card == null ? null : CardForm.before(card.s());
    if (result != null) {
      results.put(year, result);
    }
  }

  /** The stages by year; years in which it had none are left out (rules §6). */
  public Map<Integer, String> stages() {
    return Map.copyOf(stages);
  }

  /** Its public total and rank of a year; null where it had none. */
  public Card.@Nullable Before result(int year) {
    return results.get(year);
  }
}
