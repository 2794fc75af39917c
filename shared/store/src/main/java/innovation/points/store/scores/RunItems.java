package innovation.points.store.scores;

import innovation.points.scoring.RewardTerms;
import innovation.points.store.scores.Changes.Thresholds;
import innovation.points.store.scores.Run.Order;
import innovation.points.store.scores.Run.RulebookUsed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs as items and back. */
final class RunItems {

  static final String STATUS = "status";
  static final String PROGRESS = "progress";
  static final String PARTS = "parts";
  static final String RULEBOOK = "rulebook";
  static final String COUNTS = "counts";
  static final String CHANGES = "changes";
  static final String MANIFEST = "manifest";
  static final String FAILURE = "failure";
  static final String NOTE = "note";
  static final String ATTEMPTS = "attempts";
  static final String PUBLISHED_AT = "publishedAt";
  static final String FINISHED_AT = "finishedAt";
  static final String NOTICE_UNTIL = "noticeUntil";
  static final String LEASE_OWNER = "leaseOwner";
  static final String LEASE_UNTIL = "leaseUntil";

  private static final String PUBLISH = "publish";
  private static final String DRY_RUN = "dryRun";
  private static final String ORDERED_RULEBOOK = "orderedRulebook";
  private static final String ORDERED_BY = "orderedBy";
  private static final String ORDERED_AT = "orderedAt";
  private static final String THRESHOLDS = "thresholds";
  private static final String REWARD_TERMS = "rewardTerms";

  private RunItems() {}

  /** A new run; what is not decided yet has no attribute. */
  static Map<String, AttributeValue> write(Run run) {
    Order order = run.order();
    var item = new HashMap<>(Keys.key(Keys.run(run.year()), run.id()));
    item.put(PUBLISH, AttributeValue.fromBool(order.publish()));
    item.put(DRY_RUN, AttributeValue.fromBool(order.dryRun()));
    RowItems.putText(item, ORDERED_RULEBOOK, order.rulebook());
    item.put(ORDERED_BY, AttributeValue.fromS(order.by()));
    item.put(ORDERED_AT, AttributeValue.fromS(order.at().toString()));
    item.put(THRESHOLDS, AttributeValue.fromS(Json.write(order.thresholds())));
    item.put(REWARD_TERMS, AttributeValue.fromS(Json.write(order.rewards())));
    if (order.noticeUntil() != null) {
      item.put(NOTICE_UNTIL, AttributeValue.fromS(order.noticeUntil().toString()));
    }
    item.put(STATUS, AttributeValue.fromS(run.status().id()));
    item.put(PROGRESS, AttributeValue.fromS(Json.write(run.progress())));
    item.put(ATTEMPTS, AttributeValue.fromN(Integer.toString(run.attempts())));
    return item;
  }

  static Run read(Map<String, AttributeValue> item) {
    return new Run(
        Integer.parseInt(RowItems.text(item, "pk").substring(Keys.run(0).length() - 1)),
        RowItems.text(item, "sk"),
        order(item),
        RunStatus.of(RowItems.text(item, STATUS)),
        progress(item),
        json(item, RULEBOOK, RulebookUsed.class),
        json(item, COUNTS, Counts.class),
        json(item, CHANGES, Changes.class),
        json(item, MANIFEST, Manifest.class),
        RowItems.textOrNull(item, FAILURE),
        RowItems.textOrNull(item, NOTE),
        Integer.parseInt(RowItems.attribute(item, ATTEMPTS).n()),
        instant(item, LEASE_UNTIL),
        instant(item, PUBLISHED_AT),
        instant(item, FINISHED_AT));
  }

  private static Progress progress(Map<String, AttributeValue> item) {
    Progress progress = Json.read(RowItems.text(item, PROGRESS), Progress.class);
    AttributeValue parts = item.get(PARTS);
    return parts == null || progress.equals(Progress.DONE)
        ? progress
        : progress.with(parts.ns().size());
  }

  static @Nullable LocalDate day(Map<String, AttributeValue> item, String name) {
    String text = RowItems.textOrNull(item, name);
    return text == null ? null : LocalDate.parse(text);
  }

  static @Nullable Instant instant(Map<String, AttributeValue> item, String name) {
    String text = RowItems.textOrNull(item, name);
    return text == null ? null : Instant.parse(text);
  }

  private static Order order(Map<String, AttributeValue> item) {
    Thresholds thresholds = json(item, THRESHOLDS, Thresholds.class);
    RewardTerms rewards = json(item, REWARD_TERMS, RewardTerms.class);
    return new Order(
        RowItems.attribute(item, PUBLISH).bool(),
        RowItems.textOrNull(item, ORDERED_RULEBOOK),
        RowItems.attribute(item, DRY_RUN).bool(),
        RowItems.text(item, ORDERED_BY),
        Instant.parse(RowItems.text(item, ORDERED_AT)),
        thresholds == null ? Thresholds.DEFAULT : thresholds,
        rewards == null ? RewardTerms.DEFAULT : rewards,
        day(item, NOTICE_UNTIL));
  }

  private static <T> @Nullable T json(
      Map<String, AttributeValue> item, String name, Class<T> type) {
    String text = RowItems.textOrNull(item, name);
    return text == null ? null : Json.read(text, type);
  }
}
