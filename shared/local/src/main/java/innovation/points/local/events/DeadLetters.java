package innovation.points.local.events;

import java.util.List;

/** Events that were given up, kept for whoever mends what they failed of. */
public interface DeadLetters {

  /** What was given up and not sent again yet. */
  List<MessageQueue.Message> deadLetters();

  /** Sends all of them again; how many. What fails again comes back among them. */
  int redrive();
}
