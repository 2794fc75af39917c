package innovation.points.desk;

import static innovation.points.desk.DeskBench.person;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.store.run.RunCheck;
import innovation.points.store.run.RunCheck.Level;
import innovation.points.testkit.FactsZone;
import innovation.points.testkit.FaultyClient;
import innovation.points.testkit.FaultyClient.When;
import innovation.points.testkit.TestBucket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A process that dies at any of its calls to the tables and the bucket while somebody decides: said
 * again, the decision is there once, and once in the trail.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskCrashTest {

  private static final Person LI = new Person("sub-li", "李敏", "bureau", null);
  private static final Map<String, String> BUREAU = person("sub-li", "李敏", "[bureau]");
  private static final Map<String, String> WANG = DeskBench.approver("sub-wang", "王建国");
  private static final Map<String, String> ZHAO = DeskBench.approver("sub-zhao", "赵强");
  private static final RunCheck BLOCK =
      new RunCheck("undelivered", Level.BLOCK, 1.0, 0.0, "1 个数据集没有文件。");
  private static final String LIMITS =
      "{\"incompleteShare\":0.2,\"rankedDrop\":0.3,\"medianShift\":5}";
  private static final String DEFAULT =
      "{\"incompleteShare\":0.1,\"rankedDrop\":0.1,\"medianShift\":10}";

  /**
   * Versions in the bucket, times and their numbers, ids of questions, codes and signed letters.
   */
  private static final Pattern OTHER_EACH_TIME =
      Pattern.compile(
          "\"version\":\"[^\"]*\"|\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z"
              + "|eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]+|\\d{8}T\\d{6}\\.\\d{3}Z(~|-[0-9a-f]{6})|\\b00\\d{13}#|\\b[2-9A-HJ-NP-Z]{20}\\b");

  private final TestBucket bucket = new TestBucket();

  /** A call that somebody makes. */
  private record Said(String method, String path, @Nullable String body, Map<String, String> who) {
    DeskBench.Answer to(DeskBench bench, @Nullable String key) {
      bench.pass(Duration.ofSeconds(1));
      return bench.call(method, path, body, who, key);
    }
  }

  /** What happened before, of which the last is what the decision is about. */
  private interface Before {
    Said decision(DeskBench bench);
  }

  /** A decision, and what leads to it. */
  private record Story(String name, Before before) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** The call at which a process dies, from 1. */
  private interface Death {
    FaultyClient at(int fatal, When when);
  }

  /** What the decision has changed when all is over. */
  private record End(List<String> changed, List<String> trail, int status) {}

  @AfterAll
  void stop() {
    bucket.close();
  }

  static Stream<Story> stories() {
    return Stream.of(
        new Story("publication", bench -> publish(bench.awaiting(LI, null), null, null, WANG)),
        new Story(
            "publication with a reason",
            bench -> publish(bench.awaiting(LI, null, BLOCK), "公示期内补齐", null, WANG)),
        new Story("refusal", bench -> refuse(bench.awaiting(LI, null))),
        new Story("asking to go back", bench -> publish(second(bench), "有误", null, WANG)),
        new Story(
            "going back",
            bench -> {
              String former = second(bench);
              publish(former, "有误", null, WANG).to(bench, null);
              return publish(former, null, null, ZHAO);
            }),
        new Story(
            "another notice period",
            bench -> {
              String run = bench.awaiting(LI, null);
              publish(run, null, null, WANG).to(bench, null);
              return publish(run, null, "2026-04-20", WANG);
            }),
        new Story("rulebook submitted", bench -> rulebook(bench, "submission", BUREAU)),
        new Story("rulebook approved", bench -> rulebook(bench, "approval", WANG)),
        new Story("rulebook refused", bench -> rulebook(bench, "refusal", WANG)),
        new Story("withdrawal asked for", bench -> rulebook(bench, "withdrawal", BUREAU)),
        new Story("rulebook withdrawn", bench -> rulebook(bench, "withdrawal", WANG)),
        new Story("setting proposed", bench -> limits(LIMITS, BUREAU)),
        new Story(
            "setting approved",
            bench -> {
              limits(LIMITS, BUREAU).to(bench, null);
              return limits(LIMITS, WANG);
            }),
        new Story(
            "setting refused",
            bench -> {
              limits(LIMITS, BUREAU).to(bench, null);
              return limits(DEFAULT, WANG);
            }),
        new Story(
            "question",
            bench -> {
              notice(bench);
              return ask();
            }),
        new Story(
            "question assigned", bench -> step(bench, "assignment", "{\"department\":\"tax\"}")),
        new Story("question answered", DeskCrashTest::answer),
        new Story("question closed", bench -> agree(bench, "closure", "{}")),
        new Story(
            "question opened again", bench -> agree(bench, "reopening", "{\"reason\":\"另有说明\"}")),
        new Story(
            "letter",
            bench -> {
              notice(bench);
              return letter();
            }),
        new Story("letter revoked", DeskCrashTest::revoke),
        new Story("allocation made", DeskCrashTest::allocation),
        new Story("allocation asked for", bench -> allocation(bench, "submission", BUREAU)),
        new Story("allocation approved", bench -> allocation(bench, "approval", WANG)),
        new Story("allocation refused", bench -> allocation(bench, "refusal", WANG)),
        new Story("allocation paid", bench -> allocation(bench, "disbursement", BUREAU)));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void isThereOnceWhateverWriteTheProcessDiedAt(Story story) {
    diesEverywhere(story, null, FaultyClient::dyingAtWrite);
  }

  /** The key of the call that died is free after a minute. */
  @Tag("full")
  @ParameterizedTest
  @MethodSource("stories")
  void isThereOnceWhateverCallItDiedAtWithAKey(Story story) {
    diesEverywhere(story, "once", FaultyClient::dyingAt);
  }

  private void diesEverywhere(Story story, @Nullable String key, Death death) {
    DeskBench undisturbed = bench();
    Said calm = story.before().decision(undisturbed);
    List<String> stored = stored(undisturbed);
    End expected = end(undisturbed, stored, calm.to(undisturbed, key));
    assertThat(expected.status()).isIn(200, 201, 202);
    for (When when : When.values()) {
      int fatal = 1;
      while (diesAt(death.at(fatal, when), story, key, expected)) {
        fatal++;
      }
      assertThat(fatal).as("the first decision that made fewer calls").isGreaterThan(1);
    }
  }

  /** False where the decision made fewer calls. */
  private boolean diesAt(FaultyClient dying, Story story, @Nullable String key, End expected) {
    DeskBench bench = bench();
    Said decision = story.before().decision(bench);
    List<String> before = stored(bench);
    bench.process = dying;
    DeskBench.Answer broken = decision.to(bench, key);
    boolean died = dying.died();
    if (died) {
      assertThat(broken.status()).as("%s: %s", story, dying).isEqualTo(500);
    }
    bench.process = FaultyClient.counting();
    if (key != null) {
      bench.pass(Duration.ofMinutes(1));
    }
    assertThat(end(bench, before, decision.to(bench, key)))
        .as("%s: %s", story, dying)
        .isEqualTo(expected);
    return died;
  }

  private DeskBench bench() {
    return new DeskBench(bucket.client(), FourEyes.REQUIRED);
  }

  private static End end(DeskBench bench, List<String> before, DeskBench.Answer answer) {
    List<String> changed =
        stored(bench).stream()
            .filter(item -> !before.contains(item))
            .map(DeskCrashTest::same)
            .toList();
    List<String> trail = bench.recorded().stream().map(DeskCrashTest::same).sorted().toList();
    return new End(changed, trail, answer.status());
  }

  /** Everything in the tables but the trail and the keys of calls. */
  private static List<String> stored(DeskBench bench) {
    return Stream.of(bench.tables.scores(), bench.tables.facts())
        .flatMap(table -> bench.tables.items(table).stream())
        .map(item -> new TreeMap<>(item).toString())
        .filter(item -> !item.contains("pk=AttributeValue(S=trail"))
        .filter(item -> !item.contains("pk=AttributeValue(S=repeat#"))
        .sorted()
        .toList();
  }

  private static String same(String text) {
    return OTHER_EACH_TIME.matcher(text).replaceAll("-");
  }

  /** A year was published, and its notice period runs. */
  private static void notice(DeskBench bench) {
    bench.zone.known(2025, 2);
    String run = bench.publish(2025);
    publish(run, null, "2026-04-10", WANG).to(bench, null);
  }

  private static Said ask() {
    return new Said(
        "POST",
        "/v1/questions",
        """
        {"year":2025,"uscc":"%s","about":{"kind":"indicator","id":"1.1"},"text":"少计了 12 万元"}\
        """
            .formatted(FactsZone.uscc(1)),
        DeskBench.enterprise(1));
  }

  private static Said step(DeskBench bench, String what, String body) {
    notice(bench);
    String id = ask().to(bench, null).body().path("id").asText();
    return new Said("POST", "/v1/questions/%s/%s".formatted(id, what), body, BUREAU);
  }

  private static Said answer(DeskBench bench) {
    return step(bench, "answer", "{\"outcome\":\"dismissed\",\"text\":\"经核对无误\"}");
  }

  private static Said agree(DeskBench bench, String what, String body) {
    Said answer = answer(bench);
    answer.to(bench, null);
    return new Said(
        "POST", answer.path().replace("/answer", "/" + what), body, DeskBench.enterprise(1));
  }

  private static Said letter() {
    return new Said(
        "POST",
        "/v1/years/2025/enterprises/%s/letters".formatted(FactsZone.uscc(1)),
        null,
        DeskBench.enterprise(1));
  }

  private static Said revoke(DeskBench bench) {
    notice(bench);
    String code = letter().to(bench, null).body().path("code").asText();
    String path = "/v1/letters/%s/revocation".formatted(code);
    return new Said("POST", path, "{\"reason\":\"印章有误\"}", BUREAU);
  }

  private static Said allocation(DeskBench bench) {
    bench.zone.known(2025, 2);
    bench.publish(2025);
    return new Said(
        "POST",
        "/v1/years/2025/allocations",
        "{\"budget\":100,\"method\":\"share-of-points\",\"stages\":[{\"stage\":\"growth\"}]}",
        BUREAU);
  }

  /** What leads to a step of a payment list was done before. */
  private static Said allocation(DeskBench bench, String step, Map<String, String> who) {
    String id = allocation(bench).to(bench, null).body().path("id").asText();
    if (!step.equals("submission")) {
      pay(id, "submission", "{}", BUREAU).to(bench, null);
    }
    if (step.equals("disbursement")) {
      pay(id, "approval", "{}", WANG).to(bench, null);
      return pay(id, step, "{\"paidOn\":\"2026-04-01\"}", who);
    }
    return pay(id, step, step.equals("refusal") ? "{\"reason\":\"预算未定\"}" : "{}", who);
  }

  private static Said pay(String id, String step, String body, Map<String, String> who) {
    return new Said("POST", "/v1/years/2025/allocations/%s/%s".formatted(id, step), body, who);
  }

  /** Two were published, one after the other: the former one. */
  private static String second(DeskBench bench) {
    String former = bench.awaiting(LI, null);
    publish(former, null, null, WANG).to(bench, null);
    publish(bench.awaiting(LI, null), null, null, WANG).to(bench, null);
    return former;
  }

  /** What leads to a step of a rulebook's life was done before. */
  private static Said rulebook(DeskBench bench, String step, Map<String, String> who) {
    String id = "rules-2026";
    bench.draft(id, "2026-01-01");
    if (!step.equals("submission")) {
      decide(id, "submission", BUREAU).to(bench, null);
    }
    if (step.equals("withdrawal")) {
      decide(id, "approval", WANG).to(bench, null);
      if (who.equals(WANG)) {
        decide(id, step, BUREAU).to(bench, null);
      }
    }
    return decide(id, step, who);
  }

  private static Said decide(String id, String step, Map<String, String> who) {
    return new Said("POST", "/v1/rulebooks/%s/%s".formatted(id, step), "{\"reason\":\"理由\"}", who);
  }

  private static Said limits(String content, Map<String, String> who) {
    return new Said("PUT", "/v1/settings/limits.json", content, who);
  }

  private static Said refuse(String run) {
    String path = "/v1/years/2025/recomputations/%s/refusal".formatted(run);
    return new Said("POST", path, "{\"reason\":\"税务数据有误\"}", WANG);
  }

  private static Said publish(
      String run, @Nullable String reason, @Nullable String until, Map<String, String> who) {
    return new Said(
        "POST", "/v1/years/2025/publication", DeskBench.publication(run, reason, until), who);
  }
}
