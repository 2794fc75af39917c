package innovation.points.desk.questions;

import innovation.points.store.audit.TrailAction;
import innovation.points.store.bucket.Attachment;
import innovation.points.store.bucket.Links;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.QuestionKind;
import innovation.points.store.run.RunIds;
import innovation.points.store.scores.ScoreRow;
import innovation.points.web.access.Principal;
import innovation.points.web.access.Role;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.http.SentFiles;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/questions}: an enterprise of the roster asks about its published result, ranked
 * or not; offices ask about any enterprise, for grid workers and the hotline too.
 */
public final class AskingEndpoint implements Calls {

  private static final int SHORT = 100;
  private static final int MIN_YEAR = 2000;
  private static final int MAX_YEAR = 2100;

  private final AskedQuestions questions;
  private final AskedParts parts;
  private final Links links;
  private final QuestionDesk desk;

  public AskingEndpoint(
      AskedQuestions questions, AskedParts parts, Links links, QuestionDesk desk) {
    this.questions = questions;
    this.parts = parts;
    this.links = links;
    this.desk = desk;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/questions", this::ask);
  }

  /**
   * The body of a question.
   *
   * @param text 1 to 2000 characters
   * @param origin where it comes from, e.g. a hotline; null: from who asks
   * @param reference the number it has there
   */
  record Body(
      int year,
      String uscc,
      AboutBody about,
      String text,
      @Nullable List<SentFiles.Announced> attachments,
      @Nullable String origin,
      @Nullable String reference) {}

  /**
   * What it is about.
   *
   * @param id of the indicator, the rule, the field or the dataset; null where the kind needs none
   */
  record AboutBody(@Nullable String kind, @Nullable String id) {}

  public Response ask(Request request) {
    request.parameters().verify();
    Body body = request.body(Body.class);
    int year = year(body.year());
    String uscc = body.uscc().strip().toUpperCase(Locale.ROOT);
    boolean office = request.principal().is(Role.BUREAU) || request.principal().is(Role.DEPARTMENT);
    QuestionKind kind = kind(body.about().kind());
    String reference = shortText("reference", body.reference());
    checkRight(request.principal(), uscc, kind, office, reference);
    String text = Texts.of("text", body.text());
    List<Attachment> files = SentFiles.read(body.attachments(), Attachment::new);
    var found = parts.find(year, uscc, kind, body.about().id(), office);
    ScoreRow row = found.row();
    Instant now = desk.now();
    var question =
        new AskedQuestion(
            RunIds.requested(year, now, request.id()),
            year,
            row.card().generation(),
            uscc,
            row.card().name(),
            row.grid(),
            found.part().about(),
            found.part().departments(),
            text,
            shortText("origin", body.origin()),
            reference,
            files,
            request.person(),
            now,
            desk.dueIn(QuestionDesk.DAYS),
            found.part().standing(),
            List.of());
    AskedQuestion asked =
        questions.ask(
            question, desk.record(request, TrailAction.QUESTION_ASKED, question, null, "open"));
    // The same one said again, as after an answer that was lost, is the one that is there.
    if (!asked.text().equals(text) || !asked.attachments().equals(files)) {
      throw new ProblemException(
          Problem.conflict(
              "已对%s提出过异议（编号 %s），同一公示结果的同一事项只能提出一次"
                  .formatted(question.about().words(), asked.id())));
    }
    return Response.created(
            "/v1/questions/" + asked.id(),
            desk.view(request, asked, links.toPut(asked.folder(), asked.attachments())))
        .with(Caching.NONE);
  }

  private static void checkRight(
      Principal caller,
      String uscc,
      QuestionKind kind,
      boolean office,
      @Nullable String reference) {
    if (!Parameters.isUscc(uscc)) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/uscc",
              "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），收到：" + Parameters.shown(uscc)));
    }
    if (!office && !caller.owns(uscc)) {
      throw new ProblemException(Problem.forbidden("企业只能就本企业的结果提出问题"));
    }
    if (kind.ofSystem()) {
      throw new ProblemException(Problem.forbidden("%s由系统提出，不能登记".formatted(kind.title())));
    }
    if (!office && kind.ofOffices()) {
      throw new ProblemException(Problem.forbidden("%s由区科学技术局或部门登记".formatted(kind.title())));
    }
    if (kind == QuestionKind.HOTLINE && reference == null) {
      throw new ProblemException(
          Problem.badRequest("body", "/reference", "字段 reference 应为热线工单的编号，收到的为空"));
    }
  }

  private static int year(int year) {
    if (year < MIN_YEAR || year > MAX_YEAR) {
      throw new ProblemException(
          Problem.badRequest("body", "/year", "字段 year 应为 2000 至 2100 的四位年份（如 2025），收到：" + year));
    }
    return year;
  }

  private static QuestionKind kind(@Nullable String id) {
    String given = id == null ? "" : id;
    return QuestionKind.named(given)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.badRequest(
                        "body",
                        "/about/kind",
                        "字段 about.kind 应为 %s 之一，收到：%s"
                            .formatted(QuestionKind.ids(), Parameters.shown(given)))));
  }

  private static @Nullable String shortText(String field, @Nullable String text) {
    return text == null || text.isBlank() ? null : Texts.of(field, text, SHORT);
  }
}
