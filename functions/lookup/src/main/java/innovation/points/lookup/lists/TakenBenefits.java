package innovation.points.lookup.lists;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.scoring.facts.LineItem;
import innovation.points.scoring.rulebook.Benefit;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.scores.ScoreRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which benefits of a year's rulebook an enterprise has taken up, by the dataset {@code
 * benefits-taken}. A benefit goes by its name in the rulebook, or its id; it counts where the
 * department that grants it says so, or the owner of the dataset for it.
 *
 * @param taken the earliest day of each, in no particular order
 * @param unknown what files call benefits that the rulebook does not have
 */
public record TakenBenefits(List<Taken> taken, Set<String> unknown) {

  private static final String DATASET = "benefits-taken";
  static final TakenBenefits NONE = new TakenBenefits(List.of(), Set.of());
  private static final String OWNER =
      Catalogue.load().dataset(DATASET).map(Dataset::owner).orElseThrow();

  /** The first day on which a benefit was taken up. */
  public record Taken(String benefit, LocalDate on) {}

  public TakenBenefits {
    taken = List.copyOf(taken);
    unknown = Set.copyOf(unknown);
  }

  /** Of an enterprise as it is now: none where it is no longer on the roster. */
  public static TakenBenefits of(Rulebook rulebook, @Nullable ScoreRow draft) {
    return draft == null
        ? NONE
        : of(rulebook, draft.card().year(), draft.input().facts().items(DATASET));
  }

  private static TakenBenefits of(Rulebook rulebook, int year, List<LineItem> items) {
    var taken = new ArrayList<Taken>();
    var unknown = new HashSet<String>();
    for (LineItem item : items) {
      String named = item.text("benefit");
      LocalDate on = item.day("takenOn");
      if (item.year() == year && named != null && on != null) {
        Optional<Benefit> benefit = named(rulebook, named);
        if (benefit.isEmpty()) {
          unknown.add(named);
        } else if (isSaidBy(item, benefit.get())) {
          taken.add(new Taken(benefit.get().id(), on));
        }
      }
    }
    taken.sort(Comparator.comparing(Taken::on));
    var known = new HashSet<String>();
    taken.removeIf(one -> !known.add(one.benefit()));
    return new TakenBenefits(taken, unknown);
  }

  /** Those that a test lets through. */
  public List<Taken> taken(Predicate<String> benefit) {
    return taken.stream().filter(one -> benefit.test(one.benefit())).toList();
  }

  /** Whether a benefit is among them. */
  boolean has(String benefit) {
    return taken.stream().anyMatch(one -> one.benefit().equals(benefit));
  }

  private static Optional<Benefit> named(Rulebook rulebook, String named) {
    return rulebook.benefits().stream()
        .filter(one -> one.name().equals(named.strip()) || one.id().equals(named.strip()))
        .findFirst();
  }

  private static boolean isSaidBy(LineItem item, Benefit benefit) {
    String department = benefit.department().id();
    return List.of(department, OWNER).stream()
        .anyMatch(one -> item.source().key().startsWith("uploads/" + one + "/"));
  }
}
