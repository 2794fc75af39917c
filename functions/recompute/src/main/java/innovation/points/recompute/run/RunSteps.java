package innovation.points.recompute.run;

import innovation.points.person.FourEyes;
import innovation.points.person.Person;
import innovation.points.recompute.asking.ConflictQuestions;
import innovation.points.recompute.checks.RunChecks;
import innovation.points.recompute.claims.ContestedClaims;
import innovation.points.recompute.names.NamesOfYear;
import innovation.points.recompute.segment.Comparison;
import innovation.points.recompute.segment.RankedRow;
import innovation.points.recompute.segment.RunPlan;
import innovation.points.recompute.segment.RunProgress;
import innovation.points.recompute.segment.RunTables;
import innovation.points.recompute.segment.SegmentScores;
import innovation.points.recompute.segment.SegmentScoring;
import innovation.points.recompute.segment.SegmentWriting;
import innovation.points.recompute.workspace.RunDocuments;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.mail.Mail;
import innovation.points.store.mail.Outbox;
import innovation.points.store.publication.NoticeRule;
import innovation.points.store.publication.Pointer;
import innovation.points.store.publication.Publications;
import innovation.points.store.publication.RankingEntry;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.store.run.Difference;
import innovation.points.store.run.Run;
import innovation.points.store.run.Run.RulebookUsed;
import innovation.points.store.run.RunLease;
import innovation.points.store.run.RunStatus;
import innovation.points.store.run.Runs;
import innovation.points.store.settings.NoticeSwitches;
import innovation.points.store.settings.Settings;
import innovation.points.web.event.Deadline;
import innovation.points.web.time.OfficialTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The steps of a run, in their order: {@link #plan}, {@link #score} for each segment, {@link
 * #rank}, {@link #write} for each segment, {@link #conclude}, {@link #publish}, {@link #document}.
 * Each works from the plan and from what earlier steps left in the workspace, and can be repeated,
 * in one process or each in an invocation of its own. Thread-safe.
 */
public final class RunSteps {

  /** How often a zone is scored again because a dataset was delivered or withdrawn meanwhile. */
  static final int PASSES = 5;

  /** The newest runs of a year in which one that is whole is looked for. */
  private static final int LOOKED_AT = 100;

  private static final String OVERTAKEN = "发布前已有更新的结果，或区科学技术局另有决定，本次结果未自动发布；可在核对后指定发布";

  private final DynamoDbClient client;
  private final String factsTable;
  private final String scoresTable;
  private final RulebookChoice rulebooks;
  private final StoredRulebooks kept;

  /** By digest, which identifies one text: an entry never changes. */
  private final Map<RulebookUsed, Rulebook> inUse = new ConcurrentHashMap<>();

  private final RunBucket bucket;
  private final FactsTable facts;
  private final Runs runs;
  private final Publications publications;
  private final Settings settings;
  private final RunChecks checks;
  private final ConflictQuestions conflicts;
  private final AuditTrail trail;
  private final Outbox outbox;
  private final FourEyes fourEyes;
  private final int noticeDays;
  private final Duration pointerTtl;

  /**
   * The steps of runs.
   *
   * @param fourEyes whether a run that is complete waits for another person
   * @param noticeDays the usual length of a notice period in working days
   */
  public RunSteps(
      DynamoDbClient client,
      RulebookChoice rulebooks,
      RunBucket bucket,
      String factsTable,
      String scoresTable,
      String uploadsTable,
      AuditTrail trail,
      FourEyes fourEyes,
      int noticeDays,
      Duration pointerTtl) {
    this.client = client;
    this.factsTable = factsTable;
    this.scoresTable = scoresTable;
    this.rulebooks = rulebooks;
    this.kept = new StoredRulebooks(client, scoresTable);
    this.bucket = bucket;
    this.facts = new FactsTable(client, factsTable);
    this.runs = new Runs(client, scoresTable);
    this.publications = new Publications(client, scoresTable);
    this.settings = new Settings(client, scoresTable);
    this.checks = new RunChecks(client, scoresTable, uploadsTable, rulebooks);
    this.conflicts = new ConflictQuestions(client, factsTable, scoresTable, trail);
    this.trail = trail;
    this.outbox = new Outbox(client, scoresTable);
    this.fourEyes = fourEyes;
    this.noticeDays = noticeDays;
    this.pointerTtl = pointerTtl;
  }

  /**
   * Plans the run.
   *
   * @throws RunRefusedException where there are no rules for it
   */
  RunPlan plan(Run run, int segments) {
    Rulebook rulebook = rulebook(run);
    var used = new RulebookUsed(rulebook.id(), rulebook.digest());
    kept.keep(rulebook);
    inUse.put(used, rulebook);
    var zone = facts.zone();
    return new RunPlan(
        run.year(),
        run.id(),
        run.order().dryRun(),
        used,
        zone.deliveries().datasets(),
        zone.published(),
        publications.of(run.year()).map(Pointer::generation).orElse(null),
        run.order().at(),
        run.order().thresholds(),
        run.order().rewards(),
        segments);
  }

  /** Whether the generation of the run is whole: what is left is to publish and to document it. */
  static boolean computed(Run run) {
    return run.status() == RunStatus.COMPLETE
        || run.publishedAt() != null
        || run.finishedAt() != null;
  }

  /** Whether a run of the year that may be published is whole. */
  public boolean computed(int year) {
    return runs.list(year, LOOKED_AT, null).items().stream()
        .anyMatch(run -> !run.order().dryRun() && computed(run));
  }

  /** What is to be thrown after the last pass. */
  static RuntimeException unsettled() {
    return new IllegalStateException(
        "the zone's state changed in each of %d passes".formatted(PASSES));
  }

  /** Scores a segment into sorted runs. */
  void score(RunPlan plan, int segment, Workspace workspace, RunProgress progress) {
    new SegmentScoring(plan, segment, rulebook(plan), tables(), workspace, progress).score();
  }

  /**
   * Ranks all enterprises and writes the ranking pages.
   *
   * @return false where datasets were delivered or years published meanwhile: then the year is to
   *     be planned and scored again
   * @throws RunRefusedException where the roster is empty
   */
  boolean rank(RunPlan plan, Workspace workspace, RunProgress progress) {
    RunTables tables = tables();
    if (!tables.facts().zone().equals(plan.zone())) {
      return false;
    }
    SegmentScores all = RankMerge.sum(plan, workspace);
    if (all.tally().size() == 0) {
      throw new RunRefusedException("没有可评价的企业：%d 年度的企业名录（enterprises）尚未入库".formatted(plan.year()));
    }
    progress.step("ranking", all.tally().ranked());
    RankMerge.merge(all.runs(), rulebook(plan).ranks().overall(), workspace, progress);
    if (!plan.dryRun()) {
      try (var order = RankedRow.RECORDS.open(workspace, RankMerge.ORDER)) {
        tables.rankings().replace(plan.run(), all.tally().lists(), entries(order));
      }
      try (var order = RankedRow.RECORDS.open(workspace, RankMerge.ORDER)) {
        NamesOfYear.index(tables.names(), plan.run(), entries(order));
      }
    }
    RunDocuments.write(
        workspace, ContestedClaims.NAME, ContestedClaims.find(plan.numbers(), workspace));
    RunDocuments.write(workspace, SegmentScores.ALL, all.costing(tables.consumed()));
    return true;
  }

  /** Writes a segment's rows, and compares them with what is published. */
  void write(RunPlan plan, int segment, Workspace workspace, RunProgress progress) {
    RunTables tables = tables();
    var all = RunDocuments.read(workspace, SegmentScores.ALL, SegmentScores.class);
    Rulebook rulebook = rulebook(plan);
    new SegmentWriting(
            plan, rulebook, all, tables, workspace, comparison(plan, rulebook, tables), progress)
        .write(segment);
  }

  /** Keeps what documents are made from, for a workspace that does not outlive the process. */
  String keep(RunPlan plan, Workspace workspace) {
    String prefix = "runs/%d/%s/documents/".formatted(plan.year(), plan.run());
    if (!plan.dryRun()) {
      YearDocuments.keep(plan, workspace, bucket.workspace(prefix));
    }
    return prefix;
  }

  /**
   * Reads back what was written and completes the run.
   *
   * @param kept where in the bucket the files lie that its documents are made from
   */
  void conclude(
      RunPlan plan, RunLease lease, Workspace workspace, String kept, RunProgress progress) {
    RunTables tables = tables();
    Rulebook rulebook = rulebook(plan);
    var conclusion = new RunConclusion(plan, rulebook, tables, workspace, progress);
    conclusion.finish(bucket.files());
    conclusion.tell(runs, lease, comparison(plan, rulebook, tables), checks, kept);
  }

  /**
   * Writes the audit and the report of a generation, where they are not written yet, and asks what
   * the year's sources say different things about.
   */
  void document(RunLease lease, Deadline deadline, RunLog log) {
    Run run = runs.find(lease.year(), lease.run()).orElseThrow();
    String kept = run.workspace();
    if (kept == null) {
      return;
    }
    Workspace workspace = bucket.workspace(kept);
    RunPlan plan = RunDocuments.read(workspace, RunPlan.NAME, RunPlan.class);
    var progress = new RunProgress(log.telling(step -> runs.progress(lease, step)), deadline);
    new YearDocuments(plan, rulebook(plan), tables(), workspace).write(bucket.files(), progress);
    conflicts.ask(plan.year(), plan.run(), run.order().at(), deadline.now(), lease, progress);
    runs.documented(lease);
    log.documented();
  }

  /**
   * Ends a complete run. One that is to be published waits for an approver; where the zone has one
   * person only, it is published, unless a check needs a reason that nobody has given.
   */
  void publish(RunLease lease, Deadline deadline, RunLog log) {
    Run run = runs.find(lease.year(), lease.run()).orElseThrow();
    if (run.finishedAt() != null) {
      // Done before, by an invocation whose answer was lost.
      return;
    }
    boolean wanted = run.order().publish() && !run.order().dryRun();
    boolean alone = fourEyes == FourEyes.OFF && !run.order().by().equals(Person.SCHEDULE);
    boolean allowed = run.order().override() != null || run.blocking().isEmpty();
    String note = null;
    boolean published = run.publishedAt() != null;
    if (published || (wanted && alone && allowed)) {
      published = published || move(lease, run, deadline.now());
      if (published) {
        // Once the run shows as published, no reader may answer the old year.
        deadline.sleep(pointerTtl);
      } else {
        note = OVERTAKEN;
      }
    }
    Instant now = deadline.now();
    runs.finish(lease, wanted && note == null, note, now, left -> told(lease, run, left, now));
    log.finished(run.order().at(), note != null);
  }

  /** That a run is over, on record and, where it is to be published, by mail. */
  private List<TransactWriteItem> told(RunLease lease, Run run, RunStatus left, Instant now) {
    var told = new ArrayList<TransactWriteItem>();
    told.add(trail.item(entry(run, TrailAction.RUN_FINISHED, lease).resulting(left.id())));
    if (run.order().publish() && settings.notices().sends(NoticeSwitches.Kind.RUNS, Mail.BUREAU)) {
      told.addAll(outbox.items(RunMail.of(run, left), now));
    }
    return told;
  }

  private static TrailEntry entry(Run run, TrailAction action, RunLease lease) {
    String object = "years/%d/recomputations/%s".formatted(run.year(), run.id());
    return TrailEntry.of(run.order().by(), action, object, lease.owner());
  }

  private boolean move(RunLease lease, Run run, Instant now) {
    Pointer before = publications.of(run.year()).orElse(null);
    LocalDate notice =
        new NoticeRule(settings.workingDays(), noticeDays)
            .until(null, run.order(), before, LocalDate.ofInstant(now, OfficialTime.ZONE));
    var approved =
        entry(run, TrailAction.PUBLICATION_APPROVED, lease)
            .because(run.order().override())
            .resulting(RunStatus.PUBLISHED.id());
    return publications.publish(
        lease,
        run,
        notice,
        now,
        List.of(facts.publication(run.year(), run.id()), trail.item(approved)));
  }

  private static Iterator<RankingEntry> entries(Iterator<RankedRow> order) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return order.hasNext();
      }

      @Override
      public RankingEntry next() {
        return order.next().entry();
      }
    };
  }

  private RunTables tables() {
    return RunTables.metered(client, factsTable, scoresTable);
  }

  private static Comparison comparison(RunPlan plan, Rulebook rulebook, RunTables tables) {
    return new Comparison(
        tables.scores(), plan.against(), plan.thresholds(), new Difference(rulebook::stageName));
  }

  /** The rulebook the run started with, not one that has replaced it since. */
  private Rulebook rulebook(RunPlan plan) {
    return inUse.computeIfAbsent(plan.rulebook(), this::rulebook).inYear(plan.year());
  }

  private Rulebook rulebook(RulebookUsed used) {
    return rulebooks
        .used(used.id(), used.digest())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected the text of rulebook %s with the digest %s, kept when the run began;"
                            .formatted(used.id(), used.digest())
                        + " found none"));
  }

  private Rulebook rulebook(Run run) {
    String named = run.order().rulebook();
    if (named != null) {
      return (run.order().dryRun() ? rulebooks.toTry(named) : rulebooks.named(named))
          .orElseThrow(
              () ->
                  new RunRefusedException(
                      "没有规则 %s，现有：%s".formatted(named, String.join("、", rulebooks.ids()))));
    }
    return rulebooks
        .inEffect(run.year())
        .orElseThrow(
            () -> new RunRefusedException("没有在 %d 年 12 月 31 日已施行的规则".formatted(run.year())));
  }
}
