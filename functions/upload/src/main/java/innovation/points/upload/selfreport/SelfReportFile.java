package innovation.points.upload.selfreport;

import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.spreadsheet.CsvOutput;
import innovation.points.web.http.Problem;
import innovation.points.web.http.Problem.Fault;
import innovation.points.web.http.ProblemException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Self-reported figures as the CSV file they are kept as. The same figures make the same file. */
final class SelfReportFile {

  private static final String USCC = "uscc";

  /** The first row below the header, as the spreadsheet counts. */
  private static final int FIRST_ROW = 2;

  private final Dataset dataset;
  private final byte[] bytes;

  /**
   * Writes the file.
   *
   * @throws ProblemException 400 where a field is not one of the dataset's, or a value is neither
   *     number, text, true or false
   */
  SelfReportFile(Dataset dataset, String uscc, List<Map<String, JsonNode>> rows) {
    this.dataset = dataset;
    verify(dataset, rows);
    var out = new ByteArrayOutputStream();
    var csv = new CsvOutput(out);
    csv.row(dataset.fields().stream().map(Field::title).toList());
    for (Map<String, JsonNode> row : rows) {
      csv.row(
          dataset.fields().stream()
              .map(field -> field.name().equals(USCC) ? uscc : cell(row.get(field.name())))
              .toList());
    }
    csv.flush();
    this.bytes = out.toByteArray();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  String sha256() {
    return Sha256.hex(bytes);
  }

  /** A problem of the file as a fault of the figures it was made from. */
  Fault fault(innovation.points.datasets.problem.FileProblem problem) {
    Integer row = problem.row();
    String pointer = row == null ? "/rows" : "/rows/" + (row - FIRST_ROW);
    String field =
        dataset.fields().stream()
            .filter(candidate -> candidate.title().equals(problem.column()))
            .map(candidate -> "/" + candidate.name())
            .findFirst()
            .orElse("");
    return new Fault("body", pointer + field, problem.message());
  }

  private static void verify(Dataset dataset, List<Map<String, JsonNode>> rows) {
    var faults = new ArrayList<Fault>();
    for (int i = 0; i < rows.size(); i++) {
      for (var entry : rows.get(i).entrySet()) {
        String pointer = "/rows/" + i + "/" + entry.getKey();
        JsonNode value = entry.getValue();
        if (entry.getKey().equals(USCC) || dataset.field(entry.getKey()).isEmpty()) {
          faults.add(
              new Fault(
                  "body",
                  pointer,
                  "“%s”没有可填报的字段 %s，全部字段见 /v1/datasets/%s"
                      .formatted(dataset.title(), entry.getKey(), dataset.id())));
        } else if (value.isContainerNode()) {
          faults.add(new Fault("body", pointer, "字段 " + entry.getKey() + " 应为数字、文字、true 或 false"));
        }
      }
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
  }

  private static String cell(@Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return "";
    }
    if (value.isNumber()) {
      return value.decimalValue().toPlainString();
    }
    return value.isBoolean() ? (value.booleanValue() ? "是" : "否") : value.asText();
  }
}
