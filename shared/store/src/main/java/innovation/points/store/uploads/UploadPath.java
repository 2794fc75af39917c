package innovation.points.store.uploads;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parts of the key of any object under {@code uploads/}, valid or not: enough to list the
 * upload for its owner.
 *
 * @param source department id, {@code public} or {@code enterprise}
 * @param owner who may see the upload besides the bureau: the source, {@code enterprise/{uscc}} for
 *     a self-report; empty where the key names none
 */
public record UploadPath(
    String key,
    Optional<String> source,
    Optional<String> owner,
    Optional<String> dataset,
    Optional<Integer> year,
    String filename) {

  /** How the API names the owner of a self-report. */
  static final String ENTERPRISE = "enterprise";

  private static final Pattern YEAR = Pattern.compile("2\\d{3}");
  private static final Pattern SELF_REPORT = Pattern.compile("([0-9A-Z]{18})\\.csv");

  public static UploadPath of(String key, Set<String> sources, Set<String> datasets) {
    String[] parts = key.split("/", 5);
    String filename = parts[parts.length - 1];
    Optional<String> source = part(parts, 1).filter(sources::contains);
    return new UploadPath(
        key,
        source,
        source.flatMap(name -> owner(name, filename)),
        part(parts, 2).filter(datasets::contains),
        part(parts, 3).filter(text -> YEAR.matcher(text).matches()).map(Integer::valueOf),
        filename);
  }

  /** Whether a file there has the other's name, one of them perhaps only to be checked. */
  public boolean isPlaceOf(UploadPath other) {
    return owner.equals(other.owner)
        && dataset.equals(other.dataset)
        && year.equals(other.year)
        && filename.equals(other.filename);
  }

  /** The owner of an enterprise's own figures. */
  public static String enterprise(String uscc) {
    return ENTERPRISE + "/" + uscc;
  }

  private static Optional<String> owner(String source, String filename) {
    if (!source.equals(ENTERPRISE)) {
      return Optional.of(source);
    }
    var selfReport = SELF_REPORT.matcher(filename);
    return selfReport.matches() ? Optional.of(enterprise(selfReport.group(1))) : Optional.empty();
  }

  private static Optional<String> part(String[] parts, int index) {
    return parts.length == 5 ? Optional.of(parts[index]) : Optional.empty();
  }
}
