package innovation.points.store.uploads;

import innovation.points.store.table.Attributes;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.store.uploads.UploadRecord.Report;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Upload records and verdicts as items and back. */
final class UploadItems {

  static final String RECORD = "upload#";
  static final String VERSION = "version#";

  /** Where uploads are listed whose key does not name a year. */
  private static final int NO_YEAR = 0;

  private UploadItems() {}

  static Map<String, AttributeValue> write(UploadRecord record) {
    var item = new HashMap<String, AttributeValue>(key(record.key(), RECORD + record.id()));
    UploadPath path = record.path();
    text(item, "id", Optional.of(record.id()));
    text(item, "zone", Optional.of(UploadsTable.ZONE));
    text(item, "listed", Optional.of(listed(record)));
    text(item, "source", path.owner());
    text(item, "sourceName", path.source());
    text(item, "dataset", path.dataset());
    path.year().ifPresent(year -> item.put("year", number(year)));
    text(item, "filename", Optional.of(path.filename()));
    text(item, "status", Optional.of(record.status().id()));
    text(item, "version", record.version());
    text(item, "sha256", record.sha256());
    item.put("bytes", number(record.bytes()));
    text(item, "createdAt", Optional.of(record.createdAt().toString()));
    text(item, "uploadedAt", record.uploadedAt().map(Instant::toString));
    text(item, "updatedAt", Optional.of(record.updatedAt().toString()));
    record.counts().ifPresent(counts -> item.put("counts", write(counts)));
    record.report().ifPresent(report -> item.put("report", write(report)));
    return item;
  }

  static UploadRecord readRecord(Map<String, AttributeValue> item) {
    var path =
        new UploadPath(
            Attributes.text(item, "key"),
            text(item, "sourceName"),
            text(item, "source"),
            text(item, "dataset"),
            Optional.ofNullable(item.get("year")).map(year -> Integer.valueOf(year.n())),
            text(item, "filename").orElse(""));
    return new UploadRecord(
        Attributes.text(item, "id"),
        path,
        UploadStatus.of(Attributes.text(item, "status")),
        text(item, "version"),
        text(item, "sha256"),
        number(item, "bytes"),
        Instant.parse(Attributes.text(item, "createdAt")),
        text(item, "uploadedAt").map(Instant::parse),
        Instant.parse(Attributes.text(item, "updatedAt")),
        map(item, "counts", UploadItems::readCounts),
        map(item, "report", UploadItems::readReport));
  }

  static Map<String, AttributeValue> write(String key, Verdict verdict) {
    var item = new HashMap<String, AttributeValue>(key(key, VERSION + verdict.version()));
    text(item, "version", Optional.of(verdict.version()));
    text(item, "status", Optional.of(verdict.status().id()));
    text(item, "upload", Optional.of(verdict.uploadId()));
    text(item, "uploadedAt", Optional.of(verdict.uploadedAt().toString()));
    text(item, "confirmation", verdict.confirmation());
    return item;
  }

  static Verdict readVerdict(Map<String, AttributeValue> item) {
    return new Verdict(
        Attributes.text(item, "version"),
        UploadStatus.of(Attributes.text(item, "status")),
        Attributes.text(item, "upload"),
        Instant.parse(Attributes.text(item, "uploadedAt")),
        text(item, "confirmation"));
  }

  static Map<String, AttributeValue> key(String key, String sortKey) {
    return Map.of("key", AttributeValue.fromS(key), "sk", AttributeValue.fromS(sortKey));
  }

  /** Sorts by year, then by time; numbers have a fixed width. */
  static String listed(UploadRecord record) {
    return "%04d#%013d#%s"
        .formatted(
            record.path().year().orElse(NO_YEAR), record.createdAt().toEpochMilli(), record.id());
  }

  private static AttributeValue write(Counts counts) {
    return AttributeValue.fromM(
        Map.of(
            "rows", number(counts.rows()),
            "accepted", number(counts.accepted()),
            "rejected", number(counts.rejected()),
            "problems", number(counts.problems()),
            "warnings", number(counts.warnings())));
  }

  private static Counts readCounts(Map<String, AttributeValue> map) {
    return new Counts(
        number(map, "rows"),
        number(map, "accepted"),
        number(map, "rejected"),
        number(map, "problems"),
        number(map, "warnings"));
  }

  private static AttributeValue write(Report report) {
    var map = new HashMap<String, AttributeValue>();
    text(map, "json", report.json());
    text(map, "csv", report.csv());
    text(map, "xlsx", report.xlsx());
    return AttributeValue.fromM(map);
  }

  private static Report readReport(Map<String, AttributeValue> map) {
    return new Report(text(map, "json"), text(map, "csv"), text(map, "xlsx"));
  }

  private static void text(Map<String, AttributeValue> item, String name, Optional<String> value) {
    value.ifPresent(text -> item.put(name, AttributeValue.fromS(text)));
  }

  private static Optional<String> text(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  private static <T> Optional<T> map(
      Map<String, AttributeValue> item,
      String name,
      Function<Map<String, AttributeValue>, T> reader) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::m).map(reader);
  }

  private static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }

  private static long number(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? 0 : Long.parseLong(value.n());
  }
}
