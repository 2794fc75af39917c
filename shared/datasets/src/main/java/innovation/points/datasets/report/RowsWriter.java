package innovation.points.datasets.report;

import com.fasterxml.jackson.core.JsonGenerator;
import innovation.points.datasets.checking.CheckedRow;
import innovation.points.datasets.checking.GoodRow;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.reading.sheet.PlainRow;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what was read of the rows of a file, as {@link JsonBlocks}, a row a line. */
public final class RowsWriter implements CheckedRow.Visitor, AutoCloseable {

  private final JsonBlocks lines;

  /**
   * Nothing is written yet.
   *
   * @param out is closed with this
   */
  public RowsWriter(OutputStream out) throws IOException {
    this.lines = new JsonBlocks(out, RowStatus.values().length);
  }

  @Override
  public void row(CheckedRow row) throws IOException {
    Optional<RowStatus> status = ReadRow.status(row);
    if (status.isPresent()) {
      write(lines.line(), row, status.get());
      lines.end(status.get());
    }
  }

  /** As the same row would be written, without making what it has of its bytes. */
  @Override
  public void good(GoodRow row) throws IOException {
    JsonGenerator json = lines.line();
    begin(json, row.number(), row.uscc(), RowStatus.ACCEPTED);
    PlainRow cells = row.cells();
    for (int column = 0; column < row.columns(); column++) {
      if (!row.has(column)) {
        continue;
      }
      json.writeFieldName(row.field(column).name());
      if (row.isText(column)) {
        int at = row.position(column);
        json.writeUTF8String(cells.bytes(), cells.from(at), cells.to(at) - cells.from(at));
      } else {
        JsonBlocks.write(json, row.value(column));
      }
    }
    json.writeEndObject();
    json.writeEndObject();
    lines.end(RowStatus.ACCEPTED);
  }

  private static void begin(JsonGenerator json, int row, @Nullable String uscc, RowStatus status)
      throws IOException {
    json.writeStartObject();
    json.writeNumberField("row", row);
    if (uscc != null) {
      json.writeStringField("uscc", uscc);
    }
    json.writeStringField("status", status.id());
    json.writeObjectFieldStart("values");
  }

  private static void write(JsonGenerator json, CheckedRow row, RowStatus status)
      throws IOException {
    begin(json, row.row().number(), row.uscc(), status);
    for (Map.Entry<String, Value> value : row.values().entrySet()) {
      json.writeFieldName(value.getKey());
      JsonBlocks.write(json, value.getValue());
    }
    json.writeEndObject();
    if (!row.problems().isEmpty() || !row.warnings().isEmpty()) {
      json.writeArrayFieldStart("problems");
      for (FileProblem problem : row.problems()) {
        FindingJson.problem(json, problem);
      }
      for (FileProblem warning : row.warnings()) {
        FindingJson.problem(json, warning);
      }
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** Where the rows stand, once this is closed; counted by {@link RowStatus}. */
  public List<JsonBlock> blocks() {
    return lines.blocks();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
