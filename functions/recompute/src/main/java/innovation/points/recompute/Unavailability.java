package innovation.points.recompute;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Which faults of the tables pass by themselves. */
final class Unavailability {

  private Unavailability() {}

  static boolean causes(RuntimeException e) {
    return switch (e) {
      case SdkServiceException service ->
          service.isThrottlingException() || service.statusCode() >= 500;
      case SdkClientException client -> client.retryable();
      default -> false;
    };
  }
}
