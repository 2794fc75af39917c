package innovation.points.recompute;

import innovation.points.scoring.Rulebook;
import innovation.points.scoring.Rulebook.Stage;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.ZoneState;
import innovation.points.store.scores.Audits;
import innovation.points.store.scores.Changes;
import innovation.points.store.scores.Claim;
import innovation.points.store.scores.Difference;
import innovation.points.store.scores.Lease;
import innovation.points.store.scores.LeaseLostException;
import innovation.points.store.scores.Manifest;
import innovation.points.store.scores.Manifest.Capacity;
import innovation.points.store.scores.Manifest.Input;
import innovation.points.store.scores.Pointer;
import innovation.points.store.scores.Publications;
import innovation.points.store.scores.Rankings;
import innovation.points.store.scores.RulebookChoice;
import innovation.points.store.scores.Run;
import innovation.points.store.scores.Run.RulebookUsed;
import innovation.points.store.scores.RunLists;
import innovation.points.store.scores.RunStatus;
import innovation.points.store.scores.Runs;
import innovation.points.store.scores.ScoresTable;
import innovation.points.store.scores.YearScorer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Brings a run to its end: scores the year into its generation, counts it, publishes it where that
 * was ordered. Every step can be done again; an invocation that dies leaves nothing that readers
 * see, and the next one begins the run anew, or, once it was complete, goes on from there.
 */
final class RunExecutor {

  private static final Duration POLL = Duration.ofSeconds(1);

  /** A lease outlives its invocation a little, so that no two ever write side by side. */
  private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

  /** How often a zone is scored anew because a dataset was delivered or withdrawn meanwhile. */
  private static final int PASSES = 5;

  private static final int PART = 500;

  private static final String OVERTAKEN = "发布前已有更新的结果，或区科学技术局另有决定，本次结果未自动发布；可在核对后指定发布";

  private final FactsTable facts;
  private final ScoresTable scores;
  private final Runs runs;
  private final RunLists lists;
  private final Publications publications;
  private final RulebookChoice rulebooks;
  private final ZoneScoring scoring;
  private final GenerationWriter writer;
  private final YearFiles files;
  private final MeteredDynamoDb meter;
  private final Duration pointerTtl;

  RunExecutor(
      DynamoDbClient client,
      RulebookChoice rulebooks,
      YearFiles files,
      RecomputeSettings settings) {
    String table = settings.scoresTable();
    // Its own, so that what a run consumes is not mixed with what requests consume beside it.
    this.meter = new MeteredDynamoDb(client);
    this.facts = new FactsTable(meter, settings.factsTable());
    this.scores = new ScoresTable(meter, table);
    this.runs = new Runs(meter, table);
    this.lists = new RunLists(meter, table);
    this.publications = new Publications(meter, table);
    this.rulebooks = rulebooks;
    this.scoring = new ZoneScoring(facts, scores, settings.segments());
    this.writer =
        new GenerationWriter(scores, new Rankings(meter, table), new Audits(meter, table));
    this.files = files;
    this.pointerTtl = settings.pointerTtl();
  }

  /**
   * Does what is left of a run; nothing where it is over.
   *
   * @param owner names this invocation
   * @throws RuntimeException where it is to be tried again: the run says why
   */
  void execute(int year, String id, String owner, Deadline deadline) {
    while (true) {
      Instant until = deadline.at().plus(LEASE_MARGIN);
      switch (runs.claim(year, id, owner, deadline.now(), until)) {
        case Claim.Held(Lease lease, Run run) -> {
          work(lease, run, deadline);
          return;
        }
        case Claim.Busy _ -> {
          // An invocation that was ended holds the run until its time is certainly over.
          deadline.check();
          deadline.sleep(POLL);
        }
        case Claim.Over _, Claim.Unknown _ -> {
          return;
        }
      }
    }
  }

  private void work(Lease lease, Run run, Deadline deadline) {
    if (run.status() != RunStatus.COMPLETE && run.publishedAt() == null) {
      try {
        compute(lease, run, deadline);
      } catch (RunRefusedException e) {
        runs.fail(lease, e.reason(), deadline.now());
        return;
      } catch (LeaseLostException e) {
        throw e;
      } catch (RuntimeException e) {
        note(e, () -> runs.fail(lease, reason(e), null));
        throw e;
      }
    }
    try {
      publish(lease, run, deadline);
    } catch (LeaseLostException e) {
      throw e;
    } catch (RuntimeException e) {
      note(e, () -> runs.release(lease));
      throw e;
    }
  }

