package innovation.points.datasets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.GoodRow;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.header.Said;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/**
 * Checks one big file again and again in turn with the fastest library for its kind, which only
 * reads the cells; prints rows per second of processor time at the median, and the most heap that
 * was used. Arguments: {@code csv} or {@code xlsx}, the number of rows, 1 for one row an enterprise
 * or 50 for fifty, and how often. One row in twenty is bad.
 */
final class ReadingBenchmark {

  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  /** With 9 figures a million rows would be more than 100 MiB. */
  private static final int FIGURES = 6;

  /** Shares of revenue, so that the figures agree with each other. */
  private static final int[] SHARES = {10, 4, 1, 2, 9, 2};

  private static final UploadKey CONTRACTS =
      Files.key("uploads/science/technology-contracts/2025/a.csv");

  private ReadingBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    String format = arguments[0];
    int rows = Integer.parseInt(arguments[1]);
    int each = Integer.parseInt(arguments[2]);
    Path file = java.nio.file.Files.createTempFile("benchmark", "." + format);
    try {
      if (format.equals("csv")) {
        csv(file, rows, each);
      } else {
        xlsx(file, rows, each);
      }
      run(format, file, rows, each, Integer.parseInt(arguments[3]));
    } finally {
      java.nio.file.Files.delete(file);
    }
  }

  private static void run(String format, Path path, int rows, int each, int rounds)
      throws IOException {
    UploadKey key = each == 1 ? Files.OPERATIONS : CONTRACTS;
    double[] checked = new double[rounds];
    double[] read = new double[rounds];
    double[] ratio = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      int[] good = {0};
      long start = cpu();
      CheckedFile file =
          new FileChecker(Catalogue.load())
              .check(key, path, Known.of(Roster.NONE), Said.NOTHING, counting(good));
      long end = cpu();
      peer(format, path);
      long peer = cpu();
      checked[round] = rows / ((end - start) / 1e9);
      read[round] = rows / ((peer - end) / 1e9);
      ratio[round] = checked[round] / read[round];
      if (file.rows() != rows || file.rejected() != rows / 20 || good[0] != file.accepted()) {
        throw new AssertionError("expected " + rows + " rows, found " + file.rows());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%s, %,d rows, %d an enterprise, %,d KiB: %,.0f rows/s checked, %,.0f by the library alone,"
            + " ratio %.2f, peak heap %d MiB%n",
        format,
        rows,
        each,
        java.nio.file.Files.size(path) / 1024,
        median(checked),
        median(read),
        median(ratio),
        peak() >> 20);
  }

  private static CheckedRow.Visitor counting(int[] good) {
    return new CheckedRow.Visitor() {
      @Override
      public void row(CheckedRow row) {
        good[0] += row.accepted() ? 1 : 0;
      }

      @Override
      public void good(GoodRow row) {
        good[0]++;
      }
    };
  }

  private static double median(double[] figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
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

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == java.lang.management.MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(java.lang.management.MemoryUsage::getUsed)
        .sum();
  }

  private static void csv(Path path, int rows, int each) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter out = java.nio.file.Files.newBufferedWriter(path)) {
      out.write(String.join(",", titles(each)) + "\n");
      String code = "";
      for (int i = 0; i < rows; i++) {
        code = i % each == 0 ? uscc(random) : code;
        out.write(code + ",新乡市第" + i / each + "号公司");
        for (Object cell : cells(random, i, each)) {
          out.write("," + cell);
        }
        out.write('\n');
      }
    }
  }

  private static void xlsx(Path path, int rows, int each) throws IOException {
    Random random = new Random(1);
    try (OutputStream out = java.nio.file.Files.newOutputStream(path);
        Workbook workbook = new Workbook(out, "benchmark", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("表");
      List<String> titles = titles(each);
      for (int column = 0; column < titles.size(); column++) {
        sheet.value(0, column, titles.get(column));
      }
      String code = "";
      for (int i = 0; i < rows; i++) {
        code = i % each == 0 ? uscc(random) : code;
        sheet.value(i + 1, 0, code);
        sheet.value(i + 1, 1, "新乡市第" + i / each + "号公司");
        int column = 2;
        for (Object cell : cells(random, i, each)) {
          if (cell instanceof Number number) {
            sheet.value(i + 1, column++, number);
          } else {
            sheet.value(i + 1, column++, cell.toString());
          }
        }
        if (i % 1000 == 0) {
          sheet.flush();
        }
      }
    }
  }

  private static List<String> titles(int each) {
    return each == 1
        ? List.of(
            "统一社会信用代码",
            "企业名称",
            "营业收入(万元)",
            "高新技术产品收入(万元)",
            "研发费用(万元)",
            "净利润(万元)",
            "成本费用支出总额(万元)",
            "利润总额(万元)")
        : List.of("统一社会信用代码", "企业名称", "合同编号", "合同类型", "成交额(万元)", "对方为高校院所");
  }

  private static List<Object> cells(Random random, int row, int each) {
    int base = random.nextInt(10_000_000);
    List<Object> cells = new ArrayList<>();
    if (each > 1) {
      cells.add("HT2025%07d".formatted(row));
      cells.add(row % 7 == 0 ? "技术转让" : "技术开发");
      cells.add(row % 20 == 7 ? "未知" : base / 1000.0);
      cells.add(row % 3 == 0 ? "是" : "否");
      return cells;
    }
    for (int f = 0; f < FIGURES; f++) {
      cells.add(row % 20 == 7 && f == 3 ? "未知" : SHARES[f] * base / 1000.0);
    }
    return cells;
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
