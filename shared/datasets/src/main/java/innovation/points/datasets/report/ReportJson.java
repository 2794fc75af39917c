package innovation.points.datasets.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.problem.FileProblem;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** All that was found, as JSON; long lists are written as they are read. */
final class ReportJson {

  private final CheckedFile file;

  ReportJson(CheckedFile file) {
    this.file = file;
  }

  void write(OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("status", file.status().name().toLowerCase(Locale.ROOT));
    json.writeNumberField("rows", file.rows());
    json.writeNumberField("accepted", file.accepted());
    json.writeNumberField("rejected", file.rejected());
    json.writeNumberField("problemCount", file.problemCount());
    json.writeNumberField("warningCount", file.warningCount());
    if (file.reading().isPresent()) {
      FindingJson.reading(
          json, file.reading().get(), match -> match.name().toLowerCase(Locale.ROOT));
    }
    FindingJson.groups(json, file.groups());
    json.writeArrayFieldStart("problems");
    for (FileProblem problem : file.ofFile()) {
      FindingJson.problem(json, problem);
    }
    file.forEachRow(
        row -> {
          for (FileProblem problem : row.problems()) {
            FindingJson.problem(json, problem);
          }
          for (FileProblem warning : row.warnings()) {
            FindingJson.problem(json, warning);
          }
        });
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }
}