  private void compute(Lease lease, Run run, Deadline deadline) {
    var watch = new Watch(runs, lease, deadline);
    Capacity before = meter.consumed();
    Rulebook rulebook = rulebook(run);
    runs.begin(lease, new RulebookUsed(rulebook.id(), rulebook.digest()));
    var scorer = new YearScorer(rulebook, run.order().rewards());
    ZoneState zone = facts.zone();
    for (int pass = 1; ; pass++) {
      var results = new Results(new GenerationAudit(rulebook));
      var read = new FilesRead();
      try (var spool = new Spool()) {
        score(scorer, run, zone, read, results, spool, watch);
        ZoneState now = facts.zone();
        if (now.equals(zone)) {
          if (!run.order().dryRun()) {
            writer.write(run.id(), spool, results, watch);
            files.write(run.year(), run.id(), rulebook, results, spool);
          }
          List<Input> inputs = read.inputs(run.year());
          Changes changes = changes(run, rulebook, inputs, results, spool, watch);
          runs.describe(
              lease,
              new Manifest(
                  FilesRead.summary(run.year(), inputs, zone),
                  results.statuses(),
                  results.rewards(),
                  meter.consumed().since(before)));
          runs.complete(lease, results.counts(), changes);
          return;
        }
        zone = now;
      }
      if (pass == PASSES) {
        throw new IllegalStateException(
            "the zone's state changed in each of %d passes".formatted(PASSES));
      }
    }
  }

  private void score(
      YearScorer scorer,
      Run run,
      ZoneState zone,
      FilesRead read,
      Results results,
      Spool spool,
      Watch watch) {
    watch.step("scoring", 0);
    scoring.score(
        scorer,
        run.year(),
        zone,
        // The same in every attempt: an attempt that is repeated writes the same rows.
        run.order().at(),
        read,
        assessed -> {
          for (var one : assessed) {
            spool.add(one.row());
            results.add(one);
          }
          watch.advance(assessed.size());
        });
    if (results.size() == 0) {
      throw new RunRefusedException("没有可评价的企业：%d 年度的企业名录（enterprises）尚未入库".formatted(run.year()));
    }
  }

  /** Compares with what is published, and writes down the lists of the run. */
  private Changes changes(
      Run run, Rulebook rulebook, List<Input> inputs, Results results, Spool spool, Watch watch) {
    watch.step("comparing", spool.size());
    var comparison =
        new Comparison(
            scores,
            publications.of(run.year()).map(Pointer::generation).orElse(null),
            run.order().thresholds(),
            new Difference(stage -> stageName(rulebook, stage)));
    spool.read(
        PART,
        rows -> {
          comparison.add(
              rows.stream().map(row -> row.in(run.id(), results.rank(row.uscc()))).toList());
          watch.advance(rows.size());
        });
    Changes changes = comparison.finish();
    lists.replace(run.id(), comparison.moves(), inputs);
    return changes;
  }

  private static String stageName(Rulebook rulebook, String id) {
    Stage stage = rulebook.stage(id);
    return stage == null ? id : stage.name();
  }

  /** From a complete run to its end. */
  private void publish(Lease lease, Run ordered, Deadline deadline) {
    String note = null;
    if (ordered.order().publish() && !ordered.order().dryRun()) {
      Run run = runs.find(ordered.year(), ordered.id()).orElseThrow();
      boolean moved =
          run.publishedAt() != null
              || publications.publish(
                  lease, run, deadline.now(), facts.publication(run.year(), run.id()));
      if (moved) {
        // Who sees that the run is published must not be shown the old year by anybody.
        deadline.sleep(pointerTtl);
      } else {
        note = OVERTAKEN;
      }
    }
    runs.finish(lease, note, deadline.now());
  }

  private Rulebook rulebook(Run run) {
    String named = run.order().rulebook();
    if (named != null) {
      return rulebooks
          .named(named)
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

  private static String reason(RuntimeException e) {
    return e instanceof Deadline.OutOfTimeException
        ? "未能在一次执行的时限内完成，将自动重试"
        : "执行中断（%s），将自动重试".formatted(e.getClass().getSimpleName());
  }

  /** Says what became of the run, as far as that is possible; the fault itself is told anyway. */
  private static void note(RuntimeException fault, Runnable note) {
    try {
      note.run();
    } catch (RuntimeException e) {
      fault.addSuppressed(e);
    }
  }
}
