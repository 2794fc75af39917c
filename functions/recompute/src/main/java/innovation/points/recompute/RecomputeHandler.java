package innovation.points.recompute;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import innovation.points.person.Person;
import innovation.points.recompute.asking.DailyQuestions;
import innovation.points.recompute.brief.BriefMaker;
import innovation.points.recompute.mail.SnsTopic;
import innovation.points.recompute.order.RunListsEndpoint;
import innovation.points.recompute.order.RunsEndpoint;
import innovation.points.recompute.run.DistributedRun;
import innovation.points.recompute.run.RunBucket;
import innovation.points.recompute.run.RunEvents;
import innovation.points.recompute.run.RunExecutor;
import innovation.points.recompute.run.RunLog;
import innovation.points.recompute.run.RunSteps;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.audit.TrailSealer;
import innovation.points.store.mail.MailTopic;
import innovation.points.store.mail.Outbox;
import innovation.points.store.publication.Publications;
import innovation.points.store.reminders.OfficeNotices;
import innovation.points.store.reminders.Reminders;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.run.Run;
import innovation.points.store.run.RunIds;
import innovation.points.store.run.RunOrders;
import innovation.points.store.run.RunOrders.Outcome;
import innovation.points.store.run.Runs;
import innovation.points.store.settings.Settings;
import innovation.points.store.table.CursorKey;
import innovation.points.store.table.Patience;
import innovation.points.store.table.StoredJson;
import innovation.points.store.table.StoredLists;
import innovation.points.store.table.Unavailability;
import innovation.points.web.access.Issuer;
import innovation.points.web.event.BatchFailures;
import innovation.points.web.event.Deadline;
import innovation.points.web.http.Cursors;
import innovation.points.web.log.FaultException;
import innovation.points.web.log.LogLine;
import innovation.points.web.route.Api;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Witness;
import innovation.points.web.time.OfficialTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The yearly run. Distinguishes events by their shape: requests of the API and of the schedule,
 * which write an order, or look for what became of it, or ask and remind departments; the stream of
 * the table, which executes it; the steps of the state machine where that executes a run, and the
 * end of an execution without a result; and the order to seal the audit trail, by which mails are
 * sent too. Thread-safe.
 */
public final class RecomputeHandler implements RequestStreamHandler {

  private final InstantSource clock;
  private final Deadline.Pause pause;
  private final RunOrders orders;
  private final AuditTrail trail;
  private final RunSteps steps;
  private final RunExecutor executor;
  private final DistributedRun distributed;
  private final TrailSealer sealer;
  private final TrailSealer.DayFiles trailFiles;
  private final Outbox outbox;
  private final MailTopic mails;
  private final Reminders reminders;
  private final OfficeNotices notices;
  private final DailyQuestions questions;
  private final BriefMaker briefs;
  private final Api api;

  /** For Lambda: everything from the environment. */
  public RecomputeHandler() {
    this(
        DynamoDbClient.builder()
            .httpClient(Patience.WORKING.http())
            .overrideConfiguration(Patience.WORKING.limits())
            .build(),
        RunBucket.of(System.getenv()),
        SnsTopic.of(System.getenv()),
        InstantSource.system(),
        RecomputeSettings.of(System.getenv()),
        Rulebooks::builtIn,
        Thread::sleep);
  }

  /** For the local stack. */
  public RecomputeHandler(
      DynamoDbClient client,
      S3Client bucket,
      String bucketName,
      MailTopic mails,
      InstantSource clock,
      RecomputeSettings settings,
      List<Rulebook> rulebooks) {
    this(
        client,
        RunBucket.of(bucket, bucketName),
        mails,
        clock,
        settings,
        () -> rulebooks,
        Thread::sleep);
  }

