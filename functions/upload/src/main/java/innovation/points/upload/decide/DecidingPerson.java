package innovation.points.upload.decide;

import innovation.points.person.Person;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import innovation.points.web.route.Request;

/** Who decides: nobody decides without a name. */
final class DecidingPerson {

  private DecidingPerson() {}

  static Person of(Request request) {
    return request
        .principal()
        .person()
        .orElseThrow(() -> new ProblemException(Problem.forbidden("登录令牌没有写明是谁（sub），不能确认或撤回文件")));
  }
}
