package innovation.points.lookup.bank;

import innovation.points.person.Bank;
import innovation.points.store.grants.Quotas;
import innovation.points.store.settings.Settings;
import innovation.points.web.access.Role;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Endpoint;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import java.time.InstantSource;

/**
 * Bounds how often each client of a bank calls in an hour, and says in every answer what is left: a
 * program's token names the program, a person's the person.
 */
public final class BankQuota {

  private static final String NAME = "\"hour\"";

  private final Quotas quotas;
  private final Settings settings;
  private final InstantSource clock;

  public BankQuota(Quotas quotas, Settings settings, InstantSource clock) {
    this.quotas = quotas;
    this.settings = settings;
    this.clock = clock;
  }

  /** The same endpoint, whose calls by banks are counted. */
  public Endpoint counted(Endpoint endpoint) {
    return request ->
        request.principal().is(Role.BANK) && !request.principal().isOffice()
            ? counted(endpoint, request)
            : endpoint.answer(request);
  }

  private Response counted(Endpoint endpoint, Request request) {
    Bank bank = request.principal().bank().orElseThrow();
    int most = settings.bankList().callsPerHour(bank.id());
    Quotas.Left left = quotas.count(request.person().sub(), most, clock.instant());
    String policy = "%s;q=%d;w=%d".formatted(NAME, most, Quotas.WINDOW.toSeconds());
    String state = "%s;r=%d;t=%d".formatted(NAME, Math.max(0, left.calls()), left.seconds());
    if (left.calls() < 0) {
      throw new ProblemException(
          Problem.tooMany(
                  "每小时至多 %d 次请求，本小时的次数已用完，请在 %d 秒后重试".formatted(most, left.seconds()),
                  left.seconds())
              .with("RateLimit-Policy", policy)
              .with("RateLimit", state));
    }
    return endpoint.answer(request).with("RateLimit-Policy", policy).with("RateLimit", state);
  }
}
