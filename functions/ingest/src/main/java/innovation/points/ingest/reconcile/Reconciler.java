package innovation.points.ingest.reconcile;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.datasets.catalogue.Department;
import innovation.points.datasets.key.UploadKey;
import innovation.points.ingest.bucket.ObjectEntry;
import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.bucket.ObjectEntry.Deletion;
import innovation.points.ingest.bucket.ObjectHistory;
import innovation.points.ingest.inspect.Inspector;
import innovation.points.ingest.inspect.ReadFiles;
import innovation.points.ingest.inspect.Sayings;
import innovation.points.ingest.inspect.Verifications;
import innovation.points.ingest.queue.BusyException;
import innovation.points.ingest.queue.Invocation;
import innovation.points.person.Person;
import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.facts.ContributionTally;
import innovation.points.store.facts.FactsTable;
import innovation.points.store.facts.FileVersion;
import innovation.points.store.settings.Settings;
import innovation.points.store.uploads.KeyHistory;
import innovation.points.store.uploads.KeyLease;
import innovation.points.store.uploads.KeyState;
import innovation.points.store.uploads.KeyStates;
import innovation.points.store.uploads.Rebuild.Found;
import innovation.points.store.uploads.UploadPath;
import innovation.points.store.uploads.UploadsTable;
import innovation.points.store.uploads.Verdict;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Brings keys up to date: the facts of a key become those of its newest version that is neither
 * rejected nor held, whatever was there before and however often this is repeated. Of a hint only
 * the key is read.
 */
public final class Reconciler {

  private final KeyStates states;
  private final UploadsTable uploads;
  private final FactsTable facts;
  private final ObjectHistory history;
  private final Sayings sayings;
  private final Inspector inspector;
  private final FactsChange change;
  private final FactsAudit audit;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final Settings zone;

  public Reconciler(
      S3Client s3,
      String bucket,
      FactsTable facts,
      KeyStates states,
      UploadsTable uploads,
      Settings zone,
      AuditTrail trail,
      InstantSource clock) {
    this.zone = zone;
    this.states = states;
    this.uploads = uploads;
    this.facts = facts;
    this.history = new ObjectHistory(s3, bucket);
    this.sayings = new Sayings(s3, bucket);
    var files = new ReadFiles(s3, bucket, zone, sayings);
    this.inspector = new Inspector(s3, bucket, uploads, files, sayings, zone, trail, clock);
    this.change = new FactsChange(files, facts, states);
    this.audit = new FactsAudit(files, facts);
    this.trail = trail;
    this.clock = clock;
  }

