package innovation.points.recompute;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bucket as a run uses it: {@code published/} for what everybody may have, {@code runs/} for
 * what its steps hand on.
 */
record RunBucket(@Nullable S3Client client, String name) {

  /** For Lambda: the bucket is named in the environment. */
  static RunBucket of(Map<String, String> environment) {
    String name = environment.get("BUCKET");
    if (name == null || name.isBlank()) {
      throw new IllegalStateException("expected the environment variable BUCKET, found none");
    }
    return of(S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build(), name);
  }

  static RunBucket of(S3Client client, String name) {
    return new RunBucket(client, name);
  }

  /** Where there is none: no files are written, and runs stay in one process. */
  static RunBucket none() {
    return new RunBucket(null, "");
  }

  YearFiles files() {
    return client == null ? YearFiles.none() : YearFiles.in(client, name);
  }

  /**
   * A workspace.
   *
   * @param prefix ends in a slash
   */
  Workspace workspace(String prefix) {
    if (client == null) {
      throw new IllegalStateException("a run in steps needs a bucket");
    }
    return new BucketWorkspace(client, name, prefix);
  }
}
