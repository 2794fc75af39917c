package innovation.points.datasets.catalogue;

/**
 * A department that reports data, as {@code datasets/departments.json} declares it.
 *
 * @param id as in the keys of its files and in its members' tokens, {@code tax}
 * @param name in Chinese, {@code 税务局}
 * @param en its name in English
 */
public record Department(String id, String name, String en) {

  public Department {
    if (!id.matches("[a-z]+")) {
      throw new IllegalArgumentException(
          "expected a department's id of small letters, found " + id);
    }
    if (name.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "expected a Chinese and an English name of the department %s, found \"%s\" and \"%s\""
              .formatted(id, name, en));
    }
  }
}
