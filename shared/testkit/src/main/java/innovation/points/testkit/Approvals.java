package innovation.points.testkit;

import innovation.points.person.Person;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.rulebook.RulebookLife;
import innovation.points.store.rulebook.RulebookLives;
import innovation.points.store.rulebook.RulebookState;
import innovation.points.store.rulebook.RulebookStep;
import innovation.points.store.run.Run;
import java.time.Instant;
import java.util.List;

/** What persons decide: puts rulebooks in force as two would, and overrides the checks of a run. */
public final class Approvals {

  public static final Person PREPARES =
      new Person("00000000-0000-4000-8000-00000000000a", "李敏", "bureau", null);
  public static final Person DECIDES =
      new Person("00000000-0000-4000-8000-00000000000b", "王芳", "approver", null);

  private Approvals() {}

  /** An order whose run is to be published whatever the checks say. */
  public static Run.Order overriding(Run.Order order, String reason) {
    return new Run.Order(
        order.publish(),
        order.rulebook(),
        order.dryRun(),
        order.by(),
        order.at(),
        order.thresholds(),
        order.rewards(),
        order.noticeUntil(),
        order.noticeDays(),
        reason);
  }

  /** A rulebook that was approved at a time, as a file of that id. */
  public static void approve(ZoneTables tables, Rulebook rulebook, Instant at) {
    approve(new RulebookLives(tables.client(), tables.scores()), rulebook, at);
  }

  private static void approve(RulebookLives lives, Rulebook rulebook, Instant at) {
    RulebookLife draft = RulebookLife.draft(rulebook.id(), "v1", at, rulebook.text(), 0, List.of());
    RulebookLife submitted =
        draft.then(
            RulebookState.SUBMITTED,
            new RulebookStep(RulebookState.SUBMITTED.id(), PREPARES, at, null));
    RulebookLife approved =
        submitted.then(
            RulebookState.APPROVED,
            new RulebookStep(RulebookState.APPROVED.id(), DECIDES, at, null));
    for (RulebookLife life : List.of(draft, submitted, approved)) {
      if (!lives.save(life, List.of())) {
        throw new IllegalStateException("rulebook " + rulebook.id() + " was there before");
      }
    }
  }
}
