package innovation.points.lookup;

import innovation.points.datasets.Catalogue;
import innovation.points.scoring.Rulebook;
import innovation.points.scoring.Rulebooks;
import java.util.List;
import java.util.Optional;

/** The rulebooks and lists of values that come with the system; loaded when first asked for. */
final class Rules {

  private static final class BuiltIn {
    static final List<Rulebook> RULEBOOKS = Rulebooks.builtIn();
  }

  List<Rulebook> all() {
    return BuiltIn.RULEBOOKS;
  }

  Optional<Rulebook> named(String id) {
    return all().stream().filter(rulebook -> rulebook.id().equals(id)).findFirst();
  }

  /** The stages of all rulebooks. */
  List<String> stageIds() {
    return all().stream()
        .flatMap(rulebook -> rulebook.stages().stream())
        .map(Rulebook.Stage::id)
        .distinct()
        .toList();
  }

  /** A stage as people call it, in the first rulebook that has it. */
  String stageName(String stage) {
    return all().stream()
        .flatMap(rulebook -> rulebook.stages().stream())
        .filter(candidate -> candidate.id().equals(stage))
        .map(Rulebook.Stage::name)
        .findFirst()
        .orElse(stage);
  }

  /** A stage as people call it. */
  String stageName(String rulebook, String stage) {
    return named(rulebook).map(rules -> rules.stage(stage)).map(Rulebook.Stage::name).orElse(stage);
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
