package innovation.points.lookup.portrait;

import innovation.points.store.audit.AuditTrail;
import innovation.points.store.audit.TrailAction;
import innovation.points.store.audit.TrailEntry;
import innovation.points.web.route.Request;

/** Puts on record who reads what of another one's profile. */
final class Readings {

  private Readings() {}

  /**
   * Records a reading, unless the enterprise reads its own. Before the answer is given: nobody
   * reads what is not on record.
   *
   * @param uscc whose profile it is
   */
  static void record(AuditTrail trail, Request request, String uscc) {
    if (!request.principal().owns(uscc)) {
      String object = request.path().replaceFirst("^/v1/", "");
      trail.add(TrailEntry.of(request.person(), TrailAction.PROFILE_READ, object, request.id()));
    }
  }
}
