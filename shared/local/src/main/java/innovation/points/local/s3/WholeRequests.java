package innovation.points.local.s3;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Reads a request to its end before it is answered. S3Proxy stops at the last byte of an object;
 * SDKs send a checksum behind it. Answered before that has arrived, the server closes the
 * connection, and the client sends the object a second time: two versions of one file.
 */
final class WholeRequests extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    if (!response.isCommitted() && request.getMethod().equals("PUT")) {
      request.getInputStream().transferTo(OutputStream.nullOutputStream());
    }
  }
}
