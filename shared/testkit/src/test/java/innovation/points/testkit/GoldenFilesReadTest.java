package innovation.points.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Uscc;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class GoldenFilesReadTest {

  @Test
  void goldenZoneIsInTheFactsTableAsTheIntakeWouldPutIt() throws IOException {
    var zone = new FactsZone(new ZoneTables());

    GoldenZone.readInto(zone.facts());

    var enterprises = new HashSet<String>();
    zone.facts().scan(0, 1, enterprise -> enterprises.add(enterprise.uscc()));
    assertThat(enterprises).hasSize(120);
    assertThat(GoldenZone.keys()).isNotEmpty().isSorted();
    for (String key : GoldenZone.keys()) {
      assertThat(GoldenZone.file(key)).exists();
    }
  }

  @Test
  void codesEndWithTheirCheckCharacter() {
    assertThat(List.of(Usccs.checked("91350100M000100Y4"), Usccs.checked("91440300192203821")))
        .containsExactly("91350100M000100Y43", "914403001922038216");
    assertThat(List.of(Usccs.of(0), Usccs.of(9_999_999))).allMatch(Uscc::isValid);
    assertThat(Usccs.of(1)).isNotEqualTo(Usccs.of(2));
  }
}
