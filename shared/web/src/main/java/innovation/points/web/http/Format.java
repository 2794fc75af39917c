package innovation.points.web.http;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The forms an answer can take. */
public enum Format {
  JSON("application/json"),
  CSV("text/csv"),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  /** A JSON document a line: the items of a list without what is said of the list itself. */
  NDJSON("application/x-ndjson");

  /** How many items lines hold at most; a file holds all, but for lists without an end. */
  public static final int MOST_LINES = 10_000;

  private final String mediaType;

  Format(String mediaType) {
    this.mediaType = mediaType;
  }

  public String mediaType() {
    return mediaType;
  }

  /** As in the header {@code Content-Type}: CSV has a row of titles and is UTF-8. */
  public String contentType() {
    return this == CSV ? mediaType + "; charset=utf-8; header=present" : mediaType;
  }

  /**
   * How many items of a list an answer holds.
   *
   * @param limit the one that was given
   * @param page the number where none was given and the list comes in parts
   */
  public int size(OptionalInt limit, int page) {
    return limit.orElse(
        switch (this) {
          case JSON -> page;
          case CSV, XLSX -> Integer.MAX_VALUE;
          case NDJSON -> MOST_LINES;
        });
  }

  /** As in {@code ?format=} and at the end of a file's name. */
  public String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Format> named(String name, Collection<Format> offered) {
    return offered.stream().filter(format -> format.extension().equals(name)).findFirst();
  }

  /**
   * The best of the offered by an Accept header (RFC 9110 §12.5.1): the highest quality, the first
   * offered among equals. Nothing where none is acceptable.
   */
  public static Optional<Format> accepted(String accept, Collection<Format> offered) {
    if (accept.isBlank()) {
      return offered.stream().findFirst();
    }
    Format best = null;
    double bestQuality = 0;
    for (Format format : offered) {
      double quality = quality(accept, format.mediaType);
      if (quality > bestQuality) {
        best = format;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether an Accept header allows a media type; one that says nothing allows all. */
  public static boolean isAccepted(String accept, String mediaType) {
    return accept.isBlank() || quality(accept, mediaType) > 0;
  }

  /** The quality the most exact of the ranges gives to a media type. */
  private static double quality(String accept, String mediaType) {
    int exactness = -1;
    double quality = 0;
    for (String range : accept.split(",", -1)) {
      String[] parts = range.split(";", -1);
      int fit = exactness(parts[0].strip().toLowerCase(Locale.ROOT), mediaType);
      if (fit > exactness) {
        exactness = fit;
        quality = weight(parts);
      }
    }
    return quality;
  }

  private static int exactness(String range, String mediaType) {
    if (range.equals(mediaType)) {
      return 2;
    }
    if (range.endsWith("/*") && mediaType.startsWith(range.substring(0, range.length() - 1))) {
      return 1;
    }
    return range.equals("*/*") ? 0 : -1;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String part = parts[i].strip();
      if (part.startsWith("q=")) {
        try {
          return Double.parseDouble(part.substring(2));
        } catch (NumberFormatException e) {
          return 0;
        }
      }
    }
    return 1;
  }
}
