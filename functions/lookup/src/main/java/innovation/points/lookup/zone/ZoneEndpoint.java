package innovation.points.lookup.zone;

import innovation.points.lookup.publication.Recent;
import innovation.points.store.settings.ZoneProfile;
import innovation.points.web.http.Caching;
import innovation.points.web.http.ETag;
import innovation.points.web.route.Calls;
import innovation.points.web.route.FunctionRoutes;
import innovation.points.web.route.Request;
import innovation.points.web.route.Response;
import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/zone}: who runs the site, as the foot of every page says it. {@code GET
 * /.well-known/security.txt}: whom to tell of a weakness (RFC 9116).
 */
public final class ZoneEndpoint implements Calls {

  private static final int VALID_MONTHS = 6;

  private final Recent<ZoneProfile> profile;
  private final InstantSource time;
  private final String origin;

  /**
   * Who runs the site; an empty text stands for none.
   *
   * @param privacy what the zone itself says of personal data, with lines
   */
  record Zone(String office, String telephone, String email, String filing, String privacy) {}

  /**
   * @param profile as it is set now
   * @param origin of the public address, {@code https://points.example.cn}
   */
  public ZoneEndpoint(Supplier<ZoneProfile> profile, InstantSource time, String origin) {
    this.profile = new Recent<>(profile, time);
    this.time = time;
    this.origin = origin;
  }

  @Override
  public void bind(FunctionRoutes routes) {
    routes.get("/v1/zone", this::zone).get("/.well-known/security.txt", this::security);
  }

  public Response zone(Request request) {
    request.parameters().verify();
    ZoneProfile set = profile.get();
    ETag etag = ETag.ofContent(set.toString(), "zone");
    if (request.has(etag)) {
      return Response.notModified(etag, Caching.PUBLIC);
    }
    var zone =
        new Zone(
            set.office(),
            set.telephone(),
            text(set.email()),
            text(set.filing()),
            text(set.privacy()));
    return Response.ok(zone).with(etag).with(Caching.PUBLIC);
  }

  /** It expires half a year after the month it is read in, so that it stays the same for long. */
  public Response security(Request request) {
    request.parameters().verify();
    LocalDate expires = OfficialTime.day(time.instant()).withDayOfMonth(1).plusMonths(VALID_MONTHS);
    var text = new StringBuilder();
    String email = text(profile.get().email());
    if (!email.isEmpty()) {
      text.append("Contact: mailto:").append(email).append('\n');
    }
    text.append("Contact: %s/help#feedback\n".formatted(origin))
        .append("Expires: %sT00:00:00Z\n".formatted(expires))
        .append("Preferred-Languages: zh, en\n")
        .append("Canonical: %s/.well-known/security.txt\n".formatted(origin));
    return Response.text("text/plain; charset=utf-8", text.toString()).with(Caching.PUBLIC);
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
