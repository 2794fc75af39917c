package innovation.points.web.http;

/** The kinds of problems (RFC 9457) that a function answers with, and their titles. */
public enum ProblemKind {
  BAD_REQUEST(400, "bad-request", "请求参数有误", "The request is not as expected"),
  UNAUTHORIZED(401, "unauthorized", "需要登录", "Sign-in required"),
  FORBIDDEN(403, "forbidden", "没有权限", "Not allowed"),
  NOT_FOUND(404, "not-found", "没有找到", "Not found"),
  METHOD_NOT_ALLOWED(405, "method-not-allowed", "不支持的请求方法", "Method not supported"),
  NOT_ACCEPTABLE(406, "not-acceptable", "没有这种格式", "No such format"),
  CONFLICT(409, "conflict", "与当前状态冲突", "In conflict with the present state"),
  GONE(410, "gone", "已被取代", "Superseded"),
  TOO_LARGE(413, "too-large", "内容过大", "Too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "不支持的内容类型", "Unsupported content type"),
  UNPROCESSABLE(422, "unprocessable", "请求无法处理", "Cannot be processed"),
  TOO_MANY(429, "too-many-requests", "请求过多", "Too many requests"),
  INTERNAL(500, "internal", "系统内部错误", "Internal error"),
  UNAVAILABLE(503, "unavailable", "服务暂时不可用", "Temporarily unavailable");

  /** The page of the portal that describes the API, at the part about a kind. */
  private static final String PAGE = "/api#problem-";

  private final int status;
  private final String id;
  private final String title;
  private final String english;

  ProblemKind(int status, String id, String title, String english) {
    this.status = status;
    this.id = id;
    this.title = title;
    this.english = english;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** A URI reference that names the kind, stays the same, and is the address of a page about it. */
  public String type() {
    return PAGE + id;
  }

  /** What it is, in Chinese. */
  public String title() {
    return title;
  }

  /** The same in English. */
  public String english() {
    return english;
  }
}
