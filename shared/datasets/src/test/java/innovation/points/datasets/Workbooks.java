package innovation.points.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Workbooks written part by part, so that a test can have any quirk in them. */
final class Workbooks {

  private static final String RELATIONS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s"
          + "</Relationships>";
  private static final String TYPE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

  private final Map<String, byte[]> parts = new LinkedHashMap<>();
  private final List<String> sheets = new ArrayList<>();
  private String properties = "";

  static Workbooks workbook() {
    return new Workbooks();
  }

  /** Rows as XML: {@code <row r="1"><c r="A1" …}. */
  Workbooks sheet(String name, String rows) {
    return sheet(name, "visible", rows);
  }

  Workbooks sheet(String name, String state, String rows) {
    int number = sheets.size() + 1;
    sheets.add(
        "<sheet name=\"%s\" sheetId=\"%d\" state=\"%s\" r:id=\"r%d\"/>"
            .formatted(name, number, state, number));
    return part(
        "xl/worksheets/sheet" + number + ".xml",
        "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
            + rows
            + "</sheetData></worksheet>");
  }

  Workbooks epoch1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  Workbooks strings(String xml) {
    return part("xl/sharedStrings.xml", xml);
  }

  /** Style 1 is a built-in day, style 2 one of one's own, style 3 a time. */
  Workbooks styles() {
    return part(
        "xl/styles.xml",
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
        <numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/>
        <numFmt numFmtId="165" formatCode="[Red]h:mm"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs>
        </styleSheet>""");
  }

  Workbooks part(String name, String text) {
    parts.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Workbooks part(String name, byte[] bytes) {
    parts.put(name, bytes);
    return this;
  }

  byte[] bytes() {
    StringBuilder relations = new StringBuilder();
    for (int i = 1; i <= sheets.size(); i++) {
      relations.append(relation("r" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
    }
    relations.append(relation("s", "sharedStrings", "sharedStrings.xml"));
    relations.append(relation("t", "styles", "/xl/styles.xml"));
    parts.putIfAbsent(
        "_rels/.rels",
        RELATIONS
            .formatted(relation("w", "officeDocument", "xl/workbook.xml"))
            .getBytes(StandardCharsets.UTF_8));
    parts.putIfAbsent(
        "xl/_rels/workbook.xml.rels",
        RELATIONS.formatted(relations).getBytes(StandardCharsets.UTF_8));
    parts.putIfAbsent(
        "xl/workbook.xml",
        ("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                + properties
                + "<sheets>"
                + String.join("", sheets)
                + "</sheets></workbook>")
            .getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s\" Target=\"%s\"/>".formatted(id, TYPE + type, target);
  }

  /** The parts of any workbook, in their order. */
  static Map<String, byte[]> parts(Path file) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return parts;
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A row of inline texts. */
  static String row(int number, String... texts) {
    StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
    for (String text : texts) {
      row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    return row.append("</row>").toString();
  }
}
