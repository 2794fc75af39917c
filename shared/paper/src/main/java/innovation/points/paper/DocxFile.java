package innovation.points.paper;

import innovation.points.paper.PaperPart.Column;
import innovation.points.paper.PaperPart.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * An official paper as an Office Open XML document (ISO/IEC 29500, transitional), laid out by GB/T
 * 9704-2012: A4, body in 仿宋 of 16 points on lines of 28.95, title in 小标宋 of 22, headings in 黑体,
 * page numbers. A typeface that is not there is replaced by one that is. Used once.
 */
final class DocxFile {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** How something is written: its typeface and its size in half points. */
  private record Face(String font, int size) {}

  private static final String SONG = "方正小标宋简体";
  private static final String FANGSONG = "仿宋";
  private static final String HEI = "黑体";

  private static final Face TITLE = new Face(SONG, Math.round(2 * OfficialPaper.TITLE));
  private static final Face BODY = new Face(FANGSONG, Math.round(2 * OfficialPaper.BODY));
  private static final Face HEADING = new Face(HEI, Math.round(2 * OfficialPaper.BODY));
  private static final Face CELL = new Face(FANGSONG, 21);
  private static final Face CAPTION = new Face(HEI, 21);

  /** In twentieths of a point. */
  private static final int TWIPS = 20;

  private static final int LINE = Math.round(TWIPS * OfficialPaper.LEADING);
  private static final int TITLE_LINE = Math.round(TWIPS * OfficialPaper.TITLE_LEADING);
  private static final int CHARACTER = Math.round(TWIPS * OfficialPaper.BODY);

  private static final String PACKAGES = "http://schemas.openxmlformats.org/package/2006/";
  private static final String MEDIA =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.";

  private final OfficialPaper paper;

  DocxFile(OfficialPaper paper) {
    this.paper = paper;
  }

