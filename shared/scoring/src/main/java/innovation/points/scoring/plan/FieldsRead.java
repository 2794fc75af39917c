package innovation.points.scoring.plan;

import innovation.points.scoring.plan.term.FigureTerm;
import innovation.points.scoring.plan.term.Term;
import innovation.points.scoring.rulebook.NegativeRule;
import innovation.points.scoring.rulebook.NegativeRule.Trigger;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.scoring.rulebook.Rulebook.Dataset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The facts that a score by one rulebook can depend on, and the figures of the zone with it.
 *
 * @param everyYear fields that are read in the evaluation year and in every earlier one, for the
 *     stage
 * @param backs of other fields the years before the evaluation year, 0 for that year itself
 * @param items the fields of the items of each line-item dataset
 * @param ofYearOnly the line-item datasets of which only the year's files count
 * @param deliveryDecides the line-item datasets without whose delivery no items mean missing ones
 */
public record FieldsRead(
    Set<String> everyYear,
    Map<String, Set<Integer>> backs,
    Map<String, Set<String>> items,
    Set<String> ofYearOnly,
    Set<String> deliveryDecides) {

  static FieldsRead of(Rulebook rulebook, List<Term> terms) {
    Set<String> everyYear = new HashSet<>(Set.of(rulebook.dates().ageSince().id()));
    rulebook.stages().stream()
        .flatMap(stage -> stage.when().stream())
        .forEach(
            condition -> {
              if (condition.field() != null) {
                everyYear.add(condition.field().id());
              }
            });
    Map<String, Set<Integer>> backs = new HashMap<>();
    for (Term term : terms) {
      if (term instanceof FigureTerm(var figure, int back)) {
        backs.computeIfAbsent(figure.field().id(), _ -> new HashSet<>()).add(back);
      }
    }
    for (NegativeRule rule : rulebook.negativeList()) {
      if (rule.when() instanceof Trigger.AnyFact any) {
        any.facts()
            .forEach(fact -> backs.computeIfAbsent(fact.field().id(), _ -> new HashSet<>()).add(0));
      }
    }
    rulebook.aggregates().stream()
        .flatMap(aggregate -> aggregate.measure().fields())
        .forEach(field -> backs.computeIfAbsent(field.id(), _ -> new HashSet<>()).add(0));
    Map<String, Set<String>> items = new HashMap<>();
    Set<String> ofYearOnly = new HashSet<>();
    Set<String> deliveryDecides = new HashSet<>();
    for (Dataset dataset : rulebook.datasets()) {
      if (dataset.items() != null) {
        items.put(dataset.id(), dataset.fields().keySet());
        if (dataset.items().ofYearOnly()) {
          ofYearOnly.add(dataset.id());
        }
        if (dataset.items().undeliveredIsMissing()) {
          deliveryDecides.add(dataset.id());
        }
      }
    }
    return new FieldsRead(
        Set.copyOf(everyYear),
        Map.copyOf(backs),
        Map.copyOf(items),
        Set.copyOf(ofYearOnly),
        Set.copyOf(deliveryDecides));
  }

  /** Whether a field of the year so many years before the evaluation year is read. */
  public boolean reads(String field, int back) {
    return everyYear.contains(field) || backs.getOrDefault(field, Set.of()).contains(back);
  }

  /** Whether an item of the files of a year can count in an evaluation year. */
  public boolean counts(String dataset, int itemYear, int year) {
    return items.containsKey(dataset) && (!ofYearOnly.contains(dataset) || itemYear == year);
  }
}
