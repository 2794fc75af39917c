package innovation.points.store.reminders;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.mail.Mail;
import innovation.points.store.mail.Outbox;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.settings.NoticeSwitches;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.Partition;
import innovation.points.store.table.Revisions;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Reminds departments of what they owe (催报). That an occasion was used, the mail that tells it and
 * the item of the audit trail are one transaction: a reminder is written once or not at all, and
 * what is written is sent by the {@link Outbox}. Thread-safe.
 */
public final class Reminders {

  /** A transaction has at most 100 parts, five of which are not about one duty. */
  private static final int MOST = 90;

  private static final String OCCASION = "occasion";
  private static final String DOCUMENT = "document";
  private static final String SEPARATOR = "#";

  private final DynamoDbClient client;
  private final String table;
  private final FactsTable facts;
  private final AskedQuestions questions;
  private final Settings settings;
  private final Outbox outbox;
  private final AuditTrail trail;

  public Reminders(DynamoDbClient client, String factsTable, String scoresTable, AuditTrail trail) {
    this.client = client;
    this.table = scoresTable;
    this.facts = new FactsTable(client, factsTable);
    this.questions = new AskedQuestions(client, scoresTable);
    this.settings = new Settings(client, scoresTable);
    this.outbox = new Outbox(client, scoresTable);
    this.trail = trail;
  }

  /**
   * Reminds of everything for which an occasion has come that was not used yet, but for offices
   * that have turned it off.
   *
   * @param today of the schedule, in official time
   * @return how many mails were written
   */
  public int remind(LocalDate today, Instant now, String requestId) {
    Map<String, LocalDate> used = used();
    Catalogue catalogue = settings.catalogue();
    NoticeSwitches switches = settings.notices();
    int mails = 0;
    for (var owed : byDepartment(duties(today)).entrySet()) {
      if (!switches.sends(NoticeSwitches.Kind.DEADLINES, owed.getKey())) {
        continue;
      }
      List<Duty> due = owed.getValue().stream().filter(duty -> isDue(duty, used, today)).toList();
      for (int from = 0; from < due.size(); from += MOST) {
        List<Duty> part = due.subList(from, Math.min(due.size(), from + MOST));
        var occasions =
            part.stream().map(duty -> use(duty, duty.occasion(today).orElseThrow())).toList();
        if (write(owed.getKey(), part, occasions, catalogue, Person.DAILY, today, now, requestId)
            .isPresent()) {
          mails++;
        }
      }
    }
    return mails;
  }

  private static boolean isDue(Duty duty, Map<String, LocalDate> used, LocalDate today) {
    LocalDate last = used.get(sort(duty));
    return duty.occasion(today).filter(day -> last == null || day.isAfter(last)).isPresent();
  }

  /** What came of a reminder by hand. */
  public sealed interface Outcome {

    /** It is on its way. */
    record Sent(Reminded reminded, Mail mail) implements Outcome {}

    /** The department owes nothing of that year. */
    record NothingOwed() implements Outcome {}

    /** It was reminded by hand on that day already. */
    record Already() implements Outcome {}
  }

  /** Reminds a department, now, of everything of a year that it owes; once a day. */
  public Outcome remind(
      int year, String department, Person by, LocalDate today, Instant now, String requestId) {
    List<Duty> owed =
        Stream.concat(
                datasets(year, facts.zone().deliveries().of(year)),
                answers(questions.all(year, null)))
            .filter(duty -> duty.department().equals(department))
            .sorted(Comparator.comparing(Duty::due))
            .limit(MOST)
            .toList();
    if (owed.isEmpty()) {
      return new Outcome.NothingOwed();
    }
    var byHand = new Duty(department, "by-hand/" + year, 1, year, "", today);
    return write(
            department,
            owed,
            List.of(use(byHand, today)),
            settings.catalogue(),
            by,
            today,
            now,
            requestId)
        .orElseGet(Outcome.Already::new);
  }

  /** When each department was last reminded. One Query. */
  public Map<String, Reminded> last() {
    return Partition.items(client, table, ScoreKeys.REMINDED).stream()
        .map(item -> StoredJson.read(Attributes.text(item, DOCUMENT), Reminded.class))
        .collect(Collectors.toMap(Reminded::department, one -> one));
  }

