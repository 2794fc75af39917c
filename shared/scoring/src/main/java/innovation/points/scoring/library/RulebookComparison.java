package innovation.points.scoring.library;

import innovation.points.scoring.rulebook.Curve;
import innovation.points.scoring.rulebook.Curve.Knot;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Deviation;
import innovation.points.scoring.rulebook.Rulebook.Indicator;
import innovation.points.scoring.rulebook.reader.RulebookDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where one rulebook differs from another.
 *
 * @param items in words, other values first, then curves
 * @param curves those that differ, as they are in the first year of the newer rulebook
 */
public record RulebookComparison(List<Deviation> items, List<CurveChange> curves) {

  /**
   * A curve that differs.
   *
   * @param before empty where there was none
   */
  public record CurveChange(
      String indicator,
      String name,
      String unit,
      String stage,
      String stageName,
      List<Knot> before,
      List<Knot> after) {

    public CurveChange {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  public RulebookComparison {
    items = List.copyOf(items);
    curves = List.copyOf(curves);
  }

  /**
   * Compares two rulebooks.
   *
   * @param before the one that the other is compared with
   */
  public static RulebookComparison between(Rulebook before, Rulebook after) {
    int year = Math.max(after.effectiveFrom().getYear(), after.since());
    return new RulebookComparison(
        RulebookDifferences.between(before, after),
        curves(before.inYear(year), after.inYear(year)));
  }

  private static List<CurveChange> curves(Rulebook before, Rulebook after) {
    var changes = new ArrayList<CurveChange>();
    for (Indicator now : after.indicators()) {
      Map<String, Curve> old =
          before.indicators().stream()
              .filter(one -> one.id().equals(now.id()))
              .findFirst()
              .map(Indicator::curves)
              .orElse(Map.of());
      now.curves()
          .forEach(
              (stage, curve) -> {
                Curve had = old.get(stage);
                if (!curve.equals(had)) {
                  changes.add(
                      new CurveChange(
                          now.id(),
                          now.name(),
                          now.unit(),
                          stage,
                          after.stageName(stage),
                          had == null ? List.of() : had.knots(),
                          curve.knots()));
                }
              });
    }
    return changes;
  }
}
