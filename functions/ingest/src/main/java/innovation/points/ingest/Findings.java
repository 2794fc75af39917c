package innovation.points.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import innovation.points.datasets.CheckedFile;
import innovation.points.datasets.Problem;
import innovation.points.datasets.ProblemGroup;
import innovation.points.datasets.Reading;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the API says of a checked file, as JSON: lists of at most 1000 that say how many there are
 * in all, everything grouped, and how the file was understood.
 */
final class Findings {

  private static final JsonFactory JSON = new JsonFactory();

  private Findings() {}

  static String json(CheckedFile file) {
    return write(
        file.problems(),
        file.problemCount(),
        file.warnings(),
        file.warningCount(),
        file.groups(),
        file.reading().orElse(null));
  }

  static String json(Problem problem) {
    return write(List.of(problem), 1, List.of(), 0, List.of(), null);
  }

  private static String write(
      List<Problem> problems,
      long problemCount,
      List<Problem> warnings,
      long warningCount,
      List<ProblemGroup> groups,
      @Nullable Reading reading) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      problems(json, "problems", problems);
      json.writeNumberField("problemCount", problemCount);
      problems(json, "warnings", warnings);
      json.writeNumberField("warningCount", warningCount);
      groups(json, groups);
      if (reading != null) {
        reading(json, reading);
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void problems(JsonGenerator json, String name, List<Problem> problems)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Problem problem : problems) {
      json.writeStartObject();
      json.writeStringField("code", problem.code().id());
      Integer row = problem.row();
      if (row != null) {
        json.writeNumberField("row", row);
      }
      text(json, "column", problem.column());
      text(json, "columnLetter", problem.columnLetter());
      text(json, "found", problem.found());
      json.writeStringField("message", problem.message());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void groups(JsonGenerator json, List<ProblemGroup> groups) throws IOException {
    json.writeArrayFieldStart("groups");
    for (ProblemGroup group : groups) {
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
      json.writeStringField("match", column.match().name());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void text(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }
}
