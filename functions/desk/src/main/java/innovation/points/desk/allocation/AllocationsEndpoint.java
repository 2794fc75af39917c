package innovation.points.desk.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.desk.announcement.PaperFiles;
import innovation.points.scoring.reward.RewardTerms;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.payment.PaymentList;
import innovation.points.store.payment.PaymentList.Step;
import innovation.points.store.payment.PaymentList.Totals;
import innovation.points.store.payment.PaymentLists;
import innovation.points.store.payment.PaymentSheet;
import innovation.points.store.payment.PaymentSheet.Claim;
import innovation.points.store.payment.PaymentState;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.StoredJson;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.ShortList;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/years/{year}/allocations}: works out a payment list as a dry run, which is the
 * same list as long as terms, results and earlier payments are; {@code GET} there and {@code
 * …/{id}}: the lists; {@code …/{id}/payments}: one as finance takes it, {@code payments.docx} and
 * {@code payments.pdf}: the same as a paper. The lines of one can be narrowed by park, grid and
 * qualification; the sums of a file are then those of these lines, those of the list stay.
 */
public final class AllocationsEndpoint implements Calls {

  private final Publications publications;
  private final RulebookChoice rulebooks;
  private final Runs runs;
  private final PaymentLists lists;
  private final ScoresTable scores;
  private final SheetMaker maker;
  private final Settings settings;
  private final InstantSource clock;

  /**
   * A payment list.
   *
   * @param current whether its results are those in force, and no other list was approved since
   * @param document the number on its papers; null until it is approved
   * @param basis null in lists of lists, as are cases and lines
   */
  record View(
      String id,
      int year,
      String generation,
      boolean current,
      String method,
      JsonNode terms,
      Totals totals,
      PaymentState state,
      @Nullable String document,
      @Nullable LocalDate paidOn,
      List<Step> steps,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String basis,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PaymentSheet.Case> cases,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PaymentSheet.Line> lines) {

    static View of(PaymentList list, boolean current, @Nullable PaymentSheet sheet) {
      return new View(
          list.id(),
          list.year(),
          list.generation(),
          current,
          list.method(),
          StoredJson.tree(list.terms()),
          list.totals(),
          list.state(),
          list.number() == null ? null : DocumentNumber.of(list),
          list.paidOn(),
          list.steps(),
          sheet == null ? null : sheet.basis(),
          sheet == null ? null : sheet.cases(),
          sheet == null ? null : sheet.lines());
    }
  }

  /** The lists of a year. */
  public AllocationsEndpoint(
      Publications publications,
      RulebookChoice rulebooks,
      Runs runs,
      PaymentLists lists,
      ScoresTable scores,
      SheetMaker maker,
      Settings settings,
      InstantSource clock) {
    this.publications = publications;
    this.rulebooks = rulebooks;
    this.runs = runs;
    this.lists = lists;
    this.scores = scores;
    this.maker = maker;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .post("/v1/years/{year}/allocations", this::create)
        .get("/v1/years/{year}/allocations", this::list)
        .get("/v1/years/{year}/allocations/{id}", this::get)
        .get("/v1/years/{year}/allocations/{id}/payments", this::payments)
        .get("/v1/years/{year}/allocations/{id}/payments.docx", this::docx)
        .get("/v1/years/{year}/allocations/{id}/payments.pdf", this::pdf);
  }

