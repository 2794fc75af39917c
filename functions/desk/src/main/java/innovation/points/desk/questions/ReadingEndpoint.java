package innovation.points.desk.questions;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.store.bucket.AttachmentLink;
import innovation.points.store.bucket.Links;
import innovation.points.store.filter.OfficeFilter;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.settings.Settings;
import innovation.points.web.access.Principal;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Cursor;
import innovation.points.web.http.Cursors;
import innovation.points.web.http.Format;
import innovation.points.web.http.Page;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/questions}, {@code GET /v1/questions/{id}} and its decision as a PDF: the bureau
 * reads all, a department what is with it, an enterprise what it has asked. As a file: the list for
 * who visits.
 */
public final class ReadingEndpoint implements Calls {

  private final AskedQuestions questions;
  private final ScoresTable scores;
  private final AskedParts parts;
  private final Links links;
  private final QuestionDesk desk;
  private final Settings settings;
  private final Cursors cursors;

  public ReadingEndpoint(
      AskedQuestions questions,
      ScoresTable scores,
      AskedParts parts,
      Links links,
      QuestionDesk desk,
      Settings settings,
      Cursors cursors) {
    this.questions = questions;
    this.scores = scores;
    this.parts = parts;
    this.links = links;
    this.desk = desk;
    this.settings = settings;
    this.cursors = cursors;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/questions", this::list)
        .get("/v1/questions/{id}", this::one)
        .get("/v1/questions/{id}/decision.pdf", this::decision);
  }

  public Response one(Request request) {
    AskedQuestion found = desk.found(request);
    return Response.ok(desk.view(request, found, links.toGet(found.folder(), found.attachments())))
        .with(Caching.NONE);
  }

  /** The decision on paper; before there is one, the receipt. */
  public Response decision(Request request) {
    QuestionView view = desk.view(request, desk.found(request));
    byte[] file = new DecisionPaper(view, settings.catalogue(), settings.zone()).paper().pdf();
    return Response.bytes("application/pdf", file)
        .download("问题办理单-%s.pdf".formatted(view.id()))
        .with(Caching.NONE);
  }

  public Response list(Request request) {
    Parameters parameters = request.parameters();
    QuestionFilter filter = QuestionFilter.read(parameters);
    OptionalInt limit = parameters.limitIfGiven();
    Principal caller = request.principal();
    String list = "questions/%s/%s".formatted(filter.name(), caller.department().orElse(""));
    String after = parameters.cursor(cursors, list).map(Cursor::position).orElse(null);
    parameters.verify();
    Format format = request.listFormat();
    Page<QuestionView> page =
        page(request, filter, format.size(limit, Parameters.DEFAULT_LIMIT), after, list);
    Response response =
        switch (format) {
          case JSON -> Response.ok(page);
          case NDJSON -> Response.lines(page.items()).followedBy(request, page.nextCursor());
          case CSV, XLSX -> file(request, filter, page, format);
        };
    return response.with(Caching.NONE);
  }

  private Response file(
      Request request, QuestionFilter filter, Page<QuestionView> page, Format format) {
    Catalogue catalogue = settings.catalogue();
    String name = filter.office().isOpen() ? "问题清单" : "问题清单（%s）".formatted(filter.office().words());
    return Response.file(new QuestionFile(catalogue).of(page.items()), format, name)
        .followedBy(request, page.nextCursor());
  }

  private Page<QuestionView> page(
      Request request, QuestionFilter filter, int size, @Nullable String after, String list) {
    LocalDate today = desk.today();
    Iterator<AskedQuestion> found =
        seen(request.principal(), filter, after)
            .filter(one -> Moves.mayRead(request.principal(), one))
            .filter(one -> filter.letsThrough(one, today))
            .filter(placed(filter.office()))
            .iterator();
    var items = new ArrayList<QuestionView>();
    while (found.hasNext() && items.size() <= size) {
      AskedQuestion one = found.next();
      PartStanding now = parts.now(one);
      if (filter.state().map(state -> state == one.state(today, now)).orElse(true)) {
        List<AttachmentLink> files = one.attachments().stream().map(AttachmentLink::of).toList();
        items.add(desk.view(request, one, now, files));
      }
    }
    if (items.size() <= size) {
      return new Page<>(items, null);
    }
    return new Page<>(items.subList(0, size), cursors.next(list, "", items.get(size - 1).id()));
  }

  /** By park and qualification; a question about no enterprise is in none. */
  private Predicate<AskedQuestion> placed(OfficeFilter office) {
    var there = new OfficeFilter(office.parks(), List.of(), office.qualifications());
    Map<Integer, Predicate<String>> fitting = new HashMap<>();
    return one -> {
      String uscc = one.uscc();
      return there.isOpen()
          || (uscc != null
              && fitting
                  .computeIfAbsent(one.year(), year -> there.inDraft(scores, year))
                  .test(uscc));
    };
  }

  /** Of one enterprise, or of all. */
  private Stream<AskedQuestion> seen(
      Principal caller, QuestionFilter filter, @Nullable String after) {
    String uscc = caller.isOffice() ? filter.uscc().orElse(null) : caller.uscc().orElseThrow();
    if (uscc == null) {
      Integer year = filter.year().isPresent() ? filter.year().getAsInt() : null;
      return questions.all(year, after);
    }
    return questions.of(uscc).filter(one -> after == null || one.id().compareTo(after) < 0);
  }
}
