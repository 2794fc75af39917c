package innovation.points.store.reminders;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.catalogue.Sha256;
import innovation.points.person.Person;
import innovation.points.store.mail.Mail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The mail that reminds a department of what it owes. */
final class ReminderMail {

  private static final int DIGITS = 12;

  private ReminderMail() {}

  /**
   * The mail.
   *
   * @param duties of one department
   * @param by the system, or who reminds by hand
   */
  static Mail of(
      String department, List<Duty> duties, Catalogue catalogue, Person by, LocalDate today) {
    List<Duty> datasets = duties.stream().filter(one -> !one.isQuestions()).toList();
    List<Duty> questions = duties.stream().filter(Duty::isQuestions).toList();
    String name = title(department, catalogue);
    String owed =
        Stream.of(
                datasets.isEmpty() ? "" : "%d 个数据集待报送".formatted(datasets.size()),
                questions.isEmpty() ? "" : "%d 件问题待答复".formatted(count(questions)))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("，"));
    var lines = new ArrayList<String>();
    lines.add(name + catalogue.department(department).map(ReminderMail::persons).orElse("") + "：");
    section(lines, "待报送的数据", datasets, today);
    section(lines, "待答复的问题", questions, today);
    lines.add("");
    if (!datasets.isEmpty()) {
      lines.add("请在门户“数据报送”页报送：/uploads?year=%d".formatted(datasets.getFirst().year()));
    }
    if (!questions.isEmpty()) {
      lines.add("请在门户“异议与问题”页办理：/questions?year=%d".formatted(questions.getFirst().year()));
    }
    lines.add("催报：%s".formatted(by.name()));
    String text = String.join("\n", lines);
    String digest = Sha256.hex(text).substring(0, DIGITS);
    return new Mail(
        "reminder/%s/%s/%s".formatted(department, today, digest),
        department,
        "催报：%s %s".formatted(name, owed),
        text);
  }

  static String title(String department, Catalogue catalogue) {
    return department.equals(Mail.BUREAU) ? "区科学技术局" : catalogue.departmentName(department);
  }

  private static String persons(Department department) {
    return "（联系人 %s %s，代理人 %s %s）"
        .formatted(
            department.contact().name(),
            department.contact().telephone(),
            department.deputy().name(),
            department.deputy().telephone());
  }

  /** How many questions they are. */
  static int count(List<Duty> questions) {
    return questions.stream().mapToInt(Duty::count).sum();
  }

  private static void section(
      List<String> lines, String title, List<Duty> duties, LocalDate today) {
    if (!duties.isEmpty()) {
      lines.add("");
      lines.add(title);
      duties.forEach(one -> lines.add(one.line(today)));
    }
  }
}
