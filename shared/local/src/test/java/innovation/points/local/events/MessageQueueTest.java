package innovation.points.local.events;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.local.ManualClock;
import innovation.points.local.events.MessageQueue.Message;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MessageQueueTest {

  private static final Duration HIDDEN = Duration.ofSeconds(30);

  private final ManualClock clock = new ManualClock();
  private final MessageQueue queue = new MessageQueue(clock, HIDDEN, 3);

  @Test
  void aReceivedMessageIsHiddenAndComesBack() {
    queue.send("a");

    assertThat(queue.receive(10)).extracting(Message::body).containsExactly("a");
    assertThat(queue.receive(10)).isEmpty();
    clock.advance(HIDDEN.minusMillis(1));
    assertThat(queue.receive(10)).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(queue.receive(10)).extracting(Message::receiveCount).containsExactly(2);
  }

  @Test
  void aDeletedMessageNeverComesBack() {
    queue.send("a");
    queue.delete(queue.receive(1).getFirst());

    clock.advance(HIDDEN);

    assertThat(queue.receive(10)).isEmpty();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void anOldReceiptDeletesNothing() {
    queue.send("a");
    Message first = queue.receive(1).getFirst();
    clock.advance(HIDDEN);
    Message second = queue.receive(1).getFirst();

    queue.delete(first);
    assertThat(queue.isEmpty()).isFalse();
    queue.delete(second);
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void aReleasedMessageIsVisibleAfterTheDelay() {
    queue.send("a");
    queue.release(queue.receive(1).getFirst(), Duration.ofSeconds(2));

    assertThat(queue.receive(1)).isEmpty();
    clock.advance(Duration.ofSeconds(2));
    assertThat(queue.receive(1)).hasSize(1);
  }

  @Test
  void aMessageReceivedTooOftenIsDeadUntilItIsRedriven() {
    queue.send("poison");
    for (int i = 0; i < 3; i++) {
      assertThat(queue.receive(1)).hasSize(1);
      clock.advance(HIDDEN);
    }

    assertThat(queue.receive(1)).isEmpty();
    assertThat(queue.deadLetters())
        .extracting(Message::body, Message::receiveCount)
        .containsExactly(org.assertj.core.api.Assertions.tuple("poison", 3));
    assertThat(queue.isEmpty()).isTrue();

    assertThat(queue.redrive()).isEqualTo(1);
    assertThat(queue.deadLetters()).isEmpty();
    assertThat(queue.receive(1)).extracting(Message::receiveCount).containsExactly(1);
  }

  @Test
  void aBatchIsNoLargerThanAsked() {
    for (int i = 0; i < 12; i++) {
      queue.send("m" + i);
    }

    assertThat(queue.receive(10)).hasSize(10);
    assertThat(queue.receive(10)).extracting(Message::body).containsExactly("m10", "m11");
  }
}
