package innovation.points.lookup.publication;

import innovation.points.datasets.catalogue.Catalogue;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rewards;
import innovation.points.scoring.rulebook.Rulebook;
import innovation.points.store.publication.Pointer;
import innovation.points.store.rulebook.RulebookChoice;
import innovation.points.store.rulebook.StoredRulebooks;
import innovation.points.web.http.Problem;
import innovation.points.web.http.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rulebooks and their lists of values: those that come with the system, loaded on first use,
 * and the stored ones, read where none of the former matches.
 */
public final class KnownRulebooks {

  private final StoredRulebooks stored;

  public KnownRulebooks(StoredRulebooks stored) {
    this.stored = stored;
  }

  private static final class BuiltIn {
    static final List<Rulebook> RULEBOOKS = Rulebooks.builtIn();
  }

  /** All rulebooks in order of precedence: those that come with the system first. */
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

  /** The one under an id in any state: a draft too, and one that the system proposes. */
  public Optional<Rulebook> inAnyState(String id) {
    return named(id).or(() -> stored.inAnyState(id)).or(() -> Rulebooks.proposed(id));
  }

  /**
   * The rules of a year: of its publication or, without one, in force.
   *
   * @throws ProblemException 404 where there are none
   */
  public Rulebook of(int year, Optional<Pointer> published) {
    return published
        .flatMap(this::of)
        .or(() -> new RulebookChoice(all()).inEffect(year))
        .orElseThrow(() -> new ProblemException(Problem.notFound(year + " 年度没有可用的评价规则")));
  }

  /** The rulebook of a published year, resolved for that year. */
  public Optional<Rulebook> of(Pointer pointer) {
    return used(pointer.rulebook(), pointer.digest(), pointer.year());
  }

  /**
   * The rulebook that a result was computed by, resolved for its year: that of this build where the
   * text is the same, otherwise the text stored by the run.
   */
  public Optional<Rulebook> used(String id, String digest, int year) {
    return withDigest(id, digest).map(rulebook -> rulebook.inYear(year));
  }

  /** The rulebook with an id whose text has a digest. */
  public Optional<Rulebook> withDigest(String id, String digest) {
    return stored.withDigest(digest).filter(rulebook -> rulebook.id().equals(id));
  }

  /** The stages of all rulebooks. */
  public List<String> stageIds() {
    return all().stream()
        .flatMap(rulebook -> rulebook.stages().stream())
        .map(Rulebook.Stage::id)
        .distinct()
        .toList();
  }

  /** The name of a stage, from the first rulebook that has it. */
  public String stageName(String stage) {
    // Files ask for every row: the stored ones are read only for a stage that no other has.
    return named(stage, BuiltIn.RULEBOOKS).or(() -> named(stage, stored.all())).orElse(stage);
  }

  private static Optional<String> named(String stage, List<Rulebook> among) {
    return among.stream()
        .flatMap(rulebook -> rulebook.stages().stream())
        .filter(candidate -> candidate.id().equals(stage))
        .map(Rulebook.Stage::name)
        .findFirst();
  }

  /** The name of a stage in a rulebook. */
  public String stageName(String rulebook, String stage) {
    return named(rulebook).map(rules -> rules.stageName(stage)).orElse(stage);
  }

  /** The name of a stage in a published year. */
  public String stageName(Pointer pointer, String stage) {
    return of(pointer).map(rules -> rules.stageName(stage)).orElse(stage);
  }

  /** The name of a reward in a published year; its id where the rules of the year have none. */
  public String rewardName(Pointer pointer, String reward) {
    return of(pointer).stream()
        .flatMap(rules -> rules.rewards().rules().stream())
        .filter(rule -> rule.id().equals(reward))
        .map(Rewards.RewardRule::name)
        .findFirst()
        .orElse(reward);
  }

  /** The clusters that an enterprise can belong to. */
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
