package innovation.points.lookup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import innovation.points.lookup.bank.BankQuota;
import innovation.points.lookup.bank.GrantedEndpoint;
import innovation.points.lookup.bank.Readings;
import innovation.points.lookup.completeness.Arrivals;
import innovation.points.lookup.completeness.CompletenessEndpoint;
import innovation.points.lookup.completeness.ConflictsEndpoint;
import innovation.points.lookup.completeness.DepartmentsEndpoint;
import innovation.points.lookup.completeness.MonthlyEndpoint;
import innovation.points.lookup.completeness.Responsible;
import innovation.points.lookup.completeness.RosterCandidatesEndpoint;
import innovation.points.lookup.disclosure.PublicView;
import innovation.points.lookup.enterprise.BulkLookupEndpoint;
import innovation.points.lookup.enterprise.EnterpriseEndpoint;
import innovation.points.lookup.feed.FeedEndpoint;
import innovation.points.lookup.figures.FiguresEndpoint;
import innovation.points.lookup.figures.SpecialClustersEndpoint;
import innovation.points.lookup.lists.BenefitCountsEndpoint;
import innovation.points.lookup.lists.BenefitsEndpoint;
import innovation.points.lookup.lists.SeedsEndpoint;
import innovation.points.lookup.lists.StageServicesEndpoint;
import innovation.points.lookup.lists.TiersEndpoint;
import innovation.points.lookup.lists.TopOfStageListing;
import innovation.points.lookup.office.AuditEndpoint;
import innovation.points.lookup.office.DifferencesEndpoint;
import innovation.points.lookup.office.ExpiringCertificatesEndpoint;
import innovation.points.lookup.office.PaymentsEndpoint;
import innovation.points.lookup.office.RewardsEndpoint;
import innovation.points.lookup.office.ScoresEndpoint;
import innovation.points.lookup.office.TrailEndpoint;
import innovation.points.lookup.office.VerificationEndpoint;
import innovation.points.lookup.openapi.OpenApiEndpoint;
import innovation.points.lookup.pivot.TablesEndpoint;
import innovation.points.lookup.portrait.EnterpriseBenefitsEndpoint;
import innovation.points.lookup.portrait.HistoryEndpoint;
import innovation.points.lookup.portrait.PeerGroups;
import innovation.points.lookup.portrait.ProfileDocuments;
import innovation.points.lookup.portrait.ProfileEndpoint;
import innovation.points.lookup.portrait.ScoringInputs;
import innovation.points.lookup.portrait.SelfReportsEndpoint;
import innovation.points.lookup.portrait.ShadowEndpoint;
import innovation.points.lookup.portrait.SimulationEndpoint;
import innovation.points.lookup.publication.CapacityMeter;
import innovation.points.lookup.publication.CardEndpoint;
import innovation.points.lookup.publication.HealthEndpoint;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.lookup.publication.LetterEndpoint;
import innovation.points.lookup.publication.OverviewEndpoint;
import innovation.points.lookup.publication.Pointers;
import innovation.points.lookup.publication.PublishedEntries;
import innovation.points.lookup.publication.RankingEndpoint;
import innovation.points.lookup.publication.SupposedPlaces;
import innovation.points.lookup.publication.YearsEndpoint;
import innovation.points.lookup.rulebook.RulebookEndpoint;
import innovation.points.lookup.rulebook.TrialEndpoint;
import innovation.points.lookup.search.SearchEndpoint;
import innovation.points.lookup.zone.ZoneEndpoint;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.Audits;
import innovation.points.store.audit.TrailReader;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.grants.Grants;
import innovation.points.store.grants.Quotas;
import innovation.points.store.names.NameIndexes;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.Rankings;
import innovation.points.store.publication.TopOfStage;
import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.questions.LetterKeys;
import innovation.points.store.questions.Letters;
import innovation.points.store.reminders.Reminders;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.run.Runs;
import innovation.points.store.scores.Editions;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.CursorKey;
import innovation.points.store.table.MeteredClient;
import innovation.points.store.table.Patience;
import innovation.points.store.table.StoredLists;
import innovation.points.store.table.Unavailability;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.web.access.Issuer;
import innovation.points.web.http.Cursors;
import innovation.points.web.log.LogLine;
import innovation.points.web.log.Metric;
import innovation.points.web.route.Api;
import innovation.points.web.route.Endpoint;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Witness;
import innovation.points.web.time.OfficialTime;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Answers everything that is read: contract §3. Thread-safe. */
public final class LookupHandler implements RequestStreamHandler {