  byte[] bytes() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      part(zip, "[Content_Types].xml", DocxFile::types);
      part(
          zip,
          "_rels/.rels",
          xml -> {
            xml.root("Relationships", "xmlns", PACKAGES + "relationships");
            relation(xml, "rId1", R + "/officeDocument", "word/document.xml");
            String properties = PACKAGES + "relationships/metadata/core-properties";
            relation(xml, "rId2", properties, "docProps/core.xml");
            xml.close();
          });
      part(
          zip,
          "word/_rels/document.xml.rels",
          xml -> {
            xml.root("Relationships", "xmlns", PACKAGES + "relationships");
            relation(xml, "rId1", R + "/styles", "styles.xml");
            relation(xml, "rId2", R + "/footer", "footer1.xml");
            relation(xml, "rId3", R + "/fontTable", "fontTable.xml");
            xml.close();
          });
      part(zip, "word/styles.xml", DocxFile::styles);
      part(zip, "word/fontTable.xml", DocxFile::fonts);
      part(zip, "docProps/core.xml", this::properties);
      part(zip, "word/footer1.xml", this::footer);
      part(zip, "word/document.xml", this::document);
    } catch (IOException e) {
      throw new IllegalStateException("a document is written into memory", e);
    }
    return out.toByteArray();
  }

  /** Writes the elements of a part. */
  @FunctionalInterface
  private interface Part {
    void to(Xml xml) throws XMLStreamException;
  }

  private void part(ZipOutputStream zip, String name, Part part) throws IOException {
    begin(zip, name);
    try {
      var xml = new Xml(zip);
      part.to(xml);
      xml.end();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    zip.closeEntry();
  }

  private void begin(ZipOutputStream zip, String name) throws IOException {
    var entry = new ZipEntry(name);
    // Otherwise the bytes would depend on the time of writing and the zone of the machine.
    entry.setTimeLocal(paper.at().toLocalDateTime());
    zip.putNextEntry(entry);
  }

  private static void types(Xml xml) throws XMLStreamException {
    xml.root("Types", "xmlns", PACKAGES + "content-types");
    String relations = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", "Extension", "rels", "ContentType", relations);
    xml.empty("Default", "Extension", "xml", "ContentType", "application/xml");
    type(xml, "/word/document.xml", MEDIA + "document.main+xml");
    type(xml, "/word/styles.xml", MEDIA + "styles+xml");
    type(xml, "/word/fontTable.xml", MEDIA + "fontTable+xml");
    type(xml, "/word/footer1.xml", MEDIA + "footer+xml");
    String properties = "application/vnd.openxmlformats-package.core-properties+xml";
    type(xml, "/docProps/core.xml", properties);
    xml.close();
  }

  private static void type(Xml xml, String part, String type) throws XMLStreamException {
    xml.empty("Override", "PartName", part, "ContentType", type);
  }

  private static void relation(Xml xml, String id, String type, String target)
      throws XMLStreamException {
    xml.empty("Relationship", "Id", id, "Type", type, "Target", target);
  }

  private static void styles(Xml xml) throws XMLStreamException {
    xml.root("w:styles", "xmlns:w", W);
    xml.open("w:docDefaults");
    xml.open("w:rPrDefault");
    xml.open("w:rPr");
    String latin = "Times New Roman";
    xml.empty(
        "w:rFonts", "w:ascii", latin, "w:hAnsi", latin, "w:eastAsia", FANGSONG, "w:cs", latin);
    xml.empty("w:sz", "w:val", Integer.toString(BODY.size()));
    xml.empty("w:szCs", "w:val", Integer.toString(BODY.size()));
    xml.empty("w:lang", "w:val", "en-US", "w:eastAsia", "zh-CN");
    xml.close();
    xml.close();
    xml.close();
    xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
    xml.empty("w:name", "w:val", "Normal");
    xml.close();
    xml.close();
  }

  /** What a word processor takes where a typeface is not installed. */
  private static void fonts(Xml xml) throws XMLStreamException {
    xml.root("w:fonts", "xmlns:w", W);
    font(xml, SONG, "华文中宋");
    font(xml, FANGSONG, "仿宋_GB2312");
    font(xml, HEI, "SimHei");
    xml.close();
  }

  private static void font(Xml xml, String name, String other) throws XMLStreamException {
    xml.open("w:font", "w:name", name);
    xml.empty("w:altName", "w:val", other);
    // GB 2312.
    xml.empty("w:charset", "w:val", "86");
    xml.close();
  }

  private void properties(Xml xml) throws XMLStreamException {
    String at =
        DateTimeFormatter.ISO_INSTANT.format(
            paper.at().withZoneSameInstant(ZoneOffset.UTC).toInstant());
    xml.root(
        "cp:coreProperties",
        "xmlns:cp",
        PACKAGES + "metadata/core-properties",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/",
        "xmlns:dcterms",
        "http://purl.org/dc/terms/",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance");
    xml.element("dc:title", paper.title());
    xml.element("dc:subject", paper.subject());
    xml.element("dcterms:created", at, "xsi:type", "dcterms:W3CDTF");
    xml.close();
  }

  private void footer(Xml xml) throws XMLStreamException {
    xml.root("w:ftr", "xmlns:w", W);
    open(xml, new Format("center", 0, 0, 0, false));
    run(xml, OfficialPaper.beforeNumber(paper.footer()), CELL);
    field(xml, "PAGE");
    run(xml, OfficialPaper.AFTER_NUMBER, CELL);
    xml.close();
    xml.close();
  }

  private static void field(Xml xml, String instruction) throws XMLStreamException {
    xml.open("w:fldSimple", "w:instr", instruction);
    run(xml, "1", CELL);
    xml.close();
  }

  private void document(Xml xml) throws XMLStreamException {
    xml.root("w:document", "xmlns:w", W, "xmlns:r", R);
    xml.open("w:body");
    for (int i = 0; i < paper.blocks().size(); i++) {
      block(xml, paper.blocks().get(i), paper.isLastBeforeIssue(i));
    }
    xml.open("w:sectPr");
    xml.empty("w:footerReference", "w:type", "default", "r:id", "rId2");
    PageLayout layout = PageLayout.OFFICIAL;
    xml.empty("w:pgSz", "w:w", twips(layout.pageWidth()), "w:h", twips(layout.pageHeight()));
    xml.empty(
        "w:pgMar",
        "w:top",
        twips(layout.top()),
        "w:right",
        twips(layout.pageWidth() - layout.right()),
        "w:bottom",
        twips(layout.pageHeight() - layout.bottom()),
        "w:left",
        twips(layout.left()),
        "w:header",
        "851",
        "w:footer",
        "992",
        "w:gutter",
        "0");
    xml.close();
    xml.close();
    xml.close();
  }

  private static String twips(float points) {
    return Integer.toString(Math.round(points * TWIPS));
  }

  private void block(Xml xml, PaperPart block, boolean kept) throws XMLStreamException {
    var left = new Format("left", 0, 0, LINE, kept);
    switch (block) {
      case PaperPart.Title(String text) -> {
        var title = new Format("center", 0, 0, TITLE_LINE, true);
        for (String part : text.lines().toList()) {
          line(xml, part, TITLE, title);
        }
        line(xml, "", BODY, new Format("center", 0, 0, LINE / 2, true));
      }
      case PaperPart.Centred(String text) -> {
        line(xml, text, BODY, new Format("center", 0, 0, LINE, true));
        line(xml, "", BODY, new Format("center", 0, 0, LINE / 2, true));
      }
      case PaperPart.Heading(String text) ->
          line(xml, text, HEADING, new Format("both", OfficialPaper.INDENT, 0, LINE, true));
      case PaperPart.Text(String text) ->
          line(xml, text, BODY, new Format("both", OfficialPaper.INDENT, 0, LINE, kept));
      case PaperPart.Plain(String text) -> line(xml, text, HEADING, left);
      case PaperPart.Space() -> line(xml, "", BODY, left);
      case PaperPart.Issued issued -> {
        for (String text : issued.lines()) {
          boolean more = !text.equals(issued.lines().getLast());
          line(xml, text, BODY, new Format("right", 0, issued.before(text), LINE, more));
        }
      }
      case Table table -> table(xml, table, kept);
      case PaperPart.NewPage() -> {
        xml.open("w:p");
        xml.open("w:r");
        xml.empty("w:br", "w:type", "page");
        xml.close();
        xml.close();
      }
    }
  }

  /**
   * How a paragraph stands.
   *
   * @param indent characters by which the first line is indented
   * @param before characters by which it ends before the right margin
   * @param line from line to line, in twentieths of a point; 0 as the typeface has it
   * @param kept on one page with the next one
   */
  private record Format(String alignment, int indent, double before, int line, boolean kept) {}

  private static void line(Xml xml, String text, Face face, Format format)
      throws XMLStreamException {
    open(xml, format);
    run(xml, text, face);
    xml.close();
  }

  /** Begins a paragraph. */
  private static void open(Xml xml, Format format) throws XMLStreamException {
    xml.open("w:p");
    xml.open("w:pPr");
    if (format.kept()) {
      xml.empty("w:keepNext");
    }
    if (format.line() > 0) {
      String line = Integer.toString(format.line());
      xml.empty(
          "w:spacing", "w:before", "0", "w:after", "0", "w:line", line, "w:lineRule", "exact");
    }
    if (format.indent() > 0) {
      // By characters where a word processor knows them, by lengths where it does not.
      String length = Integer.toString(format.indent() * CHARACTER);
      xml.empty("w:ind", "w:firstLineChars", format.indent() + "00", "w:firstLine", length);
    }
    if (format.before() > 0) {
      xml.empty("w:ind", "w:right", Long.toString(Math.round(format.before() * CHARACTER)));
    }
    xml.empty("w:jc", "w:val", format.alignment());
    xml.close();
  }

  private static void run(Xml xml, String text, Face face) throws XMLStreamException {
    xml.open("w:r");
    xml.open("w:rPr");
    xml.empty("w:rFonts", "w:eastAsia", face.font());
    xml.empty("w:sz", "w:val", Integer.toString(face.size()));
    xml.empty("w:szCs", "w:val", Integer.toString(face.size()));
    xml.close();
    xml.element("w:t", text, "xml:space", "preserve");
    xml.close();
  }

  private void table(Xml xml, Table table, boolean kept) throws XMLStreamException {
    if (!table.caption().isEmpty()) {
      line(xml, table.caption(), CAPTION, new Format("left", 0, 0, LINE, true));
    }
    int all = table.columns().stream().mapToInt(Column::width).sum();
    xml.open("w:tbl");
    xml.open("w:tblPr");
    xml.empty("w:tblW", "w:w", twips(PageLayout.OFFICIAL.width()), "w:type", "dxa");
    xml.empty("w:jc", "w:val", "center");
    xml.open("w:tblBorders");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "auto");
    }
    xml.close();
    xml.empty("w:tblLayout", "w:type", "fixed");
    xml.open("w:tblCellMar");
    for (String side : List.of("left", "right")) {
      xml.empty("w:" + side, "w:w", "70", "w:type", "dxa");
    }
    xml.close();
    xml.close();
    xml.open("w:tblGrid");
    for (Column column : table.columns()) {
      xml.empty("w:gridCol", "w:w", width(column, all));
    }
    xml.close();
    List<String> titles = table.columns().stream().map(Column::title).toList();
    row(xml, table.columns(), all, titles, true, true);
    for (int i = 0; i < table.rows().size(); i++) {
      // The first row with the second, and the last one with who issues the paper.
      boolean last = i == table.rows().size() - 1;
      row(xml, table.columns(), all, table.rows().get(i), false, last ? kept : i == 0);
    }
    xml.close();
    // Two tables without a paragraph between them would be one.
    line(xml, "", CELL, new Format("left", 0, 0, LINE / 2, kept));
  }

  private void row(
      Xml xml, List<Column> columns, int all, List<String> cells, boolean head, boolean kept)
      throws XMLStreamException {
    xml.open("w:tr");
    xml.open("w:trPr");
    xml.empty("w:cantSplit");
    if (head) {
      xml.empty("w:tblHeader");
    }
    xml.close();
    for (int i = 0; i < cells.size(); i++) {
      Column column = columns.get(i);
      xml.open("w:tc");
      xml.open("w:tcPr");
      xml.empty("w:tcW", "w:w", width(column, all), "w:type", "dxa");
      xml.empty("w:vAlign", "w:val", "center");
      xml.close();
      String alignment = head ? "center" : column.number() ? "right" : "left";
      line(xml, cells.get(i), head ? CAPTION : CELL, new Format(alignment, 0, 0, 0, kept));
      xml.close();
    }
    xml.close();
  }

  private String width(Column column, int all) {
    return twips(PageLayout.OFFICIAL.width() * column.width() / all);
  }

  /** Elements with their prefixes, as they stand in a part. */
  private static final class Xml {

    /** Neither XML 1.0 nor a word processor knows control characters. */
    private static final String CONTROL = "[\\p{Cntrl}\\uFFFE\\uFFFF]";

    private final XMLStreamWriter out;

    Xml(OutputStream stream) throws XMLStreamException {
      this.out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(stream, "UTF-8");
    }

    void root(String name, String... attributes) throws XMLStreamException {
      out.writeStartDocument("UTF-8", "1.0");
      open(name, attributes);
    }

    void open(String name, String... attributes) throws XMLStreamException {
      out.writeStartElement(name);
      attributes(attributes);
    }

    void empty(String name, String... attributes) throws XMLStreamException {
      out.writeEmptyElement(name);
      attributes(attributes);
    }

    void element(String name, String text, String... attributes) throws XMLStreamException {
      open(name, attributes);
      out.writeCharacters(text.replaceAll(CONTROL, " "));
      close();
    }

    private void attributes(String... attributes) throws XMLStreamException {
      for (int i = 0; i < attributes.length; i += 2) {
        out.writeAttribute(attributes[i], attributes[i + 1]);
      }
    }

    void close() throws XMLStreamException {
      out.writeEndElement();
    }

    void end() throws XMLStreamException {
      out.writeEndDocument();
      out.flush();
    }
  }
}