  private Optional<Outcome> write(
      String department,
      List<Duty> duties,
      List<TransactWriteItem> occasions,
      Catalogue catalogue,
      Person by,
      LocalDate today,
      Instant now,
      String requestId) {
    List<Duty> asked = duties.stream().filter(Duty::isQuestions).toList();
    var reminded =
        new Reminded(department, now, by, duties.size() - asked.size(), ReminderMail.count(asked));
    Mail mail = ReminderMail.of(department, duties, catalogue, by, today);
    var with = new ArrayList<>(occasions.subList(1, occasions.size()));
    with.addAll(outbox.items(mail, now));
    with.add(last(reminded));
    with.add(
        trail.item(
            TrailEntry.of(by, TrailAction.REMINDER_SENT, "departments/" + department, requestId)));
    return Revisions.write(client, occasions.getFirst(), with)
        ? Optional.of(new Outcome.Sent(reminded, mail))
        : Optional.empty();
  }

  private TransactWriteItem last(Reminded reminded) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.REMINDED, reminded.department()));
    item.put(DOCUMENT, AttributeValue.fromS(StoredJson.write(reminded)));
    return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
  }

  /** Uses an occasion: never twice, and none before one that was used. */
  private TransactWriteItem use(Duty duty, LocalDate occasion) {
    var item = new HashMap<>(ScoreKeys.key(ScoreKeys.REMINDER, sort(duty)));
    var day = AttributeValue.fromS(occasion.toString());
    item.put(OCCASION, day);
    return TransactWriteItem.builder()
        .put(
            Put.builder()
                .tableName(table)
                .item(item)
                .conditionExpression("attribute_not_exists(pk) OR occasion < :occasion")
                .expressionAttributeValues(Map.of(":occasion", day))
                .build())
        .build();
  }

  private static String sort(Duty duty) {
    return duty.department() + SEPARATOR + duty.id();
  }

  /** The last occasion that was used, by what is owed. */
  private Map<String, LocalDate> used() {
    return Partition.items(client, table, ScoreKeys.REMINDER).stream()
        .collect(
            Collectors.toMap(
                item -> Attributes.text(item, "sk"),
                item -> LocalDate.parse(Attributes.text(item, OCCASION))));
  }

  private static Map<String, List<Duty>> byDepartment(Stream<Duty> duties) {
    return duties.collect(
        Collectors.groupingBy(Duty::department, TreeMap::new, Collectors.toList()));
  }

  /**
   * Everything that is owed on a day: the datasets of the year that is being collected and of years
   * before and after it of which something has come, and the questions that wait.
   */
  private Stream<Duty> duties(LocalDate today) {
    Map<Integer, Set<String>> delivered = facts.zone().deliveries().datasets();
    int collected = today.getYear() - 1;
    Stream<Duty> datasets =
        Stream.of(collected - 1, collected, collected + 1)
            .filter(year -> year == collected || delivered.containsKey(year))
            .flatMap(year -> datasets(year, delivered.getOrDefault(year, Set.of())));
    return Stream.concat(datasets, answers(questions.all(null, null)))
        .sorted(Comparator.comparing(Duty::due));
  }

  private Stream<Duty> datasets(int year, Set<String> delivered) {
    List<Dataset> all = settings.catalogue(year).datasets();
    return all.stream()
        .filter(dataset -> !delivered.contains(dataset.id()))
        .flatMap(dataset -> Duty.of(dataset, year).stream());
  }

  /** The questions that wait, by whom they are with and the day on which they are due. */
  private static Stream<Duty> answers(Stream<AskedQuestion> all) {
    var with = new TreeMap<String, Map<LocalDate, List<AskedQuestion>>>();
    all.filter(AskedQuestion::waits)
        .forEach(
            one ->
                holders(one)
                    .forEach(
                        holder ->
                            with.computeIfAbsent(holder, _ -> new TreeMap<>())
                                .computeIfAbsent(one.due(), _ -> new ArrayList<>())
                                .add(one)));
    return with.entrySet().stream()
        .flatMap(
            holder ->
                holder.getValue().entrySet().stream()
                    .map(due -> Duty.of(holder.getKey(), due.getKey(), due.getValue())));
  }

  /**
   * The department that was given it, else those whose figures are behind it, else the bureau;
   * nobody by mail where the enterprise has it.
   */
  private static List<String> holders(AskedQuestion question) {
    if (question.isWithEnterprise()) {
      return List.of();
    }
    List<String> holders = question.assignee().map(List::of).orElse(question.departments());
    return holders.isEmpty() ? List.of(Mail.BUREAU) : holders;
  }
}
