package innovation.points.paper;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.paper.PaperPart.Column;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What GB/T 9704-2012 asks of a paper, in both forms. */
class OfficialPaperTest {

  private static final float EM = OfficialPaper.BODY;
  private static final PaperPart.Issued ISSUED =
      new PaperPart.Issued("新乡高新区科学技术局", "新乡高新区科学技术局", "2026年4月1日");
  private static final String SENTENCE = "现将领跑、竞跑、进取名单共 42 家企业予以公示，名单见附件，公示期内有异议的可书面反映。";

  /** A line of a page with where it is, in points from the upper left. */
  private record Line(int page, float left, float right, float top, float size, String text) {}

  @Test
  void theFirstLineOfAParagraphIsIndentedByTwoCharactersAndItsLinesFillTheWidth()
      throws IOException {
    List<Line> lines = lines(paper(new PaperPart.Text(SENTENCE + SENTENCE + SENTENCE)));
    float left = PageLayout.OFFICIAL.left();
    float right = PageLayout.OFFICIAL.right();
    assertThat(lines.get(0).left()).isCloseTo(left + 2 * EM, within());
    assertThat(lines.get(1).left()).isCloseTo(left, within());
    assertThat(lines.get(0).right()).isCloseTo(right, within());
    assertThat(lines.get(1).right()).isCloseTo(right, within());
    assertThat(lines.get(0).size()).isEqualTo(16);
    assertThat(lines.get(1).top() - lines.get(0).top()).isCloseTo(28.95f, within());

    String xml = part(paper(new PaperPart.Text(SENTENCE)).docx(), "word/document.xml");
    assertThat(xml)
        .contains("<w:ind w:firstLine=\"640\" w:firstLineChars=\"200\"/><w:jc w:val=\"both\"/>")
        .contains("w:line=\"579\" w:lineRule=\"exact\"");
  }

  @Test
  void aTitleEndsItsLinesWhereItSays() throws IOException {
    List<Line> lines = lines(paper(new PaperPart.Title("2026年第一季度\n企业创新积分运行与监测简报")));
    assertThat(lines).extracting(Line::text).startsWith("2026年第一季度", "企业创新积分运行与监测简报");
    float middle = (PageLayout.OFFICIAL.left() + PageLayout.OFFICIAL.right()) / 2;
    for (Line line : lines.subList(0, 2)) {
      assertThat((line.left() + line.right()) / 2).isCloseTo(middle, within());
    }
  }

  @Test
  void theDayEndsFourCharactersBeforeTheMarginAndTheOfficeStandsInTheMiddleAboveIt()
      throws IOException {
    List<Line> lines = lines(paper(ISSUED));
    assertThat(lines)
        .extracting(Line::text)
        .startsWith("新乡高新区科学技术局", "2026年4月1日", "（印章：新乡高新区科学技术局）");
    float office = (lines.get(0).left() + lines.get(0).right()) / 2;
    float day = (lines.get(1).left() + lines.get(1).right()) / 2;
    assertThat(office).isCloseTo(day, org.assertj.core.api.Assertions.within(EM / 2));
    assertThat(PageLayout.OFFICIAL.right() - lines.get(1).right()).isBetween(4 * EM - 1, 5 * EM);

    var unnamed = new PaperPart.Issued("", "", "2026年4月1日");
    assertThat(lines(paper(unnamed)).getFirst().text()).isEqualTo("2026年4月1日");
  }

  /** However full the page is, who issues or signs the paper is never alone on the next one. */
  @ParameterizedTest
  @ValueSource(ints = {15, 16, 17, 18, 19, 20, 21, 22, 23})
  void whoIssuesOrSignsThePaperIsNotAloneOnAPage(int before) throws IOException {
    var parts = new ArrayList<PaperPart>();
    IntStream.range(0, before).forEach(i -> parts.add(new PaperPart.Text("第" + i + "款")));
    parts.add(new PaperPart.Text(SENTENCE));
    parts.add(new PaperPart.Space());
    parts.add(ISSUED);
    assertEndsWithText(parts, "科学技术局");
    parts.set(before, table(3));
    assertEndsWithText(parts, "科学技术局");
    parts.set(before + 2, new PaperPart.ToSign("审核（签字）：　　财政部门（签章）："));
    assertEndsWithText(parts, "签章");
    parts.set(before, new PaperPart.Note(SENTENCE));
    assertEndsWithText(parts, "签章");
  }