  RecomputeHandler(
      DynamoDbClient client,
      RunBucket bucket,
      MailTopic mails,
      InstantSource clock,
      RecomputeSettings settings,
      Supplier<List<Rulebook>> rulebooks,
      Deadline.Pause pause) {
    this.clock = clock;
    this.pause = pause;
    String table = settings.scoresTable();
    var choice = new RulebookChoice(rulebooks, new StoredRulebooks(client, table));
    this.trail = new AuditTrail(client, settings.scoresTable(), clock);
    var publications = new Publications(client, table);
    var runs = new Runs(client, table);
    this.orders = new RunOrders(client, table);
    this.steps =
        new RunSteps(
            client,
            choice,
            bucket,
            settings.factsTable(),
            settings.scoresTable(),
            settings.uploadsTable(),
            trail,
            settings.fourEyes(),
            settings.noticeDays(),
            settings.pointerTtl());
    this.executor = new RunExecutor(runs, steps, settings.segments());
    this.distributed = new DistributedRun(runs, steps, bucket::workspace);
    this.sealer = new TrailSealer(client, table, clock, OfficialTime.ZONE);
    this.trailFiles = bucket.trail(clock);
    this.outbox = new Outbox(client, table);
    this.mails = mails;
    this.reminders = new Reminders(client, settings.factsTable(), table, trail);
    this.notices = new OfficeNotices(client, table, settings.uploadsTable());
    this.questions =
        new DailyQuestions(
            client, settings.factsTable(), table, settings.uploadsTable(), choice, trail);
    this.briefs =
        new BriefMaker(
            client, settings.factsTable(), table, settings.uploadsTable(), choice, trail);
    var cursors = new Cursors(new CursorKey(client, settings.scoresTable()));
    var zone = new Settings(client, table);
    var ordering = new RunsEndpoint(orders, trail, runs, publications, choice, cursors, clock);
    var lists = new RunListsEndpoint(runs, new StoredLists(client, table), cursors);
    this.api =
        new Api(
            FunctionRoutes.of("recompute").with(ordering, lists).all(),
            new Issuer(
                settings.roleClaim(),
                zone::isDepartment,
                zone.banks(() -> OfficialTime.day(clock.instant()))),
            new Witness(trail::refused, trail::exported),
            Unavailability::causes);
  }

