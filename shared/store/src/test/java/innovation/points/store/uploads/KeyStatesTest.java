package innovation.points.store.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innovation.points.store.EmbeddedTables;
import innovation.points.store.uploads.KeyState.Progress;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyStatesTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private EmbeddedTables tables;
  private KeyStates states;
  private String key = "";

  @BeforeAll
  void start() {
    tables = new EmbeddedTables();
    states = new KeyStates(tables.client(), EmbeddedTables.UPLOADS);
  }

  @AfterAll
  void stop() {
    tables.close();
  }

  @BeforeEach
  void nameKey(TestInfo test) {
    key = "uploads/tax/operations/2025/" + test.getDisplayName() + ".csv";
  }

  @Test
  void aFreeKeyIsTakenAndItsHeadRead() {
    states.want(key);
    states.want(key);

    assertThat(states.take(lease("t1"), NOON))
        .isEqualTo(new KeyStates.Ours(new KeyState(2, Set.of(), Optional.empty())));
  }

  @Test
  void aHeldKeyIsBusyUntilTheLeaseEnds() {
    KeyLease first = lease("t1");
    states.take(first, NOON);

    assertThat(states.take(lease("t2"), first.until())).isEqualTo(new KeyStates.Busy());
    assertThat(states.take(lease("t2"), first.until().plusMillis(1)))
        .isInstanceOf(KeyStates.Ours.class);
  }

  @Test
  void theHolderMayTakeAgainAndSeesWhatCameMeanwhile() {
    states.want(key);
    states.take(lease("t1"), NOON);
    states.want(key);

    assertThat(states.take(lease("t1"), NOON))
        .isEqualTo(new KeyStates.Ours(new KeyState(2, Set.of(), Optional.empty())));
  }

  @Test
  void aHintThatCameMeanwhileKeepsTheLease() {
    states.want(key);
    states.take(lease("t1"), NOON);
    states.want(key);

    assertThat(states.release(lease("t1"), 1)).isFalse();
    assertThat(states.take(lease("t2"), NOON)).isEqualTo(new KeyStates.Busy());
    assertThat(states.release(lease("t1"), 2)).isTrue();
    assertThat(states.take(lease("t2"), NOON)).isInstanceOf(KeyStates.Ours.class);
  }

  @Test
  void aReleaseWhoseAnswerWasLostIsARelease() {
    states.want(key);
    states.take(lease("t1"), NOON);
    assertThat(states.release(lease("t1"), 1)).isTrue();

    assertThat(states.release(lease("t1"), 1)).as("as the client repeats it").isTrue();

    states.want(key);
    assertThatThrownBy(() -> states.release(lease("t1"), 1))
        .as("somebody has come since")
        .isInstanceOf(KeyLeaseLostException.class);
  }

  @Test
  void whatIsTouchedIsRememberedUntilSettled() {
    KeyLease lease = lease("t1");
    states.take(lease, NOON);
    states.begin(lease, Optional.of("v1"), new Progress("other", 0));
    states.begin(lease, Optional.of("v2"), new Progress("change", 0));
    states.progress(lease, new Progress("change", 3));
    assertThat(head(lease))
        .isEqualTo(new KeyState(0, Set.of("v1", "v2"), Optional.of(new Progress("change", 3))));

    states.settle(lease, Set.of("v2"));
    assertThat(head(lease)).isEqualTo(new KeyState(0, Set.of("v2"), Optional.empty()));

    states.settle(lease, Set.of());
    assertThat(head(lease)).isEqualTo(new KeyState(0, Set.of(), Optional.empty()));
  }

  @Test
  void whoLostTheLeaseWritesNothing() {
    KeyLease lost = lease("t1");
    KeyLease now = new KeyLease(key, "t2", lost.until().plusSeconds(600));
    states.want(key);
    states.take(lost, NOON);
    states.take(now, lost.until().plusSeconds(1));

    assertThatThrownBy(() -> states.begin(lost, Optional.of("v1"), new Progress("c", 0)))
        .isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> states.settle(lost, Set.of("v1")))
        .isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> states.progress(lost, new Progress("c", 1)))
        .isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> states.release(lost, 1)).isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> states.abandon(lost)).isInstanceOf(KeyLeaseLostException.class);
    assertThat(head(now)).isEqualTo(new KeyState(1, Set.of(), Optional.empty()));
  }

  @Test
  void anAbandonedLeaseIsFreeWhateverCame() {
    states.take(lease("t1"), NOON);
    states.want(key);
    states.abandon(lease("t1"));

    assertThat(states.take(lease("t2"), NOON)).isInstanceOf(KeyStates.Ours.class);
  }

  private KeyState head(KeyLease lease) {
    return ((KeyStates.Ours) states.take(lease, NOON)).head();
  }

  private KeyLease lease(String token) {
    return new KeyLease(key, token, NOON.plusSeconds(60));
  }
}
