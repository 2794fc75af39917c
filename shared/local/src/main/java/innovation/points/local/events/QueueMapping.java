package innovation.points.local.events;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import innovation.points.local.events.MessageQueue.Message;
import innovation.points.local.lambda.InvocationException;
import innovation.points.local.lambda.LocalFunction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Feeds a function from a queue, as Lambda's event source mapping does: several batches at a time,
 * and only failed messages return.
 */
final class QueueMapping {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration IDLE = Duration.ofSeconds(1);

  private final MessageQueue queue;
  private final LocalFunction function;
  private final Settings settings;
  private final List<Thread> workers = new ArrayList<>();
  private volatile boolean stopping;

  /**
   * How the queue is read.
   *
   * @param batchSize largest number of messages per invocation
   * @param concurrency largest number of concurrent invocations
   * @param hidden how long a message that failed stays hidden
   */
  record Settings(int batchSize, int concurrency, Duration hidden) {

    /** These settings with shorter waits. */
    Settings paced(int pace) {
      return new Settings(batchSize, concurrency, hidden.dividedBy(pace));
    }
  }

  QueueMapping(MessageQueue queue, LocalFunction function, Settings settings) {
    this.queue = queue;
    this.function = function;
    this.settings = settings;
  }

  void start() {
    for (int i = 0; i < settings.concurrency(); i++) {
      workers.add(
          Thread.ofPlatform()
              .daemon()
              .name("queue-" + function.name() + "-" + i)
              .start(this::work));
    }
  }

  private void work() {
    try {
      while (!stopping) {
        if (!deliver()) {
          queue.awaitMessage(IDLE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Delivers one batch; false where there was none. */
  boolean deliver() {
    List<Message> batch = queue.receive(settings.batchSize());
    if (batch.isEmpty()) {
      return false;
    }
    Optional<Set<String>> failed = invoke(batch);
    for (Message message : batch) {
      if (failed.isPresent() && !failed.get().contains(message.id())) {
        queue.delete(message);
      } else {
        queue.release(message, settings.hidden());
      }
    }
    return true;
  }

  private Optional<Set<String>> invoke(List<Message> batch) {
    try {
      return FailedItems.of(function.invoke(event(batch)));
    } catch (InvocationException e) {
      return Optional.empty();
    }
  }

  private static byte[] event(List<Message> batch) {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode records = root.putArray("Records");
    for (Message message : batch) {
      ObjectNode record = records.addObject();
      record.put("messageId", message.id());
      record.put("receiptHandle", message.receipt());
      record.put("body", message.body());
      record.put("md5OfBody", md5(message.body()));
      record.put("eventSource", "aws:sqs");
      record.put("eventSourceARN", "arn:aws:sqs:local:000000000000:uploads");
      record.put("awsRegion", "local");
      record.putObject("messageAttributes");
      record
          .putObject("attributes")
          .put("ApproximateReceiveCount", Integer.toString(message.receiveCount()))
          .put("SentTimestamp", Long.toString(message.sentAt().toEpochMilli()));
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Begins no more invocations. */
  void stop() {
    stopping = true;
    synchronized (queue) {
      queue.notifyAll();
    }
  }

  /** The threads in which invocations run. */
  List<Thread> workers() {
    return List.copyOf(workers);
  }
}
