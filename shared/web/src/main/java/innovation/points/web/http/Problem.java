package innovation.points.web.http;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param detail what happened here and what to do, in Chinese, without internals
 * @param errors everything that is wrong with the request, all at once; may be empty
 * @param headers what the answer carries beside the document, e.g. {@code Allow}
 */
public record Problem(
    ProblemKind kind, String detail, List<Fault> errors, Map<String, String> headers) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One thing wrong with a request.
   *
   * @param in {@code path}, {@code query}, {@code header} or {@code body}; {@code checks} where a
   *     check of a run blocks
   * @param name of the parameter; for a body a JSON pointer
   * @param detail what was expected and what was found, in Chinese
   */
  public record Fault(String in, String name, String detail) {}

  public Problem {
    errors = List.copyOf(errors);
    headers = Map.copyOf(headers);
  }

  private static Problem of(ProblemKind kind, String detail) {
    return new Problem(kind, detail, List.of(), Map.of());
  }

  public int status() {
    return kind.status();
  }

  /** 400: all bad parameters at once, as one sentence. */
  public static Problem badRequest(Collection<Fault> faults) {
    String detail =
        faults.stream().map(Fault::detail).collect(Collectors.joining("；")).replace("。；", "；");
    return new Problem(ProblemKind.BAD_REQUEST, detail, List.copyOf(faults), Map.of());
  }

  /** 400: one thing is wrong. */
  public static Problem badRequest(String in, String name, String detail) {
    return badRequest(List.of(new Fault(in, name, detail)));
  }

  public static Problem unauthorized() {
    return of(ProblemKind.UNAUTHORIZED, "此内容需要登录后访问，请在 Authorization 请求头中提供有效的令牌")
        .with("WWW-Authenticate", "Bearer");
  }

  public static Problem forbidden(String detail) {
    return of(ProblemKind.FORBIDDEN, detail);
  }

  public static Problem notFound(String detail) {
    return of(ProblemKind.NOT_FOUND, detail);
  }

  public static Problem methodNotAllowed(String method, Collection<String> allowed) {
    String allow = String.join(", ", new TreeSet<>(allowed));
    return of(ProblemKind.METHOD_NOT_ALLOWED, "此地址支持的方法：" + allow + "，收到：" + method)
        .with("Allow", allow);
  }

  public static Problem notAcceptable(String asked, Collection<Format> offered) {
    String formats = offered.stream().map(Format::mediaType).collect(Collectors.joining("、"));
    return of(ProblemKind.NOT_ACCEPTABLE, "此内容的格式有：" + formats + "，请求的是：" + asked);
  }

  /** 409: the state of things does not allow it now. */
  public static Problem conflict(String detail) {
    return of(ProblemKind.CONFLICT, detail);
  }

  /**
   * 409: the state of things does not allow it now.
   *
   * @param faults what is in the way, one by one
   */
  public static Problem conflict(String detail, Collection<Fault> faults) {
    Problem problem = conflict(detail);
    return new Problem(problem.kind, detail, List.copyOf(faults), problem.headers);
  }

  /** 422: the request is well-formed, and cannot be what is meant. */
  public static Problem unprocessable(String detail) {
    return of(ProblemKind.UNPROCESSABLE, detail);
  }

  /**
   * 410: it was there, and something else has taken its place.
   *
   * @param successor the address of that
   */
  public static Problem gone(String detail, String successor) {
    return of(ProblemKind.GONE, detail)
        .with("Link", "<%s>; rel=\"latest-version\"".formatted(successor));
  }

  public static Problem tooLarge(String detail) {
    return of(ProblemKind.TOO_LARGE, detail);
  }

  public static Problem unsupportedMediaType(String found) {
    return of(
        ProblemKind.UNSUPPORTED_MEDIA_TYPE,
        "请求正文应为 application/json，收到：" + (found.isBlank() ? "未注明" : found));
  }

  /** 429: the caller has used up what it may ask for in a time. */
  public static Problem tooMany(String detail, int retryAfterSeconds) {
    return of(ProblemKind.TOO_MANY, detail)
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  public static Problem internal() {
    return of(ProblemKind.INTERNAL, "处理请求时出现意外错误，请稍后再试；反馈时请附上响应头 X-Request-Id 的值");
  }

  /** 503: something behind this is busy or down; the same request may pass in a moment. */
  public static Problem unavailable(int retryAfterSeconds) {
    return of(ProblemKind.UNAVAILABLE, "后台服务繁忙，请在 " + retryAfterSeconds + " 秒后重试")
        .with("Retry-After", Integer.toString(retryAfterSeconds));
  }

  /** The same problem with one more header in its answer. */
  public Problem with(String header, String value) {
    var more = new HashMap<>(headers);
    more.put(header, value);
    return new Problem(kind, detail, errors, more);
  }

  /**
   * The document of RFC 9457 that the answer holds.
   *
   * @param english whether its title is to be in English; what happened here is said in Chinese
   */
  public Object document(boolean english) {
    String title = english ? kind.english() : kind.title();
    return new Document(kind.type(), title, kind.status(), detail, errors);
  }

  private record Document(
      String type, String title, int status, String detail, List<Fault> errors) {}
}
