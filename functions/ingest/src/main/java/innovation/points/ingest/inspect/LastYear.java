package innovation.points.ingest.inspect;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Plausibility;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.datasets.checking.OtherDatasets;
import innovation.points.datasets.checking.YearBefore;
import innovation.points.datasets.key.UploadKey;
import innovation.points.scoring.facts.Value;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.LastUsed;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadsTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures of the year before, and of the file's year in other datasets, as the owning
 * department's files in force say, against which a file is compared. One file is read where an
 * enterprise by enterprise look-up in the table would take a query a row. Files are kept while they
 * stay in force.
 */
final class LastYear {

  private static final int KEPT = 4;

  /** Beyond a zone's size nothing is compared: the figures are kept in memory. */
  private static final int MOST_ROWS = 100_000;

  private final ReadFiles files;
  private final UploadsTable uploads;
  private final Settings zone;
  private final Catalogue catalogue = Catalogue.load();
  private final LastUsed<String, Map<String, Map<String, Double>>> byReading = new LastUsed<>(KEPT);

  LastYear(ReadFiles files, UploadsTable uploads, Settings zone) {
    this.files = files;
    this.zone = zone;
    this.uploads = uploads;
  }

  /** What to compare a file of a year with; nothing where its dataset has no such checks. */
  synchronized YearBefore forFile(Dataset dataset, int year) {
    if (dataset.shape() != Shape.PER_ENTERPRISE || dataset.plausibility().isEmpty()) {
      return YearBefore.NONE;
    }
    Map<String, Map<String, Double>> figures = figures(dataset, year - 1);
    return uscc -> figures.getOrDefault(uscc, Map.of());
  }

  /** The figures of the file's year in the datasets with which its checks compare it. */
  synchronized OtherDatasets others(Dataset dataset, int year) {
    var figures = new HashMap<String, Map<String, Map<String, Double>>>();
    for (Plausibility check : dataset.plausibility()) {
      if (check instanceof Plausibility.AtMostOther other) {
        figures.computeIfAbsent(
            other.dataset(), id -> figures(catalogue.dataset(id).orElseThrow(), year));
      }
    }
    return (other, uscc) -> figures.getOrDefault(other, Map.of()).getOrDefault(uscc, Map.of());
  }

  private Map<String, Map<String, Double>> figures(Dataset dataset, int year) {
    UploadFilter filter =
        UploadFilter.ALL.ofOwner(dataset.owner()).ofYear(year).ofDataset(dataset.id());
    var figures = new HashMap<String, Map<String, Double>>();
    for (UploadRecord upload : FilesInForce.list(uploads, filter)) {
      figures.putAll(figures(upload));
    }
    return figures;
  }

  private Map<String, Map<String, Double>> figures(UploadRecord upload) {
    long rows = upload.counts().map(UploadRecord.Counts::accepted).orElse(0L);
    if (ReadFiles.reading(upload).isEmpty() || rows > MOST_ROWS) {
      return Map.of();
    }
    String reading = ReadFiles.reading(upload).get();
    return byReading.get(reading, _ -> read(upload.key(), reading));
  }

  private Map<String, Map<String, Double>> read(String key, String reading) {
    if (!(UploadKey.parse(key, zone::catalogue) instanceof UploadKey uploadKey)) {
      return Map.of();
    }
    try (ReadFile file = files.open(uploadKey, reading)) {
      var figures = new HashMap<String, Map<String, Double>>();
      file.forEachAccepted(row -> figures.put(row.uscc(), amounts(row.values())));
      return figures;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Double> amounts(Map<String, Value> values) {
    var amounts = new HashMap<String, Double>();
    values.forEach(
        (field, value) -> {
          if (value instanceof Value.Amount(double amount)) {
            amounts.put(field, amount);
          }
        });
    return amounts;
  }
}
