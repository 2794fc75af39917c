package innovation.points.recompute.segment;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.datasets.catalogue.Shape;
import innovation.points.store.facts.Contribution;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.facts.ZoneState;
import innovation.points.store.run.Manifest.Input;
import innovation.points.store.run.Manifest.Inputs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions of files that the facts of a run came from: those that were read, whatever a list
 * says is in force. Not thread-safe.
 */
public final class FilesRead {

  private final Map<FileVersion, Tally> tallies = new HashMap<>();

  private record Tally(long rows, int enterprises) {
    Tally and(Tally other) {
      return new Tally(rows + other.rows, enterprises + other.enterprises);
    }
  }

  /** What the files say of one enterprise on the roster. */
  void add(Collection<Contribution> contributions) {
    for (Contribution one : contributions) {
      tallies.merge(one.file(), new Tally(one.rows().size(), 1), Tally::and);
    }
  }

  /** What was read of other enterprises. */
  public void add(List<Input> inputs) {
    for (Input input : inputs) {
      tallies.merge(
          new FileVersion(input.key(), input.version(), input.uploadedAt()),
          new Tally(input.rows(), input.enterprises()),
          Tally::and);
    }
  }

  /** All, by key and version. */
  public List<Input> inputs() {
    var inputs = new ArrayList<Input>();
    tallies.forEach(
        (file, tally) ->
            inputs.add(
                new Input(
                    file.key(),
                    file.version(),
                    file.uploadedAt(),
                    tally.rows(),
                    tally.enterprises())));
    inputs.sort(Comparator.comparing(Input::key).thenComparing(Input::version));
    return inputs;
  }

  /** Those of some whose facts can count in a year. */
  public static List<Input> counting(List<Input> inputs, int year) {
    return inputs.stream()
        .filter(
            input ->
                counts(new FileVersion(input.key(), input.version(), input.uploadedAt()), year))
        .toList();
  }

  /** The inputs in figures. */
  public static Inputs summary(int year, List<Input> inputs, ZoneState zone) {
    var delivered = new TreeMap<Integer, List<String>>();
    for (int each : List.of(year - 1, year)) {
      var datasets = zone.deliveries().datasets().get(each);
      delivered.put(each, datasets == null ? List.of() : datasets.stream().sorted().toList());
    }
    return new Inputs(
        inputs.size(), inputs.stream().mapToLong(Input::rows).sum(), digest(inputs), delivered);
  }

  /**
   * Rules §3: figures count from the files of the year and earlier ones, line items from those of
   * every year, except the ones that belong to the year of their file.
   */
  private static boolean counts(FileVersion file, int year) {
    Dataset dataset = Catalogue.load().dataset(file.dataset()).orElseThrow();
    if (dataset.shape() == Shape.LINE_ITEMS) {
      return !dataset.keyedByYear() || file.year() == year;
    }
    return file.year() <= year;
  }

  private static String digest(List<Input> inputs) {
    MessageDigest digest = Sha256.begin();
    for (Input input : inputs) {
      String line = input.key() + "\n" + input.version() + "\n";
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
