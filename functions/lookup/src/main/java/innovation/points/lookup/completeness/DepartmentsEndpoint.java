package innovation.points.lookup.completeness;

import innovation.points.store.questions.AskedQuestions;
import innovation.points.store.reminders.Reminders;
import innovation.points.store.settings.Settings;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Format;
import innovation.points.web.http.Parameters;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import innovation.points.web.time.Quarter;
import java.time.InstantSource;
import java.time.LocalDate;

/** {@code GET /v1/years/{year}/departments}: how departments deliver and answer. */
public final class DepartmentsEndpoint implements Calls {

  private final Arrivals arrivals;
  private final AskedQuestions questions;
  private final Settings settings;
  private final Reminders reminders;
  private final InstantSource time;

  public DepartmentsEndpoint(
      Arrivals arrivals,
      AskedQuestions questions,
      Settings settings,
      Reminders reminders,
      InstantSource time) {
    this.arrivals = arrivals;
    this.questions = questions;
    this.settings = settings;
    this.reminders = reminders;
    this.time = time;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/years/{year}/departments", this::get);
  }

  public Response get(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    LocalDate today = OfficialTime.day(time.instant());
    Quarter quarter =
        parameters
            .text("quarter", Quarter.FORM, "季度（如 2026-Q3）")
            .map(Quarter::of)
            .orElseGet(() -> Quarter.of(today));
    parameters.verify();
    Format format = request.listFormat();
    var uploads = arrivals.uploads(year);
    var league =
        DepartmentLeague.of(
            year,
            quarter,
            arrivals.catalogue(year),
            arrivals.of(year, uploads),
            uploads,
            questions.all(null, null).toList(),
            settings.workingDays(),
            reminders.last(),
            today);
    Response response =
        switch (format) {
          case JSON -> Response.ok(league);
          case NDJSON -> Response.lines(league.items());
          case CSV, XLSX -> Response.file(LeagueFile.of(league), format, year + "年度部门报送与办理排行");
        };
    return response.with(Caching.NONE);
  }
}
