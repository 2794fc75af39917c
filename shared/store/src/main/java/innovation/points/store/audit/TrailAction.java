package innovation.points.store.audit;

import java.util.Arrays;
import java.util.Optional;

/** What the audit trail records; the ids are those of the contract (§3). */
public enum TrailAction {
  UPLOAD_ANNOUNCED("upload.announced"),
  UPLOAD_ACCEPTED("upload.accepted"),
  UPLOAD_CONFIRMED("upload.confirmed"),
  UPLOAD_WITHDRAWN("upload.withdrawn"),
  UPLOAD_VERIFIED("upload.verified"),
  UPLOAD_EVIDENCED("upload.evidenced"),
  RUN_ORDERED("run.ordered"),
  RUN_FINISHED("run.finished"),
  PUBLICATION_APPROVED("publication.approved"),
  PUBLICATION_REFUSED("publication.refused"),
  RULEBOOK_SUBMITTED("rulebook.submitted"),
  RULEBOOK_APPROVED("rulebook.approved"),
  RULEBOOK_REFUSED("rulebook.refused"),
  RULEBOOK_WITHDRAWN("rulebook.withdrawn"),
  REBUILD_ORDERED("rebuild.ordered"),
  REBUILD_FINISHED("rebuild.finished"),
  SETTINGS_CHANGED("settings.changed"),
  QUESTION_ASKED("question.asked"),
  QUESTION_ASSIGNED("question.assigned"),
  QUESTION_ANSWERED("question.answered"),
  QUESTION_CLOSED("question.closed"),
  QUESTION_REOPENED("question.reopened"),
  REMINDER_SENT("reminder.sent"),
  LETTER_ISSUED("letter.issued"),
  LETTER_REVOKED("letter.revoked"),
  GRANT_GIVEN("grant.given"),
  GRANT_WITHDRAWN("grant.withdrawn"),
  ALLOCATION_ASKED("allocation.asked"),
  ALLOCATION_APPROVED("allocation.approved"),
  ALLOCATION_REFUSED("allocation.refused"),
  ALLOCATION_PAID("allocation.paid"),
  BRIEF_MADE("brief.made"),
  BRIEF_APPROVED("brief.approved"),
  BRIEF_REFUSED("brief.refused"),
  EXPORT_MADE("export.made"),
  PROFILE_READ("profile.read"),
  ACCESS_REFUSED("access.refused");

  private final String id;

  TrailAction(String id) {
    this.id = id;
  }

  /** As it stands in an item. */
  public String id() {
    return id;
  }

  /** The action with an id, if there is one. */
  public static Optional<TrailAction> of(String id) {
    return Arrays.stream(values()).filter(action -> action.id.equals(id)).findFirst();
  }
}
