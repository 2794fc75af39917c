package innovation.points.store.rulebook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a file under {@code rulebooks/}.
 *
 * @param uploadedAt of the version that was looked at
 * @param status {@code accepted} or {@code rejected}
 * @param id of the rulebook in it; null where it could not be read
 * @param digest SHA-256 of its text; null likewise
 * @param problems all that is wrong with it, by line, in Chinese; empty where accepted
 * @param report key of the report in the bucket
 */
public record RulebookFile(
    String key,
    String version,
    Instant uploadedAt,
    String status,
    @Nullable String id,
    @Nullable String digest,
    List<String> problems,
    String report) {

  public static final String ACCEPTED = "accepted";
  public static final String REJECTED = "rejected";

  public RulebookFile {
    problems = List.copyOf(problems);
  }
}
