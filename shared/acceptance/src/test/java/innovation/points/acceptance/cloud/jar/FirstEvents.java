package innovation.points.acceptance.cloud.jar;

import static java.nio.charset.StandardCharsets.UTF_8;

import innovation.points.local.LocalDynamoDb;
import innovation.points.local.s3.LocalS3;
import innovation.points.testkit.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * Engines with one enterprise and, for each function, the first event that a benchmark sends and
 * the part of the answer that shows success.
 */
final class FirstEvents implements AutoCloseable {

  private static final String BUCKET = "innovation-points";
  private static final String ROSTER = "uploads/science/enterprises/2025/企业名录.csv";
  private static final String OPERATIONS = "uploads/tax/operations/2025/2025年度经营情况 (1).csv";
  private static final String USCC = "91350100M000100Y43";

  private final LocalDynamoDb tables = new LocalDynamoDb(null, 0);
  private final LocalS3 s3 = new LocalS3(null, 0, InstantSource.system(), _ -> {});

  /**
   * @param answer a part of the answer to the event
   */
  record FirstEvent(String event, String answer) {}

  FirstEvents() {
    s3.ensureBucket(BUCKET);
    put(ROSTER, "统一社会信用代码,企业名称,成立日期,行业代码\n" + USCC + ",虚构企业,2018-05-01,C3464\n");
    PublishedCard.write(tables.client());
  }

  FirstEvent of(String function) throws IOException {
    return switch (function) {
      case "upload" -> new FirstEvent(read("upload/template"), "UEsDB");
      case "ingest" -> ingest();
      case "score" -> new FirstEvent(read("score/facts-changed"), "batchItemFailures\":[]");
      case "recompute" -> new FirstEvent(runs(), PublishedCard.GENERATION);
      case "desk" -> new FirstEvent(read("desk/letter"), "63.25");
      case "lookup" -> new FirstEvent(read("lookup/enterprise"), "63.25");
      case "portal" -> new FirstEvent(read("portal/home"), "text/html");
      default -> throw new IllegalArgumentException(function);
    };
  }

  /** Writes a new version of a file each time, so that there is always work. */
  private FirstEvent ingest() throws IOException {
    put(
        OPERATIONS,
        "统一社会信用代码,营业收入(万元),研发费用(万元)\n" + USCC + ",1500," + System.nanoTime() % 1000 + "\n");
    return new FirstEvent(read("ingest/file-uploaded"), "batchItemFailures\":[]");
  }

  /** The bureau requests the runs of a year. */
  private static String runs() throws IOException {
    return read("recompute/start").replace("\"POST", "\"GET");
  }

  /** The environment that Lambda and the template give a function. */
  Map<String, String> environment() {
    Map<String, String> variables =
        LocalVariables.of(BUCKET, tables.endpoint().orElseThrow(), s3.endpoint());
    variables.put("PARTITION", PublishedCard.partition());
    return variables;
  }

  private void put(String key, String content) {
    s3.client()
        .putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromString(content, UTF_8));
  }

  private static String read(String event) throws IOException {
    return Files.readString(Repository.root().resolve("events/" + event + ".json"));
  }

  @Override
  public void close() {
    s3.close();
    tables.close();
  }
}
