package innovation.points.local.s3;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * The bucket as S3 shows it to who may not list it, as no function may: an object or a version that
 * is not there is forbidden, not missing.
 */
public final class UnlistedBucket implements InvocationHandler {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private final S3Client client;

  private UnlistedBucket(S3Client client) {
    this.client = client;
  }

  public static S3Client of(S3Client client) {
    return (S3Client)
        Proxy.newProxyInstance(
            S3Client.class.getClassLoader(),
            new Class<?>[] {S3Client.class},
            new UnlistedBucket(client));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object[] args)
      throws Throwable {
    boolean call = args != null && args.length > 0 && args[0] instanceof SdkRequest;
    if (method.isDefault() && !call) {
      // It makes the request, and calls the method that takes it.
      return InvocationHandler.invokeDefault(proxy, method, args);
    }
    try {
      return method.invoke(client, args);
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw cause instanceof S3Exception answer ? seen(answer) : cause;
    }
  }

  private static S3Exception seen(S3Exception answer) {
    if (answer.statusCode() != NOT_FOUND || answer instanceof NoSuchBucketException) {
      return answer;
    }
    return (S3Exception)
        S3Exception.builder()
            .statusCode(FORBIDDEN)
            .awsErrorDetails(
                AwsErrorDetails.builder()
                    .errorCode("AccessDenied")
                    .errorMessage("Access Denied")
                    .serviceName("S3")
                    .build())
            .message("Access Denied (Service: S3, Status Code: 403)")
            .build();
  }
}
