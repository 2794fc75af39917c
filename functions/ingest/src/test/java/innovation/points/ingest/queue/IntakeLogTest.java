package innovation.points.ingest.queue;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadRecord;
import innovation.points.store.uploads.UploadRecord.Counts;
import innovation.points.store.uploads.UploadStatus;
import innovation.points.testkit.TestContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntakeLogTest {

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private final List<String> log = new ArrayList<>();
  private final IntakeLog intake =
      new IntakeLog(
          new TestContext("ingest", 1000, log),
          InstantSource.fixed(NOON),
          "m-1",
          List.of("f-1", "f-2"),
          NOON.minusMillis(90_500));

  @Test
  void aCheckedFileIsRowsTakenAndRefusedByDataset() {
    intake.checked(
        upload("uploads/tax/operations/2025/机密.csv", Optional.of(new Counts(5, 3, 2, 2, 1))));

    assertThat(log)
        .containsExactly(
            """
            {"level":"INFO","requestId":"invocation-1","message":"m-1","files":"f-1 f-2",\
            "upload":"u-1","source":"tax","Dataset":"operations","year":"2025","status":"partial","bytes":120,"problems":2,\
            "warnings":1,"RowsAccepted":3,"RowsRejected":2,"FilesRejected":0,\
            "FunctionName":"ingest","_aws":{"Timestamp":1767268800000,"CloudWatchMetrics":[\
            {"Namespace":"InnovationPoints",\
            "Dimensions":[["FunctionName"],["FunctionName","Dataset"]],"Metrics":[\
            {"Name":"RowsAccepted","Unit":"Count"},{"Name":"RowsRejected","Unit":"Count"},\
            {"Name":"FilesRejected","Unit":"Count"}]}]}}
            """);
  }

  /** A key that means nothing may be anything, and every dataset is a metric that is paid for. */
  @Test
  void aKeyOfNoDatasetIsNotRepeated() {
    intake.checked(upload("uploads/机密/whatever/x/y.csv", Optional.empty()));

    assertThat(log.getFirst())
        .contains("\"Dataset\":\"unknown\"", "\"FilesRejected\":1")
        .doesNotContain("机密", "whatever", "y.csv");
  }

  @Test
  void aMessageSaysHowOldItsFileHadBecome() {
    intake.done();
    intake.failed(new IllegalStateException("机密"));

    assertThat(log).allSatisfy(line -> assertThat(line).contains("\"FileAge\":90.5,"));
    assertThat(log.get(1)).contains("\"outcome\":\"failed\"").doesNotContain("机密");
  }

  private static UploadRecord upload(String key, Optional<Counts> counts) {
    return new UploadRecord(
        "u-1",
        UploadPath.of(key, Set.of("tax"), Set.of("operations")),
        UploadStatus.PARTIAL,
        Optional.of("v"),
        Optional.empty(),
        120,
        NOON,
        Optional.of(NOON),
        NOON,
        counts,
        Optional.empty());
  }
}
