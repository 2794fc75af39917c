package innovation.points.datasets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.report.ReportWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Checks one big file, goes through its accepted rows, and writes its reports; prints rows per
 * second of processor time and the most heap that was used. Arguments: {@code csv} or {@code xlsx},
 * and the number of rows. One row in twenty is bad.
 */
final class ReadingBenchmark {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** With 9 figures a million rows would be more than 100 MiB. */
  private static final int FIGURES = 6;

  /** Figures that agree with each other, in the order of the columns. */
  private static final int[] CSV_SHARES = {10, 4, 1, 2, 9, 2};

  private static final int[] XLSX_SHARES = {10, 4, 2, 1, 2, 9};

  private ReadingBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int rows = Integer.parseInt(arguments[1]);
    Path file = java.nio.file.Files.createTempFile("benchmark", "." + arguments[0]);
    try {
      if (arguments[0].equals("csv")) {
        csv(file, rows);
      } else {
        xlsx(file, rows);
      }
      run(arguments[0], file, rows);
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  private static void run(String format, Path path, int rows) throws IOException {
    long start = cpu();
    CheckedFile file = Files.check(Files.OPERATIONS, path, Roster.NONE);
    long checked = cpu();
    int[] accepted = {0};
    file.forEachAccepted(row -> accepted[0]++);
    long read = cpu();
    new ReportWriter().csv(file, OutputStream.nullOutputStream());
    long written = cpu();
    long peerStart = cpu();
    long cells = peer(format, path);
    long peer = cpu();
    System.out.printf(
        Locale.ROOT,
        "%s %,d rows, %,d KiB: check %,.0f rows/s, accepted %,.0f rows/s, report %,.0f rows/s,"
            + " the library alone %,.0f rows/s (ratio %.2f, %,d cells),"
            + " %d accepted, %d rejected, peak heap %d MiB%n",
        format,
        rows,
        java.nio.file.Files.size(path) / 1024,
        rate(rows, start, checked),
        rate(rows, checked, read),
        rate(rows, read, written),
        rate(rows, peerStart, peer),
        (double) (peer - peerStart) / (checked - start),
        cells,
        accepted[0],
        file.rejected(),
        peak() >> 20);
    if (accepted[0] != file.accepted() || file.rows() != rows) {
      throw new AssertionError("expected " + rows + " rows, found " + file.rows());
    }
  }

  /** Reads the cells with the fastest library for the kind of file, and does nothing with them. */
  private static long peer(String format, Path path) throws IOException {
    if (format.equals("csv")) {
      try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(path)) {
        return csv.stream().mapToLong(CsvRecord::getFieldCount).sum();
      }
    }
    try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile());
        var rows = workbook.getFirstSheet().openStream()) {
      return rows.mapToLong(org.dhatim.fastexcel.reader.Row::getCellCount).sum();
    }
  }

  /** Of this thread alone: other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double rate(int rows, long from, long to) {
    return rows / ((to - from) / 1e9);
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }

  private static void csv(Path path, int rows) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter out = java.nio.file.Files.newBufferedWriter(path)) {
      out.write("统一社会信用代码,企业名称,营业收入(万元),高新技术产品收入(万元),研发费用(万元),净利润(万元),成本费用支出总额(万元),利润总额(万元)\n");
      for (int i = 0; i < rows; i++) {
        out.write(uscc(random) + ",新乡市第" + i + "号公司");
        int base = random.nextInt(10_000_000);
        for (int f = 0; f < FIGURES; f++) {
          out.write("," + (bad(i, f) ? "未知" : CSV_SHARES[f] * base / 1000.0));
        }
        out.write('\n');
      }
    }
  }

  private static void xlsx(Path path, int rows) throws IOException {
    Random random = new Random(1);
    try (OutputStream out = java.nio.file.Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "benchmark", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("表");
      Dataset operations = Catalogue.load().dataset("operations").orElseThrow();
      for (int column = 0; column < FIGURES + 2; column++) {
        sheet.value(0, column, operations.fields().get(column).title());
      }
      for (int i = 0; i < rows; i++) {
        sheet.value(i + 1, 0, uscc(random));
        sheet.value(i + 1, 1, "新乡市第" + i + "号公司");
        int base = random.nextInt(10_000_000);
        for (int f = 0; f < FIGURES; f++) {
          if (bad(i, f)) {
            sheet.value(i + 1, f + 2, "未知");
          } else {
            sheet.value(i + 1, f + 2, XLSX_SHARES[f] * base / 1000.0);
          }
        }
        if (i % 1000 == 0) {
          sheet.flush();
        }
      }
    }
  }

  private static boolean bad(int row, int figure) {
    return row % 20 == 7 && figure == 3;
  }

  private static String uscc(Random random) {
    StringBuilder code = new StringBuilder("91410700");
    while (code.length() < 17) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    code.append('0');
    return code.substring(0, 17) + Uscc.check(code.toString());
  }
}
