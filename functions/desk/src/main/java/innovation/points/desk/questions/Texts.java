package innovation.points.desk.questions;

import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;

/** Texts that persons write. */
final class Texts {

  private static final int LONGEST = 2_000;

  private Texts() {}

  /**
   * A text of 1 to 2000 characters, without the blanks around it.
   *
   * @throws ProblemException 400
   */
  static String of(String field, String text) {
    return of(field, text, LONGEST);
  }

  /** The same of another length. */
  static String of(String field, String text, int longest) {
    String stripped = text.strip();
    int length = stripped.codePointCount(0, stripped.length());
    if (length == 0 || length > longest) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              "/" + field,
              "字段 %s 应为 1 到 %d 个字，收到 %d 个字".formatted(field, longest, length)));
    }
    return stripped;
  }
}
