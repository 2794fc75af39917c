package innovation.points.recompute.checks;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.store.table.StoredJson;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadPage;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the intake has stored about the files of a year.
 *
 * @param held files that change nothing until a person says what they are
 * @param implausible figures in force of which a warning says that they are hard to believe
 */
record FileFindings(int held, long implausible) {

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
      var warned = new ArrayList<String>();
      for (UploadRecord upload : page.items()) {
        if (upload.status() == UploadStatus.HELD) {
          held++;
        } else if (upload.status().acceptable()
            && upload.counts().filter(counts -> counts.warnings() > 0).isPresent()) {
          warned.add(upload.id());
        }
      }
      implausible += implausible(uploads, warned);
      after = page.next();
    } while (after.isPresent());
    return new FileFindings(held, implausible);
  }

  private static long implausible(UploadsTable uploads, List<String> ids) {
    if (ids.isEmpty()) {
      return 0;
    }
    long sum = 0;
    for (String details : uploads.details(ids).values()) {
      for (JsonNode group : StoredJson.tree(details).path("groups")) {
        if (IMPLAUSIBLE.contains(group.path("code").asText())) {
          sum += group.path("count").longValue();
        }
      }
    }
    return sum;
  }
}
