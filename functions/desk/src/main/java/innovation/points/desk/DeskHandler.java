package innovation.points.desk;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import innovation.points.desk.allocation.AllocationDecisionEndpoint;
import innovation.points.desk.allocation.AllocationsEndpoint;
import innovation.points.desk.allocation.SheetMaker;
import innovation.points.desk.announcement.ListPapersEndpoint;
import innovation.points.desk.brief.BriefsEndpoint;
import innovation.points.desk.grants.GrantsEndpoint;
import innovation.points.desk.letters.HeldLetterKey;
import innovation.points.desk.letters.KmsLetterKey;
import innovation.points.desk.letters.LetterKey;
import innovation.points.desk.letters.LettersEndpoint;
import innovation.points.desk.publication.PublicationEndpoint;
import innovation.points.desk.questions.AskedParts;
import innovation.points.desk.questions.AskingEndpoint;
import innovation.points.desk.questions.MovingEndpoint;
import innovation.points.desk.questions.QuestionDesk;
import innovation.points.desk.questions.ReadingEndpoint;
import innovation.points.desk.reminders.RemindingEndpoint;
import innovation.points.desk.rulebook.RulebookDecisionEndpoint;
import innovation.points.desk.rulebook.RulebookDraftEndpoint;
import innovation.points.desk.settings.SettingsEndpoint;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.Audits;
import innovation.points.store.brief.Briefs;
import innovation.points.store.bucket.Links;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.grants.Grants;
import innovation.points.store.payment.PaymentLists;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.Rankings;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.LetterKeys;
import innovation.points.store.questions.Letters;
import innovation.points.store.reminders.Reminders;
import innovation.points.store.repeat.Repeats;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.CursorKey;
import innovation.points.store.table.Patience;
import innovation.points.store.table.Unavailability;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.access.Issuer;
import innovation.points.web.event.Deadline;
import innovation.points.web.http.Cursors;
import innovation.points.web.route.Api;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Witness;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Records what persons decide and state: publications, questions with their answers, reference
 * letters, grants, rulebooks and settings. Thread-safe.
 */
public final class DeskHandler implements RequestStreamHandler {

  private final Publications publications;
  private final Api api;

  /** For Lambda: reads the settings from the environment. */
  public DeskHandler() {
    this(Patience.INTERACTIVE.http());
    warmUp();
  }

  /** One HTTP client for both: each would load the certificates again. */
  private DeskHandler(SdkHttpClient http) {
    this(http, DeskSettings.of(System.getenv()));
  }

  private DeskHandler(SdkHttpClient http, DeskSettings settings) {
    this(
        DynamoDbClient.builder()
            .httpClient(http)
            .overrideConfiguration(Patience.INTERACTIVE.limits())
            .build(),
        S3Client.builder()
            .httpClient(http)
            .overrideConfiguration(Patience.INTERACTIVE.limits())
            .build(),
        S3Presigner.create(),
        new KmsLetterKey(
            KmsClient.builder()
                .httpClient(http)
                .overrideConfiguration(Patience.INTERACTIVE.limits())
                .build(),
            settings.letterKey()),
        InstantSource.system(),
        settings,
        Rulebooks::builtIn,
        Thread::sleep);
  }

  /** For the local stack: letters are signed with a key that the process makes. */
  public DeskHandler(
      DynamoDbClient client,
      S3Client s3,
      S3Presigner presigner,
      InstantSource clock,
      DeskSettings settings,
      List<Rulebook> rulebooks) {
    this(
        client,
        s3,
        presigner,
        HeldLetterKey.made(),
        clock,
        settings,
        () -> rulebooks,
        Thread::sleep);
  }

  DeskHandler(
      DynamoDbClient client,
      S3Client s3,
      S3Presigner presigner,
      LetterKey letterKey,
      InstantSource clock,
      DeskSettings settings,
      Supplier<List<Rulebook>> rulebooks,
      Deadline.Pause pause) {
    String table = settings.scoresTable();
    this.publications = new Publications(client, table);
    var trail = new AuditTrail(client, settings.scoresTable(), clock);
    var facts = new FactsTable(client, settings.factsTable());
    var runs = new Runs(client, table);
    var scores = new ScoresTable(client, table);
    var choice = new RulebookChoice(rulebooks, new StoredRulebooks(client, table));
    var cursors = new Cursors(new CursorKey(client, settings.scoresTable()));
    var publishing =
        new PublicationEndpoint(
            facts,
            trail,
            runs,
            publications,
            new Settings(client, table),
            settings.fourEyes(),
            settings.noticeDays(),
            clock,
            pause);
    var zone = new Settings(client, table);
    var links = new Links(presigner, settings.bucket());
    var questions = new AskedQuestions(client, table);
    var uploads = new UploadsTable(client, settings.uploadsTable());
    var parts = new AskedParts(publications, scores, choice);
    var desk = new QuestionDesk(questions, parts, uploads, zone, trail, clock);
    var asking = new AskingEndpoint(questions, parts, links, desk);
    var moving = new MovingEndpoint(questions, parts, zone, desk);
    var reading = new ReadingEndpoint(questions, scores, parts, links, desk, zone, cursors);
    var letters =
        new LettersEndpoint(
            publications,
            scores,
            new Letters(client, table),
            choice,
            trail,
            new Settings(client, table),
            cursors,
            clock,
            letterKey,
            new LetterKeys(client, table),
            settings.publicOrigin());
    var granting =
        new GrantsEndpoint(
            new Grants(client, table), new Settings(client, table), trail, cursors, clock);
    var reminding =
        new RemindingEndpoint(
            new Reminders(client, settings.factsTable(), table, trail), zone, clock);
    var lives = new RulebookLives(client, table);
    var drafts = new RulebookDraftEndpoint(lives, links, trail, rulebooks);
    var deciding =
        new RulebookDecisionEndpoint(lives, publications, trail, settings.fourEyes(), clock);
    var zones =
        new SettingsEndpoint(zone, trail, s3, settings.bucket(), settings.fourEyes(), clock);
    var lists = new PaymentLists(client, table, s3, settings.bucket());
    var allocating =
        new AllocationsEndpoint(
            publications,
            choice,
            runs,
            lists,
            scores,
            new SheetMaker(scores, new Audits(client, table)),
            zone,
            clock);
    var paying =
        new AllocationDecisionEndpoint(publications, lists, trail, settings.fourEyes(), clock);
    var announcing =
        new ListPapersEndpoint(
            publications, new Rankings(client, table), choice, zone, settings.disclosure());
    var briefs =
        new BriefsEndpoint(
            new Briefs(client, table),
            zone,
            trail,
            settings.fourEyes(),
            settings.disclosure(),
            clock);
    this.api =
        new Api(
            FunctionRoutes.of("desk")
                .with(
                    publishing, asking, moving, reading, letters, granting, drafts, deciding, zones)
                .with(allocating, paying, reminding, announcing, briefs)
                .repeatable(new Repeats(client, table, clock).memory())
                .all(),
            new Issuer(
                settings.roleClaim(),
                zone::isDepartment,
                zone.banks(() -> OfficialTime.day(clock.instant()))),
            new Witness(trail::refused, trail::exported),
            Unavailability::causes);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    api.handle(event, answer, context);
  }

  /** Loads and connects what every request needs, so that the SnapStart snapshot contains it. */
  private void warmUp() {
    try {
      publications.all();
    } catch (SdkException _) {
      // The first request will report the error; a cold start must not fail because of it.
    }
  }
}
