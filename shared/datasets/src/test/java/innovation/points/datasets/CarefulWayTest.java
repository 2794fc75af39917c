package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.FieldType;
import innovation.points.datasets.catalogue.Uscc;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.GoodRow;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.report.ReportWriter;
import innovation.points.datasets.report.RowSpool;
import innovation.points.datasets.report.RowsReader;
import innovation.points.datasets.report.RowsWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that are checked from their bytes come out as those that go the careful way, sentence by
 * sentence: the same table is read twice, once so written that no row of it is plain. {@code
 * -Ddifferential.files=5000} for more of them, {@code -Ddifferential.seed=…} for others.
 */
class CarefulWayTest {

  private static final int FILES = Integer.getInteger("differential.files", 300);
  private static final long SEED = Long.getLong("differential.seed", 20261129L);
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

  private static final List<String> FIGURES =
      List.of(
          "12345678901234567.89",
          "9007199254740993",
          "-5",
          "+5",
          "0",
          "-0",
          "-0.0",
          "007",
          ".5",
          "5.",
          "1e3",
          "1.46E+03",
          " 12",
          "12 ",
          "１２",
          "12万元",
          "—",
          "-",
          "/",
          "无",
          "",
          "NULL",
          "(12)",
          "12%",
          "￥12",
          "12345678901234567890",
          "0.1234567890123456",
          "999999999999999",
          "9999999999999999",
          "1 234",
          "'12",
          "12\t",
          "1.0",
          "1.5",
          "1.2.3",
          "1-2",
          "--",
          "1234567.125",
          "0.30000000000000004",
          "123456789012.345",
          "99999999",
          "4503599627370497.5",
          "100000000000000000000",
          "\u200B12",
          "12\u3000",
          "4.50");

  private static final List<String> TEXTS =
      List.of(
          "新乡市公司",
          "ABC Co.",
          "A",
          "-",
          "无",
          "无锡公司",
          "/",
          "锟斤拷",
          "锦锟",
          "###",
          "#1",
          "1.23E+11",
          "1.0E+05",
          "1+1",
          "'abc",
          "'",
          "\u3000公司",
          "公司\u3000",
          "公 司",
          "公\u200B司",
          "a\tb",
          "=HYPER",
          "@x",
          "+7",
          "'=1",
          "😀公司",
          "\u00A0x",
          "\uFFFD坏",
          "----",
          "——",
          "HT-2025-001",
          "HT2025001",
          "ht2025001",
          "0001",
          "001",
          "1",
          "00",
          "0",
          "--1",
          "C3464",
          "c3464",
          "长".repeat(200),
          "x".repeat(300),
          "",
          "公司",
          "（注）",
          "ﬁ",
          "①",
          "ＡＢＣ",
          "\u00ADx",
          "a\u0001b",
          "\uFEFF头",
          "\u2028行",
          "同上",
          "同上一行",
          "同方公司",
          "〃",
          "1234.0",
          "12.0",
          "#N/A",
          "\uE000私",
          "\u3164",
          "〇",
          "々",
          "新 乡");

  private static final List<String> DAYS =
      List.of(
          "2025-01-31",
          "2025/1/31",
          "2025年1月31日",
          "20250131",
          "45688",
          "2025-02-30",
          "2025.1.1",
          "2025-1-1 00:00:00",
          "2025-01-31 16:00:00",
          "1799-01-01",
          "",
          "-",
          "2030-01-01",
          "x");

  private static final List<String> FLAGS =
      List.of("是", "否", "true", "FALSE", "1", "0", "1.0", "√", "", " 是", "ｔｒｕｅ");

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final List<String> codes = IntStream.range(0, 40).mapToObj(_ -> code()).toList();

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private boolean in(int times) {
    return random.nextInt(times) == 0;
  }

  @Test
  void textsReadTheSameWithQuotes() throws IOException {
    Map<String, String> names = codes.stream().collect(Collectors.toMap(c -> c, c -> "号" + c));
    int good = 0;
    for (int i = 0; i < FILES; i++) {
      Dataset dataset = one(Catalogue.load().datasets());
      List<List<String>> rows = rows(dataset);
      Charset charset = in(4) ? Charset.forName("GB18030") : StandardCharsets.UTF_8;
      String end = one(List.of("\n", "\r\n", "\r"));
      UploadKey key =
          Files.key("uploads/%s/%s/2025/a.csv".formatted(dataset.owner(), dataset.id()));
      Roster roster = in(2) ? Roster.NONE : Roster.of(names);
      Said bare = read(key, text(rows, end, ""), charset, roster);
      Said quoted = read(key, text(rows, end, "\""), charset, roster);
      assertThat(bare.text()).as("file %d", i).isEqualTo(quoted.text());
      assertThat(quoted.good()).isZero();
      good += bare.good();
    }
    assertThat(good).isGreaterThan(FILES);
  }

