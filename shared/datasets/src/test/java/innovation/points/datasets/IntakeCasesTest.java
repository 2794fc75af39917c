package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.problem.ProblemGroup;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.scoring.facts.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as departments have them, each standing for a kind of fault: what is stored is the truth or
 * nothing, and what is not stored, or only on an assumption, has its sentence.
 */
class IntakeCasesTest {

  @TempDir Path folder;

  /**
   * One file.
   *
   * @param says all sentences about it, the one on how it was read first
   * @param truth the figures that a person reads in it, by code and field
   * @param doubtful whether figures that are not the truth are taken with a warning, as the
   *     contract has it where a file names no unit
   */
  record Case(
      String file,
      String key,
      String status,
      List<String> says,
      Map<String, Map<String, String>> truth,
      boolean doubtful) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (JsonNode node : new ObjectMapper().readTree(resource("/intake/cases.json"))) {
      List<String> says = new ArrayList<>();
      node.path("says").forEach(sentence -> says.add(sentence.asText()));
      Map<String, Map<String, String>> truth = new HashMap<>();
      node.path("truth").properties().forEach(e -> truth.put(e.getKey(), figures(e.getValue())));
      cases.add(
          new Case(
              node.path("file").asText(),
              node.path("key").asText(),
              node.path("status").asText(),
              says,
              truth,
              node.path("doubtful").asBoolean()));
    }
    return cases.stream();
  }

  private static Map<String, String> figures(JsonNode row) {
    Map<String, String> figures = new HashMap<>();
    row.properties()
        .forEach(
            e ->
                figures.put(
                    e.getKey(),
                    e.getValue().isNumber()
                        ? Double.toString(e.getValue().doubleValue())
                        : e.getValue().asText()));
    return figures;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatIsStoredIsTheTruthAndWhatIsNotHasItsSentence(Case example) {
    CheckedFile file =
        Files.check(
            Files.key(example.key()), Files.resource(folder, "/intake/" + example.file()), ROSTER);

    assertThat(said(file)).containsExactlyElementsOf(example.says());
    assertThat(file.status().name().toLowerCase(java.util.Locale.ROOT)).isEqualTo(example.status());
    boolean lost = false;
    Map<String, Map<String, Value>> stored = new HashMap<>();
    Files.accepted(file).forEach(row -> stored.put(row.uscc(), row.values()));
    for (Map.Entry<String, Map<String, String>> enterprise : example.truth().entrySet()) {
      Map<String, Value> values = stored.getOrDefault(enterprise.getKey(), Map.of());
      for (Map.Entry<String, String> figure : enterprise.getValue().entrySet()) {
        Value value = values.get(figure.getKey());
        lost |= value == null;
        if (value != null && !example.doubtful()) {
          assertThat(shown(value)).as(figure.getKey()).isEqualTo(figure.getValue());
        }
      }
    }
    if (lost || example.doubtful()) {
      assertThat(example.says()).as("why").anyMatch(sentence -> sentence.contains(": "));
    }
  }

  private static List<String> said(CheckedFile file) {
    List<String> said = new ArrayList<>();
    file.reading().map(Reading::sentence).ifPresent(said::add);
    for (ProblemGroup group : file.groups()) {
      if (group.code() != ProblemCode.NOT_ON_ROSTER) {
        said.add(group.code().id() + ": " + group.message());
      }
    }
    return said;
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Amount(double amount) -> Double.toString(amount);
      case Value.Day(java.time.LocalDate day) -> day.toString();
      case Value.Flag(boolean flag) -> Boolean.toString(flag);
      case Value.Text(String text) -> text;
    };
  }

  /** The names that the codes in the files have, whatever the files say. */
  static final Roster ROSTER = roster();

  private static Roster roster() {
    Map<String, String> names = new HashMap<>();
    try (InputStream in = resource("/intake/roster.csv")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split(",", 2))
          .forEach(cells -> names.put(cells[0], cells[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Roster.of(names);
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(IntakeCasesTest.class.getResourceAsStream(name), name);
  }
}
