package innovation.points.scoring.plan;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.scoring.RandomEnterprises;
import innovation.points.scoring.diagnostics.sample.Alternative;
import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Scoring gives what the engine gave that interpreted the rulebook enterprise by enterprise and was
 * replaced by the plan (decision 18): its results on random zones are recorded in {@code
 * engine/recorded.txt}, a line a rulebook and seed, a digest a block of {@link ZoneRecord#BLOCK}
 * enterprises. {@code -Drecord=true} writes the file anew, which only a change of the rules
 * justifies.
 */
class RecordedZonesTest {
  private static final Path FILE = Path.of("src/test/resources/engine/recorded.txt");
  private static final long[] SEEDS = {1, 2, 3, 4};
  private static final int BLOCKS = 10;

  @Test
  void givesWhatWasRecordedToTheLastBitAndCharacter() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, Rulebook> one : rulebooks().entrySet()) {
      for (long seed : SEEDS) {
        lines.add(line(one.getKey(), one.getValue(), seed));
      }
    }
    if (Boolean.getBoolean("record")) {
      Files.write(FILE, lines);
    }
    assertThat(lines).isEqualTo(Files.readAllLines(FILE));
  }

  private static String line(String name, Rulebook rulebook, long seed) {
    StringBuilder line = new StringBuilder(name).append(' ').append(seed);
    ZoneRecord zone = new ZoneRecord(rulebook, seed);
    for (int block = 0; block < BLOCKS; block++) {
      line.append(' ').append(zone.next());
    }
    return line.toString();
  }

  /** The built-in one, those of its alternatives that were recorded, and those of other places. */
  private static Map<String, Rulebook> rulebooks() throws IOException {
    Set<String> recorded =
        Files.readAllLines(FILE).stream()
            .map(line -> line.substring(0, line.indexOf(' ')))
            .collect(Collectors.toSet());
    Map<String, Rulebook> all = new LinkedHashMap<>();
    all.put(RandomEnterprises.RULEBOOK.id(), RandomEnterprises.RULEBOOK);
    Alternative.of(RandomEnterprises.RULEBOOK).stream()
        .filter(one -> recorded.contains(one.id()))
        .forEach(one -> all.put(one.id(), one.rulebook()));
    Rulebooks.proposed().stream()
        .filter(one -> recorded.contains(one.id()))
        .forEach(one -> all.put(one.id(), one));
    String other = Files.readString(Path.of("src/test/resources/rulebooks/other-place.yaml"));
    all.put("other-place", RulebookLoader.read("other-place", other));
    return all;
  }
}
