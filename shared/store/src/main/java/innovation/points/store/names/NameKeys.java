package innovation.points.store.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys by which a name is found, and what has to be looked up for something typed. Kinds of
 * keys: {@code n} one or two characters of the name's core, {@code ^} the two that it begins with,
 * {@code p} three letters of its pinyin, {@code i} two initials, {@code c} three characters of its
 * code.
 */
public final class NameKeys {

  /** Letters of pinyin, and characters of a code, in a key. */
  public static final int THREE = 3;

  private NameKeys() {}

  /** All keys of a name. */
  static Set<String> of(NameLine line) {
    var keys = new LinkedHashSet<String>();
    String core = NameFold.core(NameFold.fold(line.name()));
    keys.addAll(characters(core));
    keys.addAll(pairs(core));
    keys.addAll(beginning(core));
    keys.addAll(code(line.uscc()));
    List<List<String>> readings = line.readings();
    for (int i = 0; i < readings.size(); i++) {
      if (i + 1 < readings.size()) {
        for (String first : readings.get(i)) {
          for (String second : readings.get(i + 1)) {
            keys.add("i" + first.charAt(0) + second.charAt(0));
          }
        }
      }
      for (String first : readings.get(i)) {
        for (String more : following(readings, i + 1, 2)) {
          String letters = first + more;
          for (int at = 0; at < first.length() && at + THREE <= letters.length(); at++) {
            keys.add("p" + letters.substring(at, at + THREE));
          }
        }
      }
    }
    return keys;
  }

  /** What can follow: the readings of the next characters, one after the other. */
  private static List<String> following(List<List<String>> readings, int from, int count) {
    if (count == 0 || from >= readings.size()) {
      return List.of("");
    }
    var all = new ArrayList<String>();
    for (String one : readings.get(from)) {
      for (String more : following(readings, from + 1, count - 1)) {
        all.add(one + more);
      }
    }
    return all;
  }

  /** Of each character of a core. */
  public static Set<String> characters(String core) {
    return grams("n", core, 1);
  }

  /** Of each two characters of a core that follow on another. */
  public static Set<String> pairs(String core) {
    return grams("n", core, 2);
  }

  /** Of the beginning of a core; none where it is shorter. */
  public static Set<String> beginning(String core) {
    return core.codePointCount(0, core.length()) < 2
        ? Set.of()
        : Set.of("^" + core.substring(0, core.offsetByCodePoints(0, 2)));
  }

  /** Of a code or a part of it, in upper case. */
  public static Set<String> code(String part) {
    return grams("c", part, THREE);
  }

  /** Of letters that may be pinyin. */
  public static Set<String> pinyin(String letters) {
    return grams("p", letters, THREE);
  }

  /** Of letters that may be initials. */
  public static Set<String> initials(String letters) {
    return grams("i", letters, 2);
  }

  private static Set<String> grams(String kind, String text, int length) {
    int[] points = text.codePoints().toArray();
    var grams = new LinkedHashSet<String>();
    for (int i = 0; i + length <= points.length; i++) {
      grams.add(kind + new String(points, i, length));
    }
    return grams;
  }
}
