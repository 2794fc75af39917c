package innovation.points.lookup;

import innovation.points.datasets.Catalogue;
import innovation.points.datasets.Dataset;
import innovation.points.scoring.Formula;
import innovation.points.scoring.Items;
import innovation.points.scoring.Quantity;
import innovation.points.scoring.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which department is to be asked for what is missing: the owner of the dataset it belongs to. */
final class Responsible {

  private final Rules rules;

  Responsible(Rules rules) {
    this.rules = rules;
  }

  /** The owner of a dataset; none of one that the catalogue does not have. */
  List<String> forDataset(String id) {
    return owners(Stream.of(id));
  }

  /** The owner of the per-enterprise dataset with a field of that name. */
  List<String> forField(String field) {
    return owners(holding(field).map(Dataset::id).stream());
  }

  /** The field as people call it; the name itself where no dataset has it. */
  String fieldTitle(String field) {
    return holding(field)
        .flatMap(dataset -> dataset.field(field))
        .map(found -> found.title())
        .orElse(field);
  }

  /** The owners of all datasets that an indicator is made of, in the rulebook's order. */
  List<String> forIndicator(String rulebook, String indicator) {
    return rules.named(rulebook).map(Rulebook::indicators).orElse(List.of()).stream()
        .filter(candidate -> candidate.id().equals(indicator))
        .findFirst()
        .map(found -> owners(datasets(found.formula())))
        .orElse(List.of());
  }

  private Optional<Dataset> holding(String field) {
    return Catalogue.load().datasets().stream()
        .filter(dataset -> dataset.field(field).isPresent())
        .findFirst();
  }

  private List<String> owners(Stream<String> datasets) {
    return datasets
        .map(Catalogue.load()::dataset)
        .flatMap(Optional::stream)
        .map(Dataset::owner)
        .distinct()
        .toList();
  }

  private static Stream<String> datasets(Formula formula) {
    return switch (formula) {
      case Formula.Amount(Quantity of) -> datasets(of);
      case Formula.Growth(Rulebook.Field of) -> Stream.of(of.dataset().id());
      case Formula.Ratio(Quantity part, Quantity whole, Formula.Fallback other) ->
          Stream.of(
                  datasets(part),
                  datasets(whole),
                  other == null ? Stream.<String>empty() : datasets(other.whole()))
              .flatMap(one -> one);
      case Formula.Sum(Items items, String _) -> Stream.of(items.dataset().id());
      case Formula.Count(Items items) -> Stream.of(items.dataset().id());
      case Formula.Best best -> Stream.of(best.items().dataset().id());
      case Formula.Any(List<Items> of) -> of.stream().map(items -> items.dataset().id());
    };
  }

  private static Stream<String> datasets(Quantity quantity) {
    return switch (quantity) {
      case Quantity.Figure figure -> Stream.of(figure.field().dataset().id());
      case Quantity.FirstKnown(List<Quantity> of) -> of.stream().flatMap(Responsible::datasets);
      case Quantity.Mean(List<Quantity> of) -> of.stream().flatMap(Responsible::datasets);
    };
  }
}
