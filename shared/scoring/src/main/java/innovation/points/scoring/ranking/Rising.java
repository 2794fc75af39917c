package innovation.points.scoring.ranking;

import innovation.points.scoring.rulebook.Rulebook;

/**
 * Whether an enterprise has risen since the year before (rules §8): by its total. Where the
 * rulebook has no ranks among all, totals of different stages are not compared: then whoever is in
 * a higher stage has risen, and within a stage the share of it that stands behind decides.
 */
public final class Rising {
  private final Rulebook rulebook;

  /**
   * Where an enterprise stood in a year.
   *
   * @param stage id
   * @param place within the stage, from 1
   * @param of how many are ranked in the stage
   */
  public record Standing(String stage, double total, int place, int of) {}

  public Rising(Rulebook rulebook) {
    this.rulebook = rulebook;
  }

  /** Above 0: risen; below 0: fallen; 0: as before. */
  public int since(Standing before, Standing now) {
    if (rulebook.ranks().overall()) {
      return Double.compare(now.total(), before.total());
    }
    int stage = Integer.compare(index(before.stage()), index(now.stage()));
    // The places are compared as fractions, without rounding.
    return stage == 0
        ? Long.compare((before.place() - 1L) * now.of(), (now.place() - 1L) * before.of())
        : stage;
  }

  /** 0 for the highest stage; those that these rules do not have come last. */
  private int index(String stage) {
    for (int i = 0; i < rulebook.stages().size(); i++) {
      if (rulebook.stages().get(i).id().equals(stage)) {
        return i;
      }
    }
    return rulebook.stages().size();
  }
}
