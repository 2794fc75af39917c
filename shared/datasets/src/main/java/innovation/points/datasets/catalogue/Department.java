package innovation.points.datasets.catalogue;

/**
 * A department that reports data, as {@code datasets/departments.json} declares it.
 *
 * @param id as in the keys of its files and in its members' tokens, {@code tax}
 * @param name in Chinese, {@code 税务局}
 * @param en its name in English
 * @param contact who answers for its data
 * @param deputy who does while the contact is away
 */
public record Department(String id, String name, String en, Person contact, Person deputy) {

  /**
   * A person of a department.
   *
   * @param telephone as it is dialled, {@code 0373-0000001}
   */
  public record Person(String name, String telephone) {
    public Person {
      if (name.isBlank() || !telephone.matches("[0-9-]{7,20}")) {
        throw new IllegalArgumentException(
            "expected a name and a telephone number, found \"%s\" and \"%s\""
                .formatted(name, telephone));
      }
    }
  }

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
