package innovation.points.desk;

import static innovation.points.desk.DeskBench.person;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookState;
import innovation.points.store.rulebook.RulebookStep;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunDecision;
import innovation.points.store.run.RunStatus;
import innovation.points.store.settings.Setting;
import innovation.points.store.settings.Settings;
import innovation.points.testkit.TestBucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whatever persons of every role do, in every order: two of them stand behind what holds, what is
 * refused has no effect, and each decision is in the trail once.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryOrderTest {

  private static final Person LI = new Person("sub-li", "李敏", "bureau", null);

  /** Claims by name; 陈红 may both order and decide. */
  private static final Map<String, Map<String, String>> PERSONS =
      Map.of(
          "李敏", person("sub-li", "李敏", "[bureau]"),
          "王建国", person("sub-wang", "王建国", "[approver]"),
          "赵强", person("sub-zhao", "赵强", "[approver]"),
          "陈红", person("sub-chen", "陈红", "[bureau approver]"));

  private static final String LIMITS = "limits.json";
  private static final String SAID = "{\"reason\":\"理由\"}";

  private final TestBucket bucket = new TestBucket();
  private DeskBench bench = new DeskBench();

  /** Something that somebody does. */
  private record Event(String who, String what) {}

  @BeforeEach
  void begin() {
    bench = new DeskBench(bucket.client(), FourEyes.REQUIRED);
  }

  @AfterAll
  void stop() {
    bucket.close();
  }

  private static List<Event> events(List<String> who, List<String> what) {
    return who.stream().flatMap(one -> what.stream().map(act -> new Event(one, act))).toList();
  }

  /** All sequences of that many events. */
  private static Stream<List<Event>> orders(List<Event> events, int length) {
    return length == 0
        ? Stream.of(List.of())
        : orders(events, length - 1)
            .flatMap(
                order ->
                    events.stream()
                        .map(event -> Stream.concat(order.stream(), Stream.of(event)).toList()));
  }

  @Test
  void publications() {
    publicationsInEveryOrder(2);
  }

  @Tag("full")
  @Test
  void publicationsAtLength() {
    publicationsInEveryOrder(3);
  }

  @Test
  void rulebooks() {
    rulebooksInEveryOrder(2);
  }

  @Tag("full")
  @Test
  void rulebooksAtLength() {
    rulebooksInEveryOrder(3);
  }

  @Test
  void settings() {
    settingsInEveryOrder(2);
  }

  @Tag("full")
  @Test
  void settingsAtLength() {
    settingsInEveryOrder(3);
  }

  /** One run was published, another one, ordered by 陈红, waits. */
  private void publicationsInEveryOrder(int length) {
    List<Event> events =
        events(
            List.of("李敏", "王建国", "赵强", "陈红"),
            List.of("publish first", "publish second", "refuse second"));
    orders(events, length)
        .forEach(
            order -> {
              bench.tables.clear();
              String first = bench.awaiting(LI, null);
              publish(first, "王建国");
              var chen = new Person("sub-chen", "陈红", "bureau+approver", null);
              String second = bench.awaiting(chen, null);
              for (Event event : order) {
                bench.pass(Duration.ofSeconds(1));
                String run = event.what().endsWith("first") ? first : second;
                String before = bench.published(2025);
                List<RunDecision> decisions = decisions(first, second);
                boolean publishes = event.what().startsWith("publish");
                int status = publishes ? publish(run, event.who()) : refuse(run, event.who());
                assertThat(status).as("%s", order).isIn(200, 202, 403, 409);
                if (status != 200 || !publishes) {
                  assertThat(bench.published(2025)).as("%s", order).isEqualTo(before);
                }
                if (status > 202) {
                  assertThat(decisions(first, second)).as("%s", order).isEqualTo(decisions);
                }
                assertTwoStandBehind(String.valueOf(bench.published(2025)), order);
              }
              assertThat(bench.seal())
                  .as("items of the trail, %s", order)
                  .isEqualTo(decisions(first, second).size());
            });
  }

  private void assertTwoStandBehind(String published, List<Event> order) {
    Run run = bench.runs.find(2025, published).orElseThrow();
    assertThat(run.status()).as("%s", order).isEqualTo(RunStatus.PUBLISHED);
    Person asked = run.order().by();
    for (RunDecision decision : run.decisions()) {
      switch (decision.kind()) {
        case PUBLISHED, RESTORED ->
            assertThat(decision.by().isSameAs(asked)).as("%s", order).isFalse();
        case ASKED -> asked = decision.by();
        case REFUSED, NOTICE -> throw new AssertionError(order + ": " + decision);
      }
    }
  }

  private List<RunDecision> decisions(String... runs) {
    return Stream.of(runs)
        .flatMap(run -> bench.runs.find(2025, run).orElseThrow().decisions().stream())
        .toList();
  }

  private int publish(String run, String who) {
    return call("POST", "/v1/years/2025/publication", DeskBench.publication(run, null, null), who);
  }

  private int refuse(String run, String who) {
    return call("POST", "/v1/years/2025/recomputations/%s/refusal".formatted(run), SAID, who);
  }

  private void rulebooksInEveryOrder(int length) {
    List<Event> events =
        events(
            List.of("李敏", "王建国", "陈红"), List.of("submission", "approval", "refusal", "withdrawal"));
    var ids = new AtomicInteger();
    orders(events, length)
        .forEach(
            order -> {
              String id = "rules-" + ids.incrementAndGet();
              bench.draft(id, "2026-01-01");
              for (Event event : order) {
                var before = bench.lives().find(id);
                String path = "/v1/rulebooks/%s/%s".formatted(id, event.what());
                int status = call("POST", path, SAID, event.who());
                var after = bench.lives().find(id);
                assertThat(status).as("%s", order).isIn(200, 202, 403, 409);
                if (status > 202) {
                  assertThat(after).as("%s", order).isEqualTo(before);
                }
                assertTwoStandBehind(after.orElseThrow(), order);
              }
              assertThat(bench.seal())
                  .as("items of the trail, %s", order)
                  .isEqualTo(bench.lives().find(id).orElseThrow().steps().size());
            });
  }

  private static void assertTwoStandBehind(RulebookLife life, List<Event> order) {
    var approved = life.last(RulebookState.APPROVED);
    if (approved.isPresent()) {
      Person submitted = life.last(RulebookState.SUBMITTED).orElseThrow().by();
      assertThat(approved.get().by().isSameAs(submitted)).as("%s", order).isFalse();
      if (life.state() == RulebookState.WITHDRAWN) {
        List<RulebookStep> steps = life.steps();
        RulebookStep asked = steps.get(steps.size() - 2);
        assertThat(asked.state()).as("%s", order).isEqualTo("withdrawal-asked");
        assertThat(steps.getLast().by().isSameAs(asked.by())).as("%s", order).isFalse();
      }
    }
  }

  private void settingsInEveryOrder(int length) {
    List<Event> events = events(List.of("李敏", "王建国", "陈红"), List.of("0.1", "0.2", "0.3"));
    var settings = new Settings(bench.tables.client(), bench.tables.scores());
    orders(events, length)
        .forEach(
            order -> {
              long revision = settings.find(LIMITS).revision();
              for (Event event : order) {
                Setting before = settings.find(LIMITS);
                String path = "/v1/settings/" + LIMITS;
                int status = call("PUT", path, limits(event.what()), event.who());
                Setting after = settings.find(LIMITS);
                assertThat(status).as("%s", order).isIn(200, 202, 409);
                if (status > 202) {
                  assertThat(after).as("%s", order).isEqualTo(before);
                }
                assertTwoStandBehind(before, after, order);
              }
              assertThat(bench.seal())
                  .as("items of the trail, %s", order)
                  .isEqualTo((int) (settings.find(LIMITS).revision() - revision));
            });
  }

  private static void assertTwoStandBehind(Setting before, Setting after, List<Event> order) {
    Setting.InForce holds = after.inForce();
    if (holds != null && !holds.equals(before.inForce())) {
      Setting.Proposal proposal = Objects.requireNonNull(before.proposal());
      assertThat(holds.json()).as("%s", order).isEqualTo(proposal.json());
      assertThat(holds.proposedBy()).as("%s", order).isEqualTo(proposal.by());
      assertThat(holds.approvedBy().isSameAs(proposal.by())).as("%s", order).isFalse();
    }
  }

  private static String limits(String share) {
    return "{\"incompleteShare\":%s,\"rankedDrop\":0.1,\"medianShift\":10}".formatted(share);
  }

  private int call(String method, String path, String body, String who) {
    return bench.call(method, path, body, PERSONS.getOrDefault(who, Map.of())).status();
  }
}
