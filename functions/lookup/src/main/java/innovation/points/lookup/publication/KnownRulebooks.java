package innovation.points.lookup.publication;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
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

  /** The one a published year was computed by, as it is in that year. */
  public Optional<Rulebook> of(Pointer pointer) {
    return used(pointer.rulebook(), pointer.digest(), pointer.year());
  }

  /**
   * The one that something was computed by, as it is in that year: of this build where it has the
   * same text, else the text that the run kept.
   */
  public Optional<Rulebook> used(String id, String digest, int year) {
    return withDigest(id, digest).map(rulebook -> rulebook.inYear(year));
  }

  /** The one of that id whose text has that digest. */
  public Optional<Rulebook> withDigest(String id, String digest) {
    return named(id)
        .filter(rulebook -> rulebook.digest().equals(digest))
        .or(() -> stored.withDigest(digest).filter(rulebook -> rulebook.id().equals(id)));
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

  /** A stage of a published year as people called it. */
  String stageName(Pointer pointer, String stage) {
    return of(pointer).map(rules -> rules.stageName(stage)).orElse(stage);
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
