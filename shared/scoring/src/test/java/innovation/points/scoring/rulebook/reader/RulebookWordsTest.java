package innovation.points.scoring.rulebook.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Who reads how a rulebook differs reads no word of its language. */
class RulebookWordsTest {

  /** What stands in cases alone, which are not compared. */
  private static final Set<String> OF_CASES = Set.of("case", "cases");

  @Test
  void everyKeyThatIsComparedHasAName() throws IOException {
    try (InputStream schema =
        RulebookWordsTest.class.getResourceAsStream("/rulebook.schema.json")) {
      var keys = new TreeSet<String>();
      collect(new Yaml().load(schema), keys);
      assertThat(keys).hasSizeGreaterThan(80);
      keys.removeAll(RulebookDifferences.NOT_COMPARED);
      keys.removeAll(RulebookDifferences.WORDS.keySet());
      keys.removeAll(Extension.SECTIONS.keySet());
      assertThat(keys).containsExactly("curve");
    }
  }

  private static void collect(Object node, Set<String> keys) {
    if (node instanceof Map<?, ?> mapping) {
      mapping.forEach(
          (key, value) -> {
            if (key.equals("properties") && value instanceof Map<?, ?> properties) {
              properties.keySet().stream()
                  .map(String::valueOf)
                  .filter(one -> !OF_CASES.contains(one))
                  .forEach(keys::add);
            }
            if (!OF_CASES.contains(String.valueOf(key))) {
              collect(value, keys);
            }
          });
    } else if (node instanceof Collection<?> list) {
      list.forEach(one -> collect(one, keys));
    }
  }
}
