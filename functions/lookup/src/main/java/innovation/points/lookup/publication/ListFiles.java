package innovation.points.lookup.publication;

import innovation.points.spreadsheet.ListTable;
import innovation.points.web.http.Format;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists as downloadable files and as lines. */
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
    return Response.file(table, format, name).followedBy(request, next);
  }

  /** The same as lines: see {@link Format#NDJSON}. */
  public static Response lines(Request request, List<?> items, @Nullable String next) {
    return Response.lines(items).followedBy(request, next);
  }
}
