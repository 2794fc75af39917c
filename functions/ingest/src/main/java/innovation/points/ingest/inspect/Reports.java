package innovation.points.ingest.inspect;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.report.ReportWriter;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord.Report;
import innovation.points.web.http.Format;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes the findings into the bucket, {@code reports/{source}/{dataset}/{year}/{filename}/…}. */
final class Reports {

  private final S3Client s3;
  private final String bucket;
  private final ReportWriter writer = new ReportWriter();

  Reports(S3Client s3, String bucket) {
    this.s3 = s3;
    this.bucket = bucket;
  }

  /** The report of a file that was read; the annotated copies only where it is a table. */
  Report write(UploadPath path, String reading, CheckedFile file) throws IOException {
    String folder = folder(path.key(), reading);
    String json = put(folder + "report.json", "application/json", out -> writer.json(file, out));
    if (file.reading().isEmpty()) {
      return new Report(Optional.of(json), Optional.empty(), Optional.empty());
    }
    String csv =
        put(folder + "report.csv", "text/csv; charset=utf-8", out -> writer.csv(file, out));
    String xlsx =
        put(folder + "report.xlsx", Format.XLSX.mediaType(), out -> writer.xlsx(file, out));
    return new Report(Optional.of(json), Optional.of(csv), Optional.of(xlsx));
  }

  /** The report of an object that was not read. Invalid keys are not repeated in its own. */
  Report write(UploadPath path, String reading, FileProblem problem) {
    boolean placed =
        problem.code() != ProblemCode.BAD_KEY && problem.code() != ProblemCode.NOT_OWNED;
    String key =
        (placed
                ? folder(path.key(), reading)
                : "reports/bad-key/%s/%s/".formatted(FileVersion.fileId(path.key()), reading))
            + "report.json";
    s3.putObject(
        put -> put.bucket(bucket).key(key).contentType("application/json"),
        RequestBody.fromString(Findings.json(problem), StandardCharsets.UTF_8));
    return new Report(Optional.of(key), Optional.empty(), Optional.empty());
  }

  /** Where the report of a file with a valid key is. */
  static String folder(String key, String reading) {
    return "reports/%s/%s/".formatted(key.replaceFirst("^uploads/", ""), reading);
  }

  private String put(String key, String type, Content content) throws IOException {
    Path file = Files.createTempFile("report-", ".data");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        content.write(out);
      }
      s3.putObject(
          put -> put.bucket(bucket).key(key).contentType(type), RequestBody.fromFile(file));
      return key;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Writes one of the report's files. */
  private interface Content {
    void write(OutputStream out) throws IOException;
  }
}
