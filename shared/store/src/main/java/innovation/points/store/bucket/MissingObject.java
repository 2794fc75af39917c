package innovation.points.store.bucket;

import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells an object that is not there from a fault. */
public final class MissingObject {

  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  private MissingObject() {}

  /**
   * Whether the bucket's answer means that the object is not there. Without the right to list the
   * bucket, S3 answers 403 for what is missing.
   */
  public static boolean isMeantBy(S3Exception answer) {
    return answer.statusCode() == NOT_FOUND || answer.statusCode() == FORBIDDEN;
  }
}
