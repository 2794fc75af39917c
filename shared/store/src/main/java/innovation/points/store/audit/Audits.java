package innovation.points.store.audit;

import innovation.points.scoring.diagnostics.Boundary;
import innovation.points.scoring.diagnostics.Diagnostics;
import innovation.points.scoring.diagnostics.Edge;
import innovation.points.scoring.diagnostics.Robustness;
import innovation.points.scoring.diagnostics.Robustness.RankBand;
import innovation.points.scoring.diagnostics.Scope;
import innovation.points.scoring.diagnostics.calibration.Calibration;
import innovation.points.scoring.diagnostics.calibration.Measures;
import innovation.points.scoring.diagnostics.finding.IndexAudit;
import innovation.points.store.table.Attributes;
import innovation.points.store.table.BatchWriter;
import innovation.points.store.table.Compressed;
import innovation.points.store.table.Partition;
import innovation.points.store.table.ScoreKeys;
import innovation.points.store.table.StoredJson;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * The audits of generations: two documents each, kept as they are sent, deflated, in as many items
 * as their size takes. Thread-safe.
 */
public final class Audits {

  /** An item may have 400 KB. */
  private static final int PART = 350 * 1024;

  private static final String DIAGNOSTICS = "diagnostics";
  private static final String CALIBRATION = "calibration";

  private final DynamoDbClient client;
  private final String table;
  private final BatchWriter writer;

  /** What {@code GET /v1/years/{year}/diagnostics} answers. */
  private record DiagnosticsDocument(
      int year,
      String generation,
      String rulebook,
      String digest,
      Diagnostics.Population population,
      List<FindingDocument> findings,
      List<Boundary> boundaries,
      List<Edge> edges,
      List<Scope> scopes,
      Robustness robustness,
      List<Calibration.Proposal> proposals) {}

  /** What {@code GET /v1/years/{year}/calibration} answers. */
  private record CalibrationDocument(
      int year,
      String generation,
      String rulebook,
      String digest,
      String verdict,
      String reason,
      Calibration.Side fitted,
      Calibration.Side judged,
      @Nullable Measures before,
      @Nullable Measures after,
      List<Calibration.Proposal> proposals,
      List<Calibration.Kept> kept,
      Calibration.@Nullable Comparison comparison,
      Calibration.@Nullable Draft draft) {}

  private record DraftOnly(Calibration.@Nullable Draft draft) {}

  private record BandsOnly(Bands robustness) {}

  private record Bands(List<RankBand> bands) {}

  public Audits(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
    this.writer = new BatchWriter(client);
  }

  /** Writes the audit of a generation; a second time replaces the first. */
  public void write(String generation, IndexAudit audit) {
    Diagnostics diagnostics = audit.diagnostics();
    Calibration calibration = audit.calibration();
    var requests = new ArrayList<WriteRequest>();
    requests.addAll(
        parts(
            generation,
            DIAGNOSTICS,
            new DiagnosticsDocument(
                diagnostics.year(),
                generation,
                diagnostics.rulebook(),
                diagnostics.digest(),
                diagnostics.population(),
                audit.findings().stream().map(FindingDocument::of).toList(),
                diagnostics.boundaries(),
                audit.edges(),
                diagnostics.scopes(),
                audit.robustness(),
                calibration.proposals())));
    requests.addAll(
        parts(
            generation,
            CALIBRATION,
            new CalibrationDocument(
                calibration.year(),
                generation,
                calibration.rulebook(),
                calibration.digest(),
                calibration.verdict().id(),
                calibration.reason(),
                calibration.fitted(),
                calibration.judged(),
                calibration.before(),
                calibration.after(),
                calibration.proposals(),
                calibration.kept(),
                calibration.comparison(),
                calibration.draft())));
    writer.write(table, requests);
  }

  /** The diagnostics as JSON; empty for a generation without an audit. One Query. */
  public Optional<String> diagnostics(String generation) {
    return read(generation, DIAGNOSTICS);
  }

  /**
   * Within which ranks each enterprise moves; empty for a generation without an audit. One Query.
   */
  public List<RankBand> bands(String generation) {
    return diagnostics(generation)
        .map(json -> StoredJson.read(json, BandsOnly.class).robustness().bands())
        .orElse(List.of());
  }

  /** The calibration as JSON; empty for a generation without an audit. One Query. */
  public Optional<String> calibration(String generation) {
    return read(generation, CALIBRATION);
  }

  /** The proposed rulebook; empty where there is no audit, or nothing is proposed. One Query. */
  public Optional<Calibration.Draft> draft(String generation) {
    return calibration(generation)
        .flatMap(json -> Optional.ofNullable(StoredJson.read(json, DraftOnly.class).draft()));
  }

  private static List<WriteRequest> parts(String generation, String name, Object document) {
    byte[] bytes = Compressed.write(StoredJson.write(document));
    int parts = Math.ceilDiv(bytes.length, PART);
    var requests = new ArrayList<WriteRequest>();
    for (int part = 0; part < parts; part++) {
      byte[] slice =
          Arrays.copyOfRange(bytes, part * PART, Math.min(bytes.length, (part + 1) * PART));
      requests.add(
          BatchWriter.put(
              Map.of(
                  "pk", AttributeValue.fromS(ScoreKeys.audit(generation)),
                  "sk", AttributeValue.fromS(ScoreKeys.auditSort(name, part)),
                  "parts", AttributeValue.fromN(Integer.toString(parts)),
                  "document", AttributeValue.fromB(SdkBytes.fromByteArray(slice)))));
    }
    return requests;
  }

  private Optional<String> read(String generation, String name) {
    var out = new ByteArrayOutputStream();
    int expected = 0;
    int found = 0;
    for (var item : Partition.beginning(client, table, ScoreKeys.audit(generation), name + "#")) {
      expected = found == 0 ? Integer.parseInt(Attributes.attribute(item, "parts").n()) : expected;
      if (found < expected) {
        // More than expected are of an earlier attempt that was longer.
        out.writeBytes(Attributes.attribute(item, "document").b().asByteArrayUnsafe());
        found++;
      }
    }
    if (found < expected) {
      throw new IllegalStateException(
          "%s of %s has %d of %d parts".formatted(name, generation, found, expected));
    }
    return found == 0 ? Optional.empty() : Optional.of(Compressed.read(out.toByteArray()));
  }
}
