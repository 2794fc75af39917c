package innovation.points.lookup.bank;

import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.store.grants.GrantScope;
import innovation.points.store.grants.Grants;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;
import innovation.points.web.time.OfficialTime;
import java.time.InstantSource;
import java.util.List;

/**
 * Admits who may read an enterprise's results, and puts on record who reads another one's. Before
 * the answer is given: nobody reads what is not on record.
 */
public final class Readings {

  private final AuditTrail trail;
  private final Grants grants;
  private final InstantSource clock;

  public Readings(AuditTrail trail, Grants grants, InstantSource clock) {
    this.trail = trail;
    this.grants = grants;
    this.clock = clock;
  }

  /**
   * Records a reading, unless the enterprise reads its own.
   *
   * @param uscc whose results they are
   * @param scope what a bank needs a grant for
   * @throws ProblemException 403 where a bank has none that holds today, the same whatever there is
   */
  public void admit(Request request, String uscc, GrantScope scope) {
    var reader = request.principal();
    if (reader.readsByGrant(uscc)) {
      boolean granted =
          reader
              .bank()
              .flatMap(bank -> grants.by(bank.id(), uscc, scope))
              .filter(grant -> grant.holds(OfficialTime.day(clock.instant())))
              .isPresent();
      if (!granted) {
        throw new ProblemException(Problem.forbidden("该企业没有授权贵行查看这项内容；请由企业在“授权管理”中授权"));
      }
    }
    if (!reader.owns(uscc)) {
      trail.add(entry(request, request.path().replaceFirst("^/v1/", "")));
    }
  }

  /** Records that a bank reads the cards of some enterprises, each for itself. */
  void cards(Request request, int year, List<String> usccs) {
    trail.addAll(
        usccs.stream()
            .map(uscc -> entry(request, "years/%d/enterprises/%s/card".formatted(year, uscc)))
            .toList());
  }

  private static TrailEntry entry(Request request, String object) {
    return TrailEntry.of(request.person(), TrailAction.PROFILE_READ, object, request.id());
  }
}
