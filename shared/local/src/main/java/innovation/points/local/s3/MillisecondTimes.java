package innovation.points.local.s3;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Restores the milliseconds in listings of versions, which S3Proxy cuts off: here many files arrive
 * within one second, and of two files with the same fact the later one takes precedence.
 */
final class MillisecondTimes extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final Pattern TIME =
      Pattern.compile(
          "(<VersionId>([^<]+)</VersionId><IsLatest>[a-z]+</IsLatest><LastModified>)[^<]+");

  private final transient VersionedBlobStore store;

  MillisecondTimes(VersionedBlobStore store) {
    this.store = store;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String query = request.getQueryString();
    if (!request.getMethod().equals("GET")
        || query == null
        || !("&" + query).contains("&versions")) {
      chain.doFilter(request, response);
      return;
    }
    var held = new HeldText(response);
    chain.doFilter(request, held);
    String bucket = request.getRequestURI().replaceAll("^/|/$", "");
    response.getWriter().write(precise(held.text(), bucket, request.getParameter("prefix")));
  }

  private String precise(String listing, String bucket, String prefix) {
    if (!listing.contains("<ListVersionsResult")) {
      return listing;
    }
    Map<String, StoredVersion> versions =
        store.bucket(bucket).versions(prefix == null ? "" : prefix).stream()
            .collect(Collectors.toMap(StoredVersion::versionId, Function.identity()));
    return TIME.matcher(listing)
        .replaceAll(
            found -> {
              StoredVersion version = versions.get(found.group(2));
              return version == null ? found.group() : found.group(1) + version.lastModified();
            });
  }

  /** Buffers text; bytes and headers pass through. */
  private static final class HeldText extends HttpServletResponseWrapper {

    private final StringWriter text = new StringWriter();
    private final PrintWriter writer = new PrintWriter(text);

    HeldText(HttpServletResponse response) {
      super(response);
    }

    @Override
    public PrintWriter getWriter() {
      return writer;
    }

    String text() {
      writer.flush();
      return text.toString();
    }
  }
}
