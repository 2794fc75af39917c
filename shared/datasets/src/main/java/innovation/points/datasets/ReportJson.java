package innovation.points.datasets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
      reading(json, file.reading().get());
    }
    groups(json);
    json.writeArrayFieldStart("problems");
    for (Problem problem : file.ofFile()) {
      problem(json, problem);
    }
    file.forEachRow(
        row -> {
          for (Problem problem : row.problems()) {
            problem(json, problem);
          }
          for (Problem warning : row.warnings()) {
            problem(json, warning);
          }
        });
    json.writeEndArray();
    json.writeEndObject();
    json.flush();
  }

  private static void reading(JsonGenerator json, Reading reading) throws IOException {
    json.writeObjectFieldStart("reading");
    json.writeStringField("format", reading.format());
    text(json, "encoding", reading.encoding());
    text(json, "separator", reading.separator());
    text(json, "sheet", reading.sheet());
    json.writeNumberField("headerRow", reading.headerRow());
    json.writeArrayFieldStart("columns");
    for (Reading.Column column : reading.columns()) {
      json.writeStartObject();
      json.writeStringField("letter", column.letter());
      json.writeStringField("header", column.header());
      text(json, "field", column.field());
      json.writeStringField("match", column.match().name().toLowerCase(Locale.ROOT));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void groups(JsonGenerator json) throws IOException {
    json.writeArrayFieldStart("groups");
    for (ProblemGroup group : file.groups()) {
      json.writeStartObject();
      json.writeStringField("code", group.code().id());
      text(json, "column", group.column());
      text(json, "columnLetter", group.columnLetter());
      json.writeNumberField("count", group.count());
      json.writeArrayFieldStart("rows");
      for (int row : group.rows()) {
        json.writeNumber(row);
      }
      json.writeEndArray();
      json.writeStringField("message", group.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void problem(JsonGenerator json, Problem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", problem.code().id());
    if (problem.row() != null) {
      json.writeNumberField("row", problem.row());
    }
    text(json, "column", problem.column());
    text(json, "columnLetter", problem.columnLetter());
    text(json, "found", problem.found());
    json.writeStringField("message", problem.message());
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }
}
