package innovation.points.local.s3;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.SequencedSet;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.ObjectVersionStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;

/** One page of a listing: keys, or their common prefixes up to a delimiter. */
final class Listings {

  private static final int MOST = 1000;

  private Listings() {}

  static ListObjectsV2Response objects(Bucket bucket, ListObjectsV2Request request) {
    String after =
        request.continuationToken() != null
            ? opened(request.continuationToken())
            : request.startAfter();
    var page = new Page(request.prefix(), request.delimiter(), request.maxKeys());
    for (StoredVersion version : bucket.objects(page.prefix)) {
      String entry = page.entry(version.key());
      if ((after == null || Bucket.KEY_ORDER.compare(entry, after) > 0)
          && !page.add(version, entry)) {
        break;
      }
    }
    return ListObjectsV2Response.builder()
        .contents(page.versions.stream().map(Listings::object).toList())
        .commonPrefixes(page.commonPrefixes())
        .isTruncated(page.more)
        .nextContinuationToken(page.last == null || !page.more ? null : sealed(page.last))
        .build();
  }

  /** A token without characters that need URL encoding: it would come back encoded. */
  private static String sealed(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(last.getBytes(StandardCharsets.UTF_8));
  }

  private static String opened(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw S3Exceptions.invalidArgument("The continuation token provided is incorrect");
    }
  }

  static ListObjectVersionsResponse versions(Bucket bucket, ListObjectVersionsRequest request) {
    var page = new Page(request.prefix(), request.delimiter(), request.maxKeys());
    List<StoredVersion> all = bucket.versions(page.prefix);
    var entries = new ArrayList<StoredVersion>();
    for (StoredVersion version : all.subList(start(all, page, request), all.size())) {
      if (!page.add(version, page.entry(version.key()))) {
        break;
      }
      entries.add(version);
    }
    var response =
        ListObjectVersionsResponse.builder()
            .versions(
                page.versions.stream()
                    .filter(version -> !version.deleteMarker())
                    .map(version -> version(bucket, version))
                    .toList())
            .deleteMarkers(
                page.versions.stream()
                    .filter(StoredVersion::deleteMarker)
                    .map(version -> marker(bucket, version))
                    .toList())
            .commonPrefixes(page.commonPrefixes())
            .isTruncated(page.more);
    if (page.more) {
      StoredVersion last = entries.getLast();
      response.nextKeyMarker(last.key()).nextVersionIdMarker(last.versionId());
    }
    return response.build();
  }

  /**
   * The index where the page begins: after the version that the marker names, or after all of the
   * key's.
   */
  private static int start(List<StoredVersion> all, Page page, ListObjectVersionsRequest request) {
    String key = request.keyMarker();
    if (key == null || key.isEmpty()) {
      return 0;
    }
    String id = request.versionIdMarker();
    int start = 0;
    for (StoredVersion version : all) {
      int order = Bucket.KEY_ORDER.compare(page.entry(version.key()), page.entry(key));
      if (order > 0) {
        break;
      }
      start++;
      if (!page.isRolledUp(key) && order == 0 && version.versionId().equals(id)) {
        break;
      }
    }
    return start;
  }

  private static S3Object object(StoredVersion version) {
    return S3Object.builder()
        .key(version.key())
        .eTag(version.eTag())
        .size(version.size())
        .lastModified(version.lastModified())
        .storageClass(ObjectStorageClass.STANDARD)
        .build();
  }

  private static ObjectVersion version(Bucket bucket, StoredVersion version) {
    return ObjectVersion.builder()
        .key(version.key())
        .versionId(version.versionId())
        .isLatest(isLatest(bucket, version))
        .eTag(version.eTag())
        .size(version.size())
        .lastModified(version.lastModified())
        .storageClass(ObjectVersionStorageClass.STANDARD)
        .build();
  }

  private static DeleteMarkerEntry marker(Bucket bucket, StoredVersion version) {
    return DeleteMarkerEntry.builder()
        .key(version.key())
        .versionId(version.versionId())
        .isLatest(isLatest(bucket, version))
        .lastModified(version.lastModified())
        .build();
  }

  private static boolean isLatest(Bucket bucket, StoredVersion version) {
    return Objects.equals(bucket.newest(version.key()), version);
  }

  /** Collects entries until the page is full. */
  private static final class Page {

    private final String prefix;
    private final @Nullable String delimiter;
    private final int limit;
    private final List<StoredVersion> versions = new ArrayList<>();
    private final SequencedSet<String> prefixes = new LinkedHashSet<>();
    private @Nullable String last;
    private boolean more;

    Page(@Nullable String prefix, @Nullable String delimiter, @Nullable Integer limit) {
      this.prefix = prefix == null ? "" : prefix;
      this.delimiter = delimiter == null || delimiter.isEmpty() ? null : delimiter;
      this.limit = limit == null ? MOST : limit;
    }

    /** The key itself, or the common prefix that it is rolled up into. */
    String entry(String key) {
      return delimiter != null && isRolledUp(key)
          ? key.substring(0, key.indexOf(delimiter, prefix.length()) + delimiter.length())
          : key;
    }

    boolean isRolledUp(String key) {
      return delimiter != null
          && key.startsWith(prefix)
          && key.indexOf(delimiter, prefix.length()) >= 0;
    }

    /** Adds an entry; false where the page is full. */
    boolean add(StoredVersion version, String entry) {
      boolean rolledUp = isRolledUp(version.key());
      if (rolledUp && prefixes.contains(entry)) {
        return true;
      }
      if (versions.size() + prefixes.size() >= limit) {
        more = limit > 0;
        return false;
      }
      if (rolledUp) {
        prefixes.add(entry);
      } else {
        versions.add(version);
      }
      last = entry;
      return true;
    }

    List<CommonPrefix> commonPrefixes() {
      return prefixes.stream().map(text -> CommonPrefix.builder().prefix(text).build()).toList();
    }
  }
}
