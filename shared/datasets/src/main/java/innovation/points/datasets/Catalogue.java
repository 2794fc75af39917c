package innovation.points.datasets;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The datasets, read from their schemas in {@code datasets/*.schema.json}. Immutable, so safe for
 * any number of threads.
 */
public final class Catalogue {

  private static final List<String> IDS =
      List.of(
          "enterprises",
          "operations",
          "trade",
          "workforce",
          "intellectual-property",
          "investment",
          "credit",
          "environment",
          "safety",
          "technology-contracts",
          "innovation-records",
          "qualifications",
          "stage-history");

  private final Map<String, Dataset> datasets;

  private Catalogue(Map<String, Dataset> datasets) {
    this.datasets = datasets;
  }

  private static final class Holder {
    static final Catalogue CATALOGUE = read();
  }

  /** The catalogue; read once. */
  public static Catalogue load() {
    return Holder.CATALOGUE;
  }

  private static Catalogue read() {
    Map<String, Dataset> datasets = new LinkedHashMap<>();
    for (String id : IDS) {
      datasets.put(id, SchemaReader.read(id, resource(id)));
    }
    return new Catalogue(datasets);
  }

  private static String resource(String id) {
    String name = "/datasets/" + id + ".schema.json";
    try (InputStream in = Catalogue.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("expected the resource " + name + ", found none");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All datasets, in the order of the contract. */
  public List<Dataset> datasets() {
    return List.copyOf(datasets.values());
  }

  /** The dataset of that id, if there is one. */
  public Optional<Dataset> dataset(String id) {
    return Optional.ofNullable(datasets.get(id));
  }

  /** The department ids, in the order in which the catalogue names them. */
  public List<String> departments() {
    return datasets.values().stream().map(Dataset::owner).distinct().toList();
  }
}
