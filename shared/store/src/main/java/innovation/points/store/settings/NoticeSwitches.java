package innovation.points.store.settings;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code notices.json}: which mails an office has turned off. All are sent as long as nothing is
 * set; reminders by hand are sent in any case.
 *
 * @param off each {@code kind/office}, {@code uploads/tax}: a kind of {@link Kind} and a department
 *     or {@code bureau}
 */
@JsonPropertyOrder({"off"})
public record NoticeSwitches(List<String> off) {

  /** As long as the zone sets nothing. */
  public static final NoticeSwitches ALL_ON = new NoticeSwitches(List.of());

  private static final Pattern ONE =
      Pattern.compile("(uploads|runs|answers|deadlines)/[a-z][a-z0-9-]{0,39}");

  /** What a mail tells. */
  public enum Kind {
    /** What became of an office's files. */
    UPLOADS,
    /** That a run is over. */
    RUNS,
    /** That a question was assigned to an office, or answered. */
    ANSWERS,
    /** What an office owes, and until when. */
    DEADLINES;

    String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Switches.
   *
   * @throws IllegalArgumentException in Chinese, with everything that cannot be
   */
  public NoticeSwitches {
    off = List.copyOf(off);
    List<String> problems = new ArrayList<>();
    var seen = new HashSet<String>();
    for (String one : off) {
      Matcher matcher = ONE.matcher(one);
      if (!matcher.matches()) {
        problems.add(
            "关闭的通知应写作 类别/部门代号，类别为 uploads、runs、answers、deadlines 之一，如 uploads/tax，收到：" + one);
      } else if (!seen.add(one)) {
        problems.add("关闭的通知应不重复，收到：" + one);
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("；", problems));
    }
  }

  /** Whether an office is told by mail. */
  public boolean sends(Kind kind, String office) {
    return !off.contains(kind.id() + "/" + office);
  }
}
