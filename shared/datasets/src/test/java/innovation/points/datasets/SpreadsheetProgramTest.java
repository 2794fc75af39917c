package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.datasets.report.ReportWriter;
import innovation.points.datasets.template.Templates;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clerk does with a template and a report in a real spreadsheet program comes back good. */
class SpreadsheetProgramTest {

  private static final List<String> CODES = List.of("91350100M000100Y43", "914403001922038216");

  private static final Dataset OPERATIONS = Catalogue.load().dataset("operations").orElseThrow();

  /** What a clerk types, where the catalogue's own example would not go with the others. */
  private static final Map<String, String> TYPED =
      Map.of("restoredOn", "", "revokedOn", "", "lapsed", "否", "kind", "", "level", "");

  @TempDir private static Path folder;

  /** The program is started once for all that is done with it. */
  @BeforeAll
  static void work() throws Exception {
    assumeTrue(
        SpreadsheetProgram.installed(),
        "skipped: no LibreOffice here (soffice); .ci/run installs it");
    var program = new SpreadsheetProgram(folder);
    fillEveryTemplate(program);
    typeFigures(program);
    mendTheReport(program);
    program.run();
  }

  private static void fillEveryTemplate(SpreadsheetProgram program) throws IOException {
    for (Dataset dataset : Catalogue.load().datasets()) {
      Path template = folder.resolve(dataset.id() + "-empty.xlsx");
      try (OutputStream out = Files.newOutputStream(template)) {
        new Templates().xlsx(dataset, out);
      }
      program.open(template);
      for (int row = 1; row <= CODES.size(); row++) {
        fill(program, dataset, row);
      }
      program.save(filled(dataset));
    }
  }

  @Test
  void everyFilledTemplateIsAccepted() throws Exception {
    var accepted = new LinkedHashMap<String, String>();
    var expected = new LinkedHashMap<String, String>();
    for (Dataset dataset : Catalogue.load().datasets()) {
      CheckedFile checked = check(dataset, filled(dataset));
      accepted.put(
          dataset.id(), checked.status() + " " + checked.accepted() + " " + checked.problems());
      expected.put(dataset.id(), "ACCEPTED 2 []");
    }
    assertThat(accepted).isEqualTo(expected);
  }

  private static void typeFigures(SpreadsheetProgram program) throws IOException {
    Path template = folder.resolve("template.xlsx");
    try (OutputStream out = Files.newOutputStream(template)) {
      new Templates().xlsx(OPERATIONS, out);
    }
    program.open(template);
    program.type(1, 0, CODES.getFirst());
    program.type(1, 2, "1234.5");
    program.type(1, 6, "-20");
    // A formula: its cached value counts.
    program.type(2, 0, CODES.getLast());
    program.type(2, 2, "=C2*2");
    program.save(folder.resolve("figures.xlsx"));
  }

  @Test
  void figuresAreWhatWasTyped() throws Exception {
    var values = new HashMap<String, String>();
    check(OPERATIONS, folder.resolve("figures.xlsx"))
        .forEachAccepted(row -> values.put(row.uscc(), row.values().toString()));
    assertThat(values.get(CODES.getFirst()))
        .contains("revenue=Amount[amount=1234.5]", "netProfit=Amount[amount=-20.0]");
    assertThat(values.get(CODES.getLast())).contains("revenue=Amount[amount=2469.0]");
  }

  private static void mendTheReport(SpreadsheetProgram program) throws IOException {
    Path wrong = folder.resolve("wrong.csv");
    Files.writeString(
        wrong, "统一社会信用代码,营业收入(万元)\n%s,很多\n%s,2\n".formatted(CODES.get(0), CODES.get(1)));
    Path report = folder.resolve("report.xlsx");
    try (OutputStream out = Files.newOutputStream(report)) {
      new ReportWriter().xlsx(check(OPERATIONS, wrong), out);
    }
    program.open(report);
    program.type(1, 1, "3");
    program.save(folder.resolve("mended.xlsx"));
  }

  @Test
  void annotatedReportMendedAndSavedIsAccepted() throws Exception {
    CheckedFile mended = check(OPERATIONS, folder.resolve("mended.xlsx"));
    assertThat(mended.problems()).isEmpty();
    assertThat(mended.warnings())
        .extracting(FileProblem::code)
        .containsOnly(ProblemCode.NOT_ON_ROSTER);
    assertThat(mended.accepted()).isEqualTo(2);
  }

  private static void fill(SpreadsheetProgram program, Dataset dataset, int row) {
    List<Field> fields = dataset.fields();
    for (int column = 0; column < fields.size(); column++) {
      Field field = fields.get(column);
      String text = field.name().equals("uscc") ? CODES.get(row - 1) : typed(field);
      if (!text.isEmpty()) {
        program.type(row, column, text);
      }
    }
  }

  private static String typed(Field field) {
    String example = TYPED.getOrDefault(field.name(), field.example());
    if (!example.isEmpty() || !field.required()) {
      return example;
    }
    return switch (field.type()) {
      case ENUM -> field.options().getFirst();
      case BOOLEAN -> "否";
      case DATE -> "2025-03-01";
      case NUMBER, INTEGER -> "2021";
      case USCC, STRING, CODE -> "甲";
    };
  }

  private static Path filled(Dataset dataset) {
    return folder.resolve(dataset.id() + ".xlsx");
  }

  private static CheckedFile check(Dataset dataset, Path file) throws IOException {
    var key =
        (UploadKey)
            UploadKey.parse(
                "uploads/%s/%s/2025/%s".formatted(dataset.owner(), dataset.id(), "表.xlsx"));
    return new FileChecker(Catalogue.load()).check(key, file, Roster.NONE);
  }
}
