package innovation.points.lookup.completeness;

import innovation.points.store.questions.AskedQuestions;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;

/** {@code GET /v1/years/{year}/monthly-figures}: what the grid and the hotline do, by month. */
public final class MonthlyEndpoint implements Calls {

  private final AskedQuestions questions;
  private final InstantSource time;

  public MonthlyEndpoint(AskedQuestions questions, InstantSource time) {
    this.questions = questions;
    this.time = time;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/monthly-figures", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    parameters.verify();
    Format format = request.listFormat();
    var figures =
        MonthlyFigures.of(
            year, questions.all(null, null).toList(), OfficialTime.day(time.instant()));
    Response response =
        switch (format) {
          case JSON -> Response.ok(figures);
          case NDJSON -> Response.lines(figures.items());
          case CSV, XLSX -> Response.file(figures.table(), format, year + "年网格与热线月度办理情况");
        };
    return response.with(Caching.NONE);
  }
}
