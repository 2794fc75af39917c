package innovation.points.datasets.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.Files;
import innovation.points.datasets.WrittenTables;
import innovation.points.datasets.corpus.Model.Outcome;
import innovation.points.datasets.corpus.Model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the file: what is stored is what a person reads in it, and what is not is named. */
@SuppressWarnings("EnumOrdinal")
class CorpusTest {

  /** Every container has a share of the tables, and every table two or three containers. */
  private static final int SHARES = 3;

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(WrittenTables.class)
  void tablesInEveryContainer(WrittenTables container) throws IOException {
    String writer = container.name().toLowerCase(Locale.ROOT).replace('_', '-');
    for (Model model : Model.all()) {
      List<List<String>> rows = model.plainRows();
      boolean share = Math.floorMod(model.name().hashCode() + container.ordinal(), SHARES) == 0;
      if (share && !rows.isEmpty() && !model.skips(writer)) {
        byte[] bytes = container.write(model.sheetName(), rows);
        expect(model, model.judge(Files.bytes(folder, bytes), writer), writer);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "openpyxl",
        "xlsxwriter",
        "xlwt",
        "sheetjs",
        "sheetjs-ods",
        "sheetjs-html",
        "exceljs",
        "lo-xlsx",
        "lo-xls",
        "lo-ods",
        "lo-html"
      })
  void tablesAsProgramsWriteThem(String writer) throws IOException {
    Map<String, Model> models =
        Model.all().stream().collect(Collectors.toMap(Model::name, Function.identity()));
    int files = 0;
    try (InputStream in = CorpusTest.class.getResourceAsStream("/corpus/" + writer + ".zip");
        ZipInputStream zip = new ZipInputStream(Objects.requireNonNull(in, writer))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Model model =
            Objects.requireNonNull(
                models.get(entry.getName().replaceFirst("\\.[a-z]+$", "")), entry.getName());
        Path file = Files.bytes(folder, zip.readAllBytes());
        expect(model, model.judge(file, writer), writer);
        files++;
      }
    }
    assertThat(files).isGreaterThan(15);
  }

  private static void expect(Model model, Outcome outcome, String writer) {
    List<Verdict> allowed =
        switch (model.outcome()) {
          case "right" -> List.of(Verdict.RIGHT);
          case "named" -> List.of(Verdict.NAMED);
          default -> List.of(Verdict.RIGHT, Verdict.NAMED);
        };
    assertThat(outcome.verdict())
        .as("%s as %s: %s", model, writer, outcome.why())
        .isIn(allowed.toArray());
  }
}