  private static final List<String> ODD_CELLS =
      List.of(
          "<c t=\"b\"><v>1</v></c>",
          "<c t=\"e\"><v>#REF!</v></c>",
          "<c><f>A1+1</f><v>0</v></c>",
          "<c s=\"1\"><f>A1+1</f><v>12</v></c>",
          "<c><f>A1&amp;1</f></c>",
          "<c><f t=\"shared\" si=\"0\"/><v>3</v></c>",
          "<c t=\"str\"><f>B1</f><v>x</v></c>",
          "<c t=\"d\"><v>2025-01-31</v></c>",
          "<c t=\"inlineStr\"><is><r><t>甲</t></r><r><t xml:space=\"preserve\"> 乙</t></r></is></c>",
          "<c t=\"inlineStr\"><is><t><![CDATA[甲]]></t></is></c>",
          "<c t=\"inlineStr\"><is><t>读</t><rPh sb=\"0\" eb=\"1\"><t>du</t></rPh></is></c>",
          "<c t=\"inlineStr\"><is><t>_x0041_&lt;&amp;b&gt;</t></is></c>",
          "<c t=\"inlineStr\"><is><t>a&#13;b</t></is></c>",
          "<!-- x --><c><v>5</v></c>",
          "<c t='n'><v> 5 </v></c>",
          "<c><v>1E3</v></c>",
          "<c><v>0.30000000000000004</v></c>",
          "<c><v>abc</v></c>",
          "<c t=\"s\"><v>99999</v></c>",
          "<c s=\"9\"/>",
          "<c><v></v></c>",
          "<c r=\"F7\"><v>7</v></c>",
          "<c cm=\"1\" t=\"n\"><v>7</v></c>",
          "<c t=\"z\"><v>5</v></c>");

  @Test
  void sheetsReadTheSameFromBytesAsFromXml() throws IOException {
    int good = 0;
    for (int i = 0; i < FILES; i++) {
      Dataset dataset = one(Catalogue.load().datasets());
      UploadKey key =
          Files.key("uploads/%s/%s/2025/a.csv".formatted(dataset.owner(), dataset.id()));
      StringBuilder strings = new StringBuilder();
      String rows = sheet(rows(dataset), strings);
      String merged = in(4) ? "<mergeCells><mergeCell ref=\"B3:C4\"/></mergeCells>" : "";
      Said bytes = read(key, workbook("", rows, merged, strings), Roster.NONE);
      Said xml = read(key, workbook("<?careful?>", rows, merged, strings), Roster.NONE);
      assertThat(bytes.text()).as("file %d", i).isEqualTo(xml.text());
      assertThat(xml.good()).isZero();
      good += bytes.good();
    }
    assertThat(good).isGreaterThan(FILES);
  }

  /** The instruction is nothing to a parser, and nothing that a program writes. */
  private Path workbook(String instruction, String rows, String merged, StringBuilder strings) {
    String data = "<worksheet><sheetData>" + instruction + rows + "</sheetData>";
    return Files.bytes(
        folder,
        Workbooks.workbook()
            .styles()
            .strings("<sst>" + instruction + strings + "</sst>")
            .sheet("表", "")
            .part("xl/worksheets/sheet1.xml", data + merged + "</worksheet>")
            .bytes());
  }

  private String sheet(List<List<String>> rows, StringBuilder strings) {
    StringBuilder xml = new StringBuilder();
    boolean odd = in(2);
    int shared = 0;
    for (int i = 0; i < rows.size(); i++) {
      xml.append(odd && in(20) ? "<row r=\"%d\" hidden=\"1\">" : "<row r=\"%d\" ht=\"15\">");
      xml.replace(xml.indexOf("%d"), xml.indexOf("%d") + 2, Integer.toString(i + 1));
      for (String cell : rows.get(i)) {
        String text = cell.replace("&", "&amp;").replace("<", "&lt;").replace("\u0001", "");
        if (odd && i > 0 && in(30)) {
          xml.append(one(ODD_CELLS));
        } else if (cell.matches("-?[0-9]{1,15}(\\.[0-9]+)?")) {
          xml.append("<c").append(in(9) ? " s=\"2\"" : "").append("><v>").append(cell);
          xml.append("</v></c>");
        } else if (in(3)) {
          xml.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        } else {
          xml.append("<c t=\"s\"><v>").append(shared++).append("</v></c>");
          strings.append(
              in(30) ? "<si><r><t>" + text + "</t></r></si>" : "<si><t>" + text + "</t></si>");
        }
      }
      xml.append("</row>");
    }
    return xml.toString();
  }

