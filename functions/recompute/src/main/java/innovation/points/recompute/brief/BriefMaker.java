package innovation.points.recompute.brief;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.brief.Brief;
import innovation.points.store.brief.Brief.Step;
import innovation.points.store.brief.BriefState;
import innovation.points.store.brief.Briefs;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.Rankings;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.UploadFilter;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.time.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes the brief of the quarter that is over, once it is, and anew where it was refused; then it
 * waits for an approver. Repeating it changes nothing. Thread-safe.
 */
public final class BriefMaker {

  private final FactsTable facts;
  private final UploadsTable uploads;
  private final AskedQuestions questions;
  private final Settings settings;
  private final RankMoves moves;
  private final Briefs briefs;
  private final AuditTrail trail;

  public BriefMaker(
      DynamoDbClient client,
      String factsTable,
      String scoresTable,
      String uploadsTable,
      RulebookChoice rulebooks,
      AuditTrail trail) {
    this.facts = new FactsTable(client, factsTable);
    this.uploads = new UploadsTable(client, uploadsTable);
    this.questions = new AskedQuestions(client, scoresTable);
    this.settings = new Settings(client, scoresTable);
    this.moves =
        new RankMoves(
            new Publications(client, scoresTable), new Rankings(client, scoresTable), rulebooks);
    this.briefs = new Briefs(client, scoresTable);
    this.trail = trail;
  }

  /**
   * Makes it.
   *
   * @param today of the schedule, in official time
   * @return whether one was made
   */
  public boolean make(LocalDate today, Instant now, String requestId) {
    Quarter quarter = Quarter.of(today).before();
    Optional<Brief> before = briefs.of(quarter.toString());
    if (before.isPresent() && before.get().state() != BriefState.REFUSED) {
      return false;
    }
    Brief made = brief(quarter, now);
    TrailEntry entry =
        TrailEntry.of(Person.DAILY, TrailAction.BRIEF_MADE, "briefs/" + quarter, requestId)
            .resulting(BriefState.ASKED.id());
    // Where somebody else was first, it is there.
    return briefs.save(before.map(made::after).orElse(made), List.of(trail.item(entry)));
  }

  private Brief brief(Quarter quarter, Instant now) {
    Catalogue catalogue = settings.catalogue(quarter.year() - 1);
    var files = new FileCounts(uploads.all(UploadFilter.ALL), catalogue);
    var asked = new QuestionCounts(questions.all(null, null).toList());
    var figures = new ArrayList<>(files.figures(quarter));
    figures.addAll(asked.figures(quarter));
    return new Brief(
        quarter.toString(),
        quarter.first(),
        quarter.last(),
        figures,
        files.offices(quarter),
        asked.kinds(quarter),
        asked.departments(quarter, catalogue),
        moves.in(quarter).orElse(null),
        EndingCertificates.of(facts, quarter.last()),
        List.of(new Step(BriefState.ASKED, Person.DAILY, now, null)),
        1);
  }
}
