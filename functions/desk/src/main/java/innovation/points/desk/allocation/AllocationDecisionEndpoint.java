package innovation.points.desk.allocation;

import static innovation.points.store.payment.PaymentState.APPROVED;
import static innovation.points.store.payment.PaymentState.ASKED;
import static innovation.points.store.payment.PaymentState.PAID;
import static innovation.points.store.payment.PaymentState.REFUSED;

import innovation.points.desk.allocation.AllocationsEndpoint.View;
import innovation.points.person.FourEyes;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.payment.PaymentList;
import innovation.points.store.payment.PaymentList.Step;
import innovation.points.store.payment.PaymentLists;
import innovation.points.store.payment.PaymentState;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.web.http.Caching;
import innovation.points.web.http.GivenReason;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * {@code POST /v1/years/{year}/allocations/{id}/submission}, {@code /approval}, {@code /refusal}
 * and {@code /disbursement}: what persons decide on a payment list. A decision that was taken
 * before changes nothing; of two at once, the second is decided by what the first has made.
 */
public final class AllocationDecisionEndpoint implements Calls {

  private static final int ATTEMPTS = 5;

  private final Publications publications;
  private final PaymentLists lists;
  private final AuditTrail trail;
  private final FourEyes fourEyes;
  private final InstantSource clock;

  /** When finance paid a list, {@code 2026-04-15}. */
  record Disbursement(String paidOn) {}

  /** What a person makes of a list; the same where nothing changes. */
  private interface Rule {
    PaymentList next(PaymentList seen, Instant now);
  }

  public AllocationDecisionEndpoint(
      Publications publications,
      PaymentLists lists,
      AuditTrail trail,
      FourEyes fourEyes,
      InstantSource clock) {
    this.publications = publications;
    this.lists = lists;
    this.trail = trail;
    this.fourEyes = fourEyes;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    String list = "/v1/years/{year}/allocations/{id}";
    routes
        .post(list + "/submission", this::submit)
        .post(list + "/approval", this::approve)
        .post(list + "/refusal", this::refuse)
        .post(list + "/disbursement", this::disburse);
  }

  /**
   * The bureau asks for it, after a refusal again; in a zone of one person it is approved with
   * that.
   */
  public Response submit(Request request) {
    return decide(
        request,
        (seen, now) -> {
          if (seen.state() != PaymentState.DRAFT && seen.state() != REFUSED) {
            return seen;
          }
          checkCurrent(seen);
          Step asked = new Step(ASKED, request.person(), now, null);
          return fourEyes == FourEyes.OFF
              ? seen.numbered(
                  seen.after() + 1, asked, new Step(APPROVED, request.person(), now, null))
              : seen.then(asked);
        });
  }

  /** Another person approves it: it has a number, and later lists deduct it. */
  public Response approve(Request request) {
    return decide(
        request,
        (seen, now) -> {
          if (seen.state() != ASKED) {
            return same(seen, APPROVED, seen.state().counts());
          }
          checkOther(seen, request);
          checkCurrent(seen);
          return seen.numbered(seen.after() + 1, new Step(APPROVED, request.person(), now, null));
        });
  }

  /** Another person refuses it and says why. */
  public Response refuse(Request request) {
    return decide(
        request,
        (seen, now) -> {
          String reason = request.body(GivenReason.class).checked("/reason");
          if (seen.state() != ASKED) {
            return same(seen, REFUSED, seen.state() == REFUSED);
          }
          checkOther(seen, request);
          return seen.then(new Step(REFUSED, request.person(), now, reason));
        });
  }

  /** The bureau records that finance has paid it. */
  public Response disburse(Request request) {
    return decide(
        request,
        (seen, now) -> {
          LocalDate day = day(request.body(Disbursement.class).paidOn(), seen, now);
          if (seen.state() != APPROVED) {
            return same(seen, PAID, day.equals(seen.paidOn()));
          }
          return seen.paid(day, new Step(PAID, request.person(), now, null));
        });
  }

