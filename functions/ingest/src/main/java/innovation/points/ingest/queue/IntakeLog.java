package innovation.points.ingest.queue;

import com.amazonaws.services.lambda.runtime.Context;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.web.log.LogLine;
import innovation.points.web.log.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The log of one message from the queue: the verdicts on its files, and their age. Names uploads by
 * id, and faults by their place in the code; never keys, codes or contents.
 *
 * @param message its id in the queue
 * @param files that it names, by the ids that lead to them in all logs
 * @param since when the bucket received the oldest file it names; null where unknown
 */
public record IntakeLog(
    Context context,
    InstantSource clock,
    String message,
    List<String> files,
    @Nullable Instant since) {

  private static final Metric ROWS_ACCEPTED = Metric.count("RowsAccepted");
  private static final Metric ROWS_REJECTED = Metric.count("RowsRejected");
  private static final Metric FILES_REJECTED = Metric.count("FilesRejected");

  /**
   * From a file's arrival in the bucket to its facts being in force, or its waiting time so far.
   */
  private static final Metric FILE_AGE = Metric.seconds("FileAge");

  public IntakeLog {
    files = List.copyOf(files);
  }

  /** A version was checked, or refused unread. */
  public void checked(UploadRecord upload) {
    Counts counts = upload.counts().orElse(new Counts(0, 0, 0, 0, 0));
    about(LogLine.info())
        .text("upload", upload.id())
        .text("source", upload.path().source().orElse(null))
        .dimension("Dataset", upload.path().dataset().orElse("unknown"))
        .text("year", upload.path().year().map(String::valueOf).orElse(null))
        .text("status", upload.status().id())
        .number("bytes", upload.bytes())
        .number("problems", counts.problems())
        .number("warnings", counts.warnings())
        .metric(ROWS_ACCEPTED, counts.accepted())
        .metric(ROWS_REJECTED, counts.rejected())
        .metric(FILES_REJECTED, counts.accepted() == 0 ? 1 : 0)
        .write(context, clock.instant());
  }

  /** The message is done. */
  public void done() {
    end(LogLine.info().text("outcome", "done"));
  }

  /** The message is to be delivered again, as expected: the key is held, or time ran short. */
  public void again(RuntimeException reason) {
    end(LogLine.info().text("outcome", "again").cause(reason));
  }

  /** The message is to be delivered again after a fault of the infrastructure. */
  public void failed(RuntimeException fault) {
    end(LogLine.error().text("outcome", "failed").cause(fault));
  }

  private void end(LogLine line) {
    about(line);
    Instant now = clock.instant();
    if (since != null) {
      line.metric(FILE_AGE, Math.max(0, Duration.between(since, now).toMillis()) / 1000.0);
    }
    line.write(context, now);
  }

  private LogLine about(LogLine line) {
    return line.text("requestId", context.getAwsRequestId())
        .text("message", message)
        .text("files", String.join(" ", files));
  }
}
