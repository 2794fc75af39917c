package innovation.points.web.http;

import org.jspecify.annotations.Nullable;

/**
 * The reason a person gives for a decision, in a body: {@code {"reason": "…"}}.
 *
 * @param reason null where the body has none
 */
public record GivenReason(@Nullable String reason) {

  private static final int LONGEST = 500;

  /**
   * The reason, stripped.
   *
   * @param field where it stands in the body, as {@code /reason}
   * @throws ProblemException 400 where there is none, or it is too long
   */
  public String checked(String field) {
    String text = reason == null ? "" : reason.strip();
    if (text.isEmpty() || text.length() > LONGEST) {
      throw new ProblemException(
          Problem.badRequest(
              "body",
              field,
              "字段 %s 应为 1 到 %d 个字的理由，%s"
                  .formatted(
                      field.substring(1).replace('/', '.'),
                      LONGEST,
                      text.isEmpty() ? "收到的为空" : "收到 %d 个字".formatted(text.length()))));
    }
    return text;
  }
}
