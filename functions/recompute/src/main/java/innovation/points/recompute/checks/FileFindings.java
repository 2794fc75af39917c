package innovation.points.recompute.checks;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadPage;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the intake has stored about the files of a year.
 *
 * @param held files that change nothing until a person says what they are
 * @param implausible figures in force of which a warning says that they are hard to believe
 */
public record FileFindings(int held, long implausible) {

  private static final int PART = 100;

  private static final Set<String> IMPLAUSIBLE =
      Set.of(
              ProblemCode.IMPLAUSIBLE,
              ProblemCode.UNLIKE_LAST_YEAR,
              ProblemCode.INCONSISTENT_FIGURES)
          .stream()
          .map(ProblemCode::id)
          .collect(Collectors.toUnmodifiableSet());

  static FileFindings of(UploadsTable uploads, int year) {
    int held = 0;
    long implausible = 0;
    Optional<String> after = Optional.empty();
    do {
      UploadPage page = uploads.list(UploadFilter.ALL.ofYear(year), PART, after);
      for (UploadRecord upload : page.items()) {
        if (upload.status() == UploadStatus.HELD) {
          held++;
        }
      }
      implausible +=
          implausible(uploads, page.items()).values().stream().mapToLong(Long::longValue).sum();
      after = page.next();
    } while (after.isPresent());
    return new FileFindings(held, implausible);
  }

  /** Those of some uploads that are in force with such figures, and how many each has. */
  public static Map<UploadRecord, Long> implausible(
      UploadsTable uploads, List<UploadRecord> among) {
    Map<String, UploadRecord> warned =
        among.stream()
            .filter(upload -> upload.status().acceptable())
            .filter(upload -> upload.counts().filter(each -> each.warnings() > 0).isPresent())
            .collect(Collectors.toMap(UploadRecord::id, upload -> upload));
    var found = new LinkedHashMap<UploadRecord, Long>();
    if (!warned.isEmpty()) {
      uploads
          .details(warned.keySet())
          .forEach(
              (id, details) -> {
                long count = 0;
                for (JsonNode group : StoredJson.tree(details).path("groups")) {
                  if (IMPLAUSIBLE.contains(group.path("code").asText())) {
                    count += group.path("count").longValue();
                  }
                }
                UploadRecord upload = warned.get(id);
                if (count > 0 && upload != null) {
                  found.put(upload, count);
                }
              });
    }
    return found;
  }
}
