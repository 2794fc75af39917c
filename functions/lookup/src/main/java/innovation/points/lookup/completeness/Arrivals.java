package innovation.points.lookup.completeness;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.key.UploadKey;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The datasets of a year: who delivered them, and when. */
public final class Arrivals {

  private final UploadsTable uploads;
  private final IntFunction<Catalogue> catalogues;
  private final InstantSource time;

  /**
   * One dataset of the year.
   *
   * @param owner the department that has to deliver it
   * @param ownerTitle the department as people call it
   * @param contact who answers for its data
   * @param deputy who does while the contact is away
   * @param due the last day on which it is in time; null where nothing is due
   * @param delivered whether that department has a file in force
   * @param deliveredOn the day its first file came that counted; null as long as none is in force
   * @param overdue whether it came after the day, or has not come and the day is past
   * @param files in force, from departments and public data, the newest first
   * @param selfReports how many enterprises reported it themselves
   */
  record Arrival(
      String dataset,
      String title,
      String owner,
      String ownerTitle,
      Department.Person contact,
      Department.Person deputy,
      @Nullable LocalDate due,
      boolean delivered,
      @Nullable LocalDate deliveredOn,
      boolean overdue,
      List<File> files,
      int selfReports) {}

  /** One file in force. */
  record File(
      String source,
      String key,
      @Nullable String version,
      String status,
      @Nullable Instant uploadedAt,
      long rows,
      long accepted,
      long rejected) {
    static File of(UploadRecord upload) {
      var counts = upload.counts().orElse(new UploadRecord.Counts(0, 0, 0, 0, 0));
      return new File(
          upload.path().source().orElse(""),
          upload.key(),
          upload.version().orElse(null),
          upload.status().id(),
          upload.uploadedAt().orElse(null),
          counts.rows(),
          counts.accepted(),
          counts.rejected());
    }
  }

  /**
   * The arrivals.
   *
   * @param catalogues of the files of a year: with the zone's departments and days
   */
  public Arrivals(UploadsTable uploads, IntFunction<Catalogue> catalogues, InstantSource time) {
    this.uploads = uploads;
    this.catalogues = catalogues;
    this.time = time;
  }

  /** The catalogue of the files of a year. */
  Catalogue catalogue(int year) {
    return catalogues.apply(year);
  }

  /** All datasets of the catalogue, delivered or not. */
  List<Arrival> of(int year) {
    return of(year, uploads(year));
  }

  /** The same of uploads that were read. */
  List<Arrival> of(int year, List<UploadRecord> uploaded) {
    Catalogue catalogue = catalogues.apply(year);
    return catalogue.datasets().stream()
        .map(dataset -> arrival(year, dataset, catalogue, uploaded))
        .filter(arrival -> arrival.due() != null || !arrival.files().isEmpty())
        .toList();
  }

  private Arrival arrival(
      int year, Dataset dataset, Catalogue catalogue, List<UploadRecord> uploaded) {
    Department owner = catalogue.department(dataset.owner()).orElseThrow();
    LocalDate due = dataset.due().map(day -> day.atYear(year + 1)).orElse(null);
    var files = new ArrayList<File>();
    int selfReports = 0;
    boolean delivered = false;
    LocalDate first = null;
    for (UploadRecord upload : uploaded) {
      if (upload.path().dataset().filter(dataset.id()::equals).isEmpty()) {
        continue;
      }
      String source = upload.path().source().orElse("");
      if (dataset.isOf(source) && counted(upload)) {
        first = earlier(first, upload);
      }
      if (upload.status().acceptable()) {
        delivered |= dataset.isOf(source);
        if (source.equals(UploadKey.ENTERPRISE)) {
          selfReports++;
        } else {
          files.add(File.of(upload));
        }
      }
    }
    return new Arrival(
        dataset.id(),
        dataset.title(),
        dataset.owner(),
        owner.name(),
        owner.contact(),
        owner.deputy(),
        due,
        delivered,
        delivered ? first : null,
        due != null
            && (delivered && first != null ? first : OfficialTime.day(time.instant())).isAfter(due),
        files,
        selfReports);
  }

  /** Whether it was in force once. */
  private static boolean counted(UploadRecord upload) {
    return upload.status().acceptable() || upload.status() == UploadStatus.WITHDRAWN;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate first, UploadRecord upload) {
    LocalDate day = upload.uploadedAt().map(OfficialTime::day).orElse(first);
    return first == null || (day != null && day.isBefore(first)) ? day : first;
  }

  /** Everything that was uploaded of a year, whatever became of it. */
  List<UploadRecord> uploads(int year) {
    return uploads.all(UploadFilter.ALL.ofYear(year));
  }
}
