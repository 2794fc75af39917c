package innovation.points.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.Person;
import innovation.points.scoring.facts.Value;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Outcome;
import innovation.points.store.run.RunIds;
import innovation.points.testkit.FactsZone;
import innovation.points.web.time.OfficialTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every transition by every role, and whatever order they come in. */
class QuestionMovesTest {

  /** Who may do it in which state; else 409 where they may in another one, 403, or 404 unseen. */
  private static final String TABLE =
      """
      state     | assignment | answer                  | closure | reopening
      open      | bureau     | bureau holder           |         |
      assigned  | bureau     | bureau holder           |         |
      corrected | bureau     | bureau holder           |         |
      reopened  | bureau     | bureau holder           |         |
      answered  |            |                         | asker   | asker
      closed    |            |                         | asker   |
      """;

  private static final Map<String, Map<String, String>> PERSONS =
      Map.of(
          "bureau", DeskBench.BUREAU,
          "approver", DeskBench.APPROVER,
          "holder", department("tax"),
          "other", department("ecology"),
          "asker", own(1),
          "stranger", own(2),
          "auditor", Map.of("sub", "sub-auditor", "cognito:groups", "[auditor]"));

  private static final Map<String, String> BODIES =
      Map.of(
          "assignment", "{\"department\":\"tax\",\"workingDays\":3}",
          "answer", "{\"outcome\":\"dismissed\",\"text\":\"经核对无误\"}",
          "closure", "{}",
          "reopening", "{\"reason\":\"另有说明\"}");

  /** Who has no right to the call at all, by its route. */
  private static final Map<String, Set<String>> OUTSIDE =
      Map.of(
          "assignment", Set.of("approver", "holder", "other", "asker", "stranger", "auditor"),
          "answer", Set.of("approver", "asker", "auditor"),
          "closure", Set.of("approver", "auditor"),
          "reopening", Set.of("approver", "auditor"));

  private static final Set<String> MOVES =
      Set.of(
          "open assigned",
          "open corrected",
          "open answered",
          "assigned corrected",
          "assigned answered",
          "corrected answered",
          "corrected assigned",
          "corrected open",
          "corrected reopened",
          "answered reopened",
          "answered corrected",
          "answered closed",
          "reopened assigned",
          "reopened corrected",
          "reopened answered");

