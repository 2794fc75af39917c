package innovation.points.datasets.template;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.Files;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Field;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.cell.CellReader;
import innovation.points.datasets.reading.cell.Entry;
import innovation.points.datasets.reading.header.Reading;
import innovation.points.scoring.facts.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Templates come from the catalogue and are read by the reader. */
class TemplatesTest {

  @TempDir Path folder;

  static Stream<Dataset> datasets() {
    return Catalogue.load().datasets().stream();
  }

  private static byte[] xlsx(Dataset dataset) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Templates().xlsx(dataset, out);
    return out.toByteArray();
  }

  private static UploadKey key(Dataset dataset) {
    return Files.key("uploads/" + dataset.owner() + "/" + dataset.id() + "/2025/a.xlsx");
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void everyColumnOfTheTemplateIsKnownAndNoRowIsFilled(Dataset dataset) throws IOException {
    CheckedFile file = Files.check(key(dataset), Files.bytes(folder, xlsx(dataset)));

    assertThat(Files.places(file.problems())).containsExactly("empty null null");
    assertThat(file.reading().orElseThrow().columns())
        .extracting(Reading.Column::match)
        .containsOnly(Reading.Match.EXACT)
        .hasSize(dataset.fields().size());
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void csvTemplateIsTheHeaderWithAByteOrderMark(Dataset dataset) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Templates().csv(dataset, out);

    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "\uFEFF"
                + String.join(",", dataset.fields().stream().map(Field::title).toList())
                + "\r\n");
    CheckedFile file = Files.check(key(dataset), Files.bytes(folder, out.toByteArray()));
    assertThat(Files.places(file.problems())).containsExactly("empty null null");
    assertThat(file.warnings()).isEmpty();
  }

  /** Rows that were written to be completed are read as they were meant. */
  @Test
  void rowsOfATemplateAreReadAsTheyWereWritten() throws IOException {
    Dataset dataset = Catalogue.load().dataset("qualifications").orElseThrow();
    List<Map<String, Value>> rows =
        List.of(
            Map.of(
                "uscc", Value.of("91350100M000100Y43"),
                "name", Value.of("甲公司"),
                "certificate", Value.of("GR2022-01"),
                "kind", Value.of("高新技术企业"),
                "validFrom", Value.of(LocalDate.of(2022, 5, 1)),
                "validTo", Value.of(LocalDate.of(2025, 4, 30)),
                "lapsed", Value.of(false)));
    var xlsx = new ByteArrayOutputStream();
    new Templates().xlsx(dataset, rows, xlsx);
    var csv = new ByteArrayOutputStream();
    new Templates().csv(dataset, rows, csv);

    for (byte[] written : List.of(xlsx.toByteArray(), csv.toByteArray())) {
      CheckedFile file = Files.check(key(dataset), Files.bytes(folder, written));
      assertThat(file.problems()).isEmpty();
      var read = new ArrayList<Map<String, Value>>();
      file.forEachAccepted(row -> read.add(row.values()));
      assertThat(read).hasSize(1);
      assertThat(read.getFirst()).containsKeys("certificate", "lapsed");
      assertThat(rows.getFirst()).containsAllEntriesOf(read.getFirst());
    }
  }

  @Test
  void cellsAreFormattedListedCheckedAndExplained() throws IOException {
    String sheet = part("innovation-records", "xl/worksheets/sheet1.xml");

    assertThat(sheet)
        .contains("<formula1>\"国家级,省级,市级\"</formula1>")
        .contains("sqref=\"E2:E1048576\"")
        .contains("<formula1>ISNUMBER(G2)</formula1>")
        .contains("<formula1>AND(LEN(A2)=18,MOD(SUMPRODUCT((FIND(MID(A2,ROW($1:$17),1),")
        .doesNotContain("showDropDown=\"true\"") // which would hide the arrow
        .contains("ySplit=\"1\"");
    assertThat(part("innovation-records", "xl/styles.xml")).contains("yyyy-mm-dd");
    assertThat(part("innovation-records", "xl/comments1.xml"))
        .contains("必填：18 位统一社会信用代码", "选填：日期，如 2025-01-31");
    assertThat(part("workforce", "xl/worksheets/sheet1.xml"))
        .contains("<formula1>AND(AND(ISNUMBER(C2),C2>=0,50000>=ABS(C2)),C2=INT(C2))</formula1>");
    assertThat(part("innovation-records", "docProps/core.xml")).contains("表号：CXJF-11");
  }

  private String part(String dataset, String name) throws IOException {
    Path path = Files.bytes(folder, xlsx(Catalogue.load().dataset(dataset).orElseThrow()));
    try (ZipFile zip = new ZipFile(path.toFile())) {
      ZipEntry entry = zip.getEntry(name);
      assertThat(entry).as(name).isNotNull();
      String xml = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
      return Pattern.compile("&#x([0-9a-f]+);")
          .matcher(xml)
          .replaceAll(m -> Character.toString(Integer.parseInt(m.group(1), 16)));
    }
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void listsAndTitlesFitWhatExcelAllows(Dataset dataset) {
    assertThat(dataset.fields())
        .allSatisfy(
            field -> {
              assertThat(field.title()).hasSizeLessThanOrEqualTo(32);
              assertThat(String.join(",", field.options())).hasSizeLessThanOrEqualTo(200);
            });
  }

  @ParameterizedTest
  @MethodSource("datasets")
  void examplesOfTheCatalogueAreGoodValues(Dataset dataset) {
    List<Field> shown = dataset.fields().stream().filter(f -> !f.example().isEmpty()).toList();

    assertThat(shown)
        .isNotEmpty()
        .allSatisfy(
            field ->
                assertThat(
                        new CellReader(false)
                            .read(
                                field,
                                new innovation.points.datasets.reading.sheet.SheetCell.Text(
                                    field.example())))
                    .isInstanceOf(Entry.Good.class));
  }
}
