package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.FurtherDataset;
import innovation.points.store.table.StoredJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code datasets/{dataset}.json}: a dataset that the zone has besides those of the catalogue.
 *
 * @param schema its Frictionless Table Schema
 */
@JsonPropertyOrder({"dataset", "schema"})
public record ZoneDataset(String dataset, Map<String, Object> schema) {

  private static final TypeReference<Map<String, Object>> SCHEMA = new TypeReference<>() {};

  /**
   * A dataset.
   *
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public ZoneDataset {
    schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    FurtherDataset.read(dataset, StoredJson.write(schema));
  }

  /** What to start from. */
  static ZoneDataset draft(String dataset) {
    return new ZoneDataset(dataset, StoredJson.read(FurtherDataset.draft(dataset), SCHEMA));
  }

  /** As the catalogue has datasets. */
  public Dataset read() {
    return FurtherDataset.read(dataset, StoredJson.write(schema));
  }
}
