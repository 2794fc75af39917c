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
 * A queue in memory that promises what SQS promises: every message is delivered at least once, in
 * no certain order; one that is received is hidden for a while and comes back unless it is deleted;
 * one received too often goes to the dead letters. Safe for many threads.
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
   * @param maxReceiveCount how often a message may be received before it is dead
   */
  public MessageQueue(InstantSource clock, Duration visibilityTimeout, int maxReceiveCount) {
    this.clock = clock;
    this.visibilityTimeout = visibilityTimeout;
    this.maxReceiveCount = maxReceiveCount;
  }

  /**
   * A message as a receiver sees it.
   *
   * @param receipt good for this receipt only; deletes or releases the message
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

  /** Takes a message, visible at once. */
  public synchronized void send(String body) {
    var entry = new Entry(UUID.randomUUID().toString(), body, clock.instant());
    entries.put(entry.id, entry);
    sent++;
    notifyAll();
  }

  /** What is visible now, at most {@code most} messages, each hidden from now on. */
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

  /** Done with; a receipt that is out of date does nothing. */
  synchronized void delete(Message message) {
    Entry entry = entries.get(message.id());
    if (entry != null && entry.receipt.equals(message.receipt())) {
      entries.remove(message.id());
    }
  }

  /** Not done with: visible again after {@code delay}. */
  synchronized void release(Message message, Duration delay) {
    Entry entry = entries.get(message.id());
    if (entry != null && entry.receipt.equals(message.receipt())) {
      entry.visibleAt = clock.instant().plus(delay);
      notifyAll();
    }
  }

  /** Waits until a message may have become visible, at most as long as given. */
  @SuppressWarnings("WaitNotInLoop") // the caller looks again; waking too early does no harm
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

  /** Nothing waits and nothing is being worked on. */
  synchronized boolean isEmpty() {
    return entries.isEmpty();
  }

  /** How many messages were ever sent. */
  synchronized long sent() {
    return sent;
  }

  /** Messages that were received too often. */
  @Override
  public synchronized List<Message> deadLetters() {
    return List.copyOf(deadLetters);
  }

  /** Sends all dead letters again, counted anew; how many. */
  @Override
  public synchronized int redrive() {
    int count = deadLetters.size();
    deadLetters.forEach(letter -> send(letter.body()));
    deadLetters.clear();
    return count;
  }
}
