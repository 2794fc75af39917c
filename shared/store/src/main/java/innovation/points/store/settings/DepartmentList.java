package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Department;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * {@code departments.json}: who answers for the departments' data, and until when it is due.
 *
 * @param departments each that owns a dataset of the catalogue, once, and any that the zone has
 *     besides
 */
@JsonPropertyOrder({"departments"})
public record DepartmentList(List<Reporting> departments) {

  /** As long as the zone sets nothing: the catalogue's own. */
  public static final DepartmentList OWN =
      new DepartmentList(
          Catalogue.load().departments().stream().map(DepartmentList::reporting).toList());

  /**
   * A department.
   *
   * @param due until when files of a year are delivered in the year after it, {@code 04-30}, by
   *     dataset
   */
  @JsonPropertyOrder({"id", "name", "en", "contact", "deputy", "due"})
  public record Reporting(
      String id, String name, String en, Contact contact, Contact deputy, Map<String, String> due) {
    public Reporting {
      due = new TreeMap<>(due);
    }

    Department department() {
      return new Department(
          id,
          name,
          en,
          new Department.Person(contact.name(), contact.telephone()),
          new Department.Person(deputy.name(), deputy.telephone()));
    }
  }

  /** A person of a department. */
  @JsonPropertyOrder({"name", "telephone"})
  public record Contact(String name, String telephone) {}

  /**
   * A list.
   *
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public DepartmentList {
    departments = List.copyOf(departments);
    List<String> problems = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Reporting one : departments) {
      if (!isId(one.id()) || !ids.add(one.id())) {
        problems.add("部门 %s 应只列一次，代号为 2 至 30 个小写字母，不为 public 或 enterprise".formatted(one.id()));
        continue;
      }
      if (one.name().isBlank() || one.name().length() > 40 || one.en().isBlank()) {
        problems.add("部门 %s 应有中文名称（最多 40 字）和英文名称".formatted(one.id()));
      }
      person(one.id(), "contact", one.contact(), problems);
      person(one.id(), "deputy", one.deputy(), problems);
      one.due().forEach((dataset, day) -> due(one.id(), dataset, day, problems));
    }
    Catalogue.load().datasets().stream()
        .map(Dataset::owner)
        .distinct()
        .filter(owner -> !ids.contains(owner))
        .forEach(owner -> problems.add("缺少部门 " + owner));
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }

  private static boolean isId(String id) {
    return id.matches("[a-z]{2,30}") && !Dataset.isNoDepartment(id);
  }

  private static void person(
      String department, String role, Contact person, List<String> problems) {
    if (person.name().isBlank() || !person.telephone().matches("[0-9-]{7,20}")) {
      problems.add(
          "部门 %s 的 %s 应有姓名和电话（如 0373-0000001），收到：%s、%s"
              .formatted(department, role, person.name(), person.telephone()));
    }
  }

  private static void due(String department, String dataset, String day, List<String> problems) {
    boolean own =
        Catalogue.load().dataset(dataset).filter(d -> d.owner().equals(department)).isPresent();
    if (!own) {
      problems.add("部门 %s 不报送数据集 %s".formatted(department, dataset));
    }
    try {
      MonthDay.parse("--" + day);
    } catch (DateTimeException _) {
      problems.add("数据集 %s 的报送截止日应为月-日（如 04-30），收到：%s".formatted(dataset, day));
    }
  }

  private static Reporting reporting(Department department) {
    Map<String, String> due = new TreeMap<>();
    for (Dataset dataset : Catalogue.load().datasets()) {
      if (dataset.owner().equals(department.id())) {
        dataset.due().ifPresent(day -> due.put(dataset.id(), day.toString().substring(2)));
      }
    }
    return new Reporting(
        department.id(),
        department.name(),
        department.en(),
        new Contact(department.contact().name(), department.contact().telephone()),
        new Contact(department.deputy().name(), department.deputy().telephone()),
        due);
  }

  /** The catalogue with these departments and days. */
  Catalogue in(Catalogue catalogue) {
    List<Dataset> due = new ArrayList<>();
    for (Reporting department : departments) {
      department
          .due()
          .forEach(
              (id, day) ->
                  catalogue
                      .dataset(id)
                      .map(dataset -> dataset.dueOn(MonthDay.parse("--" + day)))
                      .ifPresent(due::add));
    }
    return catalogue.with(departments.stream().map(Reporting::department).toList(), due);
  }
}
