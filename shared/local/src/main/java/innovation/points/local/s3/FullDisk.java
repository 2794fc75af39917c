package innovation.points.local.s3;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.LongFunction;

/** Refuses what does not fit on the disk with 507 and a sentence; S3Proxy would answer 500. */
final class FullDisk extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final int INSUFFICIENT_STORAGE = 507;

  private final transient LongFunction<Optional<String>> full;

  FullDisk(LongFunction<Optional<String>> full) {
    this.full = full;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean writes = request.getMethod().equals("PUT") || request.getMethod().equals("POST");
    Optional<String> refusal =
        writes ? full.apply(Math.max(0, request.getContentLengthLong())) : Optional.empty();
    if (refusal.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    response.setStatus(INSUFFICIENT_STORAGE);
    response.setContentType("application/xml");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response
        .getWriter()
        .write(
            "<Error><Code>InsufficientCapacity</Code><Message>%s</Message></Error>"
                .formatted(escaped(refusal.get())));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
