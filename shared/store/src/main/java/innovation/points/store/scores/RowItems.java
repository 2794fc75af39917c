package innovation.points.store.scores;

import innovation.points.store.scores.FileNames.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Score rows as items and back.
 *
 * <p>The score is written out once, as packed JSON: in the attribute {@code card} where anyone may
 * see it, in {@code head} where not. A reader of {@code card} can therefore not show what is not
 * public.
 */
final class RowItems {

  static final String CARD = "card";
  private static final String HEAD = "head";
  static final String STATUS = "status";
  static final String STAGE = "stage";
  static final String INDUSTRY = "industry";
  static final String CLUSTER = "cluster";
  private static final String GRID = "grid";

  /** The sum in yuan; not there where it is 0. */
  static final String REWARDS = "rewards";

  private static final String COVERAGE = "coverage";
  private static final String TRACE = "profile";
  private static final String EVALUATED_AT = "evaluatedAt";

  private RowItems() {}

  static Map<String, AttributeValue> write(ScoreRow row) {
    Card card = row.card();
    int shard = Keys.shard(card.uscc());
    String generation = card.generation();
    String partition =
        generation == null ? Keys.draft(card.year(), shard) : Keys.generation(generation, shard);
    var item = new HashMap<>(Keys.key(partition, card.uscc()));
    item.put(
        row.ranked() ? CARD : HEAD,
        AttributeValue.fromB(Packed.ofJson(CardJson.write(card), Packed.CARDS).bytes()));
    item.put(STATUS, AttributeValue.fromS(card.status().id()));
    putText(item, STAGE, card.stage());
    putText(item, INDUSTRY, row.industry());
    putText(item, CLUSTER, row.cluster());
    putText(item, GRID, row.grid());
    Double coverage = row.coverage();
    if (coverage != null) {
      item.put(COVERAGE, AttributeValue.fromN(coverage.toString()));
    }
    item.put(TRACE, AttributeValue.fromB(row.trace().bytes()));
    if (row.rewardTotal().signum() > 0) {
      item.put(REWARDS, AttributeValue.fromN(row.rewardTotal().toPlainString()));
    }
    item.put(EVALUATED_AT, AttributeValue.fromS(row.evaluatedAt().toString()));
    return item;
  }

  /**
   * Reads a row.
   *
   * @param files what names of files in its trace stand for
   */
  static ScoreRow read(Map<String, AttributeValue> item, Function<String, Source> files) {
    AttributeValue coverage = item.get(COVERAGE);
    AttributeValue rewards = item.get(REWARDS);
    String card = json(attribute(item, item.containsKey(CARD) ? CARD : HEAD));
    return new ScoreRow(
        CardJson.read(card),
        textOrNull(item, INDUSTRY),
        textOrNull(item, CLUSTER),
        textOrNull(item, GRID),
        coverage == null ? null : Double.valueOf(coverage.n()),
        Packed.stored(attribute(item, TRACE).b()),
        files,
        rewards == null ? BigDecimal.ZERO : new BigDecimal(rewards.n()),
        Instant.parse(text(item, EVALUATED_AT)));
  }

  /** A score as JSON; as a text it was written by an earlier version. */
  static String json(AttributeValue card) {
    return card.s() == null ? Packed.stored(card.b()).json() : card.s();
  }

  static AttributeValue attribute(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    if (value == null) {
      throw new IllegalStateException("expected an attribute " + name + ", found none");
    }
    return value;
  }

  static String text(Map<String, AttributeValue> item, String name) {
    return attribute(item, name).s();
  }

  static @Nullable String textOrNull(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? null : value.s();
  }

  static void putText(Map<String, AttributeValue> item, String name, @Nullable String text) {
    if (text != null) {
      item.put(name, AttributeValue.fromS(text));
    }
  }
}
