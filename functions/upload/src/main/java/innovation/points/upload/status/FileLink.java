package innovation.points.upload.status;

import innovation.points.web.http.Caching;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;

/**
 * Where a file can be fetched, for programs that do not follow a redirection or would send their
 * token along.
 *
 * @param url valid for 15 minutes
 * @param mediaType of the file
 */
record FileLink(String url, String mediaType) {

  /** Redirects to the file, or says where it is where JSON was asked for. */
  static Response answer(Request request, String url, String mediaType) {
    Response response =
        request.prefersJson() ? Response.ok(new FileLink(url, mediaType)) : Response.seeOther(url);
    return response.with(Caching.NONE);
  }
}
