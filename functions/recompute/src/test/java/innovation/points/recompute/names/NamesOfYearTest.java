package innovation.points.recompute.names;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.store.names.NameIndex;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.names.NameLine;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.table.MeteredClient;
import innovation.points.testkit.ZoneTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.DoubleAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index of names that a run writes. */
class NamesOfYearTest {

  private final ZoneTables tables = new ZoneTables();
  private final DoubleAdder written = new DoubleAdder();
  private final NameIndexes indexes =
      new NameIndexes(
          new MeteredClient(
              tables.client(),
              new MeteredClient.Meter() {
                @Override
                public void read(double units) {
                  // Not looked at.
                }

                @Override
                public void written(double units) {
                  written.add(units);
                }
              }),
          tables.scores());

  @Test
  void anIndexIsWrittenOnlyWhereNamesChanged() {
    NameIndex first = index("g1", "长垣若木有限公司", "新乡厦门路桥");
    assertThat(indexes.names(first, Set.of(0)).get(0))
        .containsExactly(
            new NameLine(
                "914107000000000001",
                "长垣若木有限公司",
                List.of(
                    List.of("zhang", "chang"),
                    List.of("yuan"),
                    List.of("ruo", "re"),
                    List.of("mu"))),
            new NameLine(
                "914107000000000002",
                "新乡厦门路桥",
                List.of(
                    List.of("xin"),
                    List.of("xiang"),
                    List.of("sha", "xia"),
                    List.of("men"),
                    List.of("lu", "luo"),
                    List.of("qiao"))));
    assertThat(indexes.keys(first, Set.of(0)).get(0))
        .containsEntry("n若木", new int[] {0})
        .containsEntry("^新乡", new int[] {1})
        .containsEntry("pcha", new int[] {0})
        .containsEntry("ixm", new int[] {1})
        .containsEntry("c410", new int[] {0, 1});

    written.reset();
    assertThat(index("g2", "长垣若木有限公司", "新乡厦门路桥")).isEqualTo(first);
    assertThat(written.sum()).as("which index it is, and nothing else").isEqualTo(1);

    assertThat(index("g3", "长垣若木有限公司", "新乡厦门桥梁")).isNotEqualTo(first);
    assertThat(indexes.of("g1")).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource({"女, nv", "重, zhong chong tong", "A, a", "𠮷, 𠮷", "龘, da"})
  void aCharacterHasItsReadingsOrItself(String character, String readings) {
    assertThat(Pinyin.readings(character).getFirst()).startsWith(readings.split(" ", -1));
  }

  private NameIndex index(String generation, String... names) {
    var entries = new ArrayList<RankingEntry>();
    for (int i = 0; i < names.length; i++) {
      entries.add(
          new RankingEntry(
              new RankingEntry.Place(i + 1, i + 1),
              "91410700000000000" + (i + 1),
              names[i],
              "growth",
              null,
              null,
              null,
              50));
    }
    NamesOfYear.index(indexes, generation, entries.iterator());
    return indexes.of(generation);
  }
}
