package innovation.points.desk;

import static innovation.points.web.event.Environment.required;

import innovation.points.person.FourEyes;
import innovation.points.scoring.disclosure.Disclosure;
import innovation.points.store.publication.NoticeRule;
import innovation.points.web.access.Issuer;
import java.util.Map;

/**
 * The settings of the function, from its environment.
 *
 * @param bucket the bucket that is the record
 * @param roleClaim the claim of a token that names its roles
 * @param fourEyes whether another person has to approve what one asks for
 * @param noticeDays the usual length of a notice period in working days; 0 for none
 * @param publicOrigin where the portal is for everybody, {@code https://points.example.gov.cn}; the
 *     empty text where that is not set
 * @param disclosure what of a publication is public
 * @param letterKey the ARN of the key that signs letters; the empty text without KMS
 */
public record DeskSettings(
    String bucket,
    String factsTable,
    String scoresTable,
    String uploadsTable,
    String roleClaim,
    FourEyes fourEyes,
    int noticeDays,
    String publicOrigin,
    Disclosure disclosure,
    String letterKey) {

  /** With the claim that user pools write, and the usual notice period. */
  public DeskSettings(
      String bucket,
      String factsTable,
      String scoresTable,
      String uploadsTable,
      FourEyes fourEyes) {
    this(
        bucket,
        factsTable,
        scoresTable,
        uploadsTable,
        Issuer.GROUPS,
        fourEyes,
        NoticeRule.USUAL_DAYS,
        "",
        Disclosure.ALL,
        "");
  }

  /** The same with the portal's address. */
  public DeskSettings at(String origin) {
    return new DeskSettings(
        bucket,
        factsTable,
        scoresTable,
        uploadsTable,
        roleClaim,
        fourEyes,
        noticeDays,
        origin,
        disclosure,
        letterKey);
  }

  /** The same where less of a publication is public. */
  public DeskSettings disclosing(Disclosure what) {
    return new DeskSettings(
        bucket,
        factsTable,
        scoresTable,
        uploadsTable,
        roleClaim,
        fourEyes,
        noticeDays,
        publicOrigin,
        what,
        letterKey);
  }

  static DeskSettings of(Map<String, String> environment) {
    return new DeskSettings(
        required(environment, "BUCKET"),
        required(environment, "FACTS_TABLE"),
        required(environment, "SCORES_TABLE"),
        required(environment, "UPLOADS_TABLE"),
        required(environment, "ROLE_CLAIM"),
        FourEyes.of(required(environment, "FOUR_EYES")),
        Integer.parseInt(required(environment, "NOTICE_DAYS")),
        environment.getOrDefault("PUBLIC_ORIGIN", ""),
        Disclosure.of(required(environment, "DISCLOSURE")),
        required(environment, "LETTER_KEY"));
  }
}
