package innovation.points.scoring.result;

import innovation.points.scoring.rulebook.Rulebook.Field;
import java.util.List;

/**
 * Not scored, because a fact that determines the stage is unknown (rules §2).
 *
 * @param unknown the facts, in the rulebook's order: {@code revenue}, {@code registeredOn}
 */
public record Incomplete(
    String uscc,
    int year,
    String rulebook,
    String digest,
    List<UnknownFact> unknown,
    List<String> unreported)
    implements Evaluation {

  public Incomplete {
    unknown = List.copyOf(unknown);
    unreported = List.copyOf(unreported);
  }

  /** A fact without which there is no stage, and why it is not known. */
  public record UnknownFact(Field field, List<Cause> causes) {
    public UnknownFact {
      causes = List.copyOf(causes);
    }
  }

  /** The ids of the fields that are missing. */
  public List<String> missing() {
    return unknown.stream().map(one -> one.field().id()).distinct().toList();
  }

  /** The data to request, in Chinese, one sentence for each unknown fact. */
  public List<String> sentences() {
    return unknown.stream()
        .map(one -> one.field().name() + "未知：" + Cause.inWords(one.causes()))
        .toList();
  }
}
