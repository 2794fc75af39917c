package innovation.points.datasets.catalogue;

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

  /** The departments as people call them. */
  private static final Map<String, String> DEPARTMENTS =
      Map.of(
          "science", "科学技术局",
          "tax", "税务局",
          "commerce", "商务局",
          "hr", "人力资源和社会保障局",
          "market", "市场监督管理局",
          "finance", "金融工作局",
          "ecology", "生态环境局",
          "emergency", "应急管理局");

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

  /**
   * A department as people call it.
   *
   * @throws IllegalArgumentException where no dataset is its own
   */
  public String departmentTitle(String id) {
    String title = DEPARTMENTS.get(id);
    if (title == null) {
      throw new IllegalArgumentException("expected a department's id, found " + id);
    }
    return title;
  }

  /** The department ids, in the order in which the catalogue names them. */
  public List<String> departments() {
    return datasets.values().stream().map(Dataset::owner).distinct().toList();
  }
}
