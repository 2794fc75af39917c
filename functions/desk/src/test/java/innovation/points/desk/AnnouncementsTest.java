package innovation.points.desk;

import static innovation.points.desk.DeskBench.enterprise;
import static innovation.points.desk.DeskBench.person;
import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.person.FourEyes;
import innovation.points.testkit.TestBucket;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The announcement of the lists and the certificates, as the zone has set them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnnouncementsTest {

  private static final Map<String, String> LI = person("li.min", "李敏", "[bureau]");
  private static final String ZONE =
      "{\"office\":\"新乡高新区科学技术局\",\"telephone\":\"0373-1234567\",\"seal\":\"新乡高新区科学技术局\","
          + "\"footer\":\"企业创新积分\",\"number\":\"新开科〔{year}〕12号\"}";
  private static final Pattern TEXT = Pattern.compile("<w:t(?: [^>]*)?>([^<]*)</w:t>");

  private final TestBucket bucket = new TestBucket();
  private final DeskBench bench = new DeskBench(bucket.client(), FourEyes.OFF);
  private final DeskBench bare = new DeskBench();

  /** Twelve of one stage, of whom the shares of the rulebook put three on lists. */
  @BeforeAll
  void publish() {
    bench.zone.known(2025, 12);
    assertThat(bench.call("PUT", "/v1/settings/zone.json", ZONE, LI).status()).isEqualTo(200);
    String run = bench.publish(2025);
    String until =
        "{\"generation\":\"%s\",\"noticeUntil\":\"2026-04-08\",\"override\":{\"reason\":\"补齐\"}}"
            .formatted(run);
    assertThat(bench.call("POST", "/v1/years/2025/publication", until, DeskBench.APPROVER).status())
        .isEqualTo(200);
    bare.zone.known(2025, 3);
    bare.publish(2025);
  }

  @AfterAll
  void stop() {
    bucket.close();
  }

  private static byte[] file(DeskBench of, String name) {
    var answer = of.callWithoutToken("GET", "/v1/years/2025/" + name, null);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return answer.bytes();
  }

  private static List<String> texts(byte[] docx) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals("word/document.xml")) {
          String xml = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
          var texts = new ArrayList<String>();
          TEXT.matcher(xml).results().forEach(found -> texts.add(found.group(1)));
          return texts.stream().filter(text -> !text.isEmpty()).toList();
        }
      }
    }
    throw new IOException("no word/document.xml");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void theAnnouncementHasNumberPeriodContactAndSeal() throws IOException {
    List<String> texts = texts(file(bench, "lists.docx"));
    assertThat(texts.subList(0, 13))
        .containsExactly(
            "关于2025年度企业创新积分名单的公示",
            "新开科〔2025〕12号",
            "根据《新乡高新区企业创新积分制工作实施方案(试行)》（新开〔2022〕110号），2025年度企业创新积分评价结果已经公布。"
                + "现将领跑、竞跑、进取名单共3家企业予以公示（名单见附件）。",
            "公示期：2026年4月1日至2026年4月8日（5个工作日）。",
            "公示期内，对公示内容有异议的，可登录企业创新积分系统提出，或者书面反映，写明事由并提供依据。"
                + "以单位名义反映的须加盖单位公章，以个人名义反映的须签署真实姓名并留下联系方式。",
            "联系单位：新乡高新区科学技术局",
            "联系电话：0373-1234567",
            "附件：2025年度企业创新积分公示名单",
            "新乡高新区科学技术局",
            "2026年4月1日",
            "（印章：新乡高新区科学技术局）",
            "附件",
            "2025年度企业创新积分公示名单");
    assertThat(texts).contains("序号", "企业名称", "统一社会信用代码", "阶段", "阶段名次");
  }

  @Test
  void bothFormsSayTheSame() throws IOException {
    String pdf = text(file(bench, "lists.pdf"));
    for (String said : texts(file(bench, "lists.docx"))) {
      assertThat(pdf).contains(said.replaceAll("\\s", ""));
    }
  }

  @Test
  void theSamePaperGivesTheSameBytes() {
    assertThat(file(bench, "lists.docx")).isEqualTo(file(bench, "lists.docx"));
    assertThat(file(bench, "lists.pdf")).isEqualTo(file(bench, "lists.pdf"));
  }

  @Test
  void whatIsNotSetIsLeftOut() throws IOException {
    assertThat(texts(file(bare, "lists.docx")))
        .noneMatch(text -> text.startsWith("联系") || (text.contains("号）") && text.length() < 20));
    assertThat(bare.callWithoutToken("GET", "/v1/years/2023/lists.docx", null).detail())
        .isEqualTo("2023 年度没有已公布的积分结果");
  }

  @Test
  void anEnterpriseOnAListHasACertificate() throws IOException {
    String first =
        texts(file(bench, "lists.docx")).stream()
            .filter(t -> t.matches("[0-9A-Z]{18}"))
            .findFirst()
            .orElseThrow();
    var answer = bench.call("GET", certificate(first), null, LI);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(text(answer.bytes()))
        .contains(
            "证　书", "编号：创新积分名单〔2025〕0001号", first, "在2025年度企业创新积分评价中", "第1名，列入", "“领跑”名单", "盖章处")
        .contains("依据《新乡高新区企业创新积分制工作实施方案(试行)》（新开〔2022〕110号）")
        .doesNotContain("第1页");
  }

  @Test
  void nobodyElseHasOne() throws IOException {
    List<String> listed = texts(file(bench, "lists.docx"));
    String off =
        Stream.iterate(1, n -> n + 1)
            .map(n -> enterprise(n).get("custom:uscc"))
            .filter(uscc -> !listed.contains(uscc))
            .findFirst()
            .orElseThrow();
    assertThat(bench.call("GET", certificate(off), null, LI).detail())
        .isEqualTo("企业没有列入 2025 年度公示名单，不能出具证书");
    String other =
        listed.stream()
            .filter(t -> t.matches("[0-9A-Z]{18}") && !t.equals(enterprise(1).get("custom:uscc")))
            .findFirst()
            .orElseThrow();
    assertThat(bench.call("GET", certificate(other), null, enterprise(1)).status()).isEqualTo(403);
  }

  private static String certificate(String uscc) {
    return "/v1/years/2025/enterprises/%s/certificate.pdf".formatted(uscc);
  }

  /** Where pictures are wanted, the papers are kept to be looked at. */
  @Test
  void aWordProcessorOpensIt(@TempDir Path folder) throws Exception {
    byte[] docx = file(bench, "lists.docx");
    WordProcessor.keep(file(bench, "lists.pdf"), "lists.pdf");
    String first =
        texts(docx).stream().filter(t -> t.matches("[0-9A-Z]{18}")).findFirst().orElseThrow();
    WordProcessor.keep(bench.call("GET", certificate(first), null, LI).bytes(), "certificate.pdf");
    String text = text(WordProcessor.print(docx, "lists", folder));
    for (String said : texts(docx)) {
      assertThat(text).contains(said.replaceAll("\\s", ""));
    }
  }
}
