package innovation.points.scoring.benefit;

import innovation.points.scoring.facts.ScoringInput;
import innovation.points.scoring.plan.reading.Selection;
import innovation.points.scoring.plan.reading.Selections;
import innovation.points.scoring.plan.reading.Subject;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Benefit.When;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Uses;
import innovation.points.scoring.rulebook.Uses.Tier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is entitled to which benefits of a rulebook (五(二), 五(四), rules §10). Thread-safe. */
public final class Benefits {

  private record Line(Benefit benefit, @Nullable Selection item) {}

  private final @Nullable Uses uses;
  private final Selections selections;
  private final List<Line> lines;

  /** By the rules of a year. */
  public Benefits(Rulebook rulebook) {
    this.uses = rulebook.uses();
    this.selections = new Selections(rulebook.dates());
    this.lines = rulebook.benefits().stream().map(this::line).toList();
  }

  private Line line(Benefit benefit) {
    When when = benefit.when();
    return new Line(benefit, when.item() == null ? null : selections.of(when.item()));
  }

  /**
   * The benefits of an enterprise, in the rulebook's order.
   *
   * @param input what the result was computed from
   */
  public List<Benefit> of(Standing standing, ScoringInput input) {
    if (standing.excluded() || lines.isEmpty()) {
      return List.of();
    }
    var subject = new Subject(selections, input);
    return lines.stream()
        .filter(line -> holds(line, standing, subject))
        .map(Line::benefit)
        .toList();
  }

  private boolean holds(Line line, Standing standing, Subject subject) {
    When when = line.benefit().when();
    String stage = standing.stage();
    return (when.stages().isEmpty() || (stage != null && when.stages().contains(stage)))
        && (when.tiers().isEmpty() || onOneOf(when.tiers(), standing))
        && (when.upTo() == null || within(when.upTo(), standing))
        && (line.item() == null || line.item().any(subject));
  }

  private boolean onOneOf(List<String> tiers, Standing standing) {
    Tier tier =
        uses == null || standing.rank() == 0 ? null : uses.tier(standing.rank(), standing.of());
    return tier != null && tiers.contains(tier.id());
  }

  private static boolean within(int percent, Standing standing) {
    return standing.rank() > 0 && standing.rank() <= Uses.places(standing.of(), percent);
  }
}
