package innovation.points.lookup.completeness;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadPage;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The datasets of a year: who delivered them, and when. */
public final class Arrivals {
  private static final int BATCH = 200;
  private static final String SELF_REPORTED = "enterprise";

  private final UploadsTable uploads;
  private final IntakeDeadline due;

  /**
   * One dataset of the year.
   *
   * @param owner the department that has to deliver it
   * @param ownerTitle the department as people call it
   * @param due the last day on which it is in time
   * @param delivered whether that department has a file in force
   * @param overdue whether it is past the day and not delivered
   * @param files in force, from departments and public data, the newest first
   * @param selfReports how many enterprises reported it themselves
   */
  record Arrival(
      String dataset,
      String title,
      String owner,
      String ownerTitle,
      LocalDate due,
      boolean delivered,
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

  public Arrivals(UploadsTable uploads, IntakeDeadline due) {
    this.uploads = uploads;
    this.due = due;
  }

  /** All datasets of the catalogue, delivered or not. */
  List<Arrival> of(int year) {
    List<UploadRecord> inForce = inForce(year);
    return Catalogue.load().datasets().stream()
        .map(dataset -> arrival(year, dataset, inForce))
        .toList();
  }

  private Arrival arrival(int year, Dataset dataset, List<UploadRecord> inForce) {
    var files = new ArrayList<File>();
    int selfReports = 0;
    boolean delivered = false;
    for (UploadRecord upload : inForce) {
      if (upload.path().dataset().filter(dataset.id()::equals).isPresent()) {
        String source = upload.path().source().orElse("");
        delivered |= source.equals(dataset.owner());
        if (source.equals(SELF_REPORTED)) {
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
        Catalogue.load().departmentName(dataset.owner()),
        due.of(year),
        delivered,
        !delivered && due.isPast(year),
        files,
        selfReports);
  }

  private List<UploadRecord> inForce(int year) {
    var all = new ArrayList<UploadRecord>();
    Optional<String> after = Optional.empty();
    do {
      UploadPage page = uploads.list(UploadFilter.ALL.ofYear(year), BATCH, after);
      page.items().stream().filter(upload -> upload.status().acceptable()).forEach(all::add);
      after = page.next();
    } while (after.isPresent());
    return all;
  }
}
