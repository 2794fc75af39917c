package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.header.Said;
import innovation.points.datasets.report.JsonBlock;
import innovation.points.datasets.report.ReadRow;
import innovation.points.datasets.report.ReportWriter;
import innovation.points.datasets.report.RowSpool;
import innovation.points.datasets.report.RowStatus;
import innovation.points.datasets.report.RowsReader;
import innovation.points.datasets.report.RowsWriter;
import innovation.points.scoring.facts.Value;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of a file as it is read says all that the file says. */
class KeptRowsTest {

  private static final UploadKey CERTIFICATES =
      new UploadKey("science", "qualifications", 2025, "a.csv");

  @TempDir Path folder;

  @ParameterizedTest
  @MethodSource("innovation.points.datasets.IntakeCasesTest#cases")
  void reportsAndRowsOfItAreThoseOfTheFileReadAgain(IntakeCasesTest.Case example)
      throws IOException {
    UploadKey key = Files.key(example.key());
    Path path = Files.resource(folder, "/intake/" + example.file());
    CheckedFile again = Files.check(key, path, IntakeCasesTest.ROSTER);
    var bytes = new ByteArrayOutputStream();
    var rows = new RowsWriter(bytes);
    try (var spool = new RowSpool()) {
      CheckedFile once =
          new FileChecker(Catalogue.load())
              .check(key, path, Known.of(IntakeCasesTest.ROSTER), Said.NOTHING, spool.then(rows))
              .withRows(spool);
      rows.close();

      assertThat(report(once)).isEqualTo(report(again));
      assertThat(once.hasRows()).isEqualTo(again.hasRows());
    }
    if (again.hasRows()) {
      List<AcceptedRow> accepted = new ArrayList<>();
      again.forEachRow(
          row -> {
            if (row.accepted()) {
              accepted.add(
                  new AcceptedRow(
                      row.row().number(), Objects.requireNonNull(row.uscc()), row.values()));
            }
          });
      assertThat(
              read(key, bytes.toByteArray()).stream()
                  .filter(ReadRow::accepted)
                  .map(row -> new AcceptedRow(row.row(), row.uscc().orElseThrow(), row.values())))
          .containsExactlyElementsOf(accepted);
    }
  }

  private List<String> report(CheckedFile file) throws IOException {
    var json = new ByteArrayOutputStream();
    new ReportWriter().json(file, json);
    var csv = new ByteArrayOutputStream();
    new ReportWriter().csv(file, csv);
    return List.of(
        json.toString(StandardCharsets.UTF_8),
        csv.toString(StandardCharsets.UTF_8),
        workbook(file));
  }

  /** All parts of the workbook but the one that says when it was made. */
  private String workbook(CheckedFile file) throws IOException {
    Path xlsx = folder.resolve("report.xlsx");
    try (OutputStream out = java.nio.file.Files.newOutputStream(xlsx)) {
      new ReportWriter().xlsx(file, out);
    }
    var text = new StringBuilder();
    Workbooks.parts(xlsx)
        .forEach(
            (name, bytes) -> {
              if (!name.equals("docProps/core.xml")) {
                text.append(name).append(new String(bytes, StandardCharsets.UTF_8));
              }
            });
    return text.toString();
  }

  private static List<ReadRow> read(UploadKey key, byte[] rows) throws IOException {
    List<ReadRow> read = new ArrayList<>();
    new RowsReader(Catalogue.load().dataset(key.dataset()).orElseThrow())
        .forEachRow(new ByteArrayInputStream(rows), read::add);
    return read;
  }

  @Test
  void aBlockIsReadWithoutTheRest() throws IOException {
    var text = new StringBuilder("统一社会信用代码,证书编号,资质,认定日期,未通过重新认定\n");
    for (int i = 0; i < 1_200; i++) {
      String kind = i % 100 == 7 ? "many" : "高新技术企业";
      text.append(Files.A + ",HT" + i + "," + kind + ",2025-03-01,否\n");
    }
    text.append("合计,,,,\n");
    var bytes = new ByteArrayOutputStream();
    var writer = new RowsWriter(bytes);
    new FileChecker(Catalogue.load())
        .check(
            CERTIFICATES,
            Files.csv(folder, text.toString()),
            Known.of(Roster.NONE),
            Said.NOTHING,
            writer);
    writer.close();

    List<JsonBlock> blocks = writer.blocks();

    assertThat(blocks.stream().map(JsonBlock::counts))
        .containsExactly(List.of(495, 0, 5, 0), List.of(495, 0, 5, 0), List.of(198, 0, 2, 1));
    JsonBlock last = blocks.get(2);
    byte[] part =
        Arrays.copyOfRange(
            bytes.toByteArray(),
            Math.toIntExact(last.offset()),
            Math.toIntExact(last.offset() + last.length()));
    List<ReadRow> read = read(CERTIFICATES, part);
    assertThat(read).hasSize(201);
    assertThat(read.getFirst().row()).isEqualTo(1_002);
    assertThat(read.getFirst().uscc()).isEqualTo(Optional.of(Files.A));
    assertThat(read.get(7).status()).isEqualTo(RowStatus.REJECTED);
    assertThat(read.get(7).problems().getFirst().found()).isEqualTo("many");
    assertThat(read.get(7).values())
        .doesNotContainKey("kind")
        .containsEntry("validFrom", Value.of(LocalDate.of(2025, 3, 1)));
    assertThat(read.getLast().status()).isEqualTo(RowStatus.NOTE);
    try (var whole = new GZIPInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(new String(whole.readAllBytes(), StandardCharsets.UTF_8).lines()).hasSize(1_201);
    }
  }
}
