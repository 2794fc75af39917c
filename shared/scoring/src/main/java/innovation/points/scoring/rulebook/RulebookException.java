package innovation.points.scoring.rulebook;

import java.util.List;

/** A rulebook was refused. Carries all its problems, by line, in Chinese. */
public final class RulebookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  // Transient: exceptions are serializable, lists need not be.
  private final transient List<String> problems;

  public RulebookException(String name, List<String> problems) {
    super("规则文件 " + name + " 有 " + problems.size() + " 处问题：\n" + String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** Each "第 N 行：应为…，实为…。why", in the order of lines. */
  public List<String> problems() {
    return problems;
  }
}
