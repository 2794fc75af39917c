package innovation.points.desk.questions;

import static innovation.points.desk.questions.Moves.Party.ASKER;
import static innovation.points.desk.questions.Moves.Party.BUREAU;
import static innovation.points.desk.questions.Moves.Party.HOLDER;
import static innovation.points.store.questions.QuestionState.ANSWERED;
import static innovation.points.store.questions.QuestionState.ASSIGNED;
import static innovation.points.store.questions.QuestionState.CORRECTED;
import static innovation.points.store.questions.QuestionState.OPEN;
import static innovation.points.store.questions.QuestionState.REOPENED;
import static innovation.points.store.questions.QuestionStep.Act.ANSWER;
import static innovation.points.store.questions.QuestionStep.Act.ASSIGN;
import static innovation.points.store.questions.QuestionStep.Act.CLOSE;
import static innovation.points.store.questions.QuestionStep.Act.REOPEN;

import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.QuestionState;
import innovation.points.store.questions.QuestionStep.Act;
import innovation.points.web.access.Principal;
import innovation.points.web.access.Role;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may do what with a question, and when: the one place that says so. */
final class Moves {

  /** What somebody is to a question. */
  enum Party {
    BUREAU,
    /** The department that it is with, or the enterprise where it is with that. */
    HOLDER,
    /** Who asked: the enterprise, or anybody of the office that did. */
    ASKER
  }

  private static final Map<Act, Set<Party>> TO_BE_ANSWERED =
      Map.of(ASSIGN, Set.of(BUREAU), ANSWER, Set.of(BUREAU, HOLDER));

  /** By state; what is not here cannot be done by anybody. */
  private static final Map<QuestionState, Map<Act, Set<Party>>> TABLE =
      Map.of(
          OPEN, TO_BE_ANSWERED,
          ASSIGNED, TO_BE_ANSWERED,
          CORRECTED, TO_BE_ANSWERED,
          REOPENED, TO_BE_ANSWERED,
          ANSWERED, Map.of(CLOSE, Set.of(ASKER), REOPEN, Set.of(ASKER)));

  private Moves() {}

  /**
   * Whether the caller may read a question: offices what is theirs to answer or what they asked, an
   * enterprise what it asked.
   */
  static boolean mayRead(Principal caller, AskedQuestion question) {
    return caller.readsAll()
        || !parties(caller, question).isEmpty()
        || caller.department().filter(question.departments()::contains).isPresent();
  }

  /**
   * Refuses what the caller may not do, or nobody in this state.
   *
   * @throws ProblemException 403 or 409
   */
  static void check(Principal caller, AskedQuestion question, QuestionState state, Act act) {
    Set<Party> parties = parties(caller, question);
    if (allowed(state, act).stream().anyMatch(parties::contains)) {
      return;
    }
    if (anywhere(act).stream().noneMatch(parties::contains)) {
      throw new ProblemException(Problem.forbidden(who(act)));
    }
    throw new ProblemException(
        Problem.conflict(
            "该问题目前为“%s”，不能%s；%s的才能%s"
                .formatted(state.title(), act.title(), states(act), act.title())));
  }

  private static Set<Party> parties(Principal caller, AskedQuestion question) {
    var parties = EnumSet.noneOf(Party.class);
    if (caller.is(Role.BUREAU)) {
      parties.add(BUREAU);
    }
    if (caller.department().filter(question::isWith).isPresent()
        || (question.isWithEnterprise() && isAbout(caller, question))) {
      parties.add(HOLDER);
    }
    if (hasAsked(caller, question)) {
      parties.add(ASKER);
    }
    return parties;
  }

  private static boolean isAbout(Principal caller, AskedQuestion question) {
    return question.uscc() != null && caller.owns(question.uscc());
  }

  /** Whether the caller has asked it, or belongs to the office that did. */
  static boolean hasAsked(Principal caller, AskedQuestion question) {
    if (question.byEnterprise()) {
      return isAbout(caller, question);
    }
    return question
        .askedBy()
        .ofDepartment()
        .map(office -> caller.department().filter(office::equals).isPresent())
        .orElse(caller.is(Role.BUREAU));
  }

  private static Set<Party> allowed(QuestionState state, Act act) {
    return TABLE.getOrDefault(state, Map.of()).getOrDefault(act, Set.of());
  }

  private static Set<Party> anywhere(Act act) {
    return TABLE.values().stream()
        .flatMap(acts -> acts.getOrDefault(act, Set.of()).stream())
        .collect(Collectors.toSet());
  }

  private static String states(Act act) {
    return Arrays.stream(QuestionState.values())
        .filter(state -> !allowed(state, act).isEmpty())
        .map(state -> "“" + state.title() + "”")
        .collect(Collectors.joining("、"));
  }

  private static String who(Act act) {
    return switch (act) {
      case ASSIGN -> "只有区科学技术局可以交办问题";
      case ANSWER -> "只能由承办部门、被问及的企业或区科学技术局答复";
      case CLOSE, REOPEN -> "只有提出人可以同意答复或要求重新办理";
    };
  }
}