  private static void assertEndsWithText(List<PaperPart> parts, String end) throws IOException {
    List<Line> lines = lines(paper(parts.toArray(PaperPart[]::new)));
    int page = lines.stream().filter(l -> l.text().contains(end)).findFirst().get().page();
    assertThat(lines)
        .filteredOn(line -> line.page() == page)
        .filteredOn(line -> line.text().matches(".*(第\\d+款|异议|有限公司).*"))
        .isNotEmpty();
  }

  @Test
  void aTableRepeatsItsTitlesOnEveryPage() throws IOException {
    OfficialPaper paper = paper(table(60));
    List<Line> lines = lines(paper);
    int pages = lines.getLast().page();
    assertThat(pages).isGreaterThan(1);
    assertThat(lines).filteredOn(line -> line.text().contains("统一社会信用代码")).hasSize(pages);
    assertThat(lines).filteredOn(line -> line.text().equals("名单（续）")).hasSize(pages - 1);
    assertThat(lines).filteredOn(line -> line.text().contains("企业有限公司")).hasSize(60);

    String xml = part(paper.docx(), "word/document.xml");
    assertThat(xml).containsOnlyOnce("<w:tblHeader ");
    int caption = xml.indexOf("名单");
    assertThat(xml.lastIndexOf("<w:keepNext ", caption))
        .isGreaterThan(xml.lastIndexOf("<w:p>", caption));
  }

  @Test
  void pagesAreNumberedAlikeInBothForms() throws IOException {
    OfficialPaper paper =
        paper(new PaperPart.Text("一"), new PaperPart.NewPage(), new PaperPart.Text("二"));
    assertThat(lines(paper))
        .extracting(Line::text)
        .containsExactly("一", "企业创新积分　— 1 —", "二", "企业创新积分　— 2 —");
    assertThat(part(paper.docx(), "word/footer1.xml"))
        .containsSubsequence("企业创新积分　— ", "w:instr=\"PAGE\"", " —");
  }

  @Test
  void theTypefacesAreThoseOfOfficesAndHaveOthersBesideThem() throws IOException {
    byte[] docx =
        paper(new PaperPart.Title("题"), new PaperPart.Heading("一、"), new PaperPart.Text("文"))
            .docx();
    assertThat(part(docx, "word/document.xml"))
        .containsSubsequence("方正小标宋简体", ">题<", "黑体", ">一、<", "仿宋", ">文<");
    assertThat(part(docx, "word/fontTable.xml"))
        .containsSubsequence("方正小标宋简体", "华文中宋", "\"仿宋\"", "仿宋_GB2312", "\"黑体\"", "SimHei");
  }

  private static PaperPart.Table table(int rows) {
    return new PaperPart.Table(
        "名单",
        List.of(
            new Column("序号", 4, true),
            new Column("企业名称", 17, false),
            new Column("统一社会信用代码", 13, false)),
        IntStream.range(0, rows)
            .mapToObj(i -> List.of(Integer.toString(i), "企业有限公司", "91410700XN1997571R"))
            .toList());
  }

  private static OfficialPaper paper(PaperPart... parts) {
    return new OfficialPaper(
        PageLayout.OFFICIAL,
        "公示",
        "",
        "企业创新积分",
        ZonedDateTime.parse("2026-04-01T08:00:00+08:00"),
        List.of(parts));
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.api.Assertions.within(1.5f);
  }

  private static List<Line> lines(OfficialPaper paper) throws IOException {
    var lines = new ArrayList<Line>();
    try (PDDocument document = Loader.loadPDF(paper.pdf())) {
      var stripper =
          new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> at) {
              TextPosition first = at.getFirst();
              TextPosition last = at.getLast();
              lines.add(
                  new Line(
                      getCurrentPageNo(),
                      first.getX(),
                      last.getX() + last.getWidth(),
                      first.getY(),
                      first.getFontSizeInPt(),
                      text));
            }
          };
      stripper.setSortByPosition(true);
      stripper.getText(document);
    }
    return Collections.unmodifiableList(lines);
  }

  private static String part(byte[] docx, String name) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new IOException("no " + name);
  }
}
