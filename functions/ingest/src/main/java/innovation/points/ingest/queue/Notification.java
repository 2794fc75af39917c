package innovation.points.ingest.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.JsonTree;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.uploads.Confirmation;
import innovation.points.store.uploads.Rebuild;
import innovation.points.store.uploads.Verification;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads the JSON of the S3 event notifications in the queue. */
public final class Notification {

  /** Where rulebooks are put. */
  public static final String RULEBOOKS = "rulebooks/";

  private static final String UPLOADS = "uploads/";

  private Notification() {}

  /**
   * The keys of uploads, files to be checked, rulebooks and orders to rebuild that a message names,
   * URL-decoded; of a confirmation or a verification the key of its file. A test event, an event of
   * another prefix and a folder made in a console name none.
   *
   * @throws NotANotificationException where the message is no JSON
   */
  public static Set<String> keys(String body) {
    var keys = new LinkedHashSet<String>();
    for (JsonNode record : parse(body).path("Records")) {
      JsonNode key = record.path("s3").path("object").path("key");
      if (key.isTextual()) {
        String decoded = URLDecoder.decode(key.textValue(), StandardCharsets.UTF_8);
        if (isOurs(decoded) && !decoded.endsWith("/")) {
          keys.add(decoded);
        }
        Confirmation.key(decoded).or(() -> Verification.key(decoded)).ifPresent(keys::add);
      }
    }
    return keys;
  }

  /** The time of the oldest event in a message; empty where none is given. */
  public static Optional<Instant> oldest(String body) {
    try {
      return parse(body)
          .path("Records")
          .valueStream()
          .flatMap(record -> time(record.path("eventTime").asText()).stream())
          .min(Comparator.naturalOrder());
    } catch (NotANotificationException _) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static boolean isOurs(String key) {
    return key.startsWith(UPLOADS)
        || key.startsWith(UploadKey.CHECKS)
        || key.startsWith(RULEBOOKS)
        || Rebuild.idOf(key).isPresent();
  }

  private static JsonNode parse(String body) {
    try {
      return JsonTree.read(body);
    } catch (JsonProcessingException e) {
      throw new NotANotificationException(e);
    }
  }

  /** Only the bucket writes to the queue: such a message goes to the dead-letter queue. */
  public static final class NotANotificationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotANotificationException(Throwable cause) {
      super("expected an S3 event notification, found something else", cause);
    }
  }
}
