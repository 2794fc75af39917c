package innovation.points.paper;

import innovation.points.paper.PaperPart.Column;
import innovation.points.paper.PaperPart.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFRun.FontCharRange;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/**
 * An official paper as an Office Open XML document (ISO/IEC 29500, transitional), laid out by GB/T
 * 9704-2012: body in 仿宋 of 16 points on lines of 28.95, title in 小标宋 of 22, headings in 黑体, page
 * numbers. A typeface that is not there is replaced by one that is. Used once.
 *
 * <p>The library's classes are loaded with this one, when somebody asks for a document.
 */
final class DocxFile {

  /** How something is written: its typeface and its size in points. */
  private record Face(String font, float size) {}

  private static final String SONG = "方正小标宋简体";
  private static final String FANGSONG = "仿宋";
  private static final String HEI = "黑体";
  private static final String LATIN = "Times New Roman";

  private static final Face TITLE = new Face(SONG, OfficialPaper.TITLE);
  private static final Face BODY = new Face(FANGSONG, OfficialPaper.BODY);
  private static final Face HEADING = new Face(HEI, OfficialPaper.BODY);
  private static final Face CELL = new Face(FANGSONG, OfficialPaper.CELL);
  private static final Face CAPTION = new Face(HEI, OfficialPaper.CELL);

  /** A length in twentieths of a point, as documents measure. */
  private static final int TWIPS = 20;

  private static final float LINE = OfficialPaper.LEADING;
  private static final float BETWEEN = LINE / 2;

  private static final int HEADER = 851;
  private static final int FOOTER = 992;
  private static final int CELL_MARGIN = 70;

  /** Of lines in tables, in eighths of a point. */
  private static final int RULE = 4;

  /** Neither XML 1.0 nor a word processor knows control characters. */
  private static final String CONTROL = "[\\p{Cntrl}\\uFFFE\\uFFFF]";

