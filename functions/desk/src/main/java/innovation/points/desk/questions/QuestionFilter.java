package innovation.points.desk.questions;

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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which questions are asked for.
 *
 * @param department that is to answer it
 * @param grid 07-32, or 07 for all within
 */
record QuestionFilter(
    OptionalInt year,
    Optional<QuestionState> state,
    Optional<String> department,
    Optional<String> uscc,
    Optional<String> grid,
    Optional<QuestionKind> kind,
    Optional<Boolean> overdue) {

  private static final Pattern GRID = Pattern.compile("[0-9A-Za-z\\-]{1,20}");
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
        parameters.text("grid", GRID, "网格编号（如 07-32，或 07 表示其下全部）"),
        parameters.choice("kind", KINDS),
        parameters.choice("overdue", Map.of("true", true, "false", false)));
  }

  private static Map<String, QuestionState> byId(QuestionState[] states) {
    return Arrays.stream(states)
        .collect(Collectors.toUnmodifiableMap(QuestionState::id, Function.identity()));
  }

  /** Whether it is among them, but for its state. */
  boolean letsThrough(AskedQuestion question, LocalDate today) {
    return (year.isEmpty() || year.getAsInt() == question.year())
        && department.map(question::isWith).orElse(true)
        && uscc.map(wanted -> wanted.equals(question.uscc())).orElse(true)
        && grid.map(wanted -> isWithin(question.grid(), wanted)).orElse(true)
        && kind.map(wanted -> wanted == question.about().kind()).orElse(true)
        && overdue.map(wanted -> wanted == question.overdue(today)).orElse(true);
  }

  private static boolean isWithin(@Nullable String grid, String wanted) {
    return grid != null && (grid.equals(wanted) || grid.startsWith(wanted + "-"));
  }

  /** For the name of a list, so that a cursor belongs to one filter alone. */
  String name() {
    return "%s/%s/%s/%s/%s/%s/%s".formatted(year, state, department, uscc, grid, kind, overdue);
  }
}
