package innovation.points.ingest.queue;

import com.amazonaws.services.lambda.runtime.Context;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.web.log.LogLine;
import innovation.points.web.log.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What is told of one message from the queue: what the files were worth, and how old they had
 * become. Names uploads by their ids and places in the code, never keys, codes or contents.
 *
 * @param message the queue's id of it
 * @param since when the bucket took the oldest file it names; null where it does not say
 */
public record IntakeLog(
    Context context, InstantSource clock, String message, @Nullable Instant since) {

  private static final Metric ROWS_ACCEPTED = Metric.count("RowsAccepted");
  private static final Metric ROWS_REJECTED = Metric.count("RowsRejected");
  private static final Metric FILES_REJECTED = Metric.count("FilesRejected");

  /** From the bucket's taking a file to its facts being in force, or how long it waits so far. */
  private static final Metric FILE_AGE = Metric.seconds("FileAge");

  /** A version was read whole, or refused unread. */
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

  /** All that the message asks for is done. */
  public void done() {
    end(LogLine.info().text("outcome", "done"));
  }

  /** The message is to come again, as foreseen: someone else is about the key, or time is short. */
  public void again(RuntimeException reason) {
    end(LogLine.info().text("outcome", "again").cause(reason));
  }

  /** The message is to come again, for the machinery failed. */
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
    return line.text("requestId", context.getAwsRequestId()).text("message", message);
  }
}
