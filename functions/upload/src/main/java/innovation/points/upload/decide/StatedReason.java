package innovation.points.upload.decide;

import innovation.points.web.http.Problem.Fault;
import java.util.List;

/** The reason that a decision gives. */
final class StatedReason {

  private static final int LONGEST = 500;

  private StatedReason() {}

  /** Adds what is wrong with a reason. */
  static void check(String reason, List<Fault> faults) {
    int length = reason.strip().length();
    if (length == 0 || length > LONGEST) {
      faults.add(
          new Fault(
              "body", "/reason", "字段 reason 应写明理由，1 到 %d 个字，收到 %d 个字".formatted(LONGEST, length)));
    }
  }
}
