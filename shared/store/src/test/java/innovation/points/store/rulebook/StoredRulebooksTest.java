package innovation.points.store.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void givesBackWhatItTookWordForWord() {
    Rulebook taken = rulebook("a", "2026-01-01");
    assertThat(stored.take(taken, NOON)).isEqualTo(taken.digest());
    assertThat(others().named("a")).contains(taken);
    assertThat(others().all()).containsExactly(taken);
    assertThat(others().named("b")).isEmpty();
  }

  @Test
  void neverChangesWhatItTookUnderAnId() {
    Rulebook first = rulebook("a", "2026-01-01");
    stored.take(first, NOON);
    assertThat(others().take(first, NOON.plusSeconds(1))).isEqualTo(first.digest());
    assertThat(others().take(rulebook("a", "2027-01-01"), NOON.plusSeconds(2)))
        .isEqualTo(first.digest());
    assertThat(others().all()).containsExactly(first);
  }

  @Test
  void chooseByDateAmongBuiltInAndStored() {
    stored.take(rulebook("later", "2026-01-01"), NOON.plusSeconds(5));
    stored.take(rulebook("early", "2026-01-01"), NOON);
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
    stored.take(rulebook("a", "2026-01-01"), NOON);
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
