package innovation.points.ingest;

import java.util.Set;

/**
 * A queue message that says keys may have changed.
 *
 * @param messageId of the queue
 * @param again whether the queue has delivered it before
 * @param keys under {@code uploads/}; none where the message is about something else
 */
record Hint(String messageId, boolean again, Set<String> keys) {
  Hint {
    keys = Set.copyOf(keys);
  }
}
