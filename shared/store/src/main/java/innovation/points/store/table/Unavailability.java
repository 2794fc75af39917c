package innovation.points.store.table;

import java.io.IOException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Faults of the tables and the bucket that are temporary. */
public final class Unavailability {

  private static final String INVALID = "ValidationException";

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

  /**
   * Whether a later attempt may succeed, if need be after a person has mended a right or a table.
   * What the data themselves cause, in our code or the table's, stays as it is however often it is
   * tried.
   */
  public static boolean mayEnd(RuntimeException e) {
    return switch (e) {
      case DynamoDbException refused when refused.awsErrorDetails() != null ->
          !INVALID.equals(refused.awsErrorDetails().errorCode());
      case SdkException _, UnwrittenException _ -> true;
      // No memory, no stack: less at once may do.
      default -> e.getCause() instanceof Error;
    };
  }
}
