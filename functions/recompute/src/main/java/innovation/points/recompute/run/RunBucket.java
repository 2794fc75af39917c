package innovation.points.recompute.run;

import innovation.points.recompute.workspace.BucketWorkspace;
import innovation.points.recompute.workspace.Workspace;
import innovation.points.store.table.Patience;
import innovation.points.web.event.Environment;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The bucket of a run: {@code published/} for public files, {@code runs/} for the files that its
 * steps exchange, {@code audit/} for the days of the audit trail.
 *
 * @param auditRetentionDays how long nobody can delete a day of the audit trail; 0: not held
 */
public record RunBucket(Supplier<S3Client> client, String name, int auditRetentionDays) {

  /** For Lambda: the bucket is named in the environment. */
  public static RunBucket of(Map<String, String> environment) {
    return new RunBucket(
        new OnDemand(),
        Environment.required(environment, "BUCKET"),
        Integer.parseInt(Environment.required(environment, "AUDIT_RETENTION_DAYS")));
  }

  public static RunBucket of(S3Client client, String name) {
    return new RunBucket(() -> client, name, 0);
  }

  /** Where the days of the audit trail go. */
  public TrailFiles trail(InstantSource clock) {
    return new TrailFiles(client, name, auditRetentionDays, clock);
  }

  public YearFiles files() {
    return new YearFiles(client, name);
  }

  /**
   * A workspace.
   *
   * @param prefix ends in a slash
   */
  public Workspace workspace(String prefix) {
    return new BucketWorkspace(client.get(), name, prefix);
  }

  /** The client, made when a run first needs it: requests need none. */
  private static final class OnDemand implements Supplier<S3Client> {

    private @Nullable S3Client made;

    @Override
    public synchronized S3Client get() {
      S3Client client = made;
      if (client == null) {
        client =
            S3Client.builder()
                .httpClient(Patience.WORKING.http())
                .overrideConfiguration(Patience.WORKING.limits())
                .build();
        made = client;
      }
      return client;
    }
  }
}