  private Response decide(Request request, Rule rule) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      PaymentList seen = AllocationsEndpoint.known(request.parameters(), lists);
      Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
      PaymentList next = rule.next(seen, now);
      if (next.equals(seen) || save(seen, next, request.id())) {
        return answer(next);
      }
    }
    throw new ProblemException(Problem.conflict("刚刚有人对拨付清单作出决定，请刷新后再试"));
  }

  private Response answer(PaymentList list) {
    String generation = publications.of(list.year()).map(Pointer::generation).orElse("");
    boolean current = AllocationsEndpoint.current(list, generation, lists.approved(list.year()));
    View view = View.of(list, current, null);
    return (list.state() == ASKED ? Response.accepted(address(list), view) : Response.ok(view))
        .with(Caching.NONE);
  }

  private boolean save(PaymentList seen, PaymentList next, String requestId) {
    List<TransactWriteItem> recorded =
        next.steps().stream()
            .skip(seen.steps().size())
            .map(step -> trail.item(entry(next, step, requestId)))
            .toList();
    boolean approved = next.state() == APPROVED;
    return approved ? lists.approve(next, recorded) : lists.save(next, recorded);
  }

  private static TrailEntry entry(PaymentList list, Step step, String requestId) {
    TrailAction action =
        switch (step.state()) {
          case ASKED -> TrailAction.ALLOCATION_ASKED;
          case APPROVED -> TrailAction.ALLOCATION_APPROVED;
          case REFUSED -> TrailAction.ALLOCATION_REFUSED;
          case PAID -> TrailAction.ALLOCATION_PAID;
          case DRAFT -> throw new IllegalStateException("nobody decides a draft");
        };
    return TrailEntry.of(step.by(), action, address(list).substring("/v1/".length()), requestId)
        .because(step.reason())
        .resulting(step.state() == ASKED ? "submitted" : step.state().id());
  }

  private static String address(PaymentList list) {
    return "/v1/years/%d/allocations/%s".formatted(list.year(), list.id());
  }

  /** The list as it is, where the decision was taken before. */
  private static PaymentList same(PaymentList seen, PaymentState wanted, boolean taken) {
    if (taken) {
      return seen;
    }
    Step last = seen.steps().getLast();
    String wants =
        switch (wanted) {
          case APPROVED -> "只有待批准的清单可以批准";
          case REFUSED -> "只有待批准的清单可以退回";
          case PAID -> "只有已批准、尚未登记拨付的清单可以登记拨付日期";
          case DRAFT, ASKED -> throw new IllegalStateException("can be had of any list");
        };
    throw new ProblemException(
        Problem.conflict(
            "这份拨付清单%s%s，%s"
                .formatted(OfficialTime.signed(last.by(), last.at()), word(last), wants)));
  }

  private static String word(Step step) {
    return switch (step.state()) {
      case DRAFT -> "测算，尚未提交";
      case ASKED -> "提请批准";
      case REFUSED -> "退回";
      case APPROVED -> "批准";
      case PAID -> "登记为已拨付";
    };
  }

  private void checkOther(PaymentList seen, Request request) {
    Step asked = seen.last(ASKED).orElseThrow();
    if (!fourEyes.allows(asked.by(), request.person())) {
      throw new ProblemException(Problem.conflict("%s提请的拨付清单应由另一人决定".formatted(asked.by().name())));
    }
  }

  /** That it was made of what holds now: no other results, and nothing paid since. */
  private void checkCurrent(PaymentList seen) {
    String generation = publications.of(seen.year()).map(Pointer::generation).orElse("");
    if (!seen.generation().equals(generation)) {
      throw new ProblemException(
          Problem.conflict("%d 年度的积分结果在测算之后重新公布过，请按现行结果重新测算".formatted(seen.year())));
    }
    if (seen.after() != lists.approved(seen.year())) {
      throw new ProblemException(Problem.conflict("测算之后已有别的拨付清单获批准，已拨金额有变，请重新测算"));
    }
  }

  private static LocalDate day(@Nullable String given, PaymentList list, Instant now) {
    try {
      LocalDate day = LocalDate.parse(String.valueOf(given));
      LocalDate from =
          list.last(APPROVED).map(step -> OfficialTime.day(step.at())).orElse(LocalDate.MIN);
      if (!day.isBefore(from) && !day.isAfter(OfficialTime.day(now))) {
        return day;
      }
    } catch (DateTimeException _) {
      // Refused below.
    }
    throw new ProblemException(
        Problem.badRequest(
            "body",
            "/paidOn",
            "字段 paidOn 应为拨付日期（如 2026-04-15），不早于批准之日、不晚于今天，收到："
                + Parameters.shown(String.valueOf(given))));
  }
}
