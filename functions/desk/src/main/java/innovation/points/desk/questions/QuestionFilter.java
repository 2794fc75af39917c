package innovation.points.desk.questions;

import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.questions.QuestionState;
import innovation.points.web.http.Parameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which questions are asked for.
 *
 * @param department that is to answer it
 * @param office of the enterprise: its grid when it was asked, park and qualification as they are
 */
record QuestionFilter(
    OptionalInt year,
    Optional<QuestionState> state,
    Optional<String> department,
    Optional<String> uscc,
    OfficeFilter office,
    Optional<QuestionKind> kind,
    Optional<Boolean> overdue) {

  private static final Map<String, QuestionState> STATES = byId(QuestionState.values());
  private static final Map<String, QuestionKind> KINDS =
      Arrays.stream(QuestionKind.values())
          .collect(Collectors.toUnmodifiableMap(QuestionKind::id, Function.identity()));

  static QuestionFilter read(Parameters parameters) {
    return new QuestionFilter(
        parameters.queryYear("year"),
        parameters.choice("state", STATES),
        parameters.text("department"),
        parameters.queryUscc("uscc"),
        OfficeFilter.of(parameters::several),
        parameters.choice("kind", KINDS),
        parameters.choice("overdue", Map.of("true", true, "false", false)));
  }

  private static Map<String, QuestionState> byId(QuestionState[] states) {
    return Arrays.stream(states)
        .collect(Collectors.toUnmodifiableMap(QuestionState::id, Function.identity()));
  }

  /** Whether it is among them, but for its state and for park and qualification. */
  boolean letsThrough(AskedQuestion question, LocalDate today) {
    return (year.isEmpty() || year.getAsInt() == question.year())
        && department.map(question::isWith).orElse(true)
        && uscc.map(wanted -> wanted.equals(question.uscc())).orElse(true)
        && office.isInGrid(question.grid())
        && kind.map(wanted -> wanted == question.about().kind()).orElse(true)
        && overdue.map(wanted -> wanted == question.overdue(today)).orElse(true);
  }

  /** For the name of a list, so that a cursor belongs to one filter alone. */
  String name() {
    return "%s/%s/%s/%s/%s/%s/%s".formatted(year, state, department, uscc, office, kind, overdue);
  }
}
