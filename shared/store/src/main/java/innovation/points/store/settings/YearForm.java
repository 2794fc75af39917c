package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.type.TypeReference;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.FormOfYear;
import innovation.points.store.table.StoredJson;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code catalogue/{year}/{dataset}.json}: the form of a dataset for the files of one year.
 *
 * @param schema the Frictionless Table Schema of the form
 */
@JsonPropertyOrder({"year", "dataset", "schema"})
public record YearForm(int year, String dataset, Map<String, Object> schema) {

  private static final TypeReference<Map<String, Object>> SCHEMA = new TypeReference<>() {};

  /**
   * A form.
   *
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public YearForm {
    schema = Collections.unmodifiableMap(new LinkedHashMap<>(schema));
    FormOfYear.read(dataset, StoredJson.write(schema));
  }

  /** The form as long as the zone sets none: the catalogue's own. */
  static YearForm own(int year, String dataset) {
    String schema = Catalogue.load().dataset(dataset).orElseThrow().schema();
    return new YearForm(year, dataset, StoredJson.read(schema, SCHEMA));
  }

  /** The dataset as the form has it. */
  Dataset form() {
    return FormOfYear.read(dataset, StoredJson.write(schema));
  }
}
