package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code zone.json}: how papers name who issues them. An empty text stands for none.
 *
 * @param office that signs, 新乡高新区科学技术局
 * @param telephone for questions
 * @param seal the words of the seal at the end of a paper
 * @param footer the last line of a paper
 */
@JsonPropertyOrder({"office", "telephone", "seal", "footer"})
public record ZoneProfile(String office, String telephone, String seal, String footer) {

  /** In force as long as the zone sets no other: papers name nobody. */
  public static final ZoneProfile NONE = new ZoneProfile("", "", "", "");

  private static final int LONGEST = 200;

  /**
   * A profile.
   *
   * @throws IllegalArgumentException in Chinese, with every text that is too long or has lines
   */
  public ZoneProfile {
    List<String> problems = new ArrayList<>();
    check("office", office, problems);
    check("telephone", telephone, problems);
    check("seal", seal, problems);
    check("footer", footer, problems);
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }

  private static void check(String name, String text, List<String> problems) {
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      problems.add("%s 应为一行文字，最多 %d 个字，收到 %d 个字".formatted(name, LONGEST, text.length()));
    }
  }
}
