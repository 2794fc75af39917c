package innovation.points.lookup.completeness;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.datasets.catalogue.Dataset;
import innovation.points.lookup.publication.KnownRulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which department is to be asked for what is missing: the owner of the dataset it belongs to. */
public final class Responsible {

  private final KnownRulebooks rules;

  public Responsible(KnownRulebooks rules) {
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
        .map(found -> owners(found.formula().datasets().stream().map(Rulebook.Dataset::id)))
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
}
