package innovation.points.web.http;

import innovation.points.web.http.Problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the parameters of one request by type. An invalid one is noted and read as a harmless
 * value; {@link #verify}, which every endpoint calls before it uses any of them, reports all at
 * once, unknown parameters included: a misspelt filter must not be ignored.
 */
public final class Parameters {
  public static final int DEFAULT_LIMIT = 50;
  static final int MAX_LIMIT = 200;
  public static final String FORMAT = "format";

  private static final Pattern YEAR = Pattern.compile("20[0-9]{2}|2100");
  private static final int LONGEST = 200;
  private static final int MOST_VALUES = 20;
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,6}(\\.[0-9]{1,4})?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  /** GB 32100-2015's alphabet; the check character is not verified here. */
  private static final Pattern USCC = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{18}");

  private final Map<String, String> path;
  private final Query query;
  private final Set<String> known = new HashSet<>(Set.of(FORMAT));
  private final List<Fault> faults = new ArrayList<>();

  public Parameters(Map<String, String> path, Query query) {
    this.path = path;
    this.query = query;
  }

  /** Whether a text has the form of a 统一社会信用代码 (in upper case). */
  public static boolean isUscc(String text) {
    return USCC.matcher(text).matches();
  }

  /** A part of the path as it is. */
  public String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /** The part of the path called {@code year}: 2000 to 2100, as of the files in the bucket. */
  public int year() {
    String text = path("year");
    if (YEAR.matcher(text).matches()) {
      return Integer.parseInt(text);
    }
    faults.add(new Fault("path", "year", "年度应为 2000 至 2100 的四位年份（如 2025），收到：" + shown(text)));
    return 0;
  }

  /** The part of the path called {@code uscc}, in upper case. */
  public String uscc() {
    return uscc("path", "uscc", path("uscc"));
  }

  /** A parameter of the query, blank like absent; at most 200 characters. */
  public Optional<String> text(String name) {
    Optional<String> value = single(name);
    if (value.isPresent() && value.get().length() > LONGEST) {
      faults.add(fault(name, "最多 " + LONGEST + " 个字", value.get().length() + " 个字"));
      return Optional.empty();
    }
    return value;
  }

  /**
   * A parameter of the query that can be given several times: its values, each once, in order. At
   * most {@value #MOST_VALUES}, each of at most 200 characters.
   */
  public List<String> several(String name) {
    known.add(name);
    List<String> all =
        query.values().getOrDefault(name, List.of()).stream()
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .distinct()
            .sorted()
            .toList();
    if (all.size() > MOST_VALUES) {
      faults.add(fault(name, "最多 " + MOST_VALUES + " 个值", all.size() + " 个值"));
      return List.of();
    }
    for (String text : all) {
      if (text.length() > LONGEST) {
        faults.add(fault(name, "最多 " + LONGEST + " 个字", text.length() + " 个字"));
        return List.of();
      }
    }
    return all;
  }

  /** The same where every value has to have a form. */
  public List<String> several(String name, Pattern form, String expected) {
    List<String> all = several(name);
    List<String> fitting = all.stream().filter(text -> form.matcher(text).matches()).toList();
    all.stream()
        .filter(text -> !fitting.contains(text))
        .forEach(text -> faults.add(fault(name, expected, text)));
    return fitting;
  }

  /** A number in the query, such as {@code 60} or {@code 72.5}. */
  public OptionalDouble number(String name) {
    Optional<String> value = text(name, DECIMAL, "数（如 60 或 72.5）");
    return value.isPresent()
        ? OptionalDouble.of(Double.parseDouble(value.get()))
        : OptionalDouble.empty();
  }

  /** A parameter of the query that cannot be left out. */
  public String required(String name) {
    Optional<String> value = text(name);
    if (value.isEmpty() && faults.stream().noneMatch(fault -> fault.name().equals(name))) {
      faults.add(new Fault("query", name, "缺少参数 " + name));
    }
    return value.orElse("");
  }

  /** A parameter of the query that has to have a form. */
  public Optional<String> text(String name, Pattern form, String expected) {
    Optional<String> value = text(name);
    if (value.isPresent() && !form.matcher(value.get()).matches()) {
      faults.add(fault(name, expected, value.get()));
      return Optional.empty();
    }
    return value;
  }

  /** A 统一社会信用代码 in the query, in upper case. */
  public Optional<String> queryUscc(String name) {
    return single(name).map(text -> uscc("query", name, text));
  }

  /** A year in the query. */
  public OptionalInt queryYear(String name) {
    Optional<String> value = text(name, YEAR, "2000 至 2100 的四位年份（如 2025）");
    return value.isPresent() ? OptionalInt.of(Integer.parseInt(value.get())) : OptionalInt.empty();
  }

  /** One of a few values, by the names given. */
  public <T> Optional<T> choice(String name, Map<String, T> choices) {
    Optional<String> value = single(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    T choice = choices.get(value.get());
    if (choice == null) {
      String names = String.join("、", choices.keySet().stream().sorted().toList());
      faults.add(fault(name, names + " 之一", value.get()));
    }
    return Optional.ofNullable(choice);
  }

  /** How many items of a list: 1 to 200, by default 50. */
  public int limit() {
    return limitIfGiven().orElse(DEFAULT_LIMIT);
  }

  /** The same where lines may hold the whole list, as {@link Format#size} says. */
  public int limit(Format format) {
    return format.size(limitIfGiven(), DEFAULT_LIMIT);
  }

  /** The same where the default is another: a file holds the whole list. */
  public OptionalInt limitIfGiven() {
    Optional<String> value = single("limit");
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    String text = value.get();
    if (NUMBER.matcher(text).matches()) {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MAX_LIMIT) {
        return OptionalInt.of(limit);
      }
    }
    faults.add(fault("limit", "1 到 " + MAX_LIMIT + " 的整数", text));
    return OptionalInt.empty();
  }

  /** The position at which a list continues, from a cursor signed for this list. */
  public Optional<Cursor> cursor(Cursors cursors, String list) {
    Optional<String> value = single("cursor");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<Cursor> cursor = cursors.open(list, value.get());
    if (cursor.isEmpty()) {
      faults.add(new Fault("query", "cursor", "参数 cursor 应为同一查询上一页返回的 nextCursor（其余参数不变），收到的值无效"));
    }
    return cursor;
  }

  /** Adds a fault that an endpoint finds in a parameter of the query. */
  public void refuse(String name, String expected, String found) {
    faults.add(fault(name, expected, found));
  }

  /**
   * To be called when all parameters are read and before one is used.
   *
   * @throws ProblemException 400 with everything that is wrong
   */
  public void verify() {
    for (String name : query.values().keySet()) {
      if (!known.contains(name)) {
        faults.add(new Fault("query", name, "没有参数 " + shown(name)));
      }
    }
    for (String pair : query.damaged()) {
      faults.add(new Fault("query", shown(pair), "参数的编码有误：" + shown(pair)));
    }
    if (!faults.isEmpty()) {
      throw new ProblemException(Problem.badRequest(faults));
    }
  }

  private Optional<String> single(String name) {
    known.add(name);
    List<String> all = query.values().getOrDefault(name, List.of());
    if (all.size() > 1) {
      faults.add(new Fault("query", name, "参数 " + name + " 只能给出一次，收到 " + all.size() + " 次"));
      return Optional.empty();
    }
    return query.single(name).map(String::strip).filter(text -> !text.isEmpty());
  }

  private String uscc(String in, String name, String text) {
    String code = text.strip().toUpperCase(Locale.ROOT);
    if (!isUscc(code)) {
      faults.add(new Fault(in, name, "统一社会信用代码应为 18 位数字或大写字母（不含 I、O、S、V、Z），收到：" + shown(text)));
    }
    return code;
  }

  private static Fault fault(String name, String expected, String found) {
    return new Fault("query", name, "参数 " + name + " 应为 " + expected + "，收到：" + shown(found));
  }

  /** What was found, short enough for a message and without control characters. */
  public static String shown(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "�");
    return line.length() <= 60 ? line : line.substring(0, 60) + "…";
  }
}
