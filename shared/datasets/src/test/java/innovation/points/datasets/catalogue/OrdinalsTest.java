package innovation.points.datasets.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Stored scores name datasets, fields and options by number. {@code catalogue/ordinals.txt} is the
 * record of every number ever given: new lines are added at its end, none is changed or removed.
 */
class OrdinalsTest {

  private static final Path RECORD = Path.of("src/test/resources/catalogue/ordinals.txt");

  @Test
  void everyDatasetFieldAndOptionHasTheNumberItWasGiven() throws IOException {
    assertThat(Files.readAllLines(RECORD)).containsAll(ordinals());
  }

  @Test
  void noNumberIsGivenTwice() throws IOException {
    Map<String, String> given = new HashMap<>();
    for (String line : Files.readAllLines(RECORD)) {
      int space = line.lastIndexOf(' ');
      String what = line.substring(0, space);
      String kind = what.split(" ", 2)[0];
      String number = kind.equals("option") ? what.split(" ", 3)[1] : kind;
      String other = given.put(number + line.substring(space), what);
      assertThat(other).as(line).isNull();
    }
  }

  /** The code and the name stand in every dataset and have one number each. */
  private static List<String> ordinals() {
    return Catalogue.load().datasets().stream()
        .flatMap(
            dataset ->
                Stream.concat(
                    Stream.of("dataset " + dataset.id() + " " + dataset.ordinal()),
                    dataset.fields().stream().flatMap(field -> ordinals(dataset, field))))
        .distinct()
        .toList();
  }

  private static Stream<String> ordinals(Dataset dataset, Field field) {
    boolean common = field.ordinal() < 2;
    String name = common ? field.name() : dataset.id() + "." + field.name();
    Stream.Builder<String> all = Stream.builder();
    all.add("field " + name + " " + field.ordinal());
    for (int i = 0; i < field.options().size(); i++) {
      all.add("option " + name + " " + field.options().get(i) + " " + i);
    }
    return all.build();
  }
}
