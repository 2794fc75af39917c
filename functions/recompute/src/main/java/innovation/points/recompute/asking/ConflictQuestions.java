package innovation.points.recompute.asking;

import innovation.points.datasets.catalogue.Sha256;
import innovation.points.person.Person;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.facts.Conflicts;
import innovation.points.store.facts.Conflicts.Conflict;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartOfResult;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.RunLease;
import innovation.points.store.scores.ScoreRow;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.settings.Settings;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Asks, as the system, about each field of which the sources of a year say different things (四(一)):
 * once for the same figures, and takes it back when the sources say something else. Repeating it
 * changes nothing. Thread-safe.
 */
public final class ConflictQuestions {

  /** Working days to answer. */
  private static final int DAYS = 10;

  private static final String ORIGIN = "系统核对";
  private static final String WITHDRAWN = "系统核对：各来源的数据已一致或已有更新，问题撤回";
  private static final String AGAIN = "系统核对：各来源的数据又与提出时一样不一致";
  private static final int DIGITS = 6;

  private final FactsTable facts;
  private final Conflicts conflicts;
  private final ScoresTable scores;
  private final AskedQuestions questions;
  private final Settings settings;
  private final SystemQuestions system;

  public ConflictQuestions(
      DynamoDbClient client, String factsTable, String scoresTable, AuditTrail trail) {
    this.facts = new FactsTable(client, factsTable);
    this.conflicts = new Conflicts(facts);
    this.scores = new ScoresTable(client, scoresTable);
    this.questions = new AskedQuestions(client, scoresTable);
    this.settings = new Settings(client, scoresTable);
    this.system = new SystemQuestions(questions, trail, Person.SCHEDULE);
  }

  /** What a question is the same by. */
  private record Subject(@Nullable String uscc, @Nullable String field, @Nullable String figures) {
    static Subject of(AskedQuestion question) {
      return new Subject(question.uscc(), question.about().id(), question.reference());
    }
  }

  /**
   * Asks about the enterprises of a generation, and takes back what the data no longer says.
   *
   * @param ordered when the run was, by which a question that is asked again has the same number
   */
  public void ask(
      int year, String generation, Instant ordered, Instant now, RunLease by, RunProgress told) {
    Map<Subject, AskedQuestion> asked =
        questions
            .all(year, null)
            .filter(one -> one.askedBy().isSameAs(Person.SCHEDULE))
            .filter(one -> one.about().kind() == QuestionKind.CONFLICT)
            .collect(Collectors.toMap(Subject::of, one -> one, (one, _) -> one, HashMap::new));
    LocalDate due = settings.workingDays().after(OfficialTime.day(now), DAYS);
    facts.scanFiles(
        0,
        1,
        (known, said) -> {
          told.advance(0);
          List<Conflict> found = conflicts.of(known.uscc(), null, null, year, _ -> true, said);
          if (!found.isEmpty()) {
            scores
                .row(generation, known.uscc())
                .ifPresent(
                    row -> {
                      for (Conflict one : found) {
                        String figures = figures(one);
                        var before = asked.remove(new Subject(row.uscc(), one.field(), figures));
                        if (before == null) {
                          system.ask(question(row, one, figures, ordered, now, due), by.owner());
                        } else if (SystemQuestions.isTakenBack(before)) {
                          system.step(
                              before,
                              QuestionStep.reopened(now, Person.SCHEDULE, AGAIN, due),
                              by.owner());
                        }
                      }
                    });
          }
        });
    for (AskedQuestion gone : asked.values()) {
      if (gone.waits()) {
        system.step(gone, QuestionStep.withdrawn(now, WITHDRAWN), by.owner());
      }
    }
  }

  private static AskedQuestion question(
      ScoreRow row, Conflict one, String figures, Instant ordered, Instant now, LocalDate due) {
    int year = row.card().year();
    PartOfResult part =
        PartOfResult.find(row, UnaryOperator.identity(), QuestionKind.CONFLICT, one.field())
            .orElseThrow();
    // Without the figures: whoever it is given to need not know those of others.
    String text =
        "%s对“%s”的数据不一致，目前采用%s的数据。请核对；采用的数据有误的，请报送更正后的文件。"
            .formatted(
                one.values().stream()
                    .map(said -> Conflicts.sourceName(said.source()))
                    .collect(Collectors.joining("、")),
                one.title(),
                Conflicts.sourceName(one.inForce()));
    return new AskedQuestion(
        RunIds.requested(year, ordered, row.uscc() + "/" + one.field() + "/" + figures),
        year,
        null,
        row.uscc(),
        row.card().name(),
        row.grid(),
        part.about(),
        part.departments(),
        text,
        ORIGIN,
        figures,
        List.of(),
        Person.SCHEDULE,
        now,
        due,
        part.standing(),
        List.of());
  }

  /** A short name of what the sources say; other figures have another. */
  private static String figures(Conflict one) {
    String said =
        one.values().stream()
            .map(word -> word.source() + "=" + word.value())
            .collect(Collectors.joining("\n"));
    return Sha256.hex(said).substring(0, DIGITS);
  }
}
