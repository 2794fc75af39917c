package innovation.points.acceptance.intake;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Uscc;
import innovation.points.local.LocalDynamoDb;
import innovation.points.local.LocalStack;
import innovation.points.local.s3.LocalS3;
import innovation.points.store.facts.FactsTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * The largest permitted files pass through {@code ingest} as a whole: reading, report, facts, in a
 * process with 512 MB of heap. By default a fiftieth of the size in a quarter of the heap; {@code
 * -Dlarge=true} for 1 000 000 rows of CSV and 100 000 of XLSX. Prints the rows per second.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class LargeIntakeTest {

  private static final boolean LARGE = Boolean.getBoolean("large");
  private static final int ROWS_AN_ENTERPRISE = 50;
  private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** As in the template. */
  private static final int INVOCATION = 300_000;

  @TempDir private Path folder;

  @Test
  void csvIsTakenInWhole() throws Exception {
    int rows = LARGE ? 1_000_000 : 20_000;
    assertThat(takeIn("csv", rows, INVOCATION)).startsWith(LARGE ? "" : "1 invocation(s)");
  }

  @Test
  void xlsxIsTakenInWhole() throws Exception {
    int rows = LARGE ? 100_000 : 5_000;
    assertThat(takeIn("xlsx", rows, INVOCATION)).startsWith("1 invocation(s)");
  }

  private String takeIn(String format, int rows, int millis) throws Exception {
    Path file = folder.resolve("contracts." + format);
    if (format.equals("csv")) {
      csv(file, rows);
    } else {
      xlsx(file, rows);
    }
    String key = "uploads/science/technology-contracts/2025/big." + format;
    try (var tables = new LocalDynamoDb(null, 0);
        var bucket = new LocalS3(null, 0, InstantSource.system(), _ -> {})) {
      bucket.ensureBucket(LocalStack.BUCKET);
      bucket
          .client()
          .putObject(put -> put.bucket(LocalStack.BUCKET).key(key), RequestBody.fromFile(file));
      String output =
          run(
              tables.endpoint().orElseThrow().toString(),
              bucket.endpoint().toString(),
              key,
              Integer.toString(millis));
      assertTaken(new FactsTable(tables.client(), LocalDynamoDb.FACTS), rows);
      System.out.printf(
          Locale.ROOT, "ingest %s, %,d rows, %,d KiB: %s", format, rows, size(file), output);
      return output;
    }
  }

  private static void assertTaken(FactsTable facts, int rows) {
    int enterprises = rows / ROWS_AN_ENTERPRISE;
    for (int enterprise : List.of(0, enterprises / 2, enterprises - 1)) {
      assertThat(facts.read(code(enterprise)).items().get("technology-contracts"))
          .hasSize(ROWS_AN_ENTERPRISE);
    }
  }

  /** In a separate process, because the heap is limited at its start. */
  private static String run(String... arguments) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + (LARGE ? 512 : 128) + "m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                IntakeProcess.class.getName()));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    String last = output.lines().toList().getLast();
    assertThat(last).as(output).contains("peak heap");
    return last + System.lineSeparator();
  }

  private static void csv(Path file, int rows) throws IOException {
    try (var out = Files.newBufferedWriter(file)) {
      out.write("统一社会信用代码,企业名称,合同编号,合同类型,成交额(万元),对方为高校院所\n");
      for (int row = 0; row < rows; row++) {
        out.write(
            "%s,虚构企业第%d号有限公司,HT2025%07d,技术开发,%d.5,%s\n"
                .formatted(
                    code(row % (rows / ROWS_AN_ENTERPRISE)),
                    row % (rows / ROWS_AN_ENTERPRISE),
                    row,
                    row % 900,
                    row % 3 == 0 ? "是" : "否"));
      }
    }
  }

  private static void xlsx(Path file, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        var workbook = new Workbook(out, "test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("合同");
      List<String> titles = List.of("统一社会信用代码", "合同编号", "合同类型", "成交额(万元)", "对方为高校院所");
      for (int column = 0; column < titles.size(); column++) {
        sheet.value(0, column, titles.get(column));
      }
      for (int row = 0; row < rows; row++) {
        sheet.value(row + 1, 0, code(row % (rows / ROWS_AN_ENTERPRISE)));
        sheet.value(row + 1, 1, "HT2025%07d".formatted(row));
        sheet.value(row + 1, 2, "技术开发");
        sheet.value(row + 1, 3, row % 900 + 0.5);
        sheet.value(row + 1, 4, row % 3 == 0 ? "是" : "否");
      }
    }
  }

  /** A code in the format of GB 32100-2015 of no real enterprise. */
  private static String code(int serial) {
    String base = "914107XN%09d".formatted(serial);
    return LETTERS
        .chars()
        .mapToObj(check -> base + (char) check)
        .filter(Uscc::isValid)
        .findFirst()
        .orElseThrow();
  }

  private static long size(Path file) throws IOException {
    return Files.size(file) / 1024;
  }
}
