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
 * 9704-2012: A4, body in 仿宋 of 16 points, titles in bold, page numbers. Used once.
 */
final class DocxFile {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String R =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  /** In half points: the title, the body, tables and footers. */
  private static final String TITLE = "44";

  private static final String BODY = "32";
  private static final String SMALL = "21";

  /** In twentieths of a point: what is between the margins of the page, 156 mm. */
  private static final int WIDTH = 8844;

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
            xml.close();
          });
      part(zip, "word/styles.xml", DocxFile::styles);
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
    xml.empty("w:rFonts", "w:ascii", latin, "w:hAnsi", latin, "w:eastAsia", "仿宋", "w:cs", latin);
    xml.empty("w:sz", "w:val", BODY);
    xml.empty("w:szCs", "w:val", BODY);
    xml.empty("w:lang", "w:val", "en-US", "w:eastAsia", "zh-CN");
    xml.close();
    xml.close();
    xml.close();
    xml.open("w:style", "w:type", "paragraph", "w:default", "1", "w:styleId", "Normal");
    xml.empty("w:name", "w:val", "Normal");
    xml.close();
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
    paragraph(
        xml,
        "center",
        0,
        () -> {
          run(xml, paper.footer() + (paper.footer().isEmpty() ? "— " : "　— "), SMALL, false);
          field(xml, "PAGE");
          run(xml, " —", SMALL, false);
        });
    xml.close();
  }

  private static void field(Xml xml, String instruction) throws XMLStreamException {
    xml.open("w:fldSimple", "w:instr", instruction);
    run(xml, "1", SMALL, false);
    xml.close();
  }

  private void document(Xml xml) throws XMLStreamException {
    xml.root("w:document", "xmlns:w", W, "xmlns:r", R);
    xml.open("w:body");
    for (PaperPart block : paper.blocks()) {
      switch (block) {
        case PaperPart.Title(String text) -> line(xml, text, "center", 0, TITLE, true);
        case PaperPart.Centred(String text) -> line(xml, text, "center", 0, BODY, false);
        case PaperPart.Heading(String text) -> line(xml, text, "left", 0, BODY, true);
        case PaperPart.Text(String text) -> line(xml, text, "both", 2, BODY, false);
        case PaperPart.Plain(String text) -> line(xml, text, "left", 0, BODY, false);
        case PaperPart.Signed(String text) -> line(xml, text, "right", 0, BODY, false);
        case Table table -> table(xml, table);
        case PaperPart.NewPage() -> {
          xml.open("w:p");
          xml.open("w:r");
          xml.empty("w:br", "w:type", "page");
          xml.close();
          xml.close();
        }
      }
    }
    xml.open("w:sectPr");
    xml.empty("w:footerReference", "w:type", "default", "r:id", "rId2");
    xml.empty("w:pgSz", "w:w", "11906", "w:h", "16838");
    // GB/T 9704-2012: 37 mm above, 28 mm on the left, 156 × 225 mm for the text.
    xml.empty(
        "w:pgMar",
        "w:top",
        "2098",
        "w:right",
        "1474",
        "w:bottom",
        "1984",
        "w:left",
        "1588",
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

  /** Writes what is in an element. */
  @FunctionalInterface
  private interface Content {
    void write() throws XMLStreamException;
  }

  private static void line(
      Xml xml, String text, String alignment, int indent, String size, boolean bold)
      throws XMLStreamException {
    paragraph(xml, alignment, indent, () -> run(xml, text, size, bold));
  }

  /**
   * @param indent characters by which the first line is indented
   */
  private static void paragraph(Xml xml, String alignment, int indent, Content content)
      throws XMLStreamException {
    xml.open("w:p");
    xml.open("w:pPr");
    xml.empty("w:spacing", "w:before", "0", "w:after", "120");
    if (indent > 0) {
      xml.empty("w:ind", "w:firstLineChars", indent + "00");
    }
    xml.empty("w:jc", "w:val", alignment);
    xml.close();
    content.write();
    xml.close();
  }

  private static void run(Xml xml, String text, String size, boolean bold)
      throws XMLStreamException {
    xml.open("w:r");
    xml.open("w:rPr");
    if (bold) {
      xml.empty("w:b");
    }
    xml.empty("w:sz", "w:val", size);
    xml.empty("w:szCs", "w:val", size);
    xml.close();
    xml.element("w:t", text, "xml:space", "preserve");
    xml.close();
  }

  private static void table(Xml xml, Table table) throws XMLStreamException {
    line(xml, table.caption(), "left", 0, SMALL, true);
    int all = table.columns().stream().mapToInt(Column::width).sum();
    xml.open("w:tbl");
    xml.open("w:tblPr");
    xml.empty("w:tblW", "w:w", Integer.toString(WIDTH), "w:type", "dxa");
    xml.open("w:tblBorders");
    for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
      xml.empty("w:" + side, "w:val", "single", "w:sz", "4", "w:space", "0", "w:color", "808080");
    }
    xml.close();
    xml.empty("w:tblLayout", "w:type", "fixed");
    xml.close();
    xml.open("w:tblGrid");
    for (Column column : table.columns()) {
      xml.empty("w:gridCol", "w:w", width(column, all));
    }
    xml.close();
    row(xml, table.columns(), all, table.columns().stream().map(Column::title).toList(), true);
    for (List<String> row : table.rows()) {
      row(xml, table.columns(), all, row, false);
    }
    xml.close();
    // Two tables without a paragraph between them would be one.
    line(xml, "", "left", 0, SMALL, false);
  }

  private static void row(Xml xml, List<Column> columns, int all, List<String> cells, boolean head)
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
      xml.close();
      String alignment = head ? "center" : column.number() ? "right" : "left";
      xml.open("w:p");
      xml.open("w:pPr");
      xml.empty("w:jc", "w:val", alignment);
      xml.close();
      run(xml, cells.get(i), SMALL, head);
      xml.close();
      xml.close();
    }
    xml.close();
  }

  private static String width(Column column, int all) {
    return Integer.toString(WIDTH * column.width() / all);
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
