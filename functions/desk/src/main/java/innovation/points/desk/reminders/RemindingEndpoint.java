package innovation.points.desk.reminders;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import innovation.points.store.mail.Mail;
import innovation.points.store.reminders.Reminded;
import innovation.points.store.reminders.Reminders;
import innovation.points.store.reminders.Reminders.Outcome;
import innovation.points.store.settings.Settings;
import innovation.points.web.http.Caching;
import innovation.points.web.http.Parameters;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * {@code POST /v1/years/{year}/departments/{department}/reminders}: the bureau reminds a department
 * of what it owes of a year, besides what the schedule does.
 */
public final class RemindingEndpoint implements Calls {

  private final Reminders reminders;
  private final Settings settings;
  private final InstantSource clock;

  public RemindingEndpoint(Reminders reminders, Settings settings, InstantSource clock) {
    this.reminders = reminders;
    this.settings = settings;
    this.clock = clock;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.post("/v1/years/{year}/departments/{department}/reminders", this::remind);
  }

  /** What was written: when, by whom, of how much, and the mail. */
  @JsonPropertyOrder({"reminded", "subject", "text"})
  record View(Reminded reminded, String subject, String text) {
    static View of(Reminded reminded, Mail mail) {
      return new View(reminded, mail.subject(), mail.text());
    }
  }

  public Response remind(Request request) {
    Parameters parameters = request.parameters();
    int year = parameters.year();
    String department = parameters.path("department");
    parameters.verify();
    String name =
        settings
            .catalogue()
            .department(department)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.notFound(
                            "没有部门 %s，部门应为其编号（如 tax）".formatted(Parameters.shown(department)))))
            .name();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return switch (reminders.remind(
        year, department, request.person(), OfficialTime.day(now), now, request.id())) {
      case Outcome.Sent(var reminded, var mail) ->
          Response.created("/v1/years/%d/departments".formatted(year), View.of(reminded, mail))
              .with(Caching.NONE);
      case Outcome.NothingOwed() ->
          throw new ProblemException(
              Problem.conflict("%s没有 %d 年度待报送的数据，也没有待答复的问题，无需催报".formatted(name, year)));
      case Outcome.Already() ->
          throw new ProblemException(
              Problem.conflict("今天已就 %d 年度催报过%s，一天只催报一次，请明天再催".formatted(year, name)));
    };
  }
}
