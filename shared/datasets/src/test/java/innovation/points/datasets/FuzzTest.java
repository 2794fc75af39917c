package innovation.points.datasets;

import static innovation.points.datasets.Files.A;
import static innovation.points.datasets.Files.B;
import static innovation.points.datasets.Workbooks.row;
import static innovation.points.datasets.Workbooks.workbook;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.report.ReportWriter;
import innovation.points.datasets.template.Templates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mutated files: whatever comes, the answer is a result. {@code -Dfuzz.files=10000} for more of
 * them, {@code -Dfuzz.seed=…} for others.
 */
class FuzzTest {

  private static final int FILES = Integer.getInteger("fuzz.files", 400);
  private static final long SEED = Long.getLong("fuzz.seed", 20260101L);
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final List<byte[]> TOKENS =
      List.of(
          bytes("\""),
          bytes("\"\""),
          bytes(","),
          bytes("\n"),
          bytes("\r"),
          bytes("\uFEFF"),
          bytes("统一社会信用代码"),
          bytes("单位：元"),
          bytes("年度"),
          bytes("2024年"),
          bytes("万元"),
          bytes("注：金额单位为元"),
          bytes("9.1411E+17"),
          bytes("1e999"),
          bytes("=1+1"),
          bytes("<row r=\"7\">"),
          bytes("</row>"),
          bytes("</c>"),
          bytes("<c r=\"XFD1\"><v>1</v></c>"),
          bytes("<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>"),
          bytes("&y;"),
          bytes("&#x0;"),
          bytes("&#xD800;"),
          bytes("_xD800_"),
          bytes("_x0000_"),
          bytes("<![CDATA[x]]>"),
          bytes(" t=\"s\""),
          bytes(" s=\"99999999999\""),
          bytes(" r=\"-1\""),
          new byte[] {0},
          new byte[] {(byte) 0x80},
          new byte[] {(byte) 0xFF, (byte) 0xFE},
          new byte[] {'P', 'K', 3, 4});

  private static final List<UploadKey> KEYS =
      List.of(
          Files.OPERATIONS,
          Files.key("uploads/science/enterprises/2025/a.xlsx"),
          Files.key("uploads/science/qualifications/2025/a.csv"),
          Files.key("uploads/enterprise/operations/2025/" + A + ".csv"));

  private static final String TEXT =
      "2025 年度（单位：万元）\n统一社会信用代码,企业名称,营业收入(万元),净利润,成立日期,行业代码,证书编号,资质,认定日期,未通过重新认定\n"
          + A
          + ",甲公司,\"1,234.5\",-7,2020-01-31,C3464,GR1,高新技术企业,2025年1月31日,否\n"
          + B
          + ",乙公司,x,无,45688,C34,GR2,上市企业,20250131,是\n"
          + A
          + ",丙公司,1e3,—,2020/1/31,I6513,GR1,新三板挂牌,2025-02-30,\n";

  @TempDir Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String charset : List.of("UTF-8", "GB18030", "UTF-16")) {
      seeds.add(TEXT.getBytes(Charset.forName(charset)));
    }
    seeds.add(TEXT.replace(',', ';').getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream template = new ByteArrayOutputStream();
    new Templates().xlsx(Catalogue.load().dataset("qualifications").orElseThrow(), template);
    seeds.add(template.toByteArray());
    seeds.add(
        workbook()
            .styles()
            .strings("<sst><si><t>统一社会信用代码</t></si><si><t>" + A + "</t></si></sst>")
            .sheet(
                "表",
                "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c t=\"str\"><v>营业收入</v></c>"
                    + "<c t=\"str\"><v>成立日期</v></c><c t=\"str\"><v>行业代码</v></c></row>"
                    + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c><f>1+1</f><v>2</v></c>"
                    + "<c s=\"1\"><v>45688</v></c><c t=\"b\"><v>1</v></c></row>"
                    + row(3, B, "1,234", "2025-01-31", "C3464"))
            .sheet("藏", "hidden", row(1, "统一社会信用代码"))
            .bytes());
    for (String name : List.of("groups.xls", "groups.ods", "two-sheets.html", "merged-texts.xls")) {
      try (InputStream in = FuzzTest.class.getResourceAsStream("/intake/written/" + name)) {
        seeds.add(Objects.requireNonNull(in, name).readAllBytes());
      }
    }
    return seeds;
  }

  @Test
  void mutatedFilesComeBackAsResults() throws IOException {
    List<byte[]> seeds = seeds();
    Map<CheckedFile.Status, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < FILES; i++) {
      Random random = new Random(SEED + i);
      byte[] file = mutated(seeds.get(random.nextInt(seeds.size())), random);
      UploadKey key = KEYS.get(random.nextInt(KEYS.size()));
      boolean workbook = i % 20 == 0;
      seen.merge(
          Assertions.assertTimeoutPreemptively(
              LONGEST, () -> result(key, file, workbook), () -> "seed " + SEED),
          1,
          Integer::sum);
    }
    assertThat(seen.values().stream().mapToInt(n -> n).sum()).isEqualTo(FILES);
    assertThat(seen).containsKeys(CheckedFile.Status.PARTIAL, CheckedFile.Status.REJECTED);
  }

  private CheckedFile.Status result(UploadKey key, byte[] bytes, boolean workbook)
      throws IOException {
    Path path = Files.bytes(folder, bytes);
    try {
      CheckedFile file = Files.check(key, path, Files.ROSTER);
      assertThat(Files.accepted(file)).hasSize(file.accepted());
      assertThat(file.accepted() + file.rejected()).isEqualTo(file.rows());
      assertThat(file.status() == CheckedFile.Status.ACCEPTED).isEqualTo(file.problemCount() == 0);
      StoredFigures.areThoseOfTheirCells(file);
      assertThat(Files.messages(file.problems()))
          .allMatch(message -> message.endsWith("。") || message.endsWith("？"));
      ReportWriter reports = new ReportWriter();
      reports.csv(file, OutputStream.nullOutputStream());
      reports.json(file, OutputStream.nullOutputStream());
      if (workbook) {
        reports.xlsx(file, OutputStream.nullOutputStream());
      }
      return file.status();
    } finally {
      java.nio.file.Files.delete(path);
    }
  }

  /** Half of the workbooks are mutated inside, else few would get past the zip. */
  private byte[] mutated(byte[] seed, Random random) {
    if (seed[0] != 'P' || random.nextBoolean()) {
      return scrambled(seed, random);
    }
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Workbooks.parts(Files.bytes(folder, seed))
        .forEach(
            (name, part) ->
                parts.put(name, random.nextInt(4) == 0 ? scrambled(part, random) : part));
    return Workbooks.zip(parts);
  }

  private static byte[] scrambled(byte[] bytes, Random random) {
    byte[] result = bytes;
    for (int i = random.nextInt(6); i >= 0; i--) {
      result = scrambledOnce(result, random);
    }
    return result;
  }

  private static byte[] scrambledOnce(byte[] bytes, Random random) {
    if (bytes.length == 0) {
      return new byte[] {(byte) random.nextInt(256)};
    }
    int at = random.nextInt(bytes.length);
    int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
    return switch (random.nextInt(5)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 1 -> spliced(bytes, at, length, new byte[0]);
      case 2 -> spliced(bytes, at, 0, TOKENS.get(random.nextInt(TOKENS.size())));
      case 3 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
      default ->
          random.nextInt(5) == 0 ? Arrays.copyOf(bytes, at) : spliced(bytes, at, 1, bytes("0"));
    };
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte[] added) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(added);
    out.write(bytes, at + removed, bytes.length - at - removed);
    return out.toByteArray();
  }
}
