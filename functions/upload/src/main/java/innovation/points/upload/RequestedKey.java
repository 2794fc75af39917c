package innovation.points.upload;

import innovation.points.datasets.Problem;
import innovation.points.datasets.ProblemCode;
import innovation.points.datasets.UploadKey;
import innovation.points.web.ProblemException;

/** The key that a request asks to put something under. */
final class RequestedKey {

  private RequestedKey() {}

  /**
   * Reads a key.
   *
   * @throws ProblemException 403 where the source does not bring the dataset, 400 where the key is
   *     bad in another way
   */
  static UploadKey of(String source, String dataset, int year, String filename) {
    String text = "uploads/%s/%s/%d/%s".formatted(source, dataset, year, filename);
    return switch (UploadKey.parse(text)) {
      case UploadKey key -> key;
      case Problem problem ->
          throw new ProblemException(
              problem.code() == ProblemCode.NOT_OWNED
                  ? innovation.points.web.Problem.forbidden(problem.message())
                  : innovation.points.web.Problem.badRequest("body", "", problem.message()));
    };
  }
}