  /** The parts of a key as far as the catalogue, or else the zone, knows them. */
  private UploadPath path(String key) {
    Catalogue catalogue =
        UploadKey.parse(key) instanceof UploadKey ? Catalogue.load() : zone.catalogue();
    return UploadPath.of(
        key,
        Stream.concat(
                Stream.of(UploadKey.PUBLIC, UploadKey.ENTERPRISE, UploadKey.BUREAU),
                catalogue.departments().stream().map(Department::id))
            .collect(Collectors.toUnmodifiableSet()),
        catalogue.datasets().stream().map(Dataset::id).collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * Brings one key up to date.
   *
   * @throws BusyException where another invocation holds it; that one looks again before it
   *     releases the key
   */
  public void reconcile(String key, Invocation invocation) {
    states.want(key);
    var lease =
        new KeyLease(key, UUID.randomUUID().toString(), invocation.deadline().at().plusSeconds(5));
    hold(lease, invocation, head -> bringUpToDate(lease, head, invocation));
  }

  /**
   * Compares the facts of a key with the bucket, and repairs them if asked to.
   *
   * @param seen what the inventory showed of the key
   * @throws BusyException where another invocation holds the key
   */
  public Found rebuild(String key, Stored seen, boolean mend, Invocation invocation) {
    // A key that no hint has named could not be released.
    states.want(key);
    var lease =
        new KeyLease(key, UUID.randomUUID().toString(), invocation.deadline().at().plusSeconds(5));
    var found = new AtomicReference<>(Found.NOTHING);
    hold(lease, invocation, head -> found.set(rebuild(lease, head, seen, mend, invocation)));
    return found.get();
  }

  /**
   * What the inventory of the facts table showed of a key.
   *
   * @param delivered whether it was noted as a delivered file
   */
  public record Stored(ContributionTally facts, boolean delivered) {}

  private void hold(KeyLease lease, Invocation invocation, Consumer<KeyState> first) {
    KeyState head = take(lease);
    try {
      invocation.check();
      first.accept(head);
      while (!states.release(lease, head.wanted())) {
        invocation.check();
        head = take(lease);
        bringUpToDate(lease, head, invocation);
      }
    } catch (RuntimeException e) {
      states.abandon(lease, e);
      throw e;
    }
  }

  private KeyState take(KeyLease lease) {
    return switch (states.take(lease, clock.instant())) {
      case KeyStates.Busy() -> throw new BusyException();
      case KeyStates.Ours(KeyState head) -> head;
    };
  }

  private void bringUpToDate(KeyLease lease, KeyState head, Invocation invocation) {
    UploadPath path = path(lease.key());
    List<ObjectEntry> entries = history.list(lease.key());
    Known known = known(lease.key());
    Optional<Target> target = newestAcceptable(path, entries, known, invocation);
    Set<String> wanted = target.map(Target::name).stream().collect(Collectors.toSet());
    boolean settled = head.settledOn(wanted);
    if (!settled) {
      changeFacts(lease, head, target, invocation);
    }
    inspectTheRest(path, entries, known, invocation);
    report(path, entries, known.verdicts(), target);
    if (!settled) {
      record(
          lease.key(),
          target.map(one -> known.verdicts().get(one.content().version())),
          invocation);
      states.settle(lease, wanted);
    }
  }

  /** Puts on record what is now in force under a key: a file, or none any more. */
  private void record(String key, Optional<Verdict> inForce, Invocation invocation) {
    TrailAction action =
        inForce.isPresent() ? TrailAction.UPLOAD_ACCEPTED : TrailAction.UPLOAD_WITHDRAWN;
    String result = inForce.map(verdict -> verdict.status().id()).orElse("done");
    trail.add(TrailEntry.of(Person.S3, action, key, invocation.id()).resulting(result));
  }

  private Found rebuild(
      KeyLease lease, KeyState head, Stored seen, boolean mend, Invocation invocation) {
    Found found = Found.NOTHING;
    if (UploadKey.parse(lease.key()) instanceof UploadKey key) {
      UploadPath path = path(lease.key());
      Optional<Target> target =
          newestAcceptable(path, history.list(lease.key()), known(lease.key()), invocation);
      found = audit.audit(key, target, seen.facts(), mend);
      if (key.fromDepartment() && target.isPresent() != seen.delivered()) {
        found = found.plus(new Found(0, 0, 0, 0, 0, 1));
        if (mend) {
          deliver(key, target, 0);
        }
      }
    }
    // An event of this key may still be in the queue, or the uploads table may be empty.
    if (mend) {
      bringUpToDate(lease, head, invocation);
    }
    return found;
  }

  /**
   * What is known of the versions of a key.
   *
   * @param verdicts by version
   * @param confirmations the newest of each upload
   */
  private record Known(Map<String, Verdict> verdicts, Map<String, String> confirmations) {

    /** The verdict on a version, unless a person has said more of it since. */
    Optional<Verdict> of(Content content) {
      return Optional.ofNullable(verdicts.get(content.version()))
          .filter(
              verdict ->
                  verdict
                      .confirmation()
                      .equals(Optional.ofNullable(confirmations.get(verdict.uploadId()))));
    }
  }

  private Known known(String key) {
    return new Known(new HashMap<>(uploads.history(key).verdicts()), sayings.confirmations(key));
  }

  private Optional<Target> newestAcceptable(
      UploadPath path, List<ObjectEntry> entries, Known known, Invocation invocation) {
    for (ObjectEntry entry : entries) {
      switch (entry) {
        case Deletion _ -> {
          return Optional.empty();
        }
        case Content content -> {
          Verdict verdict = verdict(path, entries, content, known, invocation);
          if (verdict.status().acceptable()) {
            Verifications found = sayings.verifications(path.key());
            return Optional.of(new Target(content, verdict.reading(), found));
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Versions that were replaced before they were looked at: they are uploads, too. */
  private void inspectTheRest(
      UploadPath path, List<ObjectEntry> entries, Known known, Invocation invocation) {
    for (ObjectEntry entry : entries) {
      if (entry instanceof Content content) {
        verdict(path, entries, content, known, invocation);
      }
    }
  }

  private Verdict verdict(
      UploadPath path,
      List<ObjectEntry> entries,
      Content content,
      Known known,
      Invocation invocation) {
    Optional<Verdict> there = known.of(content);
    if (there.isPresent()) {
      return there.get();
    }
    invocation.check();
    Optional<String> inForce = before(content, entries, known.verdicts());
    Verdict found = inspector.inspect(path, content, known.confirmations(), inForce, invocation);
    known.verdicts().put(content.version(), found);
    return found;
  }

  /** The version that is in force without this one, of those that were looked at. */
  private static Optional<String> before(
      Content content, List<ObjectEntry> entries, Map<String, Verdict> verdicts) {
    for (ObjectEntry older : entries.subList(entries.indexOf(content) + 1, entries.size())) {
      Verdict known = verdicts.get(older.version());
      if (older instanceof Deletion) {
        return Optional.empty();
      }
      if (known != null && known.status().acceptable()) {
        return Optional.of(known.reading());
      }
    }
    return Optional.empty();
  }

  private void changeFacts(
      KeyLease lease, KeyState head, Optional<Target> target, Invocation invocation) {
    // What was touched had been accepted: its key is valid. A zone's further datasets have no
    // facts.
    if (UploadKey.parse(lease.key()) instanceof UploadKey key) {
      int enterprises = change.apply(key, lease, head, target, invocation.deadline());
      if (key.fromDepartment()) {
        deliver(key, target, enterprises);
      }
    }
  }

  private void deliver(UploadKey key, Optional<Target> target, int enterprises) {
    if (target.isPresent()) {
      Content content = target.get().content();
      facts.deliver(new FileVersion(key.key(), content.version(), content.at()), enterprises);
    } else {
      facts.withdrawDelivery(key.dataset(), key.year(), FileVersion.fileId(key.key()), enterprises);
    }
  }

  private void report(
      UploadPath path,
      List<ObjectEntry> entries,
      Map<String, Verdict> verdicts,
      Optional<Target> target) {
    KeyHistory now = uploads.history(path.key());
    var reported = new HashSet<String>();
    for (ObjectEntry entry : entries) {
      Verdict verdict = verdicts.get(entry.version());
      if (verdict != null && reported.add(verdict.uploadId())) {
        Optional.ofNullable(now.uploads().get(verdict.uploadId()))
            .map(
                upload ->
                    IntakeOutcome.of(
                        upload, verdict, target.map(t -> verdicts.get(t.content().version()))))
            .ifPresent(outcome -> outcome.write(uploads, clock.instant()));
      }
    }
    // An upload whose versions were deleted permanently is not in force either.
    now.uploads().values().stream()
        .filter(upload -> !reported.contains(upload.id()))
        .map(IntakeOutcome::gone)
        .forEach(outcome -> outcome.write(uploads, clock.instant()));
  }
}