  @Test
  void everyTransitionByEveryRole() {
    var bench = bench();
    AskedQuestion asked = questions(bench).find(asked(bench, "1.1")).orElseThrow();
    List<String> lines = TABLE.lines().toList();
    List<String> acts = cells(lines.getFirst()).subList(1, 5);
    var seen = new HashSet<Integer>();
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = cells(line);
      String state = cells.getFirst();
      for (int at = 0; at < acts.size(); at++) {
        String act = acts.get(at);
        Set<String> may = Set.of(cells.get(at + 1).split(" "));
        String refusing = inState(bench, asked, state);
        AskedQuestion before = questions(bench).find(refusing).orElseThrow();
        for (String who : PERSONS.keySet()) {
          String id = may.contains(who) ? inState(bench, asked, state) : refusing;
          var done =
              bench.call(
                  "POST",
                  "/v1/questions/%s/%s".formatted(id, act),
                  BODIES.get(act),
                  requireNonNull(PERSONS.get(who)));
          assertThat(done.status())
              .as("%s of %s by %s", act, state, who)
              .isEqualTo(status(who, act, may));
          seen.add(done.status());
        }
        assertThat(questions(bench).find(refusing)).as("refused").contains(before);
        assertThat(state(bench, refusing)).isEqualTo(state);
      }
    }
    assertThat(seen).containsExactlyInAnyOrder(200, 403, 404, 409);
  }

  private static int status(String who, String act, Set<String> may) {
    if (requireNonNull(OUTSIDE.get(act)).contains(who)) {
      return 403;
    }
    if (who.equals("stranger") || who.equals("other")) {
      return 404;
    }
    if (may.contains(who)) {
      return 200;
    }
    boolean elsewhere =
        switch (act) {
          case "assignment" -> who.equals("bureau");
          case "answer" -> who.equals("bureau") || who.equals("holder");
          default -> who.equals("asker");
        };
    return elsewhere ? 409 : 403;
  }

  /** Whoever does what in whatever order, and again: nothing is lost, and it closes once. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void inEveryOrderItIsInOneStateAndClosesOnce(long seed) {
    var bench = bench();
    String id = asked(bench, "1.1");
    var random = new Random(seed);
    var acts = new ArrayList<>(BODIES.keySet().stream().sorted().toList());
    acts.add("correction");
    var persons = PERSONS.keySet().stream().sorted().toList();
    JsonNode before = read(bench, id);
    int closings = 0;
    for (int event = 0; event < 30; event++) {
      String act = acts.get(random.nextInt(acts.size()));
      if (act.equals("correction")) {
        bench.zone.correct(
            "operations", 2025, 1, "v" + event, Map.of("rdExpense", Value.of(100 + event)));
        bench.draft(2025, bench.candidate(2025));
      } else {
        String who = persons.get(random.nextInt(persons.size()));
        int times = 1 + random.nextInt(2);
        for (int time = 0; time < times; time++) {
          assertThat(
                  bench
                      .call(
                          "POST",
                          "/v1/questions/" + id + "/" + act,
                          BODIES.get(act),
                          requireNonNull(PERSONS.get(who)))
                      .status())
              .isIn(200, 403, 404, 409);
        }
      }
      bench.pass(Duration.ofMinutes(random.nextInt(60)));
      JsonNode after = read(bench, id);
      String from = before.path("state").asText();
      String to = after.path("state").asText();
      if (!to.equals(from)) {
        assertThat(MOVES).contains(from + " " + to);
        closings += to.equals("closed") ? 1 : 0;
      }
      if (from.equals("closed")) {
        assertThat(after).isEqualTo(before);
      }
      assertThat(steps(after).subList(0, steps(before).size()))
          .as("no step is lost")
          .isEqualTo(steps(before));
      before = after;
    }
    assertThat(bench.recorded().stream().filter(item -> item.contains("question.closed")).count())
        .isEqualTo(closings)
        .isLessThanOrEqualTo(1);
  }

  /** What persons have done; a correction that nobody has answered may be taken back. */
  private static List<String> steps(JsonNode question) {
    return question
        .path("history")
        .valueStream()
        .filter(step -> step.has("by"))
        .map(JsonNode::toString)
        .toList();
  }

  private static DeskBench bench() {
    var bench = new DeskBench();
    bench.zone.known(2025, 2);
    bench.draft(2025, bench.publish(2025));
    return bench;
  }

  /** Another question of the enterprise in a state, made of one that was asked. */
  private static String inState(DeskBench bench, AskedQuestion asked, String state) {
    Instant now = bench.time.get();
    var li = new Person("sub-li", "李敏", "bureau", null);
    LocalDate day = OfficialTime.day(now).plusDays(10);
    var assigned = QuestionStep.assigned(now, li, "tax", day);
    var answered = QuestionStep.answered(now, li, Outcome.DISMISSED, "一致", null, null, day);
    var reopened = QuestionStep.reopened(now, asked.askedBy(), "不同意", day);
    var closed = QuestionStep.closed(now, new Person("sub-li", "李敏", "enterprise", null));
    List<QuestionStep> steps =
        switch (state) {
          case "assigned" -> List.of(assigned);
          case "answered" -> List.of(answered);
          case "reopened" -> List.of(answered, reopened);
          case "closed" -> List.of(answered, closed);
          default -> List.of();
        };
    PartStanding before = asked.before();
    String id =
        RunIds.requested(2025, now, state + bench.time.updateAndGet(at -> at.plusMillis(1)));
    var question =
        new AskedQuestion(
            id,
            asked.year(),
            "g-" + id,
            asked.uscc(),
            asked.name(),
            asked.grid(),
            asked.about(),
            asked.departments(),
            asked.text(),
            null,
            null,
            List.of(),
            asked.askedBy(),
            now,
            day,
            state.equals("corrected")
                ? new PartStanding(before.text(), before.total(), List.of())
                : before,
            steps);
    var trail = new AuditTrail(bench.tables.client(), bench.tables.scores(), bench.time::get);
    var entry = TrailEntry.of(li, TrailAction.QUESTION_ASKED, "questions/" + id, "r");
    assertThat(questions(bench).ask(question, trail.item(entry))).isEqualTo(question);
    return id;
  }

  private static AskedQuestions questions(DeskBench bench) {
    return new AskedQuestions(bench.tables.client(), bench.tables.scores());
  }

  private static String asked(DeskBench bench, String indicator) {
    return bench
        .call(
            "POST",
            "/v1/questions",
            """
            {"year":2025,"uscc":"%s","text":"有误","about":{"kind":"indicator","id":"%s"}}\
            """
                .formatted(FactsZone.uscc(1), indicator),
            own(1))
        .body()
        .path("id")
        .asText();
  }

  private static String state(DeskBench bench, String id) {
    return read(bench, id).path("state").asText();
  }

  private static JsonNode read(DeskBench bench, String id) {
    return bench.call("GET", "/v1/questions/" + id, null, DeskBench.APPROVER).body();
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static Map<String, String> own(int number) {
    var claims = new HashMap<>(DeskBench.enterprise(number));
    claims.put("sub", "sub-" + number);
    return claims;
  }

  private static Map<String, String> department(String id) {
    return Map.of("sub", id, "cognito:groups", "[department]", "custom:department", id);
  }
}
