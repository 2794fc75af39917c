package innovation.points.ingest.rebuild;

import innovation.points.datasets.key.UploadKey;
import innovation.points.ingest.queue.BusyException;
import innovation.points.ingest.queue.Invocation;
import innovation.points.ingest.reconcile.ObjectHistory;
import innovation.points.ingest.reconcile.Reconciler;
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
 * Compares the whole facts table with the bucket, key by key, and mends it: what a lost or damaged
 * table is rebuilt with; then has the draft made anew. Uploads go on meanwhile. What is done is
 * kept; an invocation that ends early is gone on with by the next.
 */
public final class Rebuilder {

  /** How long to leave a key alone that someone else is about. */
  private static final Duration BUSY = Duration.ofSeconds(1);

  private static final int TOUCHES = 2_000;

  private final Reconciler reconciler;
  private final ObjectHistory history;
  private final FactsTable facts;
  private final KeyStates heads;
  private final Rebuilds rebuilds;

  public Rebuilder(
      Reconciler reconciler,
      ObjectHistory history,
      FactsTable facts,
      KeyStates heads,
      Rebuilds rebuilds) {
    this.reconciler = reconciler;
    this.history = history;
    this.facts = facts;
    this.heads = heads;
    this.rebuilds = rebuilds;
  }

  /**
   * Does what is left of a rebuild; nothing where it is done.
   *
   * @param id of an order; one that nobody wrote down is of someone who put the order into the
   *     bucket by hand, and mends
   * @throws BusyException where another invocation is about it
   */
  public void run(String id, Invocation turn) {
    Deadline deadline = turn.deadline();
    Rebuild rebuild = rebuilds.find(id).orElseGet(() -> Rebuild.ordered(id, false, deadline.now()));
    var lease =
        new KeyLease(
            rebuild.orderKey(), UUID.randomUUID().toString(), deadline.at().plusSeconds(5));
    if (heads.take(lease, deadline.now()) instanceof KeyStates.Busy) {
      throw new BusyException();
    }
    try {
      // Another invocation may have ended it, or come further, before the lease was ours.
      Rebuild now = rebuilds.find(id).orElse(rebuild);
      if (now.status() != Rebuild.Status.DONE) {
        new Pass(now, facts.inventory(), turn).run();
      }
    } catch (RuntimeException e) {
      heads.abandon(lease, e);
      throw e;
    }
    heads.abandon(lease);
  }

  /** One invocation's part of a rebuild. */
  private final class Pass {

    private final Inventory inventory;
    private final Invocation turn;
    private final Set<String> strayKeys;
    private final Set<Delivery> strayDeliveries;
    private Rebuild rebuild;

    Pass(Rebuild rebuild, Inventory inventory, Invocation turn) {
      this.rebuild = rebuild;
      this.inventory = inventory;
      this.turn = turn;
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
      strays();
      if (!rebuild.dryRun()) {
        scoreAgain();
      }
      rebuilds.put(rebuild.done(turn.deadline().now()));
    }

    /** What is in the table of files that the bucket never had. */
    private void strays() {
      for (String key : strayKeys.stream().sorted().toList()) {
        Found found = look(key);
        rebuild = rebuild.with(key, new Found(0, 0, 0, 0, found.surplus(), 0));
      }
      for (Delivery stray : strayDeliveries) {
        rebuild = rebuild.with(stray.fileId(), new Found(0, 0, 0, 0, 0, 1));
        if (!rebuild.dryRun()) {
          facts.withdrawDelivery(stray.dataset(), stray.year(), stray.fileId());
        }
      }
    }

    /**
     * What the draft missed, because its table was lost or a change of facts was given up, no fact
     * tells any more: everyone is scored again who has facts, and everyone who has a score.
     */
    private void scoreAgain() {
      var years = new TreeSet<Integer>();
      inventory.deliveries().forEach(delivery -> years.add(delivery.year()));
      if (years.isEmpty()) {
        return;
      }
      List<String> enterprises = List.copyOf(inventory.enterprises());
      for (int start = 0; start < enterprises.size(); start += TOUCHES) {
        turn.check();
        int end = Math.min(start + TOUCHES, enterprises.size());
        facts.touch(enterprises.subList(start, end), years.last());
      }
      facts.touchZone(years.first());
    }

    private Found look(String key) {
      boolean delivered = delivery(key).filter(inventory.deliveries()::contains).isPresent();
      var stored = new Reconciler.Stored(inventory.of(key), delivered);
      while (true) {
        turn.check();
        try {
          return reconciler.rebuild(key, stored, !rebuild.dryRun(), turn);
        } catch (BusyException e) {
          turn.deadline().sleep(BUSY);
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
