package innovation.points.store.run;

import innovation.points.datasets.catalogue.Sha256;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Ids of runs, and so of generations: {@code 2025-20260401T030000.000Z-…}. Inside a year they sort
 * by the instant they were ordered.
 */
public final class RunIds {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int DIGITS = 6;

  private RunIds() {}

  /** The run of a scheduled time: a repeated event gives the same id. */
  public static String scheduled(int year, Instant at) {
    return stamp(year, at) + "-schedule";
  }

  /**
   * The run of a request.
   *
   * @param request the request's id, which keeps two requests of one moment apart
   */
  public static String requested(int year, Instant at, String request) {
    return stamp(year, at) + "-" + digest(request);
  }

  /** An id of something else that was asked for; sorts by the instant it was. */
  public static String of(Instant at, String request) {
    return STAMP.format(at) + "-" + digest(request);
  }

  /** Every run of the year that was ordered up to that instant has an id before this text. */
  public static String upTo(int year, Instant at) {
    return stamp(year, at) + "~";
  }

  private static String stamp(int year, Instant at) {
    return year + "-" + STAMP.format(at);
  }

  private static String digest(String text) {
    return Sha256.hex(text).substring(0, DIGITS);
  }
}
