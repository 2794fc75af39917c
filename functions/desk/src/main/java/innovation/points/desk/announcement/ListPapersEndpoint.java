package innovation.points.desk.announcement;

import innovation.points.desk.announcement.AnnouncedLists.Listed;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.Rankings;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.settings.Settings;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.List;

/**
 * {@code GET /v1/years/{year}/lists.docx} and {@code lists.pdf}: the announcement of a year's
 * lists, both from one model. {@code GET /v1/years/{year}/enterprises/{uscc}/certificate.pdf}: a
 * certificate for an enterprise on a list.
 */
public final class ListPapersEndpoint implements Calls {

  private final Publications publications;
  private final RulebookChoice rulebooks;
  private final Settings settings;
  private final AnnouncedLists lists;

  /** A publication with its lists. */
  private record Found(Pointer pointer, Rulebook rules, Uses uses, List<Listed> listed) {}

  public ListPapersEndpoint(
      Publications publications,
      Rankings rankings,
      RulebookChoice rulebooks,
      Settings settings,
      Disclosure disclosure) {
    this.publications = publications;
    this.rulebooks = rulebooks;
    this.settings = settings;
    this.lists = new AnnouncedLists(rankings, disclosure);
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes
        .get("/v1/years/{year}/lists.docx", this::docx)
        .get("/v1/years/{year}/lists.pdf", this::pdf)
        .get("/v1/years/{year}/enterprises/{uscc}/certificate.pdf", this::certificate);
  }

  public Response docx(Request request) {
    Announcement made = announcement(request);
    return PaperFiles.docx(made.paper().docx(), made.title());
  }

  public Response pdf(Request request) {
    Announcement made = announcement(request);
    return PaperFiles.pdf(made.paper().pdf(), made.title());
  }

  private Announcement announcement(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Found found = find(year);
    if (found.listed().isEmpty()) {
      throw new ProblemException(Problem.notFound("%d 年度没有公开的公示名单".formatted(year)));
    }
    return new Announcement(
        found.pointer(),
        found.rules(),
        found.uses().tiers(),
        found.listed(),
        settings.zone(),
        settings.workingDays());
  }

  public Response certificate(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String uscc = parameters.uscc();
    parameters.verify();
    Found found = find(year);
    Listed listed =
        found.listed().stream()
            .filter(one -> one.entry().uscc().equals(uscc))
            .findFirst()
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.notFound("企业没有列入 %d 年度公示名单，不能出具证书".formatted(year))));
    var certificate = new CertificatePdf(found.pointer(), found.rules(), listed, settings.zone());
    return PaperFiles.pdf(certificate.bytes(), "%d年度企业创新积分证书-%s".formatted(year, uscc));
  }

  private Found find(int year) {
    Pointer pointer =
        publications
            .of(year)
            .orElseThrow(
                () -> new ProblemException(Problem.notFound("%d 年度没有已公布的积分结果".formatted(year))));
    Rulebook rules =
        rulebooks
            .used(pointer.rulebook(), pointer.digest())
            .orElseThrow(() -> new IllegalStateException("no rulebook " + pointer.rulebook()))
            .inYear(year);
    Uses uses = rules.uses();
    if (uses == null) {
      throw new ProblemException(Problem.notFound("%d 年度所用的规则没有规定名单".formatted(year)));
    }
    return new Found(pointer, rules, uses, lists.of(pointer, rules, uses));
  }
}
