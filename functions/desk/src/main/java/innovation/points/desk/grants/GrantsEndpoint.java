package innovation.points.desk.grants;

import com.fasterxml.jackson.annotation.JsonInclude;
import innovation.points.person.Bank;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.grants.Grant;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.grants.Grants;
import innovation.points.store.run.RunIds;
import innovation.points.store.settings.BankList;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredPage;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
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
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST}, {@code GET /v1/enterprises/{uscc}/grants} and {@code DELETE …/{id}}: what an
 * enterprise lets a bank read, and withdraws.
 */
public final class GrantsEndpoint implements Calls {

  private static final int LONGEST_PURPOSE = 200;
  private static final int LONGEST_YEARS = 3;

  private final Grants grants;
  private final Settings settings;
  private final AuditTrail trail;
  private final Cursors cursors;
  private final InstantSource clock;

  /** What is granted, as it is sent. */
  record Order(String bank, String scope, String until, String purpose) {}

  /** What is granted. */
  private record Checked(String bank, GrantScope scope, LocalDate until, String purpose) {}

  /**
   * A grant as it is now.
   *
   * @param bankName the id where the zone no longer lists the bank
   * @param standing whether it holds: {@code valid}, {@code expired}, or taken back
   */
  record View(
      String id,
      String bank,
      String bankName,
      GrantScope scope,
      LocalDate until,
      String purpose,
      Instant givenAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant withdrawnAt,
      String standing) {}

  /**
   * An enterprise's grants.
   *
   * @param banks those to which it can grant something now
   */
  record Listed(
      String uscc,
      List<Bank> banks,
      List<View> items,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String nextCursor) {}

  public GrantsEndpoint(
      Grants grants, Settings settings, AuditTrail trail, Cursors cursors, InstantSource clock) {
    this.grants = grants;
    this.settings = settings;
    this.trail = trail;
    this.cursors = cursors;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/enterprises/{uscc}/grants", this::give)
        .get("/v1/enterprises/{uscc}/grants", this::list)
        .delete("/v1/enterprises/{uscc}/grants/{id}", this::withdraw);
  }

  public Response give(Request request) {
    Parameters parameters = request.parameters();
    String uscc = parameters.uscc();
    parameters.verify();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LocalDate today = OfficialTime.day(now);
    BankList banks = settings.bankList();
    Checked order = checked(request.body(Order.class), banks.on(today), today);
    Grant grant =
        new Grant(
            RunIds.of(now, request.id()),
            uscc,
            order.bank(),
            order.scope(),
            order.until(),
            order.purpose(),
            now,
            null);
    TrailEntry entry = entry(request, TrailAction.GRANT_GIVEN, grant).because(order.purpose());
    if (!grants.give(grant, today, List.of(trail.item(entry)))) {
      throw new ProblemException(Problem.conflict("已向该银行授权查看同一范围的内容；如需改变截止日期或用途，请先撤回原授权"));
    }
    return Response.created(
            "/v1/enterprises/%s/grants/%s".formatted(uscc, grant.id()), view(grant, banks, today))
        .with(Caching.NONE);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    String uscc = parameters.uscc();
    Format format = request.lineFormat();
    int limit = parameters.limit(format);
    String list = "grants/" + uscc;
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    LocalDate today = OfficialTime.day(clock.instant());
    BankList banks = settings.bankList();
    StoredPage<Grant> page = grants.of(uscc, limit, after);
    List<View> items = page.items().stream().map(grant -> view(grant, banks, today)).toList();
    String next = cursors.next(list, "", page.next());
    return Response.list(
            request, format, items, next, new Listed(uscc, banks.on(today), items, next))
        .with(Caching.NONE);
  }

  /** Withdraws a grant at once; a second time changes nothing. */
  public Response withdraw(Request request) {
    Parameters parameters = request.parameters();
    String uscc = parameters.uscc();
    String id = parameters.path("id");
    parameters.verify();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Grant grant = found(uscc, id);
    if (grant.withdrawnAt() == null) {
      TrailEntry entry = entry(request, TrailAction.GRANT_WITHDRAWN, grant);
      if (!grants.withdraw(grant, now, List.of(trail.item(entry)))
          && found(uscc, id).withdrawnAt() == null) {
        throw new ProblemException(Problem.conflict("该授权正在变更，请稍后再撤回"));
      }
    }
    return Response.ok(view(found(uscc, id), settings.bankList(), OfficialTime.day(now)))
        .with(Caching.NONE);
  }

  private Grant found(String uscc, String id) {
    return grants
        .find(uscc, id)
        .orElseThrow(() -> new ProblemException(Problem.notFound("本企业没有这项授权，请核对授权编号")));
  }

  private static Checked checked(Order order, List<Bank> banks, LocalDate today) {
    var faults = new ArrayList<Problem.Fault>();
    if (banks.stream().noneMatch(bank -> bank.id().equals(order.bank()))) {
      String ids = String.join("、", banks.stream().map(Bank::id).toList());
      faults.add(
          fault(
              "bank",
              (ids.isEmpty() ? "科学技术局尚未登记可获授权的银行" : "应为已登记的银行代号：" + ids) + "，收到",
              order.bank()));
    }
    GrantScope scope = scope(order.scope(), faults);
    LocalDate until = until(order.until(), today, faults);
    String purpose = order.purpose().strip();
    if (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE) {
      faults.add(
          fault(
              "purpose",
              "应为 1 至 %d 个字的用途，收到".formatted(LONGEST_PURPOSE),
              purpose.length() + " 个字"));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
    return new Checked(order.bank(), scope, until, purpose);
  }

  private static GrantScope scope(String text, List<Problem.Fault> faults) {
    try {
      return GrantScope.of(text);
    } catch (IllegalArgumentException _) {
      faults.add(fault("scope", "应为 card、profile、history 之一，收到", text));
      return GrantScope.CARD;
    }
  }

  private static LocalDate until(String text, LocalDate today, List<Problem.Fault> faults) {
    LocalDate last = today.plusYears(LONGEST_YEARS);
    try {
      LocalDate until = LocalDate.parse(text);
      if (!until.isBefore(today) && !until.isAfter(last)) {
        return until;
      }
    } catch (DateTimeParseException _) {
      // Refused below, like a day that is too early or too late.
    }
    faults.add(fault("until", "应为 %s 至 %s 的日期，收到".formatted(today, last), text));
    return today;
  }

  private static Problem.Fault fault(String field, String expected, String found) {
    return new Problem.Fault(
        "body", "/" + field, "字段 %s %s：%s".formatted(field, expected, Parameters.shown(found)));
  }

  private static TrailEntry entry(Request request, TrailAction action, Grant grant) {
    return TrailEntry.of(
        request.person(),
        action,
        "enterprises/%s/grants/%s".formatted(grant.uscc(), grant.id()),
        request.id());
  }

  private static View view(Grant grant, BankList banks, LocalDate today) {
    String standing =
        grant.withdrawnAt() != null ? "withdrawn" : grant.holds(today) ? "valid" : "expired";
    return new View(
        grant.id(),
        grant.bank(),
        banks.nameOf(grant.bank()),
        grant.scope(),
        grant.until(),
        grant.purpose(),
        grant.givenAt(),
        grant.withdrawnAt(),
        standing);
  }
}
