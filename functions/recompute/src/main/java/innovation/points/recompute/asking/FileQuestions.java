package innovation.points.recompute.asking;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.key.UploadKey;
import innovation.points.recompute.checks.FileFindings;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadPage;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Files of a year that wait for a word of their department: those that are held, and those in force
 * with figures that are hard to believe. One question a file: whoever delivered it knows all of it.
 */
final class FileQuestions {

  private static final int PART = 100;
  private static final String OWN = "enterprise/";

  private final UploadsTable uploads;
  private final Catalogue catalogue;

  FileQuestions(UploadsTable uploads, Catalogue catalogue) {
    this.uploads = uploads;
    this.catalogue = catalogue;
  }

  List<DailyFinding> of(int year) {
    var found = new ArrayList<DailyFinding>();
    Optional<String> after = Optional.empty();
    do {
      UploadPage page = uploads.list(UploadFilter.ALL.ofYear(year), PART, after);
      for (UploadRecord upload : page.items()) {
        if (upload.status() == UploadStatus.HELD) {
          found.add(
              finding(
                  QuestionKind.HELD,
                  year,
                  upload,
                  "%s待确认，尚未计入。请在“数据报送”页看校验结果，确认、撤回或重新报送；处理后本问题自动撤回。"
                      .formatted(title(upload, year))));
        }
      }
      for (var doubtful : FileFindings.implausible(uploads, page.items()).entrySet()) {
        found.add(
            finding(
                QuestionKind.DOUBTFUL,
                year,
                doubtful.getKey(),
                "%s已计入，其中 %d 个数值存疑（超出常见范围、与上年相差悬殊或前后不一致）。请对照校验结果核实；有误的请重新报送，无误的请答复说明。"
                    .formatted(title(doubtful.getKey(), year), doubtful.getValue())));
      }
      after = page.next();
    } while (after.isPresent());
    return found;
  }

  private DailyFinding finding(QuestionKind kind, int year, UploadRecord upload, String text) {
    String source = upload.path().source().orElse(UploadKey.PUBLIC);
    boolean own = source.equals(UploadKey.ENTERPRISE);
    return new DailyFinding(
        kind,
        year,
        upload.id(),
        title(upload, year),
        upload.id(),
        own ? upload.path().owner().map(owner -> owner.substring(OWN.length())).orElse(null) : null,
        null,
        null,
        Dataset.isNoDepartment(source) ? List.of() : List.of(source),
        text);
  }

  private String title(UploadRecord upload, int year) {
    String dataset =
        upload.path().dataset().flatMap(catalogue::dataset).map(found -> found.title()).orElse("");
    return "%d 年度%s文件“%s”".formatted(year, dataset, upload.path().filename());
  }
}
