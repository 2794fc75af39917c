package innovation.points.lookup;

import innovation.points.web.Format;
import innovation.points.web.Request;
import innovation.points.web.Response;
import innovation.points.web.Table;
import org.jspecify.annotations.Nullable;

/** Lists as files. */
final class Files {
  private Files() {}

  /**
   * A file that holds a part of a list, or all of it.
   *
   * @param next the cursor of the next part, told in a Link header (RFC 8288) as a file has no
   *     place for it; null where nothing follows
   */
  static Response page(
      Request request, Table table, Format format, String name, @Nullable String next) {
    Response response = Response.file(table, format, name);
    if (next == null) {
      return response;
    }
    return response.with("Link", "<" + request.address("cursor", next) + ">; rel=\"next\"");
  }
}
