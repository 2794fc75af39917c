package innovation.points.datasets.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemGroup;
import innovation.points.datasets.reading.header.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was found in a file, as the report and the API write it; what is unknown is left out. */
public final class FindingJson {

  private FindingJson() {}

  /** A problem or a warning, as an object. */
  public static void problem(JsonGenerator json, FileProblem problem) throws IOException {
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

  /** The field {@code groups}: everything found, one entry a kind and column. */
  public static void groups(JsonGenerator json, List<ProblemGroup> groups) throws IOException {
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

  /**
   * The field {@code reading}: how the file was understood.
   *
   * @param match how a column's match is called
   */
  public static void reading(
      JsonGenerator json, Reading reading, Function<Reading.Match, String> match)
      throws IOException {
    json.writeObjectFieldStart("reading");
    json.writeStringField("kind", reading.kind());
    text(json, "encoding", reading.encoding());
    text(json, "separator", reading.separator());
    text(json, "sheet", reading.sheet());
    numbers(json, "headerRows", reading.headerRows());
    Reading.UnitFound unit = reading.unit();
    if (unit != null) {
      json.writeObjectFieldStart("unit");
      json.writeStringField("name", unit.name());
      text(json, "from", unit.from());
      json.writeNumberField("factor", unit.factor());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("columns");
    for (Reading.Column column : reading.columns()) {
      json.writeStartObject();
      json.writeStringField("letter", column.letter());
      json.writeStringField("header", column.header());
      text(json, "field", column.field());
      json.writeStringField("match", match.apply(column.match()));
      text(json, "unit", column.unit());
      json.writeNumberField("factor", column.factor());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("notRead");
    texts(json, "sheets", reading.notRead().sheets());
    numbers(json, "tables", reading.notRead().tables());
    texts(json, "columns", reading.notRead().columns());
    numbers(json, "rows", reading.notRead().rows());
    json.writeEndObject();
    texts(json, "tables", reading.tables());
    json.writeObjectFieldStart("hidden");
    texts(json, "columns", reading.hidden().columns());
    texts(json, "sheets", reading.hidden().sheets());
    json.writeEndObject();
    json.writeStringField("sentence", reading.sentence());
    json.writeEndObject();
  }

  /** A field that says where {@link JsonBlocks} stand in an object of the bucket. */
  public static void kept(JsonGenerator json, String name, KeptBlocks kept) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("key", kept.key());
    json.writeArrayFieldStart("blocks");
    for (JsonBlock block : kept.blocks()) {
      json.writeStartArray();
      json.writeNumber(block.offset());
      json.writeNumber(block.length());
      for (int count : block.counts()) {
        json.writeNumber(count);
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Reads such a field; none where there is none. */
  public static Optional<KeptBlocks> kept(JsonNode field) {
    if (!field.isObject()) {
      return Optional.empty();
    }
    List<JsonBlock> blocks = new ArrayList<>();
    for (JsonNode block : field.path("blocks")) {
      List<Integer> counts = new ArrayList<>();
      for (int i = 2; i < block.size(); i++) {
        counts.add(block.path(i).asInt());
      }
      blocks.add(new JsonBlock(block.path(0).asLong(), block.path(1).asInt(), counts));
    }
    return Optional.of(new KeptBlocks(field.path("key").asText(), blocks));
  }

  private static void texts(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }

  private static void numbers(JsonGenerator json, String name, List<Integer> numbers)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (int number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }

  private static void text(JsonGenerator json, String name, @Nullable String text)
      throws IOException {
    if (text != null) {
      json.writeStringField(name, text);
    }
  }
}
