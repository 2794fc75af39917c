package innovation.points.upload.announce;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.key.BadKey;
import innovation.points.datasets.key.UploadKey;
import innovation.points.datasets.problem.FileProblem;
import innovation.points.datasets.problem.ProblemCode;
import innovation.points.web.http.ProblemException;
import java.text.Normalizer;
import java.util.function.Supplier;

/** The key that a request wants to upload to. */
public final class RequestedKey {

  private RequestedKey() {}

  /**
   * Reads a key.
   *
   * @throws ProblemException 403 where the source may not bring the dataset, 400 where the key is
   *     invalid otherwise
   */
  public static UploadKey of(
      String source, String dataset, int year, String filename, Supplier<Catalogue> zone) {
    String name = Normalizer.normalize(filename.strip(), Normalizer.Form.NFC);
    String text = "uploads/%s/%s/%d/%s".formatted(source, dataset, year, name);
    return switch (UploadKey.parse(text, zone)) {
      case UploadKey key -> key;
      case BadKey(FileProblem problem) ->
          throw new ProblemException(
              problem.code() == ProblemCode.NOT_OWNED
                  ? innovation.points.web.http.Problem.forbidden(problem.message())
                  : innovation.points.web.http.Problem.badRequest("body", "", problem.message()));
    };
  }
}
