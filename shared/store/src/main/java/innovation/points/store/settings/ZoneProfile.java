package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code zone.json}: who runs the site and issues papers, as papers, the foot of every page and
 * {@code security.txt} name it. An empty text stands for none, as one that is left out.
 *
 * @param office that signs, 新乡高新区科学技术局
 * @param telephone for questions
 * @param seal the words of the seal at the end of a paper
 * @param footer the last line of a paper
 * @param number of announcements, with {@code {year}} in the place of the year they are about
 * @param email for feedback and reports of weaknesses
 * @param filing the number under which the site is filed, 豫ICP备00000000号
 * @param privacy what the zone itself says of personal data, with lines
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
  "office",
  "telephone",
  "seal",
  "footer",
  "number",
  "email",
  "filing",
  "privacy"
})
public record ZoneProfile(
    String office,
    String telephone,
    String seal,
    String footer,
    @Nullable String number,
    @Nullable String email,
    @Nullable String filing,
    @Nullable String privacy) {

  /** In force as long as the zone sets no other: papers name nobody. */
  public static final ZoneProfile NONE = ofPapers("", "", "", "");

  private static final int LONGEST = 200;
  private static final int LONGEST_STATEMENT = 4000;

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
    check("number", text(number), problems);
    check("email", text(email), problems);
    check("filing", text(filing), problems);
    if (text(privacy).length() > LONGEST_STATEMENT) {
      problems.add(
          "privacy 最多 %d 个字，收到 %d 个字".formatted(LONGEST_STATEMENT, text(privacy).length()));
    }
    if (email != null
        && !email.isEmpty()
        && email.chars().filter(sign -> sign == '@').count() != 1) {
      problems.add("email 应为一个邮箱地址，如 kjj@example.cn，收到“%s”".formatted(email));
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }

  /** What papers say; the site names no more than that. */
  public static ZoneProfile ofPapers(String office, String telephone, String seal, String footer) {
    return new ZoneProfile(office, telephone, seal, footer, null, null, null, null);
  }

  /** The number of the announcement of a year; empty where announcements have none. */
  public String numberOf(int year) {
    return number == null ? "" : number.replace("{year}", Integer.toString(year));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static void check(String name, String text, List<String> problems) {
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      problems.add("%s 应为一行文字，最多 %d 个字，收到 %d 个字".formatted(name, LONGEST, text.length()));
    }
  }
}
