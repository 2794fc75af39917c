package innovation.points.ingest.rebuild;

import innovation.points.datasets.key.UploadKey;
import innovation.points.ingest.bucket.ObjectHistory;
import innovation.points.ingest.queue.BusyException;
import innovation.points.ingest.queue.Invocation;
import innovation.points.ingest.reconcile.Reconciler;
import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.facts.Inventory;
import innovation.points.store.facts.Inventory.Delivery;
import innovation.points.store.uploads.KeyLease;
import innovation.points.store.uploads.KeyStates;
import innovation.points.store.uploads.Rebuild;
import innovation.points.store.uploads.Rebuild.Found;
import innovation.points.store.uploads.Rebuilds;
import innovation.points.web.event.Deadline;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Compares the whole facts table with the bucket, key by key, and repairs it, so that a lost or
 * damaged table can be rebuilt; then has the draft scored again. Uploads continue meanwhile.
 * Progress is kept: when an invocation runs out of time, the next one continues.
 */
public final class Rebuilder {

  /** How long to wait for a key that another invocation holds. */
  private static final Duration BUSY = Duration.ofSeconds(1);

  private static final int TOUCHES = 2_000;

  /** The share of the facts that is withdrawn without a reason. */
  private static final double MOST_WITHDRAWN = 0.1;

  /** The number of facts that is no matter, whatever their share. */
  private static final long FEW = 10;

  private final Reconciler reconciler;
  private final ObjectHistory history;
  private final FactsTable facts;
  private final KeyStates states;
  private final Rebuilds rebuilds;
  private final AuditTrail trail;

  public Rebuilder(
      Reconciler reconciler,
      ObjectHistory history,
      FactsTable facts,
      KeyStates states,
      Rebuilds rebuilds,
      AuditTrail trail) {
    this.reconciler = reconciler;
    this.history = history;
    this.facts = facts;
    this.states = states;
    this.rebuilds = rebuilds;
    this.trail = trail;
  }

  /**
   * Continues a rebuild; does nothing where it is done.
   *
   * @param id of an order; an unknown one was put into the bucket by hand, and repairs
   * @throws BusyException where another invocation works on it
   */
  public void run(String id, Invocation invocation) {
    Deadline deadline = invocation.deadline();
    var lease =
        new KeyLease(
            Rebuild.orderKey(id), UUID.randomUUID().toString(), deadline.at().plusSeconds(5));
    if (states.take(lease, deadline.now()) instanceof KeyStates.Busy) {
      throw new BusyException();
    }
    try {
      Rebuild now = rebuilds.find(id).orElseGet(() -> byHand(id, invocation));
      if (!now.isOver()) {
        new Pass(now, facts.inventory(), invocation).run();
      }
    } catch (RuntimeException e) {
      states.abandon(lease, e);
      throw e;
    }
    states.abandon(lease);
  }

  private Rebuild byHand(String id, Invocation invocation) {
    var rebuild =
        Rebuild.ordered(id, false, Optional.empty(), Person.S3, invocation.deadline().now());
    rebuilds.put(rebuild);
    trail.add(
        TrailEntry.of(Person.S3, TrailAction.REBUILD_ORDERED, object(id), invocation.id())
            .resulting("ordered"));
    return rebuild;
  }

  private static String object(String id) {
    return "rebuilds/" + id;
  }

  /** One invocation's part of a rebuild. */
  private final class Pass {

    private final Inventory inventory;
    private final Invocation invocation;
    private final Set<String> strayKeys;
    private final Set<Delivery> strayDeliveries;
    private Rebuild rebuild;

    Pass(Rebuild rebuild, Inventory inventory, Invocation invocation) {
      this.rebuild = rebuild;
      this.inventory = inventory;
      this.invocation = invocation;
      this.strayKeys = new HashSet<>(inventory.keys());
      this.strayDeliveries = new HashSet<>(inventory.deliveries());
    }

    void run() {
      Optional<String> done = rebuild.after();
      history.keys(
          "uploads/",
          key -> {
            strayKeys.remove(key);
            delivery(key).ifPresent(strayDeliveries::remove);
            if (done.isEmpty() || ObjectHistory.BY_BYTES.compare(key, done.get()) > 0) {
              rebuild = rebuild.with(key, look(key));
              rebuilds.put(rebuild);
            }
          });
      if (!rebuild.dryRun() && rebuild.reason().isEmpty() && isTooMuch()) {
        end(rebuild.refused(invocation.deadline().now()));
        return;
      }
      strays();
      if (!rebuild.dryRun()) {
        scoreAgain();
      }
      end(rebuild.done(invocation.deadline().now()));
    }

    /** The trail first: it may say so twice after a crash, and never not. */
    private void end(Rebuild over) {
      trail.add(
          TrailEntry.of(
                  over.orderedBy(),
                  TrailAction.REBUILD_FINISHED,
                  object(over.id()),
                  invocation.id())
              .resulting(over.status() == Rebuild.Status.DONE ? "done" : "withheld"));
      rebuilds.put(over);
    }

    /**
     * Whether so much of the table is of files that the bucket has never had, not even deleted
     * ones, that it is rather another bucket than a wrong table.
     */
    private boolean isTooMuch() {
      long withdrawn = inventory.items(strayKeys);
      return withdrawn > FEW && withdrawn > MOST_WITHDRAWN * inventory.items(inventory.keys());
    }

    /** Facts in the table of files that the bucket never had. */
    private void strays() {
      for (String key : strayKeys.stream().sorted().toList()) {
        Found found = look(key);
        rebuild = rebuild.with(key, new Found(0, 0, 0, 0, found.surplus(), 0));
      }
      for (Delivery stray : strayDeliveries) {
        rebuild = rebuild.with(stray.fileId(), new Found(0, 0, 0, 0, 0, 1));
        if (!rebuild.dryRun()) {
          facts.withdrawDelivery(stray.dataset(), stray.year(), stray.fileId(), 0);
        }
      }
    }

    /**
     * The facts do not show what the draft missed when its table was lost or a change was given up:
     * every enterprise with facts or with a score is scored again.
     */
    private void scoreAgain() {
      var years = new TreeSet<Integer>();
      inventory.deliveries().forEach(delivery -> years.add(delivery.year()));
      if (years.isEmpty()) {
        return;
      }
      List<String> enterprises = List.copyOf(inventory.enterprises());
      for (int start = 0; start < enterprises.size(); start += TOUCHES) {
        invocation.check();
        int end = Math.min(start + TOUCHES, enterprises.size());
        facts.touch(enterprises.subList(start, end), years.last());
      }
      facts.touchZone(years.first());
    }

    private Found look(String key) {
      boolean delivered = delivery(key).filter(inventory.deliveries()::contains).isPresent();
      var stored = new Reconciler.Stored(inventory.of(key), delivered);
      while (true) {
        invocation.check();
        try {
          return reconciler.rebuild(key, stored, !rebuild.dryRun(), invocation);
        } catch (BusyException e) {
          invocation.deadline().sleep(BUSY);
        }
      }
    }

    private static Optional<Delivery> delivery(String key) {
      return UploadKey.parse(key) instanceof UploadKey parsed && parsed.fromDepartment()
          ? Optional.of(new Delivery(parsed.year(), parsed.dataset(), FileVersion.fileId(key)))
          : Optional.empty();
    }
  }
}
