package innovation.points.store.repeat;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.Person;
import innovation.points.person.Repetition;
import innovation.points.person.Repetition.Answered;
import innovation.points.person.Repetition.Busy;
import innovation.points.person.Repetition.First;
import innovation.points.person.Repetition.OtherBody;
import innovation.points.store.EmbeddedTables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatsTest {

  private static final Person LI = new Person("li.min", "李敏", "bureau", null);
  private static final Person WANG = new Person("wang", "王建国", "approver", null);

  private final EmbeddedTables tables = new EmbeddedTables();
  private final AtomicReference<Instant> time =
      new AtomicReference<>(Instant.parse("2026-04-01T00:00:00Z"));
  private final Repetition.Memory repeats =
      new Repeats(tables.client(), EmbeddedTables.SCORES, time::get).memory();

  @AfterEach
  void close() {
    tables.close();
  }

  private void pass(Duration duration) {
    time.updateAndGet(now -> now.plus(duration));
  }

  @Test
  void theSameCallGetsTheSameAnswerForADay() {
    assertThat(repeats.begin().call(LI, "one", "body")).isEqualTo(new First());
    assertThat(repeats.begin().call(LI, "one", "body")).isEqualTo(new Busy());
    repeats.end().call(LI, "one", "body", "201");
    assertThat(repeats.begin().call(LI, "one", "body")).isEqualTo(new Answered("201"));
    pass(Duration.ofHours(24).minusSeconds(1));
    assertThat(repeats.begin().call(LI, "one", "body")).isEqualTo(new Answered("201"));
    pass(Duration.ofSeconds(1));
    assertThat(repeats.begin().call(LI, "one", "another body")).isEqualTo(new First());
  }

  @Test
  void aKeyBelongsToAPersonAndItsCall() {
    repeats.begin().call(LI, "one", "body");
    assertThat(repeats.begin().call(LI, "one", "another body")).isEqualTo(new OtherBody());
    repeats.end().call(LI, "one", "body", "201");
    assertThat(repeats.begin().call(LI, "one", "another body")).isEqualTo(new OtherBody());
    assertThat(repeats.begin().call(WANG, "one", "another body")).isEqualTo(new First());
  }

  @Test
  void aCallThatWasNotDoneLeavesItsKeyFree() {
    repeats.begin().call(LI, "one", "body");
    repeats.drop().call(LI, "one");
    assertThat(repeats.begin().call(LI, "one", "mended body")).isEqualTo(new First());
  }

  @Test
  void aCallThatDiedLeavesItsKeyAfterAMinute() {
    repeats.begin().call(LI, "one", "body");
    pass(Duration.ofSeconds(59));
    assertThat(repeats.begin().call(LI, "one", "body")).isEqualTo(new Busy());
    pass(Duration.ofSeconds(1));
    assertThat(repeats.begin().call(LI, "one", "body")).isEqualTo(new First());
  }

  @Test
  void ofCallsAtOnceOneIsTheFirst() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      var calls = new ArrayList<Callable<Repetition>>();
      for (int i = 0; i < 16; i++) {
        calls.add(() -> repeats.begin().call(LI, "one", "body"));
      }
      var outcomes = new ArrayList<Repetition>();
      for (Future<Repetition> call : threads.invokeAll(calls)) {
        outcomes.add(call.get());
      }
      assertThat(outcomes).containsOnlyOnce(new First());
      assertThat(outcomes).containsOnly(new First(), new Busy());
    }
  }
}
