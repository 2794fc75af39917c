package innovation.points.local.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An in-memory queue with the guarantees of SQS: every message is delivered at least once, in no
 * particular order. A received message is hidden for a while and returns unless it is deleted; one
 * received too often becomes a dead letter. Thread-safe.
 */
public final class MessageQueue implements DeadLetters {

  private final InstantSource clock;
  private final Duration visibilityTimeout;
  private final int maxReceiveCount;
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<Message> deadLetters = new ArrayList<>();
  private long sent;

  /**
   * An empty queue.
   *
   * @param visibilityTimeout how long a received message stays hidden
   * @param maxReceiveCount how often a message may be received before it becomes a dead letter
   */
  public MessageQueue(InstantSource clock, Duration visibilityTimeout, int maxReceiveCount) {
    this.clock = clock;
    this.visibilityTimeout = visibilityTimeout;
    this.maxReceiveCount = maxReceiveCount;
  }

  /**
   * A received message.
   *
   * @param receipt handle to delete or release the message, valid for this receipt only
   * @param receiveCount 1 at the first delivery
   */
  public record Message(String id, String receipt, String body, int receiveCount, Instant sentAt) {}

  private static final class Entry {
    final String id;
    final String body;
    final Instant sentAt;
    String receipt = "";
    Instant visibleAt;
    int receives;

    Entry(String id, String body, Instant sentAt) {
      this.id = id;
      this.body = body;
      this.sentAt = sentAt;
      this.visibleAt = sentAt;
    }

    Message message() {
      return new Message(id, receipt, body, receives, sentAt);
    }
  }

  /** Adds a message, visible at once. */
  public void send(String body) {
    send(body, Duration.ZERO);
  }

  /** Adds a message, visible after a while. */
  synchronized void send(String body, Duration delay) {
    var entry = new Entry(UUID.randomUUID().toString(), body, clock.instant());
    entry.visibleAt = entry.sentAt.plus(delay);
    entries.put(entry.id, entry);
    sent++;
    notifyAll();
  }

  /** Receives at most {@code most} visible messages and hides them. */
  public synchronized List<Message> receive(int most) {
    Instant now = clock.instant();
    var received = new ArrayList<Message>();
    for (Iterator<Entry> all = entries.values().iterator();
        all.hasNext() && received.size() < most; ) {
      Entry entry = all.next();
      if (entry.visibleAt.isAfter(now)) {
        continue;
      }
      if (entry.receives >= maxReceiveCount) {
        all.remove();
        deadLetters.add(entry.message());
        continue;
      }
      entry.receives++;
      entry.receipt = UUID.randomUUID().toString();
      entry.visibleAt = now.plus(visibilityTimeout);
      received.add(entry.message());
    }
    return received;
  }

  /** Deletes a processed message; an outdated receipt has no effect. */
  synchronized void delete(Message message) {
    Entry entry = entries.get(message.id());
    if (entry != null && entry.receipt.equals(message.receipt())) {
      entries.remove(message.id());
    }
  }

  /** Makes an unprocessed message visible again after {@code delay}. */
  synchronized void release(Message message, Duration delay) {
    Entry entry = entries.get(message.id());
    if (entry != null && entry.receipt.equals(message.receipt())) {
      entry.visibleAt = clock.instant().plus(delay);
      notifyAll();
    }
  }

  /** Waits until a message may have become visible, at most for {@code longest}. */
  @SuppressWarnings("WaitNotInLoop") // the caller checks again; waking too early does no harm
  synchronized void awaitMessage(Duration longest) throws InterruptedException {
    Instant now = clock.instant();
    Duration wait = longest;
    for (Entry entry : entries.values()) {
      Duration hidden = Duration.between(now, entry.visibleAt);
      wait = hidden.compareTo(wait) < 0 ? hidden : wait;
    }
    if (wait.isPositive()) {
      wait(Math.max(1, wait.toMillis()));
    }
  }

  /** Whether no message is waiting or being processed. */
  synchronized boolean isEmpty() {
    return size() == 0;
  }

  /** How many messages are waiting or being processed. */
  synchronized int size() {
    return entries.size();
  }

  /** The number of messages ever sent. */
  synchronized long sent() {
    return sent;
  }

  /** The messages that were received too often. */
  @Override
  public synchronized List<Message> deadLetters() {
    return List.copyOf(deadLetters);
  }

  /** Sends all dead letters again with a new receive count; returns how many. */
  @Override
  public synchronized int redrive() {
    int count = deadLetters.size();
    deadLetters.forEach(letter -> send(letter.body()));
    deadLetters.clear();
    return count;
  }
}
