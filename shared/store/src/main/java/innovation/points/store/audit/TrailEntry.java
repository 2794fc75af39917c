package innovation.points.store.audit;

import innovation.points.person.Person;
import org.jspecify.annotations.Nullable;

/**
 * What somebody did, before it has a place in the trail. Never a value of a file.
 *
 * @param person who; the system itself is {@link Person#S3} or {@link Person#SCHEDULE}
 * @param object what it was done to: a key of the bucket, or the path of the API without {@code
 *     /v1/}, e.g. {@code years/2025/enterprises/{uscc}/profile}; a 统一社会信用代码 in it makes the item
 *     one of that enterprise
 * @param reason that the person gave, in its words; at most 500 characters are kept
 * @param result {@code done}, or the state that the object is in now: {@code accepted}, {@code
 *     held}; of an export its form: {@code xlsx}, {@code ndjson}
 * @param requestId of the request or the invocation, as in the log
 */
public record TrailEntry(
    Person person,
    TrailAction action,
    String object,
    @Nullable String reason,
    String result,
    String requestId) {

  private static final String DONE = "done";
  private static final int LONGEST_REASON = 500;

  public TrailEntry {
    if (object.isBlank() || result.isBlank()) {
      throw new IllegalArgumentException(
          "expected an object and a result for %s, found '%s' and '%s'"
              .formatted(action.id(), object, result));
    }
    if (reason != null && reason.length() > LONGEST_REASON) {
      reason = reason.substring(0, LONGEST_REASON);
    }
  }

  /** An entry without a reason, which is done. */
  public static TrailEntry of(Person person, TrailAction action, String object, String requestId) {
    return new TrailEntry(person, action, object, null, DONE, requestId);
  }

  /** The same with a reason; null: none. */
  public TrailEntry because(@Nullable String why) {
    return new TrailEntry(person, action, object, why, result, requestId);
  }

  /** The same with another result than {@code done}. */
  public TrailEntry resulting(String newResult) {
    return new TrailEntry(person, action, object, reason, newResult, requestId);
  }
}
