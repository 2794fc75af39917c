package innovation.points.store.rulebook;

import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.Rulebook;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Chooses the rulebook of a year among the built-in and the stored ones. */
public final class RulebookChoice {

  private final Supplier<List<Rulebook>> rulebooks;
  private final Function<String, Optional<Rulebook>> texts;
  private final Function<String, Optional<Rulebook>> drafts;

  /** Among fixed rulebooks. */
  public RulebookChoice(List<Rulebook> rulebooks) {
    List<Rulebook> all = List.copyOf(rulebooks);
    this.rulebooks = () -> all;
    this.texts = _ -> Optional.empty();
    this.drafts = _ -> Optional.empty();
  }

  /** Among the built-in and the stored ones, which are read at each call. */
  public RulebookChoice(Supplier<List<Rulebook>> builtIn, StoredRulebooks stored) {
    this.rulebooks = () -> together(builtIn.get(), stored.all());
    this.texts = stored::withDigest;
    this.drafts = stored::inAnyState;
  }

  /** The same, read again only after a time. */
  public RulebookChoice(
      List<Rulebook> builtIn, StoredRulebooks stored, InstantSource clock, Duration keep) {
    List<Rulebook> first = List.copyOf(builtIn);
    this.rulebooks = new Kept(() -> together(first, stored.all()), clock, keep);
    this.texts = stored::withDigest;
    this.drafts = stored::inAnyState;
  }

  private static List<Rulebook> together(List<Rulebook> builtIn, List<Rulebook> stored) {
    var all = new ArrayList<>(builtIn);
    all.addAll(stored);
    return all;
  }

  public Optional<Rulebook> named(String id) {
    return rulebooks.get().stream().filter(rulebook -> rulebook.id().equals(id)).findFirst();
  }

  /** The one under an id for a trial: also one that is not approved, or proposed only. */
  public Optional<Rulebook> toTry(String id) {
    return named(id).or(() -> drafts.apply(id)).or(() -> Rulebooks.proposed(id));
  }

  /**
   * The one that something was scored by: another text under its id is another rulebook.
   *
   * @param digest of its text
   */
  public Optional<Rulebook> used(String id, String digest) {
    return rulebooks.get().stream()
        .filter(rulebook -> rulebook.id().equals(id) && rulebook.digest().equals(digest))
        .findFirst()
        .or(() -> texts.apply(digest));
  }

  /**
   * The newest in effect on 31 December of the year, as it is in that year; of several from one day
   * the last listed.
   */
  public Optional<Rulebook> inEffect(int year) {
    LocalDate end = LocalDate.of(year, Month.DECEMBER, 31);
    return rulebooks.get().reversed().stream()
        .filter(rulebook -> !rulebook.effectiveFrom().isAfter(end))
        .max(Comparator.comparing(Rulebook::effectiveFrom))
        .map(rulebook -> rulebook.inYear(year));
  }

  /** The ids of all rulebooks, for error messages. */
  public List<String> ids() {
    return rulebooks.get().stream().map(Rulebook::id).toList();
  }

  /** Thread-safe. */
  private static final class Kept implements Supplier<List<Rulebook>> {

    private final Supplier<List<Rulebook>> source;
    private final InstantSource clock;
    private final Duration keep;
    private @Nullable List<Rulebook> known;
    private Instant readAt = Instant.EPOCH;

    Kept(Supplier<List<Rulebook>> source, InstantSource clock, Duration keep) {
      this.source = source;
      this.clock = clock;
      this.keep = keep;
    }

    @Override
    public synchronized List<Rulebook> get() {
      Instant now = clock.instant();
      List<Rulebook> last = known;
      if (last == null || now.isBefore(readAt) || !now.isBefore(readAt.plus(keep))) {
        last = source.get();
        known = last;
        readAt = now;
      }
      return last;
    }
  }
}
