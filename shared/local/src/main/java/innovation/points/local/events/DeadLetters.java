package innovation.points.local.events;

import java.util.List;
import java.util.stream.Stream;

/** Events that could not be delivered, kept until the cause of the failure is repaired. */
public interface DeadLetters {

  /** The events that have not been sent again. */
  List<MessageQueue.Message> deadLetters();

  /**
   * Sends all of them again; returns how many. Those that fail again return to the dead letters.
   */
  int redrive();

  /** Those of two together. */
  static DeadLetters both(DeadLetters one, DeadLetters other) {
    return new DeadLetters() {
      @Override
      public List<MessageQueue.Message> deadLetters() {
        return Stream.concat(one.deadLetters().stream(), other.deadLetters().stream()).toList();
      }

      @Override
      public int redrive() {
        return one.redrive() + other.redrive();
      }
    };
  }
}
