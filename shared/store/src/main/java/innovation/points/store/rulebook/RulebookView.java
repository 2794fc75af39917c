package innovation.points.store.rulebook;

import innovation.points.scoring.rulebook.Rulebook;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook that came as a file, as the bureau and approvers see it.
 *
 * @param state {@code draft}, {@code submitted}, {@code approved}, {@code in-force}, {@code
 *     refused} or {@code withdrawn}
 * @param title null, with the date and the digest, where the file has problems
 * @param cases how many attached cases hold
 * @param steps what persons decided, oldest first
 * @param withdrawal asked for, waiting for another person; null: none
 */
public record RulebookView(
    String id,
    String state,
    @Nullable String title,
    @Nullable String effectiveFrom,
    @Nullable String digest,
    int cases,
    List<String> problems,
    String version,
    Instant uploadedAt,
    List<RulebookStep> steps,
    @Nullable RulebookStep withdrawal) {

  public RulebookView {
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
  }

  /** As it stands on a day. */
  public static RulebookView of(RulebookLife life, LocalDate today) {
    Rulebook rulebook = life.rulebook().orElse(null);
    boolean inForce =
        life.state() == RulebookState.APPROVED
            && rulebook != null
            && !rulebook.effectiveFrom().isAfter(today);
    return new RulebookView(
        life.id(),
        inForce ? "in-force" : life.state().id(),
        rulebook == null ? null : rulebook.title(),
        rulebook == null ? null : rulebook.effectiveFrom().toString(),
        rulebook == null ? null : rulebook.digest(),
        life.cases(),
        life.problems(),
        life.version(),
        life.uploadedAt(),
        life.steps(),
        life.withdrawal());
  }
}
