package innovation.points.store.run;

import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.person.Person;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.store.run.Run.Order;
import innovation.points.store.run.Run.RulebookUsed;
import innovation.points.store.run.RunChanges.Thresholds;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Runs as items and back. */
public final class RunItems {

  public static final String STATUS = "status";
  static final String PROGRESS = "progress";
  static final String PARTS = "parts";
  public static final String RULEBOOK = "rulebook";
  public static final String COUNTS = "counts";
  static final String CHANGES = "changes";
  static final String MANIFEST = "manifest";
  static final String FAILURE = "failure";
  static final String NOTE = "note";
  static final String ATTEMPTS = "attempts";
  public static final String PUBLISHED_AT = "publishedAt";
  public static final String FINISHED_AT = "finishedAt";
  public static final String NOTICE_UNTIL = "noticeUntil";
  public static final String LEASE_OWNER = "leaseOwner";
  static final String LEASE_UNTIL = "leaseUntil";
  static final String DOCUMENTS = "documents";
  static final String WORKSPACE = "workspace";
  static final String CHECKS = "checks";
  private static final String DECISIONS = "decisions";

  private static final String PUBLISH = "publish";
  private static final String DRY_RUN = "dryRun";
  private static final String ORDERED_RULEBOOK = "orderedRulebook";
  private static final String ORDERED_BY = "orderedBy";
  private static final String ORDERED_AT = "orderedAt";
  private static final String NOTICE_DAYS = "noticeDays";
  private static final String OVERRIDE = "override";
  private static final String THRESHOLDS = "thresholds";
  private static final String REWARD_TERMS = "rewardTerms";

  private static final TypeReference<List<RunCheck>> EVERY_CHECK = new TypeReference<>() {};

  private RunItems() {}

  /** A new run; what is not decided yet has no attribute. */
  static Map<String, AttributeValue> write(Run run) {
    Order order = run.order();
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.run(run.year()), run.id()));
    item.put(PUBLISH, AttributeValue.fromBool(order.publish()));
    item.put(DRY_RUN, AttributeValue.fromBool(order.dryRun()));
    Attributes.putText(item, ORDERED_RULEBOOK, order.rulebook());
    item.put(ORDERED_BY, AttributeValue.fromS(StoredJson.write(order.by())));
    item.put(ORDERED_AT, AttributeValue.fromS(order.at().toString()));
    item.put(THRESHOLDS, AttributeValue.fromS(StoredJson.write(order.thresholds())));
    item.put(REWARD_TERMS, AttributeValue.fromS(StoredJson.write(order.rewards())));
    if (order.noticeUntil() != null) {
      item.put(NOTICE_UNTIL, AttributeValue.fromS(order.noticeUntil().toString()));
    }
    if (order.noticeDays() != null) {
      item.put(NOTICE_DAYS, AttributeValue.fromN(order.noticeDays().toString()));
    }
    Attributes.putText(item, OVERRIDE, order.override());
    item.put(STATUS, AttributeValue.fromS(run.status().id()));
    item.put(PROGRESS, AttributeValue.fromS(StoredJson.write(run.progress())));
    item.put(ATTEMPTS, AttributeValue.fromN(Integer.toString(run.attempts())));
    return item;
  }

  static Run read(Map<String, AttributeValue> item) {
    return new Run(
        Integer.parseInt(Attributes.text(item, "pk").substring(ScoreKeys.run(0).length() - 1)),
        Attributes.text(item, "sk"),
        order(item),
        RunStatus.of(Attributes.text(item, STATUS)),
        progress(item),
        json(item, RULEBOOK, RulebookUsed.class),
        json(item, COUNTS, GenerationCounts.class),
        json(item, CHANGES, RunChanges.class),
        json(item, MANIFEST, Manifest.class),
        Attributes.textOrNull(item, FAILURE),
        Attributes.textOrNull(item, NOTE),
        Integer.parseInt(Attributes.attribute(item, ATTEMPTS).n()),
        instant(item, LEASE_UNTIL),
        instant(item, PUBLISHED_AT),
        instant(item, FINISHED_AT),
        documents(item),
        Attributes.textOrNull(item, WORKSPACE),
        checks(item),
        decisions(item));
  }

  private static List<RunCheck> checks(Map<String, AttributeValue> item) {
    String checks = Attributes.textOrNull(item, CHECKS);
    return checks == null ? List.of() : StoredJson.read(checks, EVERY_CHECK);
  }

  private static List<RunDecision> decisions(Map<String, AttributeValue> item) {
    AttributeValue decisions = item.get(DECISIONS);
    return decisions == null
        ? List.of()
        : decisions.l().stream().map(one -> StoredJson.read(one.s(), RunDecision.class)).toList();
  }

  /**
   * Appends a decision to those of a run.
   *
   * @param values gets what the expression needs
   * @return the assignment of an update expression
   */
  public static String deciding(RunDecision decision, Map<String, AttributeValue> values) {
    values.put(":noDecisions", AttributeValue.fromL(List.of()));
    values.put(
        ":decision",
        AttributeValue.fromL(List.of(AttributeValue.fromS(StoredJson.write(decision)))));
    return "decisions = list_append(if_not_exists(decisions, :noDecisions), :decision)";
  }

  private static @Nullable DocumentsState documents(Map<String, AttributeValue> item) {
    String state = Attributes.textOrNull(item, DOCUMENTS);
    return state == null ? null : DocumentsState.of(state);
  }

  private static RunStep progress(Map<String, AttributeValue> item) {
    RunStep progress = StoredJson.read(Attributes.text(item, PROGRESS), RunStep.class);
    AttributeValue parts = item.get(PARTS);
    return parts == null || progress.equals(RunStep.DONE)
        ? progress
        : progress.with(parts.ns().size());
  }

  public static @Nullable LocalDate day(Map<String, AttributeValue> item, String name) {
    String text = Attributes.textOrNull(item, name);
    return text == null ? null : LocalDate.parse(text);
  }

  static @Nullable Instant instant(Map<String, AttributeValue> item, String name) {
    String text = Attributes.textOrNull(item, name);
    return text == null ? null : Instant.parse(text);
  }

  private static Order order(Map<String, AttributeValue> item) {
    Thresholds thresholds = json(item, THRESHOLDS, Thresholds.class);
    RewardTerms rewards = json(item, REWARD_TERMS, RewardTerms.class);
    AttributeValue days = item.get(NOTICE_DAYS);
    return new Order(
        Attributes.attribute(item, PUBLISH).bool(),
        Attributes.textOrNull(item, ORDERED_RULEBOOK),
        Attributes.attribute(item, DRY_RUN).bool(),
        StoredJson.read(Attributes.text(item, ORDERED_BY), Person.class),
        Instant.parse(Attributes.text(item, ORDERED_AT)),
        thresholds == null ? Thresholds.DEFAULT : thresholds,
        rewards == null ? RewardTerms.DEFAULT : rewards,
        day(item, NOTICE_UNTIL),
        days == null ? null : Integer.valueOf(days.n()),
        Attributes.textOrNull(item, OVERRIDE));
  }

  private static <T> @Nullable T json(
      Map<String, AttributeValue> item, String name, Class<T> type) {
    String text = Attributes.textOrNull(item, name);
    return text == null ? null : StoredJson.read(text, type);
  }
}