  /** A stored score did not come out again when it was explained; its figures stand. */
  private static final Metric NOT_REPRODUCED = Metric.count("ScoresNotReproduced");

  private final CapacityMeter meter = new CapacityMeter();
  private final AtomicInteger notReproduced = new AtomicInteger();
  private final InstantSource time;
  private final Pointers pointers;
  private final ScoresTable scores;
  private final Api api;

  /** For Lambda: everything from the environment. */
  public LookupHandler() {
    this(
        DynamoDbClient.builder()
            .httpClient(Patience.INTERACTIVE.http())
            .overrideConfiguration(Patience.INTERACTIVE.limits())
            .build(),
        InstantSource.system(),
        LookupSettings.of(System.getenv()));
    warmUp();
  }

  /** For tests and the local stack. */
  public LookupHandler(DynamoDbClient client, InstantSource time, LookupSettings settings) {
    this.time = time;
    var metered = new MeteredClient(client, meter);
    String table = settings.scoresTable();
    var trail = new AuditTrail(client, settings.scoresTable(), time);
    var cursors = new Cursors(new CursorKey(client, settings.scoresTable()));
    var rankings = new Rankings(metered, table);
    this.pointers = new Pointers(new Publications(metered, table), time);
    this.scores = new ScoresTable(metered, table, _ -> notReproduced.incrementAndGet());
    var stored = new StoredRulebooks(metered, table);
    var zoneSettings = new Settings(metered, table);
    var rules = new KnownRulebooks(stored);
    var facts = new FactsTable(metered, settings.factsTable());
    var names = new NameIndexes(metered, table);
    var entries = new PublishedEntries(scores);
    var view = new PublicView(settings.disclosure(), rules::of);
    var years = new YearsEndpoint(pointers, zoneSettings::workingDays, time);
    var cards = new CardEndpoint(pointers, scores, view);
    var enterprises = new EnterpriseEndpoint(pointers, scores, view);
    var bulk = new BulkLookupEndpoint(pointers, scores, view);
    var ranking = new RankingEndpoint(pointers, rankings, names, entries, cursors, rules, view);
    var lives = new RulebookLives(metered, table);
    var rulebooks = new RulebookEndpoint(rules, stored, lives, time);
    var trials = new TrialEndpoint(pointers, scores, rules);
    var runs = new Runs(metered, table);
    var zone = new ZoneEndpoint(zoneSettings::zone, time, settings.publicOrigin());
    var feed = new FeedEndpoint(pointers, runs, rules, lives, zoneSettings, time);
    var documents = new ProfileDocuments(new PeerGroups(scores), rules);
    var inputs = new ScoringInputs(pointers, scores, facts);
    var grants = new Grants(metered, table);
    var readings = new Readings(trail, grants, time);
    var granted = new GrantedEndpoint(pointers, grants, scores, readings, rules, cursors, time);
    // Counting writes, and is metered by nothing.
    var quota = new BankQuota(new Quotas(client, table), zoneSettings, time);
    var profiles = new ProfileEndpoint(pointers, scores, documents, inputs, rules, readings);
    var simulations =
        new SimulationEndpoint(
            pointers, inputs, new SupposedPlaces(rankings, entries), documents, rules, readings);
    var shadows = new ShadowEndpoint(pointers, inputs, rules, readings, time);
    var histories = new HistoryEndpoint(pointers, scores, rules, readings);
    var results = new ScoresEndpoint(pointers, runs, scores, cursors, rules);
    var tables = new TablesEndpoint(pointers, scores, rules);
    var rewards = new RewardsEndpoint(pointers, scores, runs, cursors, rules);
    var payments = new PaymentsEndpoint(pointers, scores, rules);
    var clusters = new SpecialClustersEndpoint(pointers, scores, rules, time);
    var expiring = new ExpiringCertificatesEndpoint(scores, time);
    var verification = new VerificationEndpoint(pointers, scores, rules);
    var best = new TopOfStageListing(pointers, new TopOfStage(rankings), cursors, rules);
    var tiers = new TiersEndpoint(best, rules, view);
    var seeds = new SeedsEndpoint(best, pointers, entries, scores, rules);
    var services = new StageServicesEndpoint(best, scores, rules);
    var benefits = new BenefitsEndpoint(pointers, scores, cursors, rules);
    var taken = new BenefitCountsEndpoint(pointers, scores, rules);
    var open = new EnterpriseBenefitsEndpoint(pointers, scores, rules, readings);
    var letters =
        new LetterEndpoint(
            new Letters(metered, table),
            new LetterKeys(metered, table),
            pointers,
            scores,
            time,
            settings.publicOrigin());
    var overviews = new OverviewEndpoint(pointers, rankings, view);
    var figures = new FiguresEndpoint(pointers, new StoredLists(metered, table), rules, view);
    var uploads = new UploadsTable(metered, settings.uploadsTable());
    var selfReports = new SelfReportsEndpoint(facts, uploads, cursors);
    var arrivals = new Arrivals(uploads, zoneSettings::catalogue, time);
    var completeness = new CompletenessEndpoint(scores, arrivals, new Responsible(rules), cursors);
    var conflicts = new ConflictsEndpoint(scores, facts, cursors);
    var candidates = new RosterCandidatesEndpoint(facts, zoneSettings::catalogue, cursors);
    var questions = new AskedQuestions(metered, table);
    var monthly = new MonthlyEndpoint(questions, time);
    var departments =
        new DepartmentsEndpoint(
            arrivals,
            questions,
            zoneSettings,
            new Reminders(metered, settings.factsTable(), table, trail),
            time);
    var audit = new AuditEndpoint(pointers, new Audits(metered, table));
    var search = new SearchEndpoint(pointers, entries, names, cursors, rules, view);
    var differences = new DifferencesEndpoint(pointers, new Editions(scores), cursors, rules);
    var record = new TrailEndpoint(new TrailReader(metered, table), cursors);
    this.api =
        new Api(
            FunctionRoutes.of("lookup")
                .with(
                    new OpenApiEndpoint(),
                    new HealthEndpoint(pointers),
                    years,
                    zone,
                    feed,
                    overviews,
                    figures,
                    clusters,
                    ranking,
                    cards,
                    search,
                    enterprises,
                    bulk,
                    rulebooks,
                    trials,
                    profiles,
                    shadows,
                    simulations,
                    histories,
                    granted,
                    selfReports,
                    results,
                    tables,
                    completeness,
                    departments,
                    monthly,
                    conflicts,
                    candidates,
                    audit,
                    tiers,
                    seeds,
                    services,
                    benefits,
                    taken,
                    open,
                    letters,
                    payments,
                    expiring,
                    record,
                    differences,
                    verification,
                    rewards)
                .around(quota::counted)
                .around(this::metered)
                .latest(pointers::newest)
                .all(),
            new Issuer(
                settings.roleClaim(),
                zoneSettings::isDepartment,
                zoneSettings.banks(() -> OfficialTime.day(time.instant()))),
            new Witness(trail::refused, trail::exported),
            Unavailability::causes);
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    api.handle(event, answer, context);
    report(context);
  }

  /** The same, for an event that has been read. */
  public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
    APIGatewayV2HTTPResponse answer = api.handle(event, context);
    report(context);
    return answer;
  }

  private void report(Context context) {
    int scores = notReproduced.getAndSet(0);
    if (scores > 0) {
      LogLine.error()
          .text("requestId", context.getAwsRequestId())
          .metric(NOT_REPRODUCED, scores)
          .write(context, time.instant());
    }
  }

  /** Logs what the tables were asked for while the request was answered. */
  private Endpoint metered(Endpoint endpoint) {
    return request -> meter.during(request, () -> endpoint.answer(request));
  }

  /** Loads and connects what every request needs, so that a snapshot of the process has it. */
  private void warmUp() {
    try {
      pointers.refresh();
      scores.publicCard("none", "none");
    } catch (SdkException _) {
      // The first request will report the fault; a cold start must not fail because of it.
    }
  }
}
