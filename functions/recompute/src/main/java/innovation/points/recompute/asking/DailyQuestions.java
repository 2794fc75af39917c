package innovation.points.recompute.asking;

import innovation.points.person.Person;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestion.About;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.run.RunIds;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.UploadsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Brings what the system asks up to date with the data: what is found and was not asked is asked;
 * what is asked and not found any more is taken back; what was answered is asked again only where
 * the finding is another. Repeating it changes nothing. Thread-safe.
 */
public final class DailyQuestions {

  /** Working days to answer. */
  private static final int DAYS = 10;

  private static final String ORIGIN = "系统核对";
  private static final String WITHDRAWN = "系统核对：数据已确认、补齐或更新，问题撤回";
  private static final String AGAIN = "系统核对：又出现与提出时相同的情况";

  private final FactsTable facts;
  private final UploadsTable uploads;
  private final AskedQuestions questions;
  private final Settings settings;
  private final RulebookChoice rulebooks;
  private final SystemQuestions system;

  public DailyQuestions(
      DynamoDbClient client,
      String factsTable,
      String scoresTable,
      String uploadsTable,
      RulebookChoice rulebooks,
      AuditTrail trail) {
    this.facts = new FactsTable(client, factsTable);
    this.uploads = new UploadsTable(client, uploadsTable);
    this.questions = new AskedQuestions(client, scoresTable);
    this.settings = new Settings(client, scoresTable);
    this.rulebooks = rulebooks;
    this.system = new SystemQuestions(questions, trail, Person.DAILY);
  }

  /**
   * Asks and takes back.
   *
   * @param today of the schedule, in official time
   * @return how many questions were asked, taken back or asked again
   */
  public int ask(LocalDate today, Instant now, String requestId) {
    Map<DailyFinding.Subject, List<AskedQuestion>> asked =
        questions
            .all(null, null)
            .filter(one -> one.about().kind().ofSystem())
            .collect(Collectors.groupingBy(DailyFinding.Subject::of));
    LocalDate due = settings.workingDays().after(today, DAYS);
    var seen = new HashSet<DailyFinding.Subject>();
    int changes = 0;
    for (DailyFinding found : findings(today)) {
      if (seen.add(found.subject())) {
        List<AskedQuestion> before = asked.getOrDefault(found.subject(), List.of());
        changes += bring(found, before, now, due, requestId) ? 1 : 0;
      }
    }
    for (var subject : asked.entrySet()) {
      if (!seen.contains(subject.getKey())) {
        for (AskedQuestion gone : subject.getValue()) {
          if (gone.waits()) {
            system.step(gone, QuestionStep.withdrawn(now, WITHDRAWN), requestId);
            changes++;
          }
        }
      }
    }
    return changes;
  }

  /** True where something was written. */
  private boolean bring(
      DailyFinding found,
      List<AskedQuestion> before,
      Instant now,
      LocalDate due,
      String requestId) {
    if (before.stream().anyMatch(AskedQuestion::waits)) {
      return false;
    }
    AskedQuestion same =
        before.stream()
            .filter(one -> found.reference().equals(one.reference()))
            .findFirst()
            .orElse(null);
    if (same == null) {
      AskedQuestion question = question(found, now, due);
      system.ask(question, requestId);
      return true;
    }
    if (SystemQuestions.isTakenBack(same)) {
      system.step(same, QuestionStep.reopened(now, Person.DAILY, AGAIN, due), requestId);
      return true;
    }
    return false;
  }

  private List<DailyFinding> findings(LocalDate today) {
    var found = new ArrayList<DailyFinding>();
    var inFacts = new FactQuestions(facts, today);
    Map<Integer, Set<String>> delivered = facts.zone().deliveries().datasets();
    int collected = today.getYear() - 1;
    for (int year = collected - 1; year <= collected + 1; year++) {
      var catalogue = settings.catalogue(year);
      found.addAll(new FileQuestions(uploads, catalogue).of(year));
      inFacts.look(year, catalogue, delivered.getOrDefault(year, Set.of()), zeros(year));
      int of = year;
      rulebooks.inEffect(year).ifPresent(rules -> inFacts.look(of, rules));
    }
    found.addAll(inFacts.all());
    return found;
  }

  /** Datasets that the rules take as zero where they do not list an enterprise. */
  private Set<String> zeros(int year) {
    return rulebooks.inEffect(year).stream()
        .flatMap(rules -> rules.datasets().stream())
        .filter(Rulebook.Dataset::absentIsZero)
        .map(Rulebook.Dataset::id)
        .collect(Collectors.toSet());
  }

  private static AskedQuestion question(DailyFinding found, Instant now, LocalDate due) {
    String subject =
        "%s/%s/%s/%s".formatted(found.kind(), found.uscc(), found.id(), found.reference());
    return new AskedQuestion(
        RunIds.requested(found.year(), now, subject),
        found.year(),
        null,
        found.uscc(),
        found.name(),
        found.grid(),
        new About(found.kind(), found.id(), found.title()),
        found.departments(),
        found.text(),
        ORIGIN,
        found.reference(),
        List.of(),
        Person.DAILY,
        now,
        due,
        new PartStanding(null, null, List.of()),
        List.of());
  }
}
