package innovation.points.acceptance.samplezone.form;

import innovation.points.acceptance.samplezone.enterprise.FormColumn;
import innovation.points.scoring.facts.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook: a title over the header, dates as serials, a second sheet with notes. Written by hand
 * because libraries include the time; entries are stored, not deflated, because compressors differ
 * from machine to machine.
 *
 * @param asText numbers and dates are typed in as text, in the style's spelling
 */
public record XlsxForm(FormStyle style, boolean asText) implements Form {
  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";

  /** Cell styles of styles.xml: 0 general, then these. */
  private static final int DAY = 1;

  private static final int TITLE = 2;

  @Override
  public String extension() {
    return ".xlsx";
  }

  @Override
  public byte[] write(FormTable table) {
    var texts = new Texts();
    var parts = new LinkedHashMap<String, String>();
    parts.put("[Content_Types].xml", contentTypes());
    parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
    parts.put("xl/workbook.xml", workbook());
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(
            "worksheet", "worksheets/sheet1.xml",
            "worksheet", "worksheets/sheet2.xml",
            "styles", "styles.xml",
            "sharedStrings", "sharedStrings.xml"));
    parts.put("xl/styles.xml", styles());
    parts.put("xl/worksheets/sheet1.xml", sheet(table, texts));
    parts.put("xl/worksheets/sheet2.xml", notes(texts));
    parts.put("xl/sharedStrings.xml", texts.xml());
    return zip(parts);
  }

  private String sheet(FormTable table, Texts texts) {
    var xml =
        new StringBuilder(HEAD).append("<worksheet xmlns=\"").append(MAIN).append("\"><sheetData>");
    xml.append("<row r=\"1\">").append(texts.cell(0, 1, TITLE, table.title())).append("</row>");
    xml.append("<row r=\"2\">");
    for (int i = 0; i < table.columns().size(); i++) {
      xml.append(texts.cell(i, 2, 0, style.header(table.columns().get(i))));
    }
    xml.append("</row>");
    int number = 2;
    for (var row : table.rows()) {
      number++;
      xml.append("<row r=\"").append(number).append("\">");
      for (int i = 0; i < table.columns().size(); i++) {
        xml.append(cell(table.columns().get(i), row, i, number, texts));
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:")
        .append(letters(table.columns().size() - 1))
        .append("1\"/></mergeCells></worksheet>")
        .toString();
  }

  private String cell(
      FormColumn column, Map<String, Value> row, int index, int number, Texts texts) {
    return switch (row.get(column.field())) {
      case Value.Amount(double amount) when !asText ->
          value(index, number, 0, new BigDecimal(Double.toString(amount)).toPlainString());
      case Value.Day(LocalDate day) when !asText ->
          value(index, number, DAY, String.valueOf(ChronoUnit.DAYS.between(EPOCH, day)));
      case null, default -> {
        String text = style.cell(column, row.get(column.field()));
        yield text.isEmpty() ? "" : texts.cell(index, number, 0, text);
      }
    };
  }

  private static String value(int index, int number, int format, String value) {
    return "<c r=\"%s%d\" s=\"%d\"><v>%s</v></c>".formatted(letters(index), number, format, value);
  }

  private static String notes(Texts texts) {
    return "%s<worksheet xmlns=\"%s\"><sheetData><row r=\"1\">%s</row></sheetData></worksheet>"
        .formatted(HEAD, MAIN, texts.cell(0, 1, 0, "填表说明:本表企业均为虚构,仅作示例。"));
  }

  private static String letters(int index) {
    return String.valueOf((char) ('A' + index));
  }

  private static String contentTypes() {
    String base = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    var xml = new StringBuilder(HEAD);
    xml.append("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">");
    xml.append(
        "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>");
    Map<String, String> types = new LinkedHashMap<>();
    types.put("workbook", "sheet.main+xml");
    types.put("worksheets/sheet1", "worksheet+xml");
    types.put("worksheets/sheet2", "worksheet+xml");
    types.put("styles", "styles+xml");
    types.put("sharedStrings", "sharedStrings+xml");
    types.forEach(
        (part, type) ->
            xml.append(
                "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s\"/>"
                    .formatted(part, base, type)));
    return xml.append("</Types>").toString();
  }

  private static String relations(String... typesAndTargets) {
    var xml =
        new StringBuilder(HEAD).append("<Relationships xmlns=\"").append(PACKAGE).append("\">");
    for (int i = 0; i < typesAndTargets.length; i += 2) {
      xml.append(
          "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s\"/>"
              .formatted(i / 2 + 1, RELATIONS, typesAndTargets[i], typesAndTargets[i + 1]));
    }
    return xml.append("</Relationships>").toString();
  }

  private static String workbook() {
    return """
        %s<workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="数据" sheetId="1" r:id="rId1"/>\
        <sheet name="填表说明" sheetId="2" r:id="rId2"/></sheets></workbook>"""
        .formatted(HEAD, MAIN, RELATIONS);
  }

  private static String styles() {
    return """
        %s<styleSheet xmlns="%s"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font>\
        <font><b/><sz val="16"/><name val="宋体"/></font></fonts>\
        <fills count="2"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill></fills>\
        <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
        <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>\
        <xf fontId="1" applyFont="1" applyAlignment="1"><alignment horizontal="center"/></xf></cellXfs>\
        </styleSheet>"""
        .formatted(HEAD, MAIN);
  }

  private static byte[] zip(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (var part : parts.entrySet()) {
        byte[] content = part.getValue().getBytes(StandardCharsets.UTF_8);
        var crc = new CRC32();
        crc.update(content);
        var entry = new ZipEntry(part.getKey());
        // A local time is written as it is; an instant would depend on the machine's zone.
        entry.setTimeLocal(LocalDateTime.of(2026, 1, 15, 9, 0));
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  /** The workbook's table of texts. */
  private static final class Texts {
    private final Map<String, Integer> indexes = new LinkedHashMap<>();

    String cell(int index, int number, int format, String text) {
      int at = indexes.computeIfAbsent(text, _ -> indexes.size());
      return "<c r=\"%s%d\" s=\"%d\" t=\"s\"><v>%d</v></c>"
          .formatted(letters(index), number, format, at);
    }

    String xml() {
      var xml = new StringBuilder(HEAD).append("<sst xmlns=\"").append(MAIN).append("\">");
      for (String text : indexes.keySet()) {
        xml.append("<si><t xml:space=\"preserve\">").append(escaped(text)).append("</t></si>");
      }
      return xml.append("</sst>").toString();
    }

    private static String escaped(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
  }
}
