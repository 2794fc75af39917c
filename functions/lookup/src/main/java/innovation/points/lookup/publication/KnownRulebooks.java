package innovation.points.lookup.publication;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.rulebook.StoredRulebooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rulebooks and lists of values: those that come with the system, loaded when first asked for,
 * and those stored, read when no other is the one.
 */
public final class KnownRulebooks {

  private final StoredRulebooks stored;

  public KnownRulebooks(StoredRulebooks stored) {
    this.stored = stored;
  }

  private static final class BuiltIn {
    static final List<Rulebook> RULEBOOKS = Rulebooks.builtIn();
  }

  /** In the order of their choice: those that come with the system first. */
  public List<Rulebook> all() {
    var all = new ArrayList<>(BuiltIn.RULEBOOKS);
    all.addAll(stored.all());
    return all;
  }

  public Optional<Rulebook> named(String id) {
    return BuiltIn.RULEBOOKS.stream()
        .filter(rulebook -> rulebook.id().equals(id))
        .findFirst()
        .or(() -> stored.named(id));
  }

  /** The stages of all rulebooks. */
  public List<String> stageIds() {
    return all().stream()
        .flatMap(rulebook -> rulebook.stages().stream())
        .map(Rulebook.Stage::id)
        .distinct()
        .toList();
  }

  /** A stage as people call it, in the first rulebook that has it. */
  public String stageName(String stage) {
    return all().stream()
        .flatMap(rulebook -> rulebook.stages().stream())
        .filter(candidate -> candidate.id().equals(stage))
        .map(Rulebook.Stage::name)
        .findFirst()
        .orElse(stage);
  }

  /** A stage as people call it. */
  public String stageName(String rulebook, String stage) {
    return named(rulebook).map(rules -> rules.stageName(stage)).orElse(stage);
  }

  /** The clusters an enterprise can belong to. */
  List<String> clusters() {
    return Catalogue.load()
        .dataset("enterprises")
        .flatMap(
            dataset ->
                dataset.fields().stream().filter(f -> f.name().equals("cluster")).findFirst())
        .map(field -> List.copyOf(field.options()))
        .orElse(List.of());
  }
}