  /**
   * Answers a request, orders a scheduled run, or executes ordered runs.
   *
   * @throws FaultException where a run is to be retried: the stream then delivers it again
   */
  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    byte[] bytes = input.readAllBytes();
    JsonNode event = RunEvents.read(bytes);
    switch (RunEvents.kind(event)) {
      case REQUEST -> api.handle(new ByteArrayInputStream(bytes), output, context);
      case SCHEDULE -> StoredJson.write(output, new Ordered(schedule(event, context)));
      case CHECK -> {
        var at = Instant.parse(event.path("checkedTime").asText());
        StoredJson.write(output, new Checked(check(at, context)));
      }
      case DAILY -> {
        var at = Instant.parse(event.path("dailyTime").asText());
        StoredJson.write(output, daily(at, context));
      }
      case STEP -> StoredJson.write(output, step(event, context));
      case STREAM -> {
        execute(event, context);
        BatchFailures.write(output, List.of());
      }
      case ENDED -> {
        ended(RunEvents.ended(event), context);
        BatchFailures.write(output, List.of());
      }
      case SEAL -> {
        seal(context);
        BatchFailures.write(output, List.of());
      }
    }
  }

  /** Whatever the event says: all that is open is sealed, and all mails are sent. */
  private void seal(Context context) {
    try {
      int items = sealer.seal(trailFiles);
      LogLine.info()
          .text("requestId", context.getAwsRequestId())
          .text("outcome", "sealed")
          .number("items", items)
          .number("mails", outbox.send(mails, clock.instant()))
          .write(context);
    } catch (RuntimeException e) {
      throw failed(e, context);
    }
  }

  /** The answer to the schedule. */
  record Ordered(String run) {}

  /** The answer to the schedule that asks later. */
  record Checked(boolean computed) {}

  /**
   * The year before the scheduled time's year in Shanghai: it is computed, and waits for an
   * approver. Where a run that is to be published is on its way already, that one does.
   */
  private String schedule(JsonNode event, Context context) {
    Instant at = Instant.parse(event.get("scheduledTime").asText());
    int year = yearBefore(at);
    String id = RunIds.scheduled(year, at);
    var log = new RunLog(context, clock, year, id);
    try {
      var order = new Run.Order(true, null, false, Person.SCHEDULE, at);
      TrailEntry entry =
          TrailEntry.of(
                  Person.SCHEDULE,
                  TrailAction.RUN_ORDERED,
                  "years/%d/recomputations/%s".formatted(year, id),
                  context.getAwsRequestId())
              .resulting("ordered");
      Run run =
          switch (orders.order(
              Run.ordered(year, id, order), null, clock.instant(), List.of(trail.item(entry)))) {
            case Outcome.Ordered(Run ordered) -> ordered;
            case Outcome.InProgress(Run other) -> {
              trail.add(joined(other, context));
              yield other;
            }
            case Outcome.OtherBody() -> throw new IllegalStateException("an order without a key");
          };
      log.ordered();
      return run.id();
    } catch (RuntimeException e) {
      log.failed(e);
      throw FaultException.of(e);
    }
  }

  /** Says which run the schedule found on its way; it ordered none. */
  private static TrailEntry joined(Run other, Context context) {
    return TrailEntry.of(
            Person.SCHEDULE,
            TrailAction.RUN_ORDERED,
            "years/%d/recomputations/%s".formatted(other.year(), other.id()),
            context.getAwsRequestId())
        .resulting("joined");
  }

  private static int yearBefore(Instant at) {
    return at.atZone(OfficialTime.ZONE).getYear() - 1;
  }

  /** Says whether the year before was computed; its metric rings where it was not. */
  private boolean check(Instant at, Context context) {
    int year = yearBefore(at);
    var log = new RunLog(context, clock, year, RunIds.scheduled(year, at));
    try {
      boolean computed = steps.computed(year);
      log.checked(computed);
      return computed;
    } catch (RuntimeException e) {
      log.failed(e);
      throw FaultException.of(e);
    }
  }

  private static FaultException failed(RuntimeException e, Context context) {
    LogLine.error()
        .text("requestId", context.getAwsRequestId())
        .text("outcome", "failed")
        .cause(e)
        .write(context);
    return FaultException.of(e);
  }

  /**
   * The answer to the daily schedule.
   *
   * @param questions asked, asked again or taken back
   * @param reminders mails that were written
   * @param briefs that were made
   */
  record Daily(int questions, int reminders, int briefs) {}

  /** What is to be done every day. A mail that is written is sent by the stream, as every mail. */
  private Daily daily(Instant at, Context context) {
    try {
      LocalDate today = OfficialTime.day(at);
      String request = context.getAwsRequestId();
      int asked = questions.ask(today, clock.instant(), request);
      int written = reminders.remind(today, clock.instant(), request);
      int told = notices.write(today, at);
      int made = briefs.make(today, clock.instant(), request) ? 1 : 0;
      LogLine.info()
          .text("requestId", context.getAwsRequestId())
          .text("outcome", "daily")
          .number("questions", asked)
          .number("reminders", written)
          .number("notices", told)
          .number("briefs", made)
          .write(context);
      return new Daily(asked, written, made);
    } catch (RuntimeException e) {
      throw failed(e, context);
    }
  }

  private Deadline deadline(Context context) {
    return Deadline.of(context, clock, pause);
  }

  private DistributedRun.Answer step(JsonNode event, Context context) {
    var run = DistributedRun.Ref.of(event.path("run"));
    var log = new RunLog(context, clock, run.year(), run.id());
    try {
      var answer = distributed.step(event, deadline(context), log);
      log.stepped(event.path("step").asText());
      return answer;
    } catch (RuntimeException e) {
      log.failed(e);
      throw FaultException.of(e);
    }
  }

  private void ended(RunEvents.Ended ended, Context context) {
    var log = new RunLog(context, clock, ended.run().year(), ended.run().id());
    try {
      distributed.ended(ended, clock.instant(), log);
    } catch (RuntimeException e) {
      log.failed(e);
      throw FaultException.of(e);
    }
  }

  private void execute(JsonNode event, Context context) {
    RuntimeException fault = null;
    for (RunEvents.Ordered ordered : RunEvents.ordered(event)) {
      Deadline deadline = deadline(context);
      String owner = context.getAwsRequestId() + "/" + UUID.randomUUID();
      var log = new RunLog(context, clock, ordered.year(), ordered.run());
      try {
        executor.execute(ordered.year(), ordered.run(), owner, deadline, log);
      } catch (RuntimeException e) {
        log.failed(e);
        fault = e;
      }
    }
    if (fault != null) {
      throw FaultException.of(fault);
    }
  }
}
