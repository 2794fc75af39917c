package innovation.points.local.s3;

import java.time.Instant;
import java.util.Map;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;

/** The conditions of a read request. */
final class Preconditions {

  private static final int NOT_MODIFIED = 304;
  private static final int FAILED = 412;

  private Preconditions() {}

  static void check(StoredVersion version, GetObjectRequest request) {
    if (request.ifMatch() != null && !matches(version, request.ifMatch())) {
      throw fail(FAILED, version);
    }
    if (request.ifNoneMatch() != null && matches(version, request.ifNoneMatch())) {
      throw fail(NOT_MODIFIED, version);
    }
    if (isAfter(version, request.ifUnmodifiedSince())) {
      throw fail(FAILED, version);
    }
    if (request.ifModifiedSince() != null && !isAfter(version, request.ifModifiedSince())) {
      throw fail(NOT_MODIFIED, version);
    }
  }

  static void check(StoredVersion source, CopyObjectRequest request) {
    String match = request.copySourceIfMatch();
    String noneMatch = request.copySourceIfNoneMatch();
    Instant modifiedSince = request.copySourceIfModifiedSince();
    boolean holds =
        (match == null || matches(source, match))
            && (noneMatch == null || !matches(source, noneMatch))
            && (modifiedSince == null || isAfter(source, modifiedSince))
            && !isAfter(source, request.copySourceIfUnmodifiedSince());
    if (!holds) {
      throw fail(FAILED, source);
    }
  }

  private static boolean matches(StoredVersion version, String tag) {
    return tag.equals("*") || tag.replace("\"", "").equals(version.eTag());
  }

  /** HTTP dates have whole seconds only. */
  private static boolean isAfter(StoredVersion version, @Nullable Instant time) {
    return time != null
        && Instant.ofEpochSecond(version.lastModified().getEpochSecond()).isAfter(time);
  }

  private static RuntimeException fail(int status, StoredVersion version) {
    return S3Exceptions.fromStatusCode(status, '"' + version.eTag() + '"', Map.of(), null);
  }
}
