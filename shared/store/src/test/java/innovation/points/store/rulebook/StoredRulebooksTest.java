package innovation.points.store.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Person;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.EmbeddedTables;
import innovation.points.store.scores.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StoredRulebooksTest {
  private static final Instant NOON = Samples.NOON;
  private static final Person LI = new Person("1", "李敏", "bureau", null);
  private static final Rulebook BUILT_IN = Rulebooks.named("xinxiang-2022-110");

  private final EmbeddedTables tables = new EmbeddedTables();
  private final StoredRulebooks stored =
      new StoredRulebooks(tables.client(), EmbeddedTables.SCORES);

  @AfterEach
  void close() {
    tables.close();
  }

  private static Rulebook rulebook(String id, String from) {
    return RulebookLoader.load(
        id,
        BUILT_IN
            .text()
            .replaceFirst("(?m)^id: .*$", "id: " + id)
            .replaceFirst("(?m)^effectiveFrom: .*$", "effectiveFrom: " + from));
  }

  private StoredRulebooks others() {
    return new StoredRulebooks(tables.client(), EmbeddedTables.SCORES);
  }

  private RulebookLife save(RulebookLife life) {
    assertThat(new RulebookLives(tables.client(), EmbeddedTables.SCORES).save(life, List.of()))
        .isTrue();
    return life;
  }

  private RulebookLife draft(Rulebook rulebook) {
    return save(RulebookLife.draft(rulebook.id(), "v1", NOON, rulebook.text(), 0, List.of()));
  }

  private RulebookLife step(RulebookLife life, RulebookState to, Instant at) {
    return save(life.then(to, new RulebookStep(to.id(), LI, at, null)));
  }

  private RulebookLife approve(Rulebook rulebook, Instant at) {
    return step(step(draft(rulebook), RulebookState.SUBMITTED, at), RulebookState.APPROVED, at);
  }

  @Test
  void onlyAnApprovedOneGovernsWordForWord() {
    Rulebook rulebook = rulebook("a", "2026-01-01");
    RulebookLife life = draft(rulebook);
    assertThat(others().all()).isEmpty();
    assertThat(others().inAnyState("a")).contains(rulebook);
    life = step(life, RulebookState.SUBMITTED, NOON);
    assertThat(stored.all()).isEmpty();
    assertThat(stored.named("a")).isEmpty();
    life = step(life, RulebookState.APPROVED, NOON);
    assertThat(stored.named("a")).contains(rulebook);
    assertThat(others().all()).containsExactly(rulebook);
    step(life, RulebookState.WITHDRAWN, NOON);
    assertThat(stored.named("a")).isEmpty();
    assertThat(stored.all()).isEmpty();
    assertThat(others().named("b")).isEmpty();
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsRefused() {
    var lives = new RulebookLives(tables.client(), EmbeddedTables.SCORES);
    RulebookLife seen = step(draft(rulebook("a", "2026-01-01")), RulebookState.SUBMITTED, NOON);
    step(seen, RulebookState.APPROVED, NOON);
    RulebookLife refused =
        seen.then(
            RulebookState.REFUSED, new RulebookStep(RulebookState.REFUSED.id(), LI, NOON, "x"));
    assertThat(lives.save(refused, List.of())).isFalse();
    assertThat(lives.find("a").orElseThrow().state()).isEqualTo(RulebookState.APPROVED);
  }

  @Test
  void whatIsNoIdIsNoRulebook() {
    for (String text : List.of("", "A", "x".repeat(3000))) {
      assertThat(stored.named(text)).isEmpty();
      assertThat(stored.inAnyState(text)).isEmpty();
    }
  }

  @Test
  void aDraftWithProblemsGovernsAndTriesNothing() {
    RulebookLife broken =
        save(RulebookLife.draft("a", "v1", NOON, null, 0, List.of("第 1 行：应为 id")));
    var lives = new RulebookLives(tables.client(), EmbeddedTables.SCORES);
    assertThat(lives.find("a")).contains(broken);
    assertThat(lives.all()).containsExactly(broken);
    assertThat(stored.inAnyState("a")).isEmpty();
    RulebookLife mended =
        save(
            broken.replacedBy(
                RulebookLife.draft(
                    "a", "v2", NOON, rulebook("a", "2026-01-01").text(), 3, List.of())));
    assertThat(lives.find("a")).contains(mended);
    assertThat(mended.version()).isEqualTo("v2");
  }

  @Test
  void chooseByDateAmongBuiltInAndStored() {
    approve(rulebook("later", "2026-01-01"), NOON.plusSeconds(5));
    approve(rulebook("early", "2026-01-01"), NOON);
    var choice = new RulebookChoice(() -> List.of(BUILT_IN), others());
    assertThat(choice.ids()).containsExactly("xinxiang-2022-110", "early", "later");
    assertThat(choice.inEffect(2025).map(Rulebook::id)).contains("xinxiang-2022-110");
    assertThat(choice.inEffect(2026).map(Rulebook::id)).contains("later");
    assertThat(choice.named("early")).isPresent();
  }

  @Test
  void aKeptChoiceIsReadAgainWhenItsTimeIsOver() {
    var now = new AtomicReference<>(NOON);
    var kept = new RulebookChoice(List.of(BUILT_IN), others(), now::get, Duration.ofSeconds(5));
    assertThat(kept.ids()).hasSize(1);
    approve(rulebook("a", "2026-01-01"), NOON);
    now.set(NOON.plusMillis(4_999));
    assertThat(kept.ids()).hasSize(1);
    now.set(NOON.plusSeconds(5));
    assertThat(kept.ids()).hasSize(2);
  }

  @Test
  void remembersWhatBecameOfTheNewestVersionOfAFile() {
    var first =
        new RulebookFile(
            "rulebooks/a.yaml",
            "v1",
            NOON,
            RulebookFile.REJECTED,
            null,
            null,
            List.of("第 1 行"),
            "r1");
    var second =
        new RulebookFile(
            "rulebooks/a.yaml",
            "v2",
            NOON.plusSeconds(1),
            RulebookFile.ACCEPTED,
            "a",
            "d",
            List.of(),
            "r2");
    stored.note(first);
    assertThat(others().files()).containsExactly(first);
    stored.note(second);
    stored.note(first);
    assertThat(others().files()).containsExactly(second);
  }
}