  /**
   * What was said of a file.
   *
   * @param good how many rows were checked from their bytes
   */
  private record Said(String text, int good) {}

  private Said read(UploadKey key, String text, Charset charset, Roster roster) throws IOException {
    return read(key, Files.bytes(folder, text.getBytes(charset)), roster);
  }

  /** With what is kept of its rows, and with a report that is made from what is kept. */
  private static Said read(UploadKey key, Path path, Roster roster) throws IOException {
    StringBuilder said = new StringBuilder();
    int[] good = {0};
    var seen =
        new CheckedRow.Visitor() {
          @Override
          public void row(CheckedRow row) {
            said.append(row.kind()).append(row.row()).append(row.uscc());
            said.append(new TreeMap<>(row.values()));
            said.append(row.problems()).append(row.warnings()).append('\n');
          }

          @Override
          public void good(GoodRow row) throws IOException {
            good[0]++;
            CheckedRow.Visitor.super.good(row);
          }
        };
    var kept = new ByteArrayOutputStream();
    var rows = new RowsWriter(kept);
    try (var spool = new RowSpool()) {
      CheckedFile file =
          new FileChecker(Catalogue.load())
              .check(
                  key,
                  path,
                  Known.of(roster),
                  innovation.points.datasets.reading.header.Said.NOTHING,
                  seen.then(spool).then(rows))
              .withRows(spool);
      rows.close();
      said.append(file.status()).append(file.reading()).append(file.groups());
      new RowsReader(Catalogue.load().dataset(key.dataset()).orElseThrow())
          .forEachRow(
              new ByteArrayInputStream(kept.toByteArray()),
              row ->
                  said.append(row.row())
                      .append(row.uscc())
                      .append(row.status())
                      .append(new TreeMap<>(row.values()))
                      .append(row.problems()));
      var report = new ByteArrayOutputStream();
      new ReportWriter().csv(file, report);
      return new Said(said + report.toString(StandardCharsets.UTF_8), good[0]);
    }
  }

  private static String text(List<List<String>> rows, String end, String quote) {
    return rows.stream()
        .map(row -> quote + row.getFirst() + quote + rest(row))
        .collect(Collectors.joining(end, "", end));
  }

  private static String rest(List<String> row) {
    return row.stream().skip(1).map(cell -> "," + cell).collect(Collectors.joining());
  }

  private List<List<String>> rows(Dataset dataset) {
    List<Field> fields = dataset.fields().stream().filter(f -> f.required() || !in(4)).toList();
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        fields.stream()
            .map(f -> in(8) && f.unit().equals("万元") ? f.title().replace("万元", "元") : f.title())
            .toList());
    boolean clean = in(4);
    for (int i = random.nextInt(30); i >= 0; i--) {
      List<String> row = new ArrayList<>(fields.stream().map(f -> cell(f, clean)).toList());
      if (!clean && in(20)) {
        row.add(one(List.of("", "x", "234.5")));
      } else if (!clean && in(20)) {
        row = row.subList(0, 1 + random.nextInt(row.size()));
      }
      rows.add(row);
      if (!clean && in(15)) {
        rows.add(in(2) ? row : one(List.of(rows.getFirst(), List.of("合计", "1"), List.of("注：x"))));
      }
    }
    return rows;
  }

  private String cell(Field field, boolean clean) {
    boolean odd = !clean && in(5);
    return switch (field.type()) {
      case USCC -> odd ? oddCode() : in(5) ? one(codes) : code();
      case NUMBER, INTEGER ->
          odd
              ? one(FIGURES)
              : random.nextInt(300)
                  + (field.type() == FieldType.NUMBER ? "." + random.nextInt(999) : "");
      case BOOLEAN -> odd ? one(FLAGS) : in(2) ? "是" : "否";
      case ENUM -> odd ? one(TEXTS) : one(field.options());
      case DATE -> odd ? one(DAYS) : "20%02d-0%d-1%d".formatted(i(30), 1 + i(9), i(10));
      case STRING, CODE ->
          odd ? one(TEXTS) : field.pattern().isEmpty() ? "号" + one(codes) : "C3464";
    };
  }

  private int i(int below) {
    return random.nextInt(below);
  }

  private String oddCode() {
    String code = in(2) ? one(codes) : code();
    return one(
        List.of(
            code.toLowerCase(java.util.Locale.ROOT),
            " " + code,
            code.substring(0, 8) + " " + code.substring(8),
            code.substring(0, 8) + "-" + code.substring(8),
            code.substring(0, 17) + "I",
            code.substring(1),
            "'" + code,
            "9.1411E+17",
            ""));
  }

  private String code() {
    StringBuilder code = new StringBuilder("91410700");
    while (code.length() < 18) {
      code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return code.substring(0, 17) + Uscc.check(code.toString());
  }
}
