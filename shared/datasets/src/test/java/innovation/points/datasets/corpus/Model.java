package innovation.points.datasets.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.Files;
import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** A table of {@code corpus/models.json} with what a person reads in it. */
record Model(JsonNode json) {

  /** What became of a file. */
  enum Verdict {
    /** All that it says is stored. */
    RIGHT,
    /** All is stored, but a warning or an error speaks of what is no fault. */
    FALSE_ALARM,
    /** Something is not stored, and the report says so. */
    NAMED,
    /** Something is stored that the file does not say. */
    WRONG,
    /** Something is not stored, or only on an assumption, without a word. */
    SILENT
  }

  /** A verdict with its reason. */
  record Outcome(Verdict verdict, String why) {}

  static List<Model> all() {
    try (InputStream in = Model.class.getResourceAsStream("/corpus/models.json")) {
      JsonNode models = new ObjectMapper().readTree(Objects.requireNonNull(in, "models.json"));
      return StreamSupport.stream(models.spliterator(), false).map(Model::new).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String kind() {
    return json.path("kind").asText();
  }

  /** Unique, and the name of its files. */
  String name() {
    return kind() + "--" + json.path("name").asText();
  }

  /** {@code right}, {@code named}, or {@code either}, as the program that wrote the file has it. */
  String outcome() {
    return json.path("outcome").asText();
  }

  /** Whether a program's files of this kind lack what the table is about. */
  boolean skips(String writer) {
    return StreamSupport.stream(json.path("skip").spliterator(), false)
        .anyMatch(skip -> skip.asText().equals(writer));
  }

  /** The rows, where texts and plain numbers on one sheet are all there is to the table. */
  List<List<String>> plainRows() {
    JsonNode sheet = json.path("sheets").path(0);
    boolean more =
        json.path("sheets").size() > 1
            || !sheet.path("merges").isEmpty()
            || !sheet.path("hiddenRows").isEmpty()
            || !sheet.path("hiddenCols").isEmpty();
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : sheet.path("rows")) {
      List<String> cells = new ArrayList<>();
      for (JsonNode cell : row) {
        more |= cell.isObject() || cell.isBoolean();
        cells.add(cell.isNull() ? "" : cell.asText());
      }
      rows.add(cells);
    }
    return more ? List.of() : rows;
  }

  String sheetName() {
    return json.path("sheets").path(0).path("name").asText();
  }

  /**
   * Checks a file of the table.
   *
   * @param writer the program or the kind of file
   */
  Outcome judge(Path path, String writer) throws IOException {
    CheckedFile file = Files.check(Files.key(json.path("key").asText()), path, Roster.NONE);
    Map<String, Map<String, Value>> stored = new HashMap<>();
    List<AcceptedRow> rows = new ArrayList<>();
    file.forEachAccepted(rows::add);
    rows.forEach(row -> stored.put(row.uscc(), row.values()));
    List<String> said = new ArrayList<>();
    for (List<FileProblem> some : List.of(file.problems(), file.warnings())) {
      some.stream()
          .filter(p -> p.code() != ProblemCode.NOT_ON_ROSTER)
          .forEach(p -> said.add(p.code().id() + " " + p.message()));
    }
    String sentence = file.reading().map(Reading::sentence).orElse("");
    String why = sentence + said;
    boolean computes = json.has("computes") && writer.startsWith("lo-");
    boolean lost = json.has("rows") && rows.size() != json.path("rows").asInt();
    boolean refused = false;
    for (Map.Entry<String, JsonNode> enterprise : json.path("truth").properties()) {
      Map<String, Value> values = stored.getOrDefault(enterprise.getKey(), Map.of());
      for (Map.Entry<String, JsonNode> figure : enterprise.getValue().properties()) {
        Value value = values.get(figure.getKey());
        JsonNode truth = figure.getValue();
        if (computes && truth.isNull() && figure.getKey().equals("revenue")) {
          truth = json.path("computes");
        }
        refused |= truth.isNull();
        lost |= value == null && !truth.isNull();
        if (value != null && !same(value, truth)) {
          return new Outcome(Verdict.WRONG, figure + " stored as " + value + " " + why);
        }
      }
    }
    for (String uscc : stored.keySet()) {
      if (!json.path("truth").isEmpty() && !json.path("truth").has(uscc)) {
        return new Outcome(Verdict.WRONG, uscc + " is not in the table " + why);
      }
    }
    for (JsonNode say : json.path("say")) {
      if (!why.contains(say.asText())) {
        return new Outcome(Verdict.SILENT, "does not say " + say.asText() + ": " + why);
      }
    }
    boolean expected = json.path("loose").asBoolean() || json.has("say");
    if (said.isEmpty() && (lost || (refused && !expected))) {
      return new Outcome(Verdict.SILENT, why);
    }
    if (lost) {
      return new Outcome(Verdict.NAMED, why);
    }
    boolean alarm = json.path("clean").asBoolean() && !said.isEmpty();
    return new Outcome(alarm ? Verdict.FALSE_ALARM : Verdict.RIGHT, why);
  }

  private static boolean same(Value value, JsonNode truth) {
    return switch (value) {
      case Value.Amount(double amount) ->
          truth.isNumber()
              && Math.abs(amount - truth.doubleValue()) < 1e-9 * Math.max(1, Math.abs(amount));
      case Value.Day(LocalDate day) -> day.toString().equals(truth.asText());
      case Value.Flag(boolean flag) -> truth.isBoolean() && flag == truth.booleanValue();
      case Value.Text(String text) -> text.equals(truth.asText());
    };
  }

  @Override
  public String toString() {
    return name();
  }
}
