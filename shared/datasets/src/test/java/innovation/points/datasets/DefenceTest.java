package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.OPERATIONS;
import static innovation.points.datasets.Files.bytes;
import static innovation.points.datasets.Files.check;
import static innovation.points.datasets.Files.csv;
import static innovation.points.datasets.Files.messages;
import static innovation.points.datasets.Files.places;
import static innovation.points.datasets.Workbooks.row;
import static innovation.points.datasets.Workbooks.workbook;
import static innovation.points.datasets.Workbooks.zip;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.scoring.facts.Value;
import java.io.BufferedWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie, and files beyond the limits (contract §1). */
class DefenceTest {

  private static final String HEADER = row(1, "统一社会信用代码", "营业收入(万元)");
  private static final String DAMAGED = "xlsx 文件已损坏，打不开；请用表格软件重新另存后再传。";

  @TempDir Path folder;

  private void expect(byte[] file, String place, String message) {
    expect(bytes(folder, file), place, message);
  }

  private void expect(Path path, String place, String message) {
    CheckedFile file = check(OPERATIONS, path);
    assertThat(file.status()).isEqualTo(CheckedFile.Status.REJECTED);
    assertThat(places(file.problems())).containsExactly(place);
    assertThat(messages(file.problems())).containsExactly(message);
    assertThat(Files.accepted(file)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          %PDF-1.7 x                 | 这是 PDF 文件；请上传 xlsx 或 CSV 表格。
          Rar!xx                     | 这是压缩包；请解压后上传其中的 xlsx 或 CSV 表格。
          <html><p>统一社会信用代码     | 这是网页或 XML，里面没有表格；请用表格软件打开后另存为 xlsx 再传。
          <?xml version='1.0'?><a/>  | 这是网页或 XML，里面没有表格；请用表格软件打开后另存为 xlsx 再传。
          """)
  void otherKindsOfFilesAreNamed(String head, String message) {
    expect(csv(folder, head), "unreadable null null", message);
  }

  @Test
  void damagedAndEncryptedWorkbooksAreNamed() throws IOException {
    byte[] ole = new byte[4096];
    byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    System.arraycopy(magic, 0, ole, 0, magic.length);
    expect(ole, "unreadable null null", "旧版 Excel（.xls）文件已损坏，打不开；请用表格软件重新另存为 xlsx 后再传。");

    expect(
        compound("EncryptedPackage"),
        "unreadable null null",
        "工作簿设了打开密码，系统读不到内容；请去掉密码另存为 xlsx 后再传。");
    expect(compound("WordDocument"), "unreadable null null", "这是 Word 文件，不是表格；请上传 xlsx 或 CSV 表格。");
    expect(compound("Book"), "unreadable null null", "这是 Excel 95 或更早的文件；请用表格软件另存为 xlsx 后再传。");
    expect(compound("Other"), "unreadable null null", "文件是复合文档，但不是工作簿；请用表格软件另存为 xlsx 后再传。");
  }

  private static byte[] compound(String stream) throws IOException {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      files.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  @Test
  void binaryIsNoText() {
    String message = "文件不是文本，也不是 xlsx；请用表格软件另存为 xlsx 或“CSV UTF-8”后再传。";
    expect(new byte[] {1, 2, 0, 3, 0, 0, 0, 9}, "unreadable null null", message);
  }

  @Test
  void fileOfMoreThan100MebibytesIsTooLarge() throws IOException {
    Path path = csv(folder, "统一社会信用代码,营业收入\n");
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength((100L << 20) + 1);
    }
    expect(path, "too-large null null", "文件应不超过 100 MiB，这里是 100.0 MiB；请拆成几个文件上传。");
  }

  @Test
  void moreThanAMillionRowsAreTooMany() throws IOException {
    Path path = csv(folder, "");
    try (BufferedWriter out = java.nio.file.Files.newBufferedWriter(path)) {
      out.write("统一社会信用代码,营业收入\n");
      for (int i = 0; i <= 1_000_000; i++) {
        out.write("x,1\n");
      }
    }
    expect(path, "too-large null null", "一个文件应不超过 1000000 行数据，这里超过了；请拆成几个文件上传。");
  }

  @Test
  void zipThatInflatesPastAHundredTimesItsSizeIsTooLarge() {
    byte[] bomb =
        workbook()
            .sheet("表", HEADER + row(2, A, "1"))
            .part("xl/media/image1.png", new byte[10 << 20])
            .bytes();

    expect(bomb, "too-large null null", "文件解压后应不超过原来的 100 倍，这里超过了；请删去多余的空行空列后另存再传。");
  }

  @Test
  void zipThatInflatesPastAGibibyteIsTooLarge() throws IOException {
    Path path = folder.resolve("big.xlsx");
    byte[] noise = new byte[1 << 20];
    byte[] zeros = new byte[1 << 20];
    try (ZipOutputStream zip = new ZipOutputStream(java.nio.file.Files.newOutputStream(path))) {
      zip.setLevel(1);
      zip.putNextEntry(new ZipEntry("noise"));
      Random random = new Random(1);
      for (int i = 0; i < 12; i++) { // keeps the ratio below 100
        random.nextBytes(noise);
        zip.write(noise);
      }
      zip.putNextEntry(new ZipEntry("zeros"));
      for (int i = 0; i < 1024; i++) {
        zip.write(zeros);
      }
    }
    expect(path, "too-large null null", "文件解压后应不超过 1 GiB，这里超过了；请拆成几个文件上传。");
  }

  @Test
  void zipOfManyEntriesIsTooLarge() {
    Map<String, byte[]> parts =
        IntStream.rangeClosed(0, 10_000)
            .boxed()
            .collect(Collectors.toMap(i -> "f" + i, i -> new byte[0]));

    expect(zip(parts), "too-large null null", "压缩包里应不超过 10000 个文件，这里有 10001 个。");
  }

  @Test
  void archivesThatAreNoWorkbookAreNotSearched() {
    byte[] inner = workbook().sheet("表", HEADER + row(2, A, "1")).bytes();

    expect(
        zip(Map.of("经营情况.xlsx", inner)),
        "unreadable null null",
        "这是压缩包，里面另有文件；请解压后逐个上传其中的 xlsx 或 CSV 表格。");
    expect(
        zip(Map.of("word/document.xml", new byte[0])),
        "unreadable null null",
        "这是 Word 文件，不是表格；请上传 xlsx 或 CSV 表格。");
    expect(
        zip(Map.of("xl/workbook.bin", new byte[0])),
        "unreadable null null",
        "这是 Excel 二进制工作簿（.xlsb）；请用表格软件另存为 xlsx 后再传。");
    expect(
        zip(Map.of("a.txt", new byte[0])),
        "unreadable null null",
        "这是压缩包，但不是 xlsx 工作簿；请上传 xlsx 或 CSV 表格。");
  }

  @Test
  void embeddedAndLinkedFilesAreLeftAlone() {
    byte[] file =
        workbook()
            .sheet("表", HEADER + row(2, A, "1"))
            .part("xl/embeddings/a.xlsx", new byte[] {1})
            .part("xl/externalLinks/externalLink1.xml", "<x href=\"http://127.0.0.1:1/\"/>")
            .bytes();

    assertThat(Files.accepted(check(OPERATIONS, bytes(folder, file)))).hasSize(1);
  }

  @Test
  void sheetOutsideTheFileIsNotFetched() {
    byte[] file =
        workbook()
            .sheet("表", HEADER)
            .part(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\""
                    + " TargetMode=\"External\" Target=\"http://127.0.0.1:1/\"/></Relationships>")
            .bytes();

    expect(file, "unreadable null null", "工作簿里没有工作表。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><sst><si><t>&x;</t></si></sst>",
        "<!DOCTYPE a [<!ENTITY x \"y\"><!ENTITY z \"&x;&x;\">]><sst><si><t>&z;</t></si></sst>",
        "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><sst/>",
        "<sst><si><t>&x;</t></si></sst>",
        "<sst><si>"
      })
  void documentTypesEntitiesAndBrokenXmlAreRefused(String xml) {
    expect(
        workbook().strings(xml).sheet("表", HEADER + row(2, A, "1")).bytes(),
        "unreadable null null",
        DAMAGED);
  }

  @Test
  void deepXmlIsRefused() {
    expect(
        workbook().strings("<sst>" + noisy("<a>", 5_000)).sheet("表", HEADER).bytes(),
        "unreadable null null",
        DAMAGED);
  }

  /** Repeated so that it does not compress beyond the ratio. */
  private static String noisy(String text, int times) {
    Random random = new Random(1);
    return IntStream.range(0, times)
        .mapToObj(i -> text + "<!--" + Long.toString(random.nextLong(), 36) + "-->")
        .collect(Collectors.joining());
  }

  @Test
  void cellOfMegabytesIsRefused() {
    String giant = noise(3 << 20);

    expect(
        workbook().sheet("表", HEADER + row(2, A, giant)).bytes(),
        "unreadable null null",
        "工作簿里有长得不像表格的单元格（上万字）或标记；请检查后另存再传。");
    expect(
        workbook().sheet("表", HEADER + "<row r=\"2\"><c r=\"" + giant + "\"/></row>").bytes(),
        "unreadable null null",
        "工作簿里有长得不像表格的单元格（上万字）或标记；请检查后另存再传。");
    expect(
        csv(folder, "统一社会信用代码,营业收入\n" + A + "," + giant + "\n"),
        "unreadable null null",
        "第 2 行大得不合理（超过 1 MiB），分不清单元格；请用表格软件重新另存后再传。");
  }

  @Test
  void cellOfManyRunsIsRefused() {
    String runs = ("<r><t>" + noise(1000) + "</t></r>").repeat(100);

    expect(
        workbook()
            .sheet("表", HEADER + "<row r=\"2\"><c t=\"inlineStr\"><is>" + runs + "</is></c></row>")
            .bytes(),
        "unreadable null null",
        "工作簿里有长得不像表格的单元格（上万字）或标记；请检查后另存再传。");
  }

  private static String noise(int length) {
    Random random = new Random(1);
    StringBuilder noise = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      noise.append((char) ('a' + random.nextInt(26)));
    }
    return noise.toString();
  }

  @Test
  void longCellIsQuotedShort() {
    CheckedFile file =
        check(OPERATIONS, csv(folder, "统一社会信用代码,营业收入\n" + A + "," + noise(50_000) + "\n"));

    FileProblem problem = file.problems().getFirst();
    assertThat(problem.code()).isEqualTo(ProblemCode.NOT_A_NUMBER);
    assertThat(problem.found()).hasSize(101).endsWith("…");
    assertThat(problem.message()).hasSizeLessThan(150);
  }

  @Test
  void tenThousandColumnsAreRead() {
    String header =
        IntStream.range(0, 10_000).mapToObj(i -> "列" + i).collect(Collectors.joining(","));
    String cells = String.join(",", Collections.nCopies(10_000, "1"));

    CheckedFile file =
        check(OPERATIONS, csv(folder, "统一社会信用代码,营业收入," + header + "\n" + A + ",5," + cells + "\n"));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(file.warningCount()).isEqualTo(10_000);
    assertThat(file.warnings()).hasSize(1000);
    assertThat(Files.accepted(file).getFirst().values()).isEqualTo(Map.of("revenue", Value.of(5)));
  }

  @Test
  void moreColumnsThanASpreadsheetHasAreRefused() {
    String header =
        IntStream.range(0, 20_000).mapToObj(i -> "列" + i).collect(Collectors.joining(","));

    CheckedFile file =
        check(OPERATIONS, csv(folder, "统一社会信用代码,营业收入," + header + "\n" + A + ",5\n"));

    assertThat(places(file.problems())).containsExactly("unreadable null null");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          <row r="1"/>          | 工作表第 1 行之后的行号“1”不对，文件已损坏；请用表格软件重新另存后再传。
          <row r="9999999"/>    | 工作表第 1 行之后的行号“9999999”不对，文件已损坏；请用表格软件重新另存后再传。
          <row r="99999999999"/>| 工作表第 1 行之后的行号“99999999999”不对，文件已损坏；请用表格软件重新另存后再传。
          <row r="-1"/>         | 工作表第 1 行之后的行号“-1”不对，文件已损坏；请用表格软件重新另存后再传。
          <row><c r="ZZZZ9"/></row> | 第 2 行的单元格位置“ZZZZ9”不对，文件已损坏；请用表格软件重新另存后再传。
          <row><c r="7"/></row> | 第 2 行的单元格位置“7”不对，文件已损坏；请用表格软件重新另存后再传。
          """)
  void impossiblePlacesAreRefused(String rows, String message) {
    expect(workbook().sheet("表", HEADER + rows).bytes(), "unreadable null null", message);
  }

  @Test
  void wrongIndexesReadAsNothing() {
    CheckedFile file =
        check(
            OPERATIONS,
            bytes(
                folder,
                workbook()
                    .sheet(
                        "表",
                        HEADER
                            + "<row r=\"2\"><c t=\"s\"><v>77</v></c><c s=\"999\"><v>1</v></c></row>"
                            + row(3, A, "1"))
                    .bytes()));

    assertThat(places(file.problems())).containsExactly("missing-value 2 A");
  }

  @Test
  void truncatedWorkbookIsDamaged() {
    byte[] whole = workbook().sheet("表", HEADER + row(2, A, "1")).bytes();

    expect(java.util.Arrays.copyOf(whole, whole.length / 2), "unreadable null null", DAMAGED);
  }

  @Test
  void textThatIsNeitherUtf8NorGbkIsRefusedWhole() {
    CheckedFile file = check(OPERATIONS, csv(folder, "统一社會信用代碼,x\n", Charset.forName("Big5")));

    assertThat(file.status()).isEqualTo(CheckedFile.Status.REJECTED);
  }

  @Test
  void formulasInACsvAreTexts() {
    CheckedFile file =
        check(
            OPERATIONS,
            csv(folder, "统一社会信用代码,企业名称,营业收入\n" + A + ",\"=HYPERLINK(\"\"http://x\"\")\",=1+1\n"),
            Roster.NONE);

    assertThat(messages(file.problems()))
        .containsExactly("“营业收入(万元)”应为数字，这里是“=1+1”；文本里的公式不计算，请粘贴为数值。");
  }
}
