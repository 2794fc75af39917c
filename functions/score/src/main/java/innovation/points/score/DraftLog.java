package innovation.points.score;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import innovation.points.store.facts.ItemKey;
import innovation.points.web.log.LogLine;
import innovation.points.web.log.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The log of one batch of the stream: counts and numbers of records, never enterprises.
 *
 * @param files whose facts have changed, by the ids that lead to them in all logs
 */
record DraftLog(Context context, InstantSource clock, List<String> files) {

  private static final Metric SCORED = Metric.count("EnterprisesScored");
  private static final Metric FAILED = Metric.count("EnterprisesFailed");

  /**
   * From the oldest change of the batch to the draft that contains it; the stream counts seconds.
   */
  private static final Metric DRAFT_LAG = Metric.seconds("DraftLag");

  static DraftLog of(DynamodbEvent event, Context context, InstantSource clock) {
    List<String> files =
        event.getRecords().stream()
            .map(record -> record.getDynamodb().getKeys())
            .filter(Objects::nonNull)
            .map(keys -> keys.get("sk"))
            .filter(Objects::nonNull)
            .flatMap(key -> ItemKey.file(key.getS()).stream())
            .distinct()
            .toList();
    return new DraftLog(context, clock, files);
  }

  /**
   * An enterprise could not be scored.
   *
   * @param again whether the stream delivers the record again
   */
  void failed(String number, boolean again, RuntimeException cause) {
    about(LogLine.error())
        .text("record", number)
        .text("outcome", again ? "again" : "set aside")
        .cause(cause)
        .write(context);
  }

  /** The whole batch failed; the stream delivers it again. */
  void broken(RuntimeException cause) {
    about(LogLine.error()).text("outcome", "failed").cause(cause).write(context);
  }

  /**
   * The batch is done.
   *
   * @param scored how many enterprises
   * @param setAside how many were given up
   * @param zone whether it had the enterprises of whole years scored again
   */
  void done(DynamodbEvent event, int scored, int setAside, boolean zone) {
    Instant now = clock.instant();
    LogLine line =
        about(LogLine.info())
            .number("records", event.getRecords().size())
            .flag("zone", zone)
            .metric(SCORED, scored)
            .metric(FAILED, setAside);
    if (scored > 0) {
      created(event)
          .min(Date::compareTo)
          .map(oldest -> Duration.between(oldest.toInstant(), now).toMillis() / 1000.0)
          .ifPresent(lag -> line.metric(DRAFT_LAG, Math.max(0, lag)));
    }
    line.write(context, now);
  }

  private static Stream<Date> created(DynamodbEvent event) {
    return event.getRecords().stream()
        .map(record -> record.getDynamodb().getApproximateCreationDateTime())
        .filter(Objects::nonNull);
  }

  private LogLine about(LogLine line) {
    return line.text("requestId", context.getAwsRequestId()).text("files", String.join(" ", files));
  }
}
