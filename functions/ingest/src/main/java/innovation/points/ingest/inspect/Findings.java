package innovation.points.ingest.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemGroup;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.datasets.report.FindingJson;
import innovation.points.datasets.report.KeptBlocks;
import innovation.points.store.uploads.Confirmation;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the API says of a checked file, as JSON: lists of at most 1000 that say how many there are
 * in all, everything grouped, and how the file was understood.
 */
final class Findings {

  private static final JsonFactory JSON = new JsonFactory();

  private Findings() {}

  /**
   * Of a file that was read.
   *
   * @param kept of the file, by name
   * @param confirmation what a person said of it
   */
  static String json(
      CheckedFile file, Map<String, KeptBlocks> kept, Optional<Confirmation> confirmation) {
    return write(
        file.status().name().toLowerCase(Locale.ROOT),
        file.problems(),
        file.problemCount(),
        file.warnings(),
        file.warningCount(),
        file.groups(),
        file.reading().orElse(null),
        kept,
        confirmation);
  }

  static String json(FileProblem problem) {
    return write(
        "rejected", List.of(problem), 1, List.of(), 0, List.of(), null, Map.of(), Optional.empty());
  }

  private static String write(
      String verdict,
      List<FileProblem> problems,
      long problemCount,
      List<FileProblem> warnings,
      long warningCount,
      List<ProblemGroup> groups,
      @Nullable Reading reading,
      Map<String, KeptBlocks> kept,
      Optional<Confirmation> confirmation) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("verdict", verdict);
      problems(json, "problems", problems);
      json.writeNumberField("problemCount", problemCount);
      problems(json, "warnings", warnings);
      json.writeNumberField("warningCount", warningCount);
      FindingJson.groups(json, groups);
      if (reading != null) {
        FindingJson.reading(json, reading, Enum::name);
      }
      for (Map.Entry<String, KeptBlocks> each : new TreeMap<>(kept).entrySet()) {
        FindingJson.kept(json, each.getKey(), each.getValue());
      }
      if (confirmation.isPresent()) {
        json.writeFieldName("confirmation");
        json.writeRawValue(confirmation.get().json());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void problems(JsonGenerator json, String name, List<FileProblem> problems)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (FileProblem problem : problems) {
      FindingJson.problem(json, problem);
    }
    json.writeEndArray();
  }
}
