package innovation.points.store.scores;

import innovation.points.store.scores.FileNames.Source;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Packed;
import innovation.points.store.table.ScoreKeys;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
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
    int shard = ScoreKeys.shard(card.uscc());
    String generation = card.generation();
    String partition =
        generation == null
            ? ScoreKeys.draft(card.year(), shard)
            : ScoreKeys.generation(generation, shard);
    var item = new HashMap<>(ScoreKeys.key(partition, card.uscc()));
    item.put(
        row.ranked() ? CARD : HEAD,
        AttributeValue.fromB(Packed.ofJson(CardJson.write(card), Packed.CARDS).bytes()));
    item.put(STATUS, AttributeValue.fromS(card.status().id()));
    Attributes.putText(item, STAGE, card.stage());
    Attributes.putText(item, INDUSTRY, row.industry());
    Attributes.putText(item, CLUSTER, row.cluster());
    Attributes.putText(item, GRID, row.grid());
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
    String card = json(Attributes.attribute(item, item.containsKey(CARD) ? CARD : HEAD));
    return new ScoreRow(
        CardJson.read(card),
        Attributes.textOrNull(item, INDUSTRY),
        Attributes.textOrNull(item, CLUSTER),
        Attributes.textOrNull(item, GRID),
        coverage == null ? null : Double.valueOf(coverage.n()),
        Packed.stored(Attributes.attribute(item, TRACE).b()),
        files,
        rewards == null ? BigDecimal.ZERO : new BigDecimal(rewards.n()),
        Instant.parse(Attributes.text(item, EVALUATED_AT)));
  }

  /** A score as JSON; as a text it was written by an earlier version. */
  static String json(AttributeValue card) {
    return card.s() == null ? Packed.stored(card.b()).json() : card.s();
  }
}
