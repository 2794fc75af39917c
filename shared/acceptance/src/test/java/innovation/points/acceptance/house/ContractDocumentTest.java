package innovation.points.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.problem.ProblemCode.Severity;
import innovation.points.web.route.DeclaredPage;
import innovation.points.web.route.DeclaredRoute;
import innovation.points.web.route.DeclaredRoutes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/contract.md} matches the code: datasets, problem codes, settings. */
class ContractDocumentTest {

  private final String contract = Files.readString(Path.of("../../docs/contract.md"));

  ContractDocumentTest() throws IOException {}

  static List<Dataset> datasets() {
    return Catalogue.load().datasets();
  }

  @Test
  void datasetsAreThoseOfTheCatalogue() {
    assertThat(found("(?m)^### (`.+)$"))
        .containsExactlyElementsOf(
            datasets().stream()
                .map(
                    one ->
                        "`%s` %s · owner `%s` · %s"
                            .formatted(one.id(), one.title(), one.owner(), one.shape().id()))
                .toList());
  }

  /** The first two fields, which all datasets have, are described once. */
  @ParameterizedTest
  @MethodSource("datasets")
  void fieldsAreThoseOfTheCatalogue(Dataset dataset) {
    String heading = "### `" + dataset.id() + "`";
    assertThat(contract).as("§2 describes every dataset").contains(heading);
    String section = contract.substring(contract.indexOf(heading));
    String table = section.substring(0, section.indexOf("\n#", 1));
    assertThat(
            Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\| ([^|]+) \\| (yes)? ?\\|")
                .matcher(table)
                .results()
                .map(row -> List.of(row.group(1), row.group(2), row.group(3), "" + row.group(4))))
        .containsExactlyElementsOf(
            dataset.fields().stream().skip(2).map(ContractDocumentTest::row).toList());
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void everyProblemCodeIsListedAtItsScope(Severity severity) {
    String reach =
        switch (severity) {
          case FILE -> "the whole file is rejected";
          case HOLD -> "the file is held";
          case ROW -> "the row is rejected";
          case WARNING -> "a warning, the row is taken";
        };
    String line =
        contract.lines().filter(one -> one.startsWith("| " + reach)).findFirst().orElseThrow();
    assertThat(Pattern.compile("`([a-z-]+)`").matcher(line).results().map(code -> code.group(1)))
        .containsExactlyElementsOf(
            Stream.of(ProblemCode.values())
                .filter(code -> code.severity() == severity)
                .map(ProblemCode::id)
                .toList());
  }

  /** Each page and call that the notice's sentences are met by is one that there is. */
  @Test
  void pagesAndCallsOfTheNoticeExist() {
    String table = contract.substring(contract.indexOf("### The notice, parts four to six"));
    table = table.substring(0, table.indexOf("\n## "));
    List<String> cited =
        table
            .lines()
            .filter(line -> line.startsWith("| "))
            .flatMap(line -> Pattern.compile("`([^`]+)`").matcher(line).results())
            .map(found -> found.group(1).replaceFirst("^(GET|POST) ", "").replaceFirst("\\?.*", ""))
            .filter(one -> one.startsWith("/") || one.startsWith("…"))
            .toList();
    List<String> pages = DeclaredRoutes.pages().stream().map(DeclaredPage::path).toList();
    List<String> calls = DeclaredRoutes.all().stream().map(DeclaredRoute::path).toList();
    assertThat(cited).hasSizeGreaterThan(40);
    assertThat(cited)
        .allMatch(
            one ->
                pages.contains(one)
                    || calls.contains(one)
                    || (one.startsWith("…")
                        && calls.stream().anyMatch(call -> call.endsWith(one.substring(1)))));
  }

  /** The settings that the local stack reads from its environment, and no others. */
  @Test
  void settingsAreThoseOfTheLocalStack() throws IOException {
    String source =
        Files.readString(
            Path.of("../local/src/main/java/innovation/points/local/LocalSettings.java"));
    assertThat(found("(?m)^\\| `(LOCAL_\\w+)`"))
        .containsExactlyInAnyOrderElementsOf(
            Pattern.compile("\"(LOCAL_\\w+)\"")
                .matcher(source)
                .results()
                .map(setting -> setting.group(1))
                .distinct()
                .toList());
  }

  private static List<String> row(Field field) {
    String type =
        switch (field.type()) {
          case USCC -> "uscc";
          case STRING, CODE -> "string";
          case ENUM -> "enum: " + String.join(" / ", field.options());
          case DATE -> "date";
          case NUMBER -> field.nonNegative() ? "number ≥ 0" : "number";
          case INTEGER -> field.nonNegative() ? "integer ≥ 0" : "integer";
          case BOOLEAN -> "boolean";
        };
    return List.of(field.name(), field.title(), type, field.required() ? "yes" : "null");
  }

  private Stream<String> found(String pattern) {
    return Pattern.compile(pattern).matcher(contract).results().map(match -> match.group(1));
  }
}
