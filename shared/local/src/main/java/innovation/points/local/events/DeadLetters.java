package innovation.points.local.events;

import java.util.List;

/** Events that could not be delivered, kept until the cause of the failure is repaired. */
public interface DeadLetters {

  /** The events that have not been sent again. */
  List<MessageQueue.Message> deadLetters();

  /**
   * Sends all of them again; returns how many. Those that fail again return to the dead letters.
   */
  int redrive();
}
