package innovation.points.ingest.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.FileChecker;
import innovation.points.datasets.checking.Known;
import innovation.points.datasets.checking.Roster;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.reading.header.Said;
import innovation.points.ingest.IntakeEngines;
import innovation.points.scoring.facts.Value;
import innovation.points.store.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadFileTest {

  private static final UploadKey KEY =
      new UploadKey("science", "technology-contracts", 2025, "a.csv");
  private static final Dataset CONTRACTS =
      Catalogue.load().dataset("technology-contracts").orElseThrow();

  @TempDir private Path folder;

  @Test
  void rowsInMemoryAreThoseOfTheFile() throws IOException {
    try (ReadFile read =
        read(
            """
            序号,统一社会信用代码,企业名称,合同编号,合同类型,成交额(万元),对方为高校院所,登记日期
            1,91350100M000100Y43,"甲，乙",HT-1,技术开发,0.10,是,2025-03-01
            2,91350100M000100Y43,"甲，乙",HT-2,技术开发,"1,234.50",否,2025/3/2
            3,91350100M000100Y43,"甲，乙",HT-3,技术开发,-1,否,
            合计,,,,,1234.6,,
            """)) {
      List<AcceptedRow> inMemory = accepted(read.inMemory().orElseThrow());

      assertThat(inMemory)
          .isEqualTo(accepted(ReadFile.of(CONTRACTS, read.file().orElseThrow())))
          .hasSize(2)
          .first()
          .extracting(AcceptedRow::values)
          .isEqualTo(
              Map.of(
                  "name", Value.of("甲，乙"),
                  "contract", Value.of("HT-1"),
                  "kind", Value.of("技术开发"),
                  "amount", Value.of(0.1),
                  "university", Value.of(true),
                  "registeredOn", Value.of(LocalDate.of(2025, 3, 1))));
    }
  }

  @Test
  void manyRowsAreLeftInTheFile() throws IOException {
    String rows =
        IntStream.range(0, 110_000)
            .mapToObj("91350100M000100Y43,HT-A%d,技术开发,1"::formatted)
            .collect(Collectors.joining("\n"));
    try (ReadFile read = read("统一社会信用代码,合同编号,合同类型,成交额(万元)\n" + rows)) {
      assertThat(read.inMemory()).isEmpty();
      assertThat(accepted(read)).hasSize(110_000);
    }
  }

  @Test
  void whatWasJustReadIsHandedOverOnceAndFetchedFromThenOn() throws IOException {
    try (var engines = new IntakeEngines();
        ReadFile read = read("统一社会信用代码,合同编号,合同类型,成交额(万元)\n91350100M000100Y43,HT-1,技术开发,1\n")) {
      String bucket = engines.settings.bucket();
      var files =
          new ReadFiles(
              engines.bucket.client(),
              bucket,
              new Settings(engines.dynamoDb(), engines.settings.scoresTable()),
              new Sayings(engines.bucket.client(), bucket));

      files.hold(KEY.key(), "v1", read.inMemory().orElseThrow());
      assertThat(files.find(KEY, "v2")).isEmpty();
      assertThat(files.find(KEY, "v1").flatMap(ReadFile::rows)).isEqualTo(read.rows());
      assertThat(files.find(KEY, "v1")).isEmpty();

      files.keep(KEY.key(), "v1", read, List.of());
      try (ReadFile fetched = files.find(KEY, "v1").orElseThrow()) {
        assertThat(fetched.rows()).isEmpty();
        assertThat(accepted(fetched)).isEqualTo(read.rows().orElseThrow());
        assertThat(fetched.bytes()).isEqualTo(read.bytes());
      }
    }
  }

  private ReadFile read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), text);
    try (var rows = new ReadFileWriter(CONTRACTS)) {
      new FileChecker(Catalogue.load()).check(KEY, file, Known.of(Roster.NONE), Said.NOTHING, rows);
      return rows.end();
    }
  }

  private static List<AcceptedRow> accepted(ReadFile file) throws IOException {
    var rows = new ArrayList<AcceptedRow>();
    file.forEachAccepted(rows::add);
    return rows;
  }
}
