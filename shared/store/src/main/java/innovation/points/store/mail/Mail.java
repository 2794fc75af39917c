package innovation.points.store.mail;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * Something that an office is told.
 *
 * @param id names what it tells, so that it is told once: {@code run/2025/2025-2026…}
 * @param to whom it concerns: {@link #BUREAU} or the id of a department, by which subscriptions
 *     choose
 * @param subject a line of at most 90 characters, in Chinese
 * @param text in Chinese
 */
@JsonPropertyOrder({"id", "to", "subject", "text"})
public record Mail(String id, String to, String subject, String text) {

  public static final String BUREAU = "bureau";

  /** A topic takes less than 100. */
  private static final int LONGEST = 90;

  public Mail {
    if (id.isBlank()
        || to.isBlank()
        || subject.isBlank()
        || subject.length() > LONGEST
        || subject.contains("\n")) {
      throw new IllegalArgumentException(
          "expected an id, an office and a subject of one line and at most %d characters, found %s: %s"
              .formatted(LONGEST, id, subject));
    }
  }
}
