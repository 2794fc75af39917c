package innovation.points.local.gateway;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token is to name.
 *
 * @param groups {@code bureau}, {@code approver}, {@code department}, {@code enterprise}, {@code
 *     bank}, {@code auditor}; no name with a blank, a bracket, a quote or a comma, because an HTTP
 *     API passes two groups on as {@code [a b]}
 * @param sub who it is
 * @param name as people read it; null: the token has none
 * @param department its id, for the group {@code department}
 * @param uscc a 统一社会信用代码, for the group {@code enterprise}
 * @param bank its id, for the group {@code bank}
 * @param client the id of a program that gets the token for itself (client credentials); null for a
 *     person
 */
public record TokenWish(
    List<String> groups,
    String sub,
    @Nullable String name,
    @Nullable String department,
    @Nullable String uscc,
    @Nullable String bank,
    @Nullable String client) {

  private static final Pattern GROUP =
      Pattern.compile("[^\\s\\p{Cntrl}\\[\\](){}<>（）【】\"',，]{1,128}");

  /**
   * A wish.
   *
   * @throws IllegalArgumentException in Chinese, where a group could be mistaken for two
   */
  public TokenWish {
    groups = List.copyOf(groups);
    for (String group : groups) {
      if (!GROUP.matcher(group).matches()) {
        throw new IllegalArgumentException(
            "groups 中的组名应为 1 到 128 个字符，不含空格、括号、引号和逗号，收到：“%s”；网关把数组写成 [a b]，这样的组名会被当作两个组"
                .formatted(group));
      }
    }
  }

  /** Somebody of whom only the rights matter: named by the first group and whose it is. */
  public static TokenWish of(
      List<String> groups, @Nullable String department, @Nullable String uscc) {
    return new TokenWish(
        groups, subject(groups, department, uscc), null, department, uscc, null, null);
  }

  /** A program, in no group. */
  public static TokenWish ofClient(String client) {
    return new TokenWish(List.of(), client, null, null, null, null, client);
  }

  /** The same for somebody of a bank. */
  public TokenWish at(String newBank) {
    return new TokenWish(groups, sub, name, department, uscc, newBank, client);
  }

  /** The same with another person. */
  public TokenWish named(String newSub, @Nullable String newName) {
    return new TokenWish(groups, newSub, newName, department, uscc, bank, client);
  }

  private static String subject(
      List<String> groups, @Nullable String department, @Nullable String uscc) {
    String group = groups.isEmpty() ? "nobody" : groups.getFirst();
    String who = department != null ? department : uscc;
    return who == null ? group : group + "/" + who;
  }
}
