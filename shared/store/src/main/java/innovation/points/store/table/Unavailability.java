package innovation.points.store.table;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Faults of the tables and the bucket that are temporary. */
public final class Unavailability {
  private Unavailability() {}

  /**
   * Whether the same call may succeed in a moment: throttling, or a fault of the service or the
   * network.
   */
  public static boolean causes(RuntimeException e) {
    return switch (e) {
      case SdkServiceException service ->
          service.isThrottlingException() || service.statusCode() >= 500;
      case SdkClientException client -> client.retryable();
      default -> false;
    };
  }
}
