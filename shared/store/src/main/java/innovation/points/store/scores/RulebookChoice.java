package innovation.points.store.scores;

import innovation.points.scoring.Rulebook;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which rulebook a year is scored by. */
public final class RulebookChoice {

  private final List<Rulebook> rulebooks;

  public RulebookChoice(List<Rulebook> rulebooks) {
    this.rulebooks = List.copyOf(rulebooks);
  }

  public Optional<Rulebook> named(String id) {
    return rulebooks.stream().filter(rulebook -> rulebook.id().equals(id)).findFirst();
  }

  /** The newest in effect on 31 December of the year; of several from one day the last listed. */
  public Optional<Rulebook> inEffect(int year) {
    LocalDate end = LocalDate.of(year, Month.DECEMBER, 31);
    return rulebooks.reversed().stream()
        .filter(rulebook -> !rulebook.effectiveFrom().isAfter(end))
        .max(Comparator.comparing(Rulebook::effectiveFrom));
  }

  /** The ids of all, to be named where another was asked for. */
  public List<String> ids() {
    return rulebooks.stream().map(Rulebook::id).toList();
  }
}