  /** What a word processor takes where a typeface is not installed; the library has no model. */
  private static final String FONTS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
      <w:font w:name="%s"><w:altName w:val="华文中宋"/><w:charset w:val="86"/></w:font>\
      <w:font w:name="%s"><w:altName w:val="仿宋_GB2312"/><w:charset w:val="86"/></w:font>\
      <w:font w:name="%s"><w:altName w:val="SimHei"/><w:charset w:val="86"/></w:font>\
      </w:fonts>
      """
          .formatted(SONG, FANGSONG, HEI);

  private final OfficialPaper paper;
  private final PageLayout layout;
  private final XWPFDocument document = new XWPFDocument();

  /** Whether the next paragraph begins a page: one that holds a break alone may need a page. */
  private boolean turned;

  DocxFile(OfficialPaper paper) {
    this.paper = paper;
    this.layout = paper.layout();
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (document) {
      properties();
      styles();
      fonts();
      for (int i = 0; i < paper.blocks().size(); i++) {
        block(paper.blocks().get(i), paper.isLastBeforeEnd(i));
      }
      footer();
      page();
      document.write(new Zip(out, paper.at().toLocalDateTime()));
    } catch (IOException | InvalidFormatException e) {
      throw new IllegalStateException("a document is written into memory", e);
    }
    return out.toByteArray();
  }

  /** Otherwise the bytes would depend on the time of writing and the zone of the machine. */
  private static final class Zip extends ZipArchiveOutputStream {
    private final LocalDateTime at;

    Zip(OutputStream out, LocalDateTime at) {
      super(out);
      this.at = at;
    }

    @Override
    public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
      entry.setTimeLocal(at);
      super.putArchiveEntry(entry);
    }
  }

  private void properties() {
    Optional<Date> at = Optional.of(Date.from(paper.at().toInstant()));
    CoreProperties properties = document.getProperties().getCoreProperties();
    // Otherwise the library would be the author.
    properties.setCreator("");
    properties.setTitle(paper.title());
    properties.setSubjectProperty(paper.subject());
    properties.setCreated(at);
    properties.setModified(at);
  }

  private void styles() {
    CTStyles styles = CTStyles.Factory.newInstance();
    CTRPr run = styles.addNewDocDefaults().addNewRPrDefault().addNewRPr();
    CTFonts fonts = run.addNewRFonts();
    fonts.setAscii(LATIN);
    fonts.setHAnsi(LATIN);
    fonts.setEastAsia(FANGSONG);
    fonts.setCs(LATIN);
    run.addNewSz().setVal(BigInteger.valueOf(Math.round(2 * BODY.size())));
    document.createStyles().setStyles(styles);
    document.getStyles().setEastAsia("zh-CN");
  }

  private void fonts() throws IOException, InvalidFormatException {
    XWPFRelation table = XWPFRelation.FONT_TABLE;
    PackagePart part =
        document
            .getPackage()
            .createPart(
                PackagingURIHelper.createPartName(table.getDefaultFileName()),
                table.getContentType());
    try (OutputStream out = part.getOutputStream()) {
      out.write(FONTS.getBytes(StandardCharsets.UTF_8));
    }
    document
        .getPackagePart()
        .addRelationship(part.getPartName(), TargetMode.INTERNAL, table.getRelation());
  }

  private void footer() {
    XWPFParagraph paragraph = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
    paragraph.setAlignment(ParagraphAlignment.CENTER);
    run(paragraph, PageLayout.beforeNumber(paper.footer()), CELL);
    var field = paragraph.getCTP().addNewFldSimple();
    field.setInstr("PAGE");
    write(new XWPFRun(field.addNewR(), (IRunBody) paragraph), "1", CELL);
    run(paragraph, PageLayout.AFTER_NUMBER, CELL);
  }

  /** Its size and margins; the section is there since it has a footer. */
  private void page() {
    CTSectPr section = document.getDocument().getBody().getSectPr();
    CTPageSz size = section.addNewPgSz();
    size.setW(twips(layout.pageWidth()));
    size.setH(twips(layout.pageHeight()));
    if (layout.pageWidth() > layout.pageHeight()) {
      size.setOrient(STPageOrientation.LANDSCAPE);
    }
    CTPageMar margins = section.addNewPgMar();
    margins.setTop(twips(layout.top()));
    margins.setRight(twips(layout.pageWidth() - layout.right()));
    margins.setBottom(twips(layout.pageHeight() - layout.bottom()));
    margins.setLeft(twips(layout.left()));
    margins.setHeader(BigInteger.valueOf(HEADER));
    margins.setFooter(BigInteger.valueOf(FOOTER));
    margins.setGutter(BigInteger.ZERO);
  }

  private static BigInteger twips(float points) {
    return BigInteger.valueOf(Math.round(points * TWIPS));
  }

  private void block(PaperPart block, boolean kept) {
    var left = new Format(ParagraphAlignment.LEFT, 0, 0, LINE, kept);
    var centred = new Format(ParagraphAlignment.CENTER, 0, 0, LINE, true);
    var between = new Format(ParagraphAlignment.CENTER, 0, 0, BETWEEN, true);
    var indented = new Format(ParagraphAlignment.BOTH, OfficialPaper.INDENT, 0, LINE, kept);
    switch (block) {
      case PaperPart.Title(String text) -> {
        for (String part : text.lines().toList()) {
          line(part, TITLE, centred.spaced(OfficialPaper.TITLE_LEADING));
        }
        line("", BODY, between);
      }
      case PaperPart.Centred(String text) -> {
        line(text, BODY, centred);
        line("", BODY, between);
      }
      case PaperPart.Heading(String text) -> line(text, HEADING, indented.keptWithNext());
      case PaperPart.Text(String text) -> line(text, BODY, indented);
      case PaperPart.ToSign(String places) -> line(places, BODY, indented);
      case PaperPart.Plain(String text) -> line(text, HEADING, left);
      case PaperPart.Note(String text) -> line(text, CELL, left.spaced(OfficialPaper.CELL_LEADING));
      case PaperPart.Space() -> line("", BODY, left);
      case PaperPart.Issued issued -> {
        for (String text : issued.lines()) {
          boolean more = !text.equals(issued.lines().getLast());
          float before = (float) issued.before(text) * BODY.size();
          line(text, BODY, new Format(ParagraphAlignment.RIGHT, 0, before, LINE, more));
        }
      }
      case Table table -> table(table, kept);
      case PaperPart.NewPage() -> turned = true;
    }
  }

  /**
   * How a paragraph stands.
   *
   * @param indent characters by which the first line is indented
   * @param before by how much it ends before the right margin, in points
   * @param line from line to line, in points; 0 as the typeface has it
   * @param kept on one page with the next one
   */
  private record Format(
      ParagraphAlignment alignment, int indent, float before, float line, boolean kept) {

    Format spaced(float leading) {
      return new Format(alignment, indent, before, leading, kept);
    }

    Format keptWithNext() {
      return new Format(alignment, indent, before, line, true);
    }

    void on(XWPFParagraph paragraph) {
      paragraph.setAlignment(alignment);
      if (kept) {
        paragraph.setKeepNext(true);
      }
      if (line > 0) {
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(line, LineSpacingRule.EXACT);
      }
      if (indent > 0) {
        // By characters where a word processor knows them, by lengths where it does not.
        paragraph.setIndentationFirstLine(twips(indent * BODY.size()).intValue());
        CTInd by = paragraph.getCTP().getPPr().getInd();
        by.setFirstLineChars(BigInteger.valueOf(100L * indent));
      }
      if (before > 0) {
        paragraph.setIndentationRight(twips(before).intValue());
      }
    }
  }

  private void line(String text, Face face, Format format) {
    XWPFParagraph paragraph = document.createParagraph();
    if (turned) {
      paragraph.setPageBreak(true);
      turned = false;
    }
    line(paragraph, text, face, format);
  }

  private static void line(XWPFParagraph paragraph, String text, Face face, Format format) {
    format.on(paragraph);
    run(paragraph, text, face);
  }

  private static void run(XWPFParagraph paragraph, String text, Face face) {
    write(paragraph.createRun(), text, face);
  }

  private static void write(XWPFRun run, String text, Face face) {
    run.setFontFamily(face.font(), FontCharRange.eastAsia);
    run.setFontSize(face.size());
    run.setText(text.replaceAll(CONTROL, " "));
  }

  private void table(Table table, boolean kept) {
    if (!table.caption().isEmpty()) {
      line(table.caption(), CAPTION, new Format(ParagraphAlignment.LEFT, 0, 0, LINE, true));
    }
    List<Column> columns = table.columns();
    XWPFTable grid = document.createTable(1, columns.size());
    ruled(grid);
    CTTblGrid widths = grid.getCTTbl().addNewTblGrid();
    for (Column column : columns) {
      widths.addNewGridCol().setW(width(column, table));
    }
    XWPFTableRow head = grid.getRow(0);
    head.setRepeatHeader(true);
    row(head, table, columns.stream().map(Column::title).toList(), true, true);
    for (int i = 0; i < table.rows().size(); i++) {
      // The first row with the second, and the last one with who issues the paper.
      boolean last = i == table.rows().size() - 1;
      row(grid.createRow(), table, table.rows().get(i), false, last ? kept : i == 0);
    }
    // Two tables without a paragraph between them would be one.
    line("", CELL, new Format(ParagraphAlignment.LEFT, 0, 0, BETWEEN, kept));
  }

  private void ruled(XWPFTable grid) {
    grid.setWidth(twips(layout.width()).intValue());
    grid.setTableAlignment(TableRowAlign.CENTER);
    grid.getCTTbl().getTblPr().addNewTblLayout().setType(STTblLayoutType.FIXED);
    grid.setCellMargins(0, CELL_MARGIN, 0, CELL_MARGIN);
    grid.setTopBorder(XWPFBorderType.SINGLE, RULE, 0, "auto");
    grid.setLeftBorder(XWPFBorderType.SINGLE, RULE, 0, "auto");
    grid.setBottomBorder(XWPFBorderType.SINGLE, RULE, 0, "auto");
    grid.setRightBorder(XWPFBorderType.SINGLE, RULE, 0, "auto");
    grid.setInsideHBorder(XWPFBorderType.SINGLE, RULE, 0, "auto");
    grid.setInsideVBorder(XWPFBorderType.SINGLE, RULE, 0, "auto");
  }

  private void row(XWPFTableRow row, Table table, List<String> cells, boolean head, boolean kept) {
    row.setCantSplitRow(true);
    for (int i = 0; i < cells.size(); i++) {
      Column column = table.columns().get(i);
      XWPFTableCell cell = row.getCell(i);
      cell.setWidth(width(column, table).toString());
      cell.setVerticalAlignment(XWPFVertAlign.CENTER);
      ParagraphAlignment alignment =
          head
              ? ParagraphAlignment.CENTER
              : column.number() ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT;
      line(
          cell.getParagraphArray(0),
          cells.get(i),
          head ? CAPTION : CELL,
          new Format(alignment, 0, 0, 0, kept));
    }
  }

  private BigInteger width(Column column, Table table) {
    int all = table.columns().stream().mapToInt(Column::width).sum();
    return twips(layout.width() * column.width() / all);
  }
}
