package innovation.points.scoring.rulebook.reader;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of the file, read key by key. An unexpected value is reported as a problem and replaced
 * by a placeholder, so that reading continues and finds the next one. An absent section returns
 * placeholders silently: its absence has already been reported.
 */
final class Section {
  private static final int FEW = 12;

  private final ReadingProblems problems;
  private final int line;
  private final boolean present;
  private final Map<String, Node> entries = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Section(ReadingProblems problems, @Nullable Node node, int line) {
    this.problems = problems;
    if (node instanceof MappingNode mapping) {
      this.present = true;
      this.line = line(node);
      mapping.getValue().forEach(this::enter);
      return;
    }
    this.present = false;
    this.line = line;
    if (node != null) {
      problems.add(line(node), "若干“键: 值”", describe(node));
    }
  }

  private void enter(NodeTuple entry) {
    int at = line(entry.getKeyNode());
    if (!(entry.getKeyNode() instanceof ScalarNode key)) {
      problems.add(at, "一个键", describe(entry.getKeyNode()));
      return;
    }
    Integer first = lines.putIfAbsent(key.getValue(), at);
    if (first == null) {
      entries.put(key.getValue(), entry.getValueNode());
    } else {
      problems.add(at, "不重复的键", "重复的 " + key.getValue(), "第一个在第 " + first + " 行，无法确定以哪一个为准。");
    }
  }

  int line() {
    return line;
  }

  int line(String key) {
    return lines.getOrDefault(key, line);
  }

  boolean present() {
    return present;
  }

  boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** All keys, for a section whose keys the owner chooses. */
  List<String> keys() {
    asked.addAll(entries.keySet());
    return List.copyOf(entries.keySet());
  }

  String text(String key) {
    String text = scalar(key);
    if (text != null && text.isBlank()) {
      problems.add(line(key), key + " 的内容", "空白");
    }
    return text == null ? "" : text;
  }

  /** A text that may be empty. */
  String textOrEmpty(String key) {
    String text = scalar(key);
    return text == null ? "" : text;
  }

  @Nullable String optionalText(String key) {
    return has(key) ? text(key) : null;
  }

  BigDecimal number(String key) {
    String text = scalar(key);
    return text == null ? BigDecimal.ONE : number(line(key), text);
  }

  /** A number above 0. */
  BigDecimal positive(String key) {
    BigDecimal number = number(key);
    if (number.signum() <= 0) {
      problems.add(line(key), "大于 0 的数", number.toPlainString());
      return BigDecimal.ONE;
    }
    return number;
  }

  @Nullable Double optionalNumber(String key) {
    return has(key) ? number(key).doubleValue() : null;
  }

  int integer(String key, int least, int most) {
    BigDecimal number = number(key);
    boolean whole = number.stripTrailingZeros().scale() <= 0;
    if (!whole
        || number.compareTo(BigDecimal.valueOf(least)) < 0
        || number.compareTo(BigDecimal.valueOf(most)) > 0) {
      if (has(key)) {
        problems.add(line(key), least + " 到 " + most + " 的整数", number.toPlainString());
      }
      return least;
    }
    return number.intValueExact();
  }

  boolean bool(String key) {
    return oneOf(key, Map.of("true", true, "false", false), "true 或 false", false);
  }

  LocalDate date(String key) {
    String text = scalar(key);
    try {
      return text == null ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeException e) {
      problems.add(line(key), "日期（如 2022-12-30）", quote(text));
      return LocalDate.EPOCH;
    }
  }

  /** A word of a fixed set. */
  <T> T oneOf(String key, Map<String, T> words, String expected, T placeholder) {
    String text = scalar(key);
    T value = text == null ? placeholder : words.get(text);
    if (value == null) {
      problems.add(line(key), expected, quote(text));
      return placeholder;
    }
    return value;
  }

  Section section(String key) {
    return new Section(problems, required(key), line(key));
  }

  /** The list of sections below a key; empty where it is missing. */
  List<Section> sections(String key) {
    return nodes(key).stream().map(node -> new Section(problems, node, line(node))).toList();
  }

  /**
   * The list of sections below a key, which may be empty; an empty list must be written as {@code
   * []}.
   */
  List<Section> sectionsOrNone(String key) {
    return required(key) instanceof SequenceNode list && list.getValue().isEmpty()
        ? List.of()
        : sections(key);
  }

  /** The list of texts below a key. */
  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (Node node : nodes(key)) {
      if (node instanceof ScalarNode scalar) {
        texts.add(scalar.getValue());
      } else {
        problems.add(line(node), "一个词", describe(node));
      }
    }
    return texts;
  }

  /** The nodes of the list below a key; at least one. */
  List<Node> nodes(String key) {
    Node node = required(key);
    if (node instanceof SequenceNode sequence) {
      if (sequence.getValue().isEmpty()) {
        problems.add(line(node), "至少有一项的列表", "空列表");
      }
      return sequence.getValue();
    }
    if (node != null) {
      problems.add(line(node), "列表", describe(node));
    }
    return List.of();
  }

  /** The node of a key; null, and reported, where it is missing. */
  @Nullable Node required(String key) {
    if (!has(key)) {
      if (present) {
        problems.add(line, "写有 " + key, "没有");
      }
      return null;
    }
    return entries.get(key);
  }

  /** Reports every key that has not been read. Must be called last. */
  void done() {
    entries.forEach(
        (key, node) -> {
          if (!asked.contains(key)) {
            String known = asked.size() > FEW ? "本段的键" : String.join("、", asked);
            problems.add(line(key), "已知的键（" + known + "）", key);
          }
        });
  }

  private @Nullable String scalar(String key) {
    Node node = required(key);
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    if (node != null) {
      problems.add(line(node), "一个值", describe(node));
    }
    return null;
  }

  BigDecimal number(int at, String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (Double.isFinite(number.doubleValue())) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below, like a number that is too large.
    }
    problems.add(at, "一个数", quote(text));
    return BigDecimal.ONE;
  }

  static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  static String quote(@Nullable String text) {
    return "“" + text + "”";
  }

  static String describe(Node node) {
    return switch (node) {
      case ScalarNode scalar -> quote(scalar.getValue());
      case SequenceNode sequence -> "有 " + sequence.getValue().size() + " 项的列表";
      default -> "若干“键: 值”";
    };
  }
}
