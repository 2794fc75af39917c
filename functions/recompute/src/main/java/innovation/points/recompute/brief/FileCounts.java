package innovation.points.recompute.brief;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.store.brief.Brief.Figure;
import innovation.points.store.brief.Brief.Office;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What was delivered in quarters, and what became of it. */
record FileCounts(List<UploadRecord> uploads, Catalogue catalogue) {

  /** That never were to count, or of which nothing is known yet. */
  private static final Set<UploadStatus> OTHERS =
      Set.of(UploadStatus.PENDING, UploadStatus.PROCESSING, UploadStatus.CHECKED);

  /** In the order of the brief. */
  List<Figure> figures(Quarter quarter) {
    return List.of(
        figure("报送文件（个）", quarter, this::files),
        figure("未采用文件（个）", quarter, of -> count(of, UploadStatus.REJECTED)),
        figure("待确认文件（个）", quarter, of -> count(of, UploadStatus.HELD)),
        figure("未采用数据（行）", quarter, of -> rowsRefused(in(of, _ -> true))));
  }

  /** Of each department that has delivered something. */
  List<Office> offices(Quarter quarter) {
    return catalogue.departments().stream()
        .map(one -> office(one.name(), in(quarter, upload -> isFrom(upload, one.id()))))
        .filter(one -> one.files() > 0)
        .toList();
  }

  private static Office office(String name, List<UploadRecord> files) {
    int refused = count(files, UploadStatus.REJECTED);
    int held = count(files, UploadStatus.HELD);
    return new Office(
        name, files.size(), files.size() - refused - held, refused, held, rowsRefused(files));
  }

  /** Counts a quarter. */
  @FunctionalInterface
  private interface Counting {
    long of(Quarter quarter);
  }

  private static Figure figure(String title, Quarter quarter, Counting counting) {
    return new Figure(
        title,
        counting.of(quarter),
        counting.of(quarter.before()),
        counting.of(quarter.yearBefore()));
  }

  private long files(Quarter quarter) {
    return in(quarter, _ -> true).size();
  }

  private long count(Quarter quarter, UploadStatus status) {
    return count(in(quarter, _ -> true), status);
  }

  private static int count(List<UploadRecord> files, UploadStatus status) {
    return Math.toIntExact(files.stream().filter(one -> one.status() == status).count());
  }

  private static long rowsRefused(List<UploadRecord> files) {
    return files.stream()
        .mapToLong(one -> one.counts().map(UploadRecord.Counts::rejected).orElse(0L))
        .sum();
  }

  private static boolean isFrom(UploadRecord upload, String department) {
    return upload.path().source().filter(department::equals).isPresent();
  }

  private List<UploadRecord> in(Quarter quarter, Predicate<UploadRecord> wanted) {
    return uploads.stream()
        .filter(one -> !OTHERS.contains(one.status()))
        .filter(one -> quarter.has(OfficialTime.day(one.uploadedAt().orElse(one.createdAt()))))
        .filter(wanted)
        .toList();
  }
}
