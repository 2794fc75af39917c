package innovation.points.desk.questions;

import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.bucket.AttachmentLink;
import innovation.points.store.questions.AskedQuestion;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.PartStanding;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.Arrival;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** What everything that is done with questions needs: the time, the trail, the view. */
public final class QuestionDesk {

  /** Working days to answer, and to find fault with an answer. */
  static final int DAYS = 10;

  private final AskedQuestions questions;
  private final AskedParts parts;
  private final UploadsTable uploads;
  private final Settings settings;
  private final AuditTrail trail;
  private final InstantSource clock;

  public QuestionDesk(
      AskedQuestions questions,
      AskedParts parts,
      UploadsTable uploads,
      Settings settings,
      AuditTrail trail,
      InstantSource clock) {
    this.questions = questions;
    this.parts = parts;
    this.uploads = uploads;
    this.settings = settings;
    this.trail = trail;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return OfficialTime.day(clock.instant());
  }

  /** The last of a number of working days after today. */
  LocalDate dueIn(int days) {
    return settings.workingDays().after(today(), days);
  }

  /**
   * The question of the path.
   *
   * @throws ProblemException 404 where there is none that the caller may read
   */
  AskedQuestion found(Request request) {
    Parameters parameters = request.parameters();
    String id = parameters.path("id");
    parameters.verify();
    return questions
        .find(id)
        .filter(one -> Moves.mayRead(request.principal(), one))
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.notFound("没有编号为 %s 的问题".formatted(Parameters.shown(id)))));
  }

  /** What the caller sees of a question, without its attachments' addresses. */
  QuestionView view(Request request, AskedQuestion question) {
    return view(
        request, question, question.attachments().stream().map(AttachmentLink::of).toList());
  }

  QuestionView view(Request request, AskedQuestion question, List<AttachmentLink> attachments) {
    return view(request, question, parts.now(question), attachments);
  }

  /**
   * The same.
   *
   * @param now what stands in the draft
   */
  QuestionView view(
      Request request,
      AskedQuestion question,
      @Nullable PartStanding now,
      List<AttachmentLink> attachments) {
    Arrival corrected = now == null ? null : correction(question.said(), now);
    return QuestionView.of(question, request.principal(), today(), now, corrected, attachments);
  }

  /** How the newest of the files came that have changed what stood there; null where none has. */
  @Nullable Arrival correction(PartStanding before, PartStanding now) {
    return now.unlike(before).stream()
        .map(fact -> List.of(fact.key(), fact.version()))
        .distinct()
        .flatMap(file -> uploads.arrival(file.get(0), file.get(1)).stream())
        .max(Comparator.comparing(Arrival::at))
        .orElse(null);
  }

  TransactWriteItem record(
      Request request,
      TrailAction action,
      AskedQuestion question,
      @Nullable String reason,
      String result) {
    return trail.item(
        TrailEntry.of(request.person(), action, question.path(), request.id())
            .because(reason)
            .resulting(result));
  }
}
