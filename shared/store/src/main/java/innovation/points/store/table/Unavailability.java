package innovation.points.store.table;

import java.io.IOException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
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
      case ApiCallTimeoutException _ -> true;
      case SdkClientException client ->
          client.retryable() || client.getCause() instanceof IOException;
      default -> false;
    };
  }
}
