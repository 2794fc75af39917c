package innovation.points.lookup.completeness;

import static org.assertj.core.api.Assertions.assertThat;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.lookup.completeness.Arrivals.Arrival;
import innovation.points.lookup.completeness.DepartmentLeague.Asked;
import innovation.points.lookup.completeness.DepartmentLeague.Datasets;
import innovation.points.lookup.completeness.DepartmentLeague.Figure;
import innovation.points.lookup.completeness.DepartmentLeague.Standing;
import innovation.points.person.Person;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.questions.QuestionStep;
import innovation.points.store.questions.QuestionStep.Outcome;
import innovation.points.store.settings.Settings;
import innovation.points.testkit.ZoneTables;
import innovation.points.web.time.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Departments in the order of how they deliver and answer, and quarters beside each other. */
class DepartmentLeagueTest {

  private static final Person LI = new Person("sub-li", "李敏", "bureau", null);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  private final Catalogue catalogue = Catalogue.load();
  private final List<AskedQuestion> questions = new ArrayList<>();

  @Test
  void whatIsWithADepartmentIsCounted() {
    // On time and answered after one working day, over a weekend; closed by itself.
    asked("tax", "2026-04-03", answered("2026-04-06", "2026-04-20"));
    // Answered after three working days, and agreed.
    asked("tax", "2026-04-07", answered("2026-04-10", "2026-04-24"), closed("2026-04-13"));
    // Given late: three days from then.
    asked("tax", "2026-04-01", assigned("2026-05-06", "tax"), answered("2026-05-11", "2026-06-20"));
    asked("tax", "2026-05-01");
    // The year before, and another department.
    asked("tax", "2025-05-01", answered("2025-05-06", "2025-05-20"));
    asked("hr", "2026-03-01");

    Standing tax = standing("tax");
    assertThat(tax.questions()).isEqualTo(new Asked(1, 1, 1, 3, 0.6, 3.0));
    assertThat(tax.quarter().asked()).isEqualTo(new Figure(4, 0, 1, null, 3.0));
    assertThat(tax.quarter().answered()).isEqualTo(new Figure(3, 0, 1, null, 2.0));
    assertThat(tax.quarter().closed()).isEqualTo(new Figure(2, 0, 1, null, 1.0));
    assertThat(league().zone().asked()).isEqualTo(new Figure(4, 1, 1, 3.0, 3.0));
  }

  @Test
  void monthsStandBesideTheMonthAndTheYearBefore() {
    asked("tax", "2025-05-03", answered("2025-05-20", "2025-06-03"));
    asked("tax", "2026-04-03", answered("2026-04-06", "2026-04-20"));
    asked("tax", "2026-05-06", answered("2026-06-01", "2026-06-15"));
    asked("tax", "2026-05-07");

    MonthlyFigures year = MonthlyFigures.of(2026, questions, TODAY);
    assertThat(year.items())
        .hasSize(18)
        .last()
        .extracting(MonthlyFigures.Month::month)
        .isEqualTo("2026-06");
    MonthlyFigures.Month may = year.items().get(12);
    assertThat(may)
        .isEqualTo(
            new MonthlyFigures.Month(
                "2026-05",
                "grid",
                new MonthlyFigures.Figure(2, 1, 1, 1.0, 1.0),
                new MonthlyFigures.Figure(0, 1, 1, -1.0, -1.0),
                new MonthlyFigures.Figure(0, 1, 0, -1.0, null),
                new MonthlyFigures.Figure(2, 0, 0, null, null)));
    assertThat(year.items().get(13).asked().value()).as("hotline").isZero();
    assertThat(year.table().titles()).hasSize(14);
  }

  @Test
  void whoIsOnTimeAndClosesMoreComesFirst() {
    asked("hr", "2026-05-01");
    asked("commerce", "2026-05-20");

    List<Standing> items =
        league(
                arrival("tax", true, true),
                arrival("hr", true, false),
                arrival("commerce", true, false),
                arrival("finance", false, true))
            .items();
    assertThat(items).extracting(Standing::department).startsWith("commerce", "hr");
    assertThat(items).extracting(Standing::place).containsExactly(1, 2, 3, 4);
    assertThat(items.get(2).datasets()).isEqualTo(new Datasets(1, 0, 1, 0, 0));
  }

  @Test
  void quartersFollowEachOther() {
    assertThat(Quarter.of("2026-Q1").before()).hasToString("2025-Q4");
    assertThat(Quarter.of("2026-Q3").before()).hasToString("2026-Q2");
    assertThat(Quarter.of("2026-Q3").yearBefore()).hasToString("2025-Q3");
    assertThat(Quarter.of(LocalDate.of(2026, 9, 30))).hasToString("2026-Q3");
    assertThat(Quarter.of("2026-Q4").has(LocalDate.of(2026, 10, 1))).isTrue();
    assertThat(Quarter.of("2026-Q4").has(LocalDate.of(2025, 10, 1))).isFalse();
  }

  private Standing standing(String department) {
    return league().items().stream()
        .filter(one -> one.department().equals(department))
        .findFirst()
        .orElseThrow();
  }

  private DepartmentLeague league(Arrival... arrivals) {
    var tables = new ZoneTables();
    return DepartmentLeague.of(
        2025,
        Quarter.of("2026-Q2"),
        catalogue,
        List.of(arrivals),
        List.of(),
        questions,
        new Settings(tables.client(), tables.scores()).workingDays(),
        Map.of(),
        TODAY);
  }

  private Arrival arrival(String owner, boolean delivered, boolean late) {
    var department = catalogue.department(owner).orElseThrow();
    return new Arrival(
        "d",
        "d",
        owner,
        department.name(),
        department.contact(),
        department.deputy(),
        TODAY,
        delivered,
        delivered ? TODAY : null,
        late,
        List.of(),
        0);
  }

  private void asked(String department, String day, QuestionStep... steps) {
    questions.add(
        new AskedQuestion(
            "2025-" + questions.size(),
            2025,
            null,
            "914107000000000001",
            null,
            null,
            new AskedQuestion.About(QuestionKind.GRID, null, "网格走访发现"),
            List.of(department),
            "有误",
            null,
            null,
            List.of(),
            LI,
            noon(day),
            LocalDate.parse(day).plusDays(14),
            new PartStanding(null, null, List.of()),
            Arrays.asList(steps)));
  }

  private static QuestionStep assigned(String day, String department) {
    return QuestionStep.assigned(noon(day), LI, department, LocalDate.parse(day).plusDays(14));
  }

  private static QuestionStep answered(String day, String closesOn) {
    return QuestionStep.answered(
        noon(day), LI, Outcome.DISMISSED, "一致", null, null, LocalDate.parse(closesOn));
  }

  private static QuestionStep closed(String day) {
    return QuestionStep.closed(noon(day), LI);
  }

  private static Instant noon(String day) {
    return Instant.parse(day + "T04:00:00Z");
  }
}
