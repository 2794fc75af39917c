package innovation.points.lookup.publication;

import innovation.points.spreadsheet.ListTable;
import innovation.points.web.http.Format;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import org.jspecify.annotations.Nullable;

/** Lists as files. */
public final class ListFiles {
  private ListFiles() {}

  /**
   * A file that holds a part of a list, or all of it.
   *
   * @param next the cursor of the next part, told in a Link header (RFC 8288) as a file has no
   *     place for it; null where nothing follows
   */
  public static Response page(
      Request request, ListTable table, Format format, String name, @Nullable String next) {
    Response response = Response.file(table, format, name);
    if (next == null) {
      return response;
    }
    return response.with("Link", "<" + request.address("cursor", next) + ">; rel=\"next\"");
  }
}
