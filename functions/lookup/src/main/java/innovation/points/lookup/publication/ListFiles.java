package innovation.points.lookup.publication;

import innovation.points.spreadsheet.ListTable;
import innovation.points.web.http.Format;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import org.jspecify.annotations.Nullable;

/** Lists as downloadable files. */
public final class ListFiles {
  private ListFiles() {}

  /**
   * A file with a part of a list, or all of it.
   *
   * @param next the cursor of the next part, sent in a Link header (RFC 8288) because a file has no
   *     place for it; null at the end
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
