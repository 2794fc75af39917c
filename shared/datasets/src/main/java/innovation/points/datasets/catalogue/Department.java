package innovation.points.datasets.catalogue;

/**
 * A department that reports data, as {@code datasets/departments.json} declares it.
 *
 * @param id as in the keys of its files and in its members' tokens, {@code tax}
 * @param name in Chinese, {@code 税务局}
 */
public record Department(String id, String name) {

  public Department {
    if (!id.matches("[a-z]+")) {
      throw new IllegalArgumentException(
          "expected a department's id of small letters, found " + id);
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "expected a name of the department " + id + ", found none");
    }
  }
}
