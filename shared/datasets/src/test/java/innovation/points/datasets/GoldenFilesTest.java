package innovation.points.datasets;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.checking.AcceptedRow;
import innovation.points.datasets.checking.CheckedFile;
import innovation.points.datasets.checking.Roster;
import innovation.points.scoring.facts.Value;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of the zone whose answers are known. */
class GoldenFilesTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "science/enterprises, enterprises-2025.csv, 120",
    "tax/operations, operations-2025.csv, 118",
    "hr/workforce, workforce-2025.csv, 116",
    "market/credit, credit-2025.csv, 104",
    "science/technology-contracts, technology-contracts-2025.csv, 161",
    "science/innovation-records, innovation-records-2025.csv, 94",
    "science/qualifications, qualifications-2025.csv, 42",
    "science/stage-history, stage-history-2025.csv, 133",
  })
  void goldenFilesAreAcceptedWhole(String place, String name, int rows) {
    CheckedFile file =
        Files.check(
            Files.key("uploads/" + place + "/2025/" + name),
            Files.resource(folder, "/golden/" + place + "/" + name),
            Roster.NONE);

    assertThat(Files.messages(file.problems())).isEmpty();
    assertThat(file.status()).isEqualTo(CheckedFile.Status.ACCEPTED);
    assertThat(file.rows()).isEqualTo(rows);
    assertThat(Files.accepted(file)).hasSize(rows);
  }

  @Test
  void valuesCarryTheirTypesAndRows() {
    CheckedFile file =
        Files.check(
            Files.key("uploads/science/qualifications/2025/qualifications-2025.csv"),
            Files.resource(folder, "/golden/science/qualifications/qualifications-2025.csv"),
            Roster.NONE);

    assertThat(Files.accepted(file).getFirst())
        .isEqualTo(
            new AcceptedRow(
                2,
                "91410700WHF8W4N400",
                Map.of(
                    "name", Value.of("新乡市泰00019有限公司"),
                    "certificate", Value.of("ZS2025-000580"),
                    "kind", Value.of("制造业单项冠军"),
                    "validFrom", Value.of(LocalDate.of(2025, 4, 21)),
                    "validTo", Value.of(LocalDate.of(2028, 4, 21)),
                    "lapsed", Value.of(false))));
  }
}
