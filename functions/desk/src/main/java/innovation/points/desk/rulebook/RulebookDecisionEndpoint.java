package innovation.points.desk.rulebook;

import static innovation.points.store.rulebook.RulebookState.APPROVED;
import static innovation.points.store.rulebook.RulebookState.REFUSED;
import static innovation.points.store.rulebook.RulebookState.SUBMITTED;
import static innovation.points.store.rulebook.RulebookState.WITHDRAWN;

import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.rulebook.RulebookKey;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.RulebookState;
import innovation.points.store.rulebook.RulebookStep;
import innovation.points.store.rulebook.RulebookView;
import innovation.points.web.access.Role;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@code POST /v1/rulebooks/{id}/submission}, {@code /approval}, {@code /refusal} and {@code
 * /withdrawal}: what persons decide on a rulebook. A decision that was taken before changes
 * nothing; of two at once, the second is decided by what the first has made.
 */
public final class RulebookDecisionEndpoint implements Calls {

  private static final int ATTEMPTS = 5;
  private static final int LONGEST_REASON = 2_000;

  private static final String WITHDRAWAL_ASKED = "withdrawal-asked";
  private static final String WITHDRAWAL_REFUSED = "withdrawal-refused";

  private final RulebookLives lives;
  private final Publications publications;
  private final AuditTrail trail;
  private final FourEyes fourEyes;
  private final InstantSource clock;

  /**
   * Why.
   *
   * @param reason asked for where something is refused or withdrawn, or where a published year is
   *     concerned
   */
  record Body(@Nullable String reason) {}

  /** Who decides what a rulebook, as it is now, becomes. */
  private record Decision(RulebookLife seen, Person person, Instant at, @Nullable String reason) {

    RulebookLife to(RulebookState state) {
      return seen.then(state, step(state.id()));
    }

    RulebookStep step(String name) {
      return new RulebookStep(name, person, at, reason);
    }

    ProblemException wrongState(String wanted) {
      return new ProblemException(
          Problem.conflict("规则 %s %s，%s".formatted(seen.id(), words(seen), wanted)));
    }

    String reasonOr(String missing) {
      if (reason == null) {
        throw new ProblemException(Problem.badRequest("body", "/reason", missing));
      }
      return reason;
    }
  }

  /** A rule of the life: the same object where nothing changes. */
  private interface Rule {
    RulebookLife next(Decision decision);
  }

  public RulebookDecisionEndpoint(
      RulebookLives lives,
      Publications publications,
      AuditTrail trail,
      FourEyes fourEyes,
      InstantSource clock) {
    this.lives = lives;
    this.publications = publications;
    this.trail = trail;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/rulebooks/{id}/submission", this::submit)
        .post("/v1/rulebooks/{id}/approval", this::approve)
        .post("/v1/rulebooks/{id}/refusal", this::refuse)
        .post("/v1/rulebooks/{id}/withdrawal", this::withdraw);
  }

  /** The bureau submits a draft. */
  public Response submit(Request request) {
    return decide(request, this::submitted);
  }

  /** Another person approves it. */
  public Response approve(Request request) {
    return decide(request, this::approved);
  }

  /** Another person refuses it, or refuses its withdrawal, and says why. */
  public Response refuse(Request request) {
    return decide(request, RulebookDecisionEndpoint::refused);
  }

  /** The bureau withdraws one that is not approved; an approved one is withdrawn by two persons. */
  public Response withdraw(Request request) {
    boolean bureau = request.principal().is(Role.BUREAU);
    boolean approver = request.principal().is(Role.APPROVER);
    return decide(request, decision -> withdrawn(decision, bureau, approver));
  }

