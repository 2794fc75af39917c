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
  private KeyStates heads;
  private String key = "";

  @BeforeAll
  void start() {
    tables = new EmbeddedTables();
    heads = new KeyStates(tables.client(), EmbeddedTables.UPLOADS);
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
    heads.want(key);
    heads.want(key);

    assertThat(heads.take(lease("t1"), NOON))
        .isEqualTo(new KeyStates.Ours(new KeyState(2, Set.of(), Optional.empty())));
  }

  @Test
  void aHeldKeyIsBusyUntilTheLeaseEnds() {
    KeyLease first = lease("t1");
    heads.take(first, NOON);

    assertThat(heads.take(lease("t2"), first.until())).isEqualTo(new KeyStates.Busy());
    assertThat(heads.take(lease("t2"), first.until().plusMillis(1)))
        .isInstanceOf(KeyStates.Ours.class);
  }

  @Test
  void theHolderMayTakeAgainAndSeesWhatCameMeanwhile() {
    heads.want(key);
    heads.take(lease("t1"), NOON);
    heads.want(key);

    assertThat(heads.take(lease("t1"), NOON))
        .isEqualTo(new KeyStates.Ours(new KeyState(2, Set.of(), Optional.empty())));
  }

  @Test
  void aHintThatCameMeanwhileKeepsTheLease() {
    heads.want(key);
    heads.take(lease("t1"), NOON);
    heads.want(key);

    assertThat(heads.release(lease("t1"), 1)).isFalse();
    assertThat(heads.take(lease("t2"), NOON)).isEqualTo(new KeyStates.Busy());
    assertThat(heads.release(lease("t1"), 2)).isTrue();
    assertThat(heads.take(lease("t2"), NOON)).isInstanceOf(KeyStates.Ours.class);
  }

  @Test
  void aReleaseWhoseAnswerWasLostIsARelease() {
    heads.want(key);
    heads.take(lease("t1"), NOON);
    assertThat(heads.release(lease("t1"), 1)).isTrue();

    assertThat(heads.release(lease("t1"), 1)).as("as the client repeats it").isTrue();

    heads.want(key);
    assertThatThrownBy(() -> heads.release(lease("t1"), 1))
        .as("somebody has come since")
        .isInstanceOf(KeyLeaseLostException.class);
  }

  @Test
  void whatIsTouchedIsRememberedUntilSettled() {
    KeyLease lease = lease("t1");
    heads.take(lease, NOON);
    heads.begin(lease, Optional.of("v1"), new Progress("other", 0));
    heads.begin(lease, Optional.of("v2"), new Progress("change", 0));
    heads.progress(lease, new Progress("change", 3));
    assertThat(head(lease))
        .isEqualTo(new KeyState(0, Set.of("v1", "v2"), Optional.of(new Progress("change", 3))));

    heads.settle(lease, Set.of("v2"));
    assertThat(head(lease)).isEqualTo(new KeyState(0, Set.of("v2"), Optional.empty()));

    heads.settle(lease, Set.of());
    assertThat(head(lease)).isEqualTo(new KeyState(0, Set.of(), Optional.empty()));
  }

  @Test
  void whoLostTheLeaseWritesNothing() {
    KeyLease lost = lease("t1");
    KeyLease now = new KeyLease(key, "t2", lost.until().plusSeconds(600));
    heads.want(key);
    heads.take(lost, NOON);
    heads.take(now, lost.until().plusSeconds(1));

    assertThatThrownBy(() -> heads.begin(lost, Optional.of("v1"), new Progress("c", 0)))
        .isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> heads.settle(lost, Set.of("v1")))
        .isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> heads.progress(lost, new Progress("c", 1)))
        .isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> heads.release(lost, 1)).isInstanceOf(KeyLeaseLostException.class);
    assertThatThrownBy(() -> heads.abandon(lost)).isInstanceOf(KeyLeaseLostException.class);
    assertThat(head(now)).isEqualTo(new KeyState(1, Set.of(), Optional.empty()));
  }

  @Test
  void anAbandonedLeaseIsFreeWhateverCame() {
    heads.take(lease("t1"), NOON);
    heads.want(key);
    heads.abandon(lease("t1"));

    assertThat(heads.take(lease("t2"), NOON)).isInstanceOf(KeyStates.Ours.class);
  }

  private KeyState head(KeyLease lease) {
    return ((KeyStates.Ours) heads.take(lease, NOON)).head();
  }

  private KeyLease lease(String token) {
    return new KeyLease(key, token, NOON.plusSeconds(60));
  }
}
