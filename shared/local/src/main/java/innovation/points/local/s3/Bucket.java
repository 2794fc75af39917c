package innovation.points.local.s3;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One versioned bucket: an in-memory index over {@link VersionFiles}. Thread-safe. */
final class Bucket {

  /** S3 lists keys in the order of their UTF-8 bytes, which is not that of Java's strings. */
  static final Comparator<String> KEY_ORDER =
      (left, right) ->
          Arrays.compareUnsigned(
              left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

  private static final String MARKED = "ObjectRemoved:DeleteMarkerCreated";
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String name;
  private final VersionFiles files;
  private final InstantSource clock;
  private final Consumer<BucketChange> listener;

  /** Versions by key, newest first; guarded by this. */
  private final NavigableMap<String, List<StoredVersion>> index = new TreeMap<>(KEY_ORDER);

  private long lastSequence;
  private long lastMillis;

  Bucket(String name, Path folder, InstantSource clock, Consumer<BucketChange> listener) {
    this.name = name;
    this.files = new VersionFiles(folder);
    this.clock = clock;
    this.listener = listener;
    for (StoredVersion version : files.load()) {
      index.computeIfAbsent(version.key(), _ -> new ArrayList<>()).addFirst(version);
      lastSequence = version.sequence();
      lastMillis = Math.max(lastMillis, version.modifiedMillis());
    }
  }

  String name() {
    return name;
  }

  VersionFiles files() {
    return files;
  }

  /** The data to keep of a written object. */
  record Content(
      Path bytes, long size, String eTag, Map<String, String> headers, Map<String, String> user) {}

  StoredVersion put(String key, Content content, String event) {
    return add(
        key,
        event,
        version -> files.commit(version, content.bytes()),
        (sequence, id, millis) ->
            new StoredVersion(
                sequence,
                id,
                key,
                false,
                content.size(),
                content.eTag(),
                millis,
                content.headers(),
                content.user()));
  }

  /** An ordinary delete: adds a delete marker even where the key does not exist, as S3 does. */
  StoredVersion mark(String key) {
    return add(
        key,
        MARKED,
        files::commit,
        (sequence, id, millis) ->
            new StoredVersion(sequence, id, key, true, 0, null, millis, Map.of(), Map.of()));
  }

  private StoredVersion add(
      String key, String event, Consumer<StoredVersion> commit, VersionMaker maker) {
    StoredVersion version;
    synchronized (this) {
      lastMillis = Math.max(lastMillis + 1, clock.millis());
      version = maker.make(++lastSequence, newVersionId(), lastMillis);
      commit.accept(version);
      index.computeIfAbsent(key, _ -> new ArrayList<>()).addFirst(version);
    }
    tell(event, version, version.lastModified());
    return version;
  }

  /** Removes one version permanently; null where there is none. */
  @Nullable StoredVersion remove(String key, String versionId) {
    StoredVersion removed = version(key, versionId);
    if (removed == null) {
      return null;
    }
    synchronized (this) {
      files.delete(removed);
      List<StoredVersion> versions = index.getOrDefault(key, new ArrayList<>());
      versions.remove(removed);
      if (versions.isEmpty()) {
        index.remove(key);
      }
    }
    tell("ObjectRemoved:Delete", removed, clock.instant());
    return removed;
  }

  synchronized @Nullable StoredVersion version(String key, String versionId) {
    return index.getOrDefault(key, List.of()).stream()
        .filter(version -> version.versionId().equals(versionId))
        .findFirst()
        .orElse(null);
  }

  /** The newest version, which may be a delete marker; null where the key was never written. */
  synchronized @Nullable StoredVersion newest(String key) {
    List<StoredVersion> versions = index.get(key);
    return versions == null ? null : versions.getFirst();
  }

  /** All versions of the keys with a prefix: keys ascending, newest version first. */
  synchronized List<StoredVersion> versions(String prefix) {
    var found = new ArrayList<StoredVersion>();
    for (List<StoredVersion> versions : from(prefix).values()) {
      if (!versions.getFirst().key().startsWith(prefix)) {
        break;
      }
      found.addAll(versions);
    }
    return found;
  }

  /** The content of an ordinary listing: the newest versions that are not delete markers. */
  synchronized List<StoredVersion> objects(String prefix) {
    var found = new ArrayList<StoredVersion>();
    for (List<StoredVersion> versions : from(prefix).values()) {
      StoredVersion newest = versions.getFirst();
      if (!newest.key().startsWith(prefix)) {
        break;
      }
      if (!newest.deleteMarker()) {
        found.add(newest);
      }
    }
    return found;
  }

  /** The newest change of each key, to be announced again. */
  synchronized List<BucketChange> latestChanges(String prefix) {
    return versions(prefix).stream()
        .filter(version -> version.equals(newest(version.key())))
        .map(
            version ->
                change(
                    version.deleteMarker() ? MARKED : "ObjectCreated:Put",
                    version,
                    version.lastModified()))
        .toList();
  }

  synchronized boolean isEmpty() {
    return index.isEmpty();
  }

  private NavigableMap<String, List<StoredVersion>> from(String prefix) {
    return prefix.isEmpty() ? index : index.tailMap(prefix, true);
  }

  private void tell(String event, StoredVersion version, Instant time) {
    listener.accept(change(event, version, time));
  }

  private BucketChange change(String event, StoredVersion version, Instant time) {
    return new BucketChange(
        event,
        name,
        version.key(),
        version.versionId(),
        version.eTag(),
        version.size(),
        version.sequence(),
        time);
  }

  private static String newVersionId() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @FunctionalInterface
  private interface VersionMaker {
    StoredVersion make(long sequence, String versionId, long millis);
  }
}
