package innovation.points.datasets.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The datasets and the departments that report them, read from {@code datasets/}: {@code index}
 * names the datasets in order, {@code *.schema.json} describes each, {@code departments.json}
 * declares the departments. Immutable and thread-safe.
 */
public final class Catalogue {

  private final Map<String, Dataset> datasets;
  private final Map<String, Department> departments;

  private Catalogue(Map<String, Dataset> datasets, Map<String, Department> departments) {
    this.datasets = datasets;
    this.departments = departments;
  }

  private static final class Holder {
    static final Catalogue CATALOGUE = read();
  }

  /** The catalogue; read once. */
  public static Catalogue load() {
    return Holder.CATALOGUE;
  }

  /** Whether the catalogue declares a department with an id; read when it is first asked. */
  public static boolean isDepartment(String id) {
    return load().department(id).isPresent();
  }

  private static Catalogue read() {
    Map<String, Department> departments = departments(Resources.text("departments.json"));
    Map<String, Dataset> datasets = new LinkedHashMap<>();
    for (String id : Resources.text("index").lines().toList()) {
      Dataset dataset = SchemaReader.read(id, Resources.text(id + ".schema.json"));
      if (!departments.containsKey(dataset.owner())) {
        throw new IllegalStateException(
            "dataset %s: expected an owner that departments.json declares, found %s"
                .formatted(id, dataset.owner()));
      }
      datasets.put(id, dataset);
    }
    return new Catalogue(datasets, departments);
  }

  private static Map<String, Department> departments(String json) {
    Map<String, Department> departments = new LinkedHashMap<>();
    try {
      for (JsonNode declared : JsonTree.read(json)) {
        var department =
            new Department(
                declared.path("id").asText(),
                declared.path("name").asText(),
                declared.path("en").asText(),
                person(declared.path("contact")),
                person(declared.path("deputy")));
        if (departments.put(department.id(), department) != null) {
          throw new IllegalStateException(
              "departments.json: expected each id once, found %s twice".formatted(department.id()));
        }
      }
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("departments.json: not JSON", e);
    }
    return departments;
  }

  private static Department.Person person(JsonNode declared) {
    return new Department.Person(
        declared.path("name").asText(), declared.path("telephone").asText());
  }

  /**
   * The same with a zone's own departments and datasets.
   *
   * @param changed departments by whom those of the same id are replaced, or that it has besides
   * @param forms datasets by which those of the same id are replaced, or that it has besides
   */
  public Catalogue with(List<Department> changed, List<Dataset> forms) {
    var allDepartments = new LinkedHashMap<>(departments);
    changed.forEach(department -> allDepartments.put(department.id(), department));
    var allDatasets = new LinkedHashMap<>(datasets);
    forms.forEach(form -> allDatasets.put(form.id(), form));
    return new Catalogue(allDatasets, allDepartments);
  }

  /** All datasets, in the order of the contract. */
  public List<Dataset> datasets() {
    return List.copyOf(datasets.values());
  }

  /** The dataset with an id, if there is one. */
  public Optional<Dataset> dataset(String id) {
    return Optional.ofNullable(datasets.get(id));
  }

  /** All departments, in the order in which they are declared. */
  public List<Department> departments() {
    return List.copyOf(departments.values());
  }

  /** The department with an id, if there is one. */
  public Optional<Department> department(String id) {
    return Optional.ofNullable(departments.get(id));
  }

  /**
   * The name of a department.
   *
   * @throws IllegalArgumentException where there is no such department
   */
  public String departmentName(String id) {
    return department(id)
        .map(Department::name)
        .orElseThrow(() -> new IllegalArgumentException("expected a department's id, found " + id));
  }
}
