package innovation.points.local.lambda;

/** A function ended with an error, as Lambda reports it to the caller. */
public final class InvocationException extends Exception {

  private static final long serialVersionUID = 1L;

  InvocationException(String function, String requestId, Throwable cause) {
    super(
        "函数 %s 处理失败（请求 %s）：%s".formatted(function, requestId, cause.getClass().getSimpleName()),
        cause);
  }
}
