package innovation.points.scoring.result;

import java.util.List;

/**
 * Not scored, because a fact that determines the stage is unknown (rules §2).
 *
 * @param missing the fields, in the rulebook's order: {@code revenue}, {@code registeredOn}
 * @param sentences the data to request, in Chinese, one for each of {@code missing}
 */
public record Incomplete(
    String uscc,
    int year,
    String rulebook,
    String digest,
    List<String> missing,
    List<String> sentences,
    List<String> unreported)
    implements Evaluation {

  public Incomplete {
    missing = List.copyOf(missing);
    sentences = List.copyOf(sentences);
    unreported = List.copyOf(unreported);
  }
}
