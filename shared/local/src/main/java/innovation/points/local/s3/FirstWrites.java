package innovation.points.local.s3;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Writes with {@code If-None-Match: *}, as S3 has them: the first one is taken, every other is 412.
 * S3Proxy knows them of its own stores only, and answers 501 for others.
 */
final class FirstWrites extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String CONDITION = "If-None-Match";

  private final transient VersionedBlobStore store;

  FirstWrites(VersionedBlobStore store) {
    this.store = store;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!request.getMethod().equals("PUT") || !"*".equals(request.getHeader(CONDITION))) {
      chain.doFilter(request, response);
      return;
    }
    String[] path = URI.create(request.getRequestURI()).getPath().split("/", 3);
    synchronized (store) {
      if (path.length == 3 && store.blobExists(path[1], path[2])) {
        response.setStatus(HttpServletResponse.SC_PRECONDITION_FAILED);
        response.setContentType("application/xml");
        response.getWriter().write("<Error><Code>PreconditionFailed</Code></Error>");
      } else {
        chain.doFilter(new Unconditional(request), response);
      }
    }
  }

  /** The signature is verified by all values of a header, the condition by its first. */
  private static final class Unconditional extends HttpServletRequestWrapper {
    Unconditional(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(CONDITION) ? null : super.getHeader(name);
    }
  }
}
