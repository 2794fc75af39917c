package innovation.points.store.rulebook;

import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.rulebook.Rulebook;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rulebook that came as a file, from its draft to its withdrawal. Immutable: a step gives the
 * next revision.
 *
 * @param version of the object in the bucket that it was read from
 * @param uploadedAt of that version
 * @param text self-contained YAML; null where the file has problems
 * @param cases how many attached cases hold
 * @param problems of the file, by line, in Chinese
 * @param steps what persons decided, oldest first
 * @param withdrawal asked for an approved one, waiting for another person; null: none
 * @param revision how often it was changed
 */
public record RulebookLife(
    String id,
    RulebookState state,
    String version,
    Instant uploadedAt,
    @Nullable String text,
    int cases,
    List<String> problems,
    List<RulebookStep> steps,
    @Nullable RulebookStep withdrawal,
    long revision) {

  public RulebookLife {
    problems = List.copyOf(problems);
    steps = List.copyOf(steps);
    if ((text == null) == problems.isEmpty()) {
      throw new IllegalArgumentException(
          "expected the text of rulebook %s or its problems, found %s"
              .formatted(id, text == null ? "neither" : "both"));
    }
  }

  /** The first draft of an id. */
  public static RulebookLife draft(
      String id,
      String version,
      Instant uploadedAt,
      @Nullable String text,
      int cases,
      List<String> problems) {
    return new RulebookLife(
        id, RulebookState.DRAFT, version, uploadedAt, text, cases, problems, List.of(), null, 1);
  }

  /** The same id with another file's content: a draft again, with what was decided before. */
  public RulebookLife replacedBy(RulebookLife draft) {
    return new RulebookLife(
        id,
        RulebookState.DRAFT,
        draft.version,
        draft.uploadedAt,
        draft.text,
        draft.cases,
        draft.problems,
        steps,
        null,
        revision + 1);
  }

  /** After decisions that bring it to another state. */
  public RulebookLife then(RulebookState next, RulebookStep... decisions) {
    return changed(next, null, decisions);
  }

  /** With a withdrawal that waits for another person, or without it. */
  public RulebookLife asked(@Nullable RulebookStep by, RulebookStep decision) {
    return changed(state, by, decision);
  }

  private RulebookLife changed(
      RulebookState next, @Nullable RulebookStep asked, RulebookStep... decisions) {
    List<RulebookStep> all = Stream.concat(steps.stream(), Arrays.stream(decisions)).toList();
    return new RulebookLife(
        id, next, version, uploadedAt, text, cases, problems, all, asked, revision + 1);
  }

  /** Whether another file may take its place. */
  public boolean open() {
    return switch (state) {
      case DRAFT, REFUSED -> true;
      case SUBMITTED, APPROVED -> false;
      case WITHDRAWN -> last(RulebookState.APPROVED).isEmpty();
    };
  }

  /** The last step to a state. */
  public Optional<RulebookStep> last(RulebookState to) {
    return steps.reversed().stream().filter(step -> step.state().equals(to.id())).findFirst();
  }

  /** What it says; empty where the file has problems. Its cases were run when it was read. */
  public Optional<Rulebook> rulebook() {
    return Optional.ofNullable(text).map(yaml -> RulebookLoader.read(id + ".yaml", yaml));
  }
}
