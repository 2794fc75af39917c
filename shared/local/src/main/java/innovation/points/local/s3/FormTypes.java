package innovation.points.local.s3;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes an object that is put as {@code application/x-www-form-urlencoded}, as curl puts whatever
 * it is not told the type of. The servlet's parameters would be read from the object's bytes: these
 * would be gone, and the signature of the query would not fit.
 */
final class FormTypes extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String type = request.getContentType();
    boolean form = type != null && type.startsWith(FORM) && request.getMethod().equals("PUT");
    chain.doFilter(form ? new OfQuery(request) : request, response);
  }

  /** A request whose parameters are those of its query alone. */
  private static final class OfQuery extends HttpServletRequestWrapper {

    private final Map<String, String[]> parameters = new LinkedHashMap<>();

    OfQuery(HttpServletRequest request) {
      super(request);
      String query = request.getQueryString();
      for (String part : query == null ? new String[0] : query.split("&")) {
        String[] pair = part.split("=", 2);
        String value = pair.length == 2 ? decoded(pair[1]) : "";
        parameters.putIfAbsent(decoded(pair[0]), new String[] {value});
      }
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getParameter(String name) {
      String[] values = parameters.get(name);
      return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
      return parameters.get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
      return Collections.enumeration(parameters.keySet());
    }

    @Override
    public Map<String, String[]> getParameterMap() {
      return Collections.unmodifiableMap(parameters);
    }
  }
}