  public Response create(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    AllocationBody body = request.body(AllocationBody.class);
    Pointer pointer =
        publications
            .of(year)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.conflict("%d 年度没有已公布的积分结果，公布后才能测算".formatted(year))));
    Rulebook rules = rules(pointer.rulebook(), pointer.digest()).inYear(year);
    int approved = lists.approved(year);
    Map<Claim, BigDecimal> paid =
        PaymentSheet.paid(
            lists.ofYear(year).stream()
                .filter(list -> list.state().counts())
                .map(lists::sheet)
                .toList());
    SheetMaker.Made made =
        body.ofRewards()
            ? maker.rewards(pointer, rules, rewardTerms(pointer), paid)
            : maker.byRank(pointer, rules, body.terms(rules), paid);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    String terms = StoredJson.write(body);
    var dry =
        new PaymentList(
            PaymentList.id(pointer.generation(), approved, terms),
            year,
            pointer.generation(),
            body.method(),
            terms,
            approved,
            made.totals(),
            PaymentState.DRAFT,
            null,
            null,
            List.of(new Step(PaymentState.DRAFT, request.person(), now, null)),
            1);
    PaymentList list = lists.create(dry, made.sheet());
    return Response.created(
            "/v1/years/%d/allocations/%s".formatted(year, list.id()),
            View.of(list, true, made.sheet()))
        .with(Caching.NONE);
  }

  /** Those of the run that made the results. */
  private RewardTerms rewardTerms(Pointer pointer) {
    return runs.find(pointer.year(), pointer.generation())
        .map(run -> run.order().rewards())
        .orElse(RewardTerms.DEFAULT);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    var part = ShortList.of(parameters, "allocations/" + year);
    parameters.verify();
    Format format = request.lineFormat();
    String generation = publications.of(year).map(Pointer::generation).orElse("");
    int approved = lists.approved(year);
    return Response.list(
            request,
            format,
            part.of(
                lists.ofYear(year).stream()
                    .map(list -> View.of(list, current(list, generation, approved), null))
                    .toList()))
        .with(Caching.NONE);
  }

  public Response get(Request request) {
    Asked asked = asked(request);
    return Response.ok(view(asked)).with(Caching.NONE);
  }

  /**
   * A list with the lines that are asked for.
   *
   * @param sheet narrowed by the filter, with all cases
   */
  private record Asked(PaymentList list, PaymentSheet sheet, OfficeFilter office) {}

  private Asked asked(Request request) {
    Parameters parameters = request.parameters();
    OfficeFilter office = OfficeFilter.of(parameters::several);
    PaymentList list = known(parameters, lists);
    Predicate<String> fits = office.in(scores, list.generation());
    PaymentSheet whole = lists.sheet(list);
    List<PaymentSheet.Line> lines =
        whole.lines().stream().filter(line -> fits.test(line.uscc())).toList();
    return new Asked(list, new PaymentSheet(whole.basis(), lines, whole.cases()), office);
  }

  /** With its lines, as things stand; the sums are those of the whole list. */
  private View view(Asked asked) {
    PaymentList list = asked.list();
    String generation = publications.of(list.year()).map(Pointer::generation).orElse("");
    return View.of(list, current(list, generation, lists.approved(list.year())), asked.sheet());
  }

  public Response payments(Request request) {
    Format format = request.listFormat();
    Asked asked = asked(request);
    Response response =
        switch (format) {
          case JSON -> Response.ok(view(asked));
          case NDJSON -> Response.lines(asked.sheet().lines());
          case CSV, XLSX -> Response.file(form(asked).table(), format, form(asked).title());
        };
    return response.with(Caching.NONE);
  }

  public Response docx(Request request) {
    PaymentForm form = form(asked(request));
    return PaperFiles.docx(form.paper().docx(), form.title());
  }

  public Response pdf(Request request) {
    PaymentForm form = form(asked(request));
    return PaperFiles.pdf(form.paper().pdf(), form.title());
  }

  private PaymentForm form(Asked asked) {
    return new PaymentForm(asked.list(), asked.sheet(), asked.office().words(), settings.zone());
  }

  /** Whether it can still be approved, or was approved, on what holds now. */
  static boolean current(PaymentList list, String generation, int approved) {
    return list.generation().equals(generation)
        && (list.state().counts() || list.after() == approved);
  }

  static PaymentList known(Parameters parameters, PaymentLists lists) {
    int year = parameters.year();
    String id = parameters.path("id");
    parameters.verify();
    return lists
        .find(year, id)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound("%d 年度没有拨付清单 %s".formatted(year, Parameters.shown(id)))));
  }

  private Rulebook rules(String id, String digest) {
    return rulebooks
        .used(id, digest)
        .orElseThrow(() -> new IllegalStateException("no rulebook " + id));
  }
}