  private Response decide(Request request, Rule rule) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    String reason = reason(request);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      RulebookLife seen =
          lives
              .find(id)
              .orElseThrow(
                  () ->
                      new ProblemException(
                          Problem.notFound("没有上传过规则 %s".formatted(Parameters.shown(id)))));
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      RulebookLife next = rule.next(new Decision(seen, request.person(), now, reason));
      if (next.equals(seen) || lives.save(next, recorded(seen, next, request.id()))) {
        var view = RulebookView.of(next, LocalDate.ofInstant(now, OfficialTime.ZONE));
        return (next.withdrawal() == null
                ? Response.ok(view)
                : Response.accepted("/v1/rulebook-files/" + id, view))
            .with(Caching.NONE);
      }
    }
    throw new ProblemException(Problem.conflict("刚刚有人对这份规则作出决定，请刷新后再试"));
  }

  /** What the trail says of the steps that were taken. */
  private List<TransactWriteItem> recorded(RulebookLife seen, RulebookLife next, String requestId) {
    return next.steps().stream()
        .skip(seen.steps().size())
        .map(
            step ->
                TrailEntry.of(step.by(), action(step), RulebookKey.of(next.id()), requestId)
                    .because(step.reason())
                    .resulting(step.state()))
        .map(trail::item)
        .toList();
  }

  private static TrailAction action(RulebookStep step) {
    return switch (step.state()) {
      case "submitted" -> TrailAction.RULEBOOK_SUBMITTED;
      case "approved" -> TrailAction.RULEBOOK_APPROVED;
      case "refused", WITHDRAWAL_REFUSED -> TrailAction.RULEBOOK_REFUSED;
      case "withdrawn", WITHDRAWAL_ASKED -> TrailAction.RULEBOOK_WITHDRAWN;
      default -> throw new IllegalStateException("no action for the step " + step.state());
    };
  }

  private RulebookLife submitted(Decision decision) {
    RulebookLife seen = decision.seen();
    switch (seen.state()) {
      case SUBMITTED -> {
        return seen;
      }
      case APPROVED, WITHDRAWN -> throw decision.wrongState("不能再提交；请改用新的编号上传");
      case DRAFT, REFUSED -> {
        // Goes on below.
      }
    }
    Rulebook rulebook =
        seen.rulebook()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.conflict("规则文件有 %d 处问题，改正后再提交".formatted(seen.problems().size()))));
    published(rulebook)
        .ifPresent(years -> decision.reasonOr(concerns(rulebook, years) + "，请在 reason 中说明理由"));
    RulebookLife submitted = decision.to(SUBMITTED);
    return fourEyes == FourEyes.OFF
        ? seen.then(APPROVED, decision.step(SUBMITTED.id()), decision.step(APPROVED.id()))
        : submitted;
  }

  private RulebookLife approved(Decision decision) {
    RulebookLife seen = decision.seen();
    if (seen.state() == APPROVED) {
      return seen;
    }
    if (seen.state() != SUBMITTED) {
      throw decision.wrongState("只有已提交的规则可以批准");
    }
    RulebookStep submission = seen.last(SUBMITTED).orElseThrow();
    if (!fourEyes.allows(submission.by(), decision.person())) {
      throw new ProblemException(
          Problem.conflict("%s提交的规则应由另一人批准".formatted(submission.by().name())));
    }
    Rulebook rulebook = seen.rulebook().orElseThrow();
    if (submission.reason() == null) {
      // A year may have been published since it was submitted.
      published(rulebook)
          .ifPresent(
              years -> decision.reasonOr(concerns(rulebook, years) + "，提交时没有理由，请在 reason 中说明"));
    }
    return decision.to(APPROVED);
  }

  private static RulebookLife refused(Decision decision) {
    RulebookLife seen = decision.seen();
    if (seen.state() == REFUSED) {
      return seen;
    }
    boolean asked = seen.withdrawal() != null;
    if (seen.state() != SUBMITTED && !asked) {
      throw decision.wrongState("没有待决定的事项");
    }
    decision.reasonOr("退回应在 reason 中说明理由");
    return asked ? seen.asked(null, decision.step(WITHDRAWAL_REFUSED)) : decision.to(REFUSED);
  }

  private RulebookLife withdrawn(Decision decision, boolean bureau, boolean approver) {
    RulebookLife seen = decision.seen();
    if (seen.state() == WITHDRAWN) {
      return seen;
    }
    RulebookStep asked = seen.withdrawal();
    if (asked != null) {
      return approver && fourEyes.allows(asked.by(), decision.person())
          ? decision.to(WITHDRAWN)
          : seen;
    }
    if (!bureau) {
      throw decision.wrongState("应由经办人先提出撤回");
    }
    decision.reasonOr("撤回应在 reason 中说明理由");
    return seen.state() == APPROVED && fourEyes == FourEyes.REQUIRED
        ? seen.asked(decision.step(WITHDRAWAL_ASKED), decision.step(WITHDRAWAL_ASKED))
        : decision.to(WITHDRAWN);
  }

  /** The published years that a rulebook's date concerns, as text. */
  private Optional<String> published(Rulebook rulebook) {
    String years =
        publications.all().stream()
            .map(Pointer::year)
            .filter(year -> year >= rulebook.effectiveFrom().getYear())
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining("、"));
    return years.isEmpty() ? Optional.empty() : Optional.of(years);
  }

  private static String concerns(Rulebook rulebook, String years) {
    return "规则自 %s 起施行，涉及已公布的 %s 年度".formatted(rulebook.effectiveFrom(), years);
  }

  /** The state, and by whose step and when. */
  private static String words(RulebookLife life) {
    String by =
        life.last(life.state())
            .map(step -> "已由" + OfficialTime.signed(step.by(), step.at()))
            .orElse("已");
    return switch (life.state()) {
      case DRAFT -> "是草稿";
      case SUBMITTED -> by + "提交审批";
      case APPROVED -> by + "批准";
      case REFUSED -> by + "退回";
      case WITHDRAWN -> by + "撤回";
    };
  }

  private static @Nullable String reason(Request request) {
    String reason = request.body(Body.class).reason();
    if (reason != null && (reason.isBlank() || reason.length() > LONGEST_REASON)) {
      throw new ProblemException(
          Problem.badRequest(
              "body", "/reason", "字段 reason 应为 1 到 %d 个字的理由".formatted(LONGEST_REASON)));
    }
    return reason == null ? null : reason.strip();
  }
}
