package innovation.points.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import innovation.points.scoring.library.RulebookLoader;
import innovation.points.scoring.library.Rulebooks;
import innovation.points.scoring.rulebook.RulebookException;
import java.util.List;

/** The built-in rulebook with one place changed; speaks of lines by their content. */
public record Changed(String text) {
  public static final String ORIGINAL = Rulebooks.named("xinxiang-2022-110").text();

  public static Changed of(String from, String to) {
    int at = ORIGINAL.indexOf(from);
    assertThat(at).as("the rulebook has " + from).isNotNegative();
    return new Changed(ORIGINAL.substring(0, at) + to + ORIGINAL.substring(at + from.length()));
  }

  public Changed and(String from, String to) {
    int at = text.indexOf(from);
    assertThat(at).as("the rulebook has " + from).isNotNegative();
    return new Changed(text.substring(0, at) + to + text.substring(at + from.length()));
  }

  /** The number of the line in which a text first starts. */
  public int line(String content) {
    int at = text.indexOf(content);
    assertThat(at).as("the changed rulebook has " + content).isNotNegative();
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  public void isRefused(String... problems) {
    assertThat(problems(text)).containsExactly(problems);
  }

  /** What is wrong with a text. */
  public static List<String> problems(String text) {
    RulebookException refused =
        catchThrowableOfType(
            RulebookException.class, () -> RulebookLoader.load("changed.yaml", text));
    assertThat(refused).as("refused").isNotNull();
    return refused.problems();
  }
}
