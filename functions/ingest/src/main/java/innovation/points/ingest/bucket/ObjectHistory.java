package innovation.points.ingest.bucket;

import innovation.points.ingest.bucket.ObjectEntry.Content;
import innovation.points.ingest.bucket.ObjectEntry.Deletion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectVersion;

/**
 * Lists the versions and delete markers of one key, the newest first.
 *
 * <p>The bucket lists them in that order, but the client returns two lists, with times in whole
 * seconds. Where a version and a marker have the same time, entries are requested one at a time, so
 * that the pages give the order.
 */
public final class ObjectHistory {

  /** The largest page the bucket lists. */
  private static final int PAGE = 1000;

  /** The order in which the bucket lists keys. */
  public static final Comparator<String> BY_BYTES =
      Comparator.comparing(key -> key.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

  private final S3Client s3;
  private final String bucket;
  private final int pageSize;

  public ObjectHistory(S3Client s3, String bucket) {
    this(s3, bucket, PAGE);
  }

  ObjectHistory(S3Client s3, String bucket, int pageSize) {
    this.s3 = s3;
    this.bucket = bucket;
    this.pageSize = pageSize;
  }

  public List<ObjectEntry> list(String key) {
    var contents = new ArrayList<ObjectVersion>();
    var deletions = new ArrayList<DeleteMarkerEntry>();
    String version = null;
    boolean more = true;
    while (more) {
      ListObjectVersionsResponse page = page(key, version, pageSize);
      page.versions().stream().filter(each -> each.key().equals(key)).forEach(contents::add);
      page.deleteMarkers().stream().filter(each -> each.key().equals(key)).forEach(deletions::add);
      version = page.nextVersionIdMarker();
      more = goesOn(page, key);
    }
    return merged(contents, deletions).orElseGet(() -> oneByOne(key));
  }

  /** Lists every key under a prefix that the bucket has or ever had, in the order of its bytes. */
  public void keys(String prefix, Consumer<String> consumer) {
    String key = null;
    String version = null;
    String last = null;
    boolean more = true;
    while (more) {
      ListObjectVersionsResponse page = page(prefix, key, version, pageSize);
      var names = new TreeSet<String>(BY_BYTES);
      page.versions().forEach(each -> names.add(each.key()));
      page.deleteMarkers().forEach(each -> names.add(each.key()));
      for (String name : names) {
        if (!name.equals(last)) {
          consumer.accept(name);
        }
        last = name;
      }
      key = page.nextKeyMarker();
      version = page.nextVersionIdMarker();
      more = Boolean.TRUE.equals(page.isTruncated());
    }
  }

  private static Optional<List<ObjectEntry>> merged(
      List<ObjectVersion> contents, List<DeleteMarkerEntry> deletions) {
    var merged = new ArrayList<ObjectEntry>();
    int content = 0;
    int deletion = 0;
    while (content < contents.size() && deletion < deletions.size()) {
      ObjectVersion version = contents.get(content);
      DeleteMarkerEntry marker = deletions.get(deletion);
      int order = version.lastModified().compareTo(marker.lastModified());
      if (order == 0) {
        return Optional.empty();
      }
      if (order > 0) {
        merged.add(entry(version));
        content++;
      } else {
        merged.add(entry(marker));
        deletion++;
      }
    }
    contents.subList(content, contents.size()).forEach(version -> merged.add(entry(version)));
    deletions.subList(deletion, deletions.size()).forEach(marker -> merged.add(entry(marker)));
    return Optional.of(merged);
  }

  private List<ObjectEntry> oneByOne(String key) {
    var entries = new ArrayList<ObjectEntry>();
    String version = null;
    boolean more = true;
    while (more) {
      ListObjectVersionsResponse page = page(key, version, 1);
      page.versions().stream()
          .filter(each -> each.key().equals(key))
          .forEach(each -> entries.add(entry(each)));
      page.deleteMarkers().stream()
          .filter(each -> each.key().equals(key))
          .forEach(each -> entries.add(entry(each)));
      version = page.nextVersionIdMarker();
      more = goesOn(page, key);
    }
    return entries;
  }

  private ListObjectVersionsResponse page(String key, @Nullable String version, int size) {
    return page(key, version == null ? null : key, version, size);
  }

  private ListObjectVersionsResponse page(
      String prefix, @Nullable String key, @Nullable String version, int size) {
    return s3.listObjectVersions(
        list ->
            list.bucket(bucket)
                .prefix(prefix)
                .maxKeys(size)
                .keyMarker(key)
                .versionIdMarker(version));
  }

  /** The key itself comes before all keys that begin with it. */
  private static boolean goesOn(ListObjectVersionsResponse page, String key) {
    return Boolean.TRUE.equals(page.isTruncated()) && key.equals(page.nextKeyMarker());
  }

  private static ObjectEntry entry(ObjectVersion version) {
    return new Content(version.versionId(), version.lastModified(), version.size());
  }

  private static ObjectEntry entry(DeleteMarkerEntry marker) {
    return new Deletion(marker.versionId(), marker.lastModified());
  }
}
