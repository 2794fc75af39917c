package innovation.points.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** The same table in every container that is read. */
public enum WrittenTables {
  CSV {
    @Override
    public byte[] write(String sheet, List<List<String>> rows) {
      return text(rows, ",").getBytes(StandardCharsets.UTF_8);
    }
  },
  CSV_GBK {
    @Override
    public byte[] write(String sheet, List<List<String>> rows) {
      return text(rows, ";").getBytes(Charset.forName("GBK"));
    }
  },
  CSV_UTF_16 {
    @Override
    public byte[] write(String sheet, List<List<String>> rows) {
      return text(rows, "\t").getBytes(StandardCharsets.UTF_16LE);
    }
  },
  XLSX {
    @Override
    public byte[] write(String sheet, List<List<String>> rows) {
      StringBuilder xml = new StringBuilder();
      for (int i = 0; i < rows.size(); i++) {
        xml.append("<row r=\"").append(i + 1).append("\">");
        for (String cell : rows.get(i)) {
          xml.append(
              number(cell)
                  ? "<c><v>" + cell + "</v></c>"
                  : "<c t=\"inlineStr\"><is><t>" + escaped(cell) + "</t></is></c>");
        }
        xml.append("</row>");
      }
      return Workbooks.workbook().sheet(sheet, xml.toString()).bytes();
    }
  },
  XLS {
    @Override
    public byte[] write(String name, List<List<String>> rows) {
      try (HSSFWorkbook book = new HSSFWorkbook();
          ByteArrayOutputStream out = new ByteArrayOutputStream()) {
        Sheet sheet = book.createSheet(name);
        for (int i = 0; i < rows.size(); i++) {
          Row row = sheet.createRow(i);
          for (int j = 0; j < rows.get(i).size(); j++) {
            Cell cell = row.createCell(j);
            String text = rows.get(i).get(j);
            if (number(text)) {
              cell.setCellValue(Double.parseDouble(text));
            } else {
              cell.setCellValue(text);
            }
          }
        }
        book.write(out);
        return out.toByteArray();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  ODS {
    @Override
    public byte[] write(String sheet, List<List<String>> rows) {
      StringBuilder xml =
          new StringBuilder(
              "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                  + " xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
                  + " xmlns:x=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><o:body>"
                  + "<o:spreadsheet><t:table t:name=\""
                  + sheet
                  + "\">");
      for (List<String> row : rows) {
        xml.append("<t:table-row>");
        for (String cell : row) {
          xml.append(
              number(cell)
                  ? "<t:table-cell o:value-type=\"float\" o:value=\"" + cell + "\"><x:p>"
                  : "<t:table-cell o:value-type=\"string\"><x:p>");
          xml.append(escaped(cell)).append("</x:p></t:table-cell>");
        }
        xml.append("</t:table-row>");
      }
      xml.append("</t:table></o:spreadsheet></o:body></o:document-content>");
      Map<String, byte[]> parts = new LinkedHashMap<>();
      parts.put("META-INF/manifest.xml", "<m/>".getBytes(StandardCharsets.UTF_8));
      parts.put("content.xml", xml.toString().getBytes(StandardCharsets.UTF_8));
      return Workbooks.zip(parts);
    }
  },
  HTML {
    @Override
    public byte[] write(String sheet, List<List<String>> rows) {
      String cells =
          rows.stream()
              .map(
                  row ->
                      row.stream()
                          .map(cell -> "<td>" + escaped(cell) + "</td>")
                          .collect(Collectors.joining("", "<tr>", "</tr>")))
              .collect(Collectors.joining());
      return ("<meta charset=utf-8><table>" + cells + "</table>").getBytes(StandardCharsets.UTF_8);
    }
  };

  /** Rows of texts; those that are numbers become numbers where the container has them. */
  public abstract byte[] write(String sheet, List<List<String>> rows);

  /** Whether the container knows sheets by name. */
  boolean namesSheets() {
    return this == XLSX || this == XLS || this == ODS;
  }

  private static boolean number(String cell) {
    return cell.matches("-?[0-9]{1,12}(\\.[0-9]+)?");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  private static String text(List<List<String>> rows, String separator) {
    return rows.stream()
        .map(
            row ->
                row.stream()
                    .map(cell -> quoted(cell, separator))
                    .collect(Collectors.joining(separator)))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String quoted(String cell, String separator) {
    boolean needed = cell.contains(separator) || cell.contains("\n") || cell.contains("\"");
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }
}
