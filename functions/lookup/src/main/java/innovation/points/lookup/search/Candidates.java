package innovation.points.lookup.search;

import innovation.points.store.names.NameKeys;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Which names may fit, by the keys of an index. */
final class Candidates {

  private static final int[] NONE = {};

  private Candidates() {}

  /** The keys that have to be read to find them. */
  static Set<String> keys(NameQuery query) {
    var keys = new LinkedHashSet<String>();
    String core = query.core();
    keys.addAll(exact(core));
    keys.addAll(NameKeys.beginning(core));
    if (query.isCode()) {
      keys.addAll(NameKeys.code(query.code()));
    }
    if (query.isPinyin()) {
      keys.addAll(NameKeys.pinyin(query.folded()));
    }
    if (query.isLetters()) {
      keys.addAll(NameKeys.initials(query.folded()));
    }
    if (query.isMended()) {
      keys.addAll(NameKeys.characters(core));
    }
    return keys;
  }

  private static Set<String> exact(String core) {
    return core.codePointCount(0, core.length()) == 1
        ? NameKeys.characters(core)
        : NameKeys.pairs(core);
  }

  /**
   * The numbers of the names that may fit, those that may fit better first, each once.
   *
   * @param numbers the numbers of the names that have a key, ascending; null for none
   * @param names how many names there are
   */
  static int[] of(NameQuery query, Function<String, int[]> numbers, int names) {
    String core = query.core();
    var found = new LinkedHashSet<Integer>();
    if (core.isEmpty()) {
      return all(names);
    }
    int[] holding = every(exact(core), numbers);
    Set<String> beginning = NameKeys.beginning(core);
    if (!beginning.isEmpty()) {
      add(found, both(holding, every(beginning, numbers)));
    }
    add(found, holding);
    if (query.isCode()) {
      add(found, every(NameKeys.code(query.code()), numbers));
    }
    if (query.isPinyin()) {
      add(found, every(NameKeys.pinyin(query.folded()), numbers));
    }
    if (query.isLetters()) {
      add(found, every(NameKeys.initials(query.folded()), numbers));
    }
    if (query.isMended() && found.isEmpty()) {
      add(found, butOne(NameKeys.characters(core), numbers, names));
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private static int[] all(int names) {
    var all = new int[names];
    Arrays.setAll(all, i -> i);
    return all;
  }

  private static void add(Collection<Integer> found, int[] numbers) {
    for (int number : numbers) {
      found.add(number);
    }
  }

  /** The names that have every key. */
  private static int[] every(Collection<String> keys, Function<String, int[]> numbers) {
    if (keys.isEmpty()) {
      return NONE;
    }
    List<int[]> lists = new ArrayList<>();
    for (String key : keys) {
      lists.add(numbers.apply(key));
    }
    lists.sort((a, b) -> Integer.compare(a.length, b.length));
    int[] left = lists.getFirst();
    for (int[] list : lists.subList(1, lists.size())) {
      left = both(left, list);
    }
    return left;
  }

  private static int[] both(int[] some, int[] others) {
    var common = new int[Math.min(some.length, others.length)];
    int count = 0;
    for (int number : some) {
      if (Arrays.binarySearch(others, number) >= 0) {
        common[count++] = number;
      }
    }
    return Arrays.copyOf(common, count);
  }

  /** The names that have all of some characters or all but one. */
  private static int[] butOne(Collection<String> keys, Function<String, int[]> numbers, int names) {
    var once = new BitSet(names);
    var all = new BitSet(names);
    all.set(0, names);
    // Those that lack no key so far, and those that lack one.
    for (String key : keys) {
      var with = new BitSet(names);
      for (int number : numbers.apply(key)) {
        with.set(number);
      }
      once.and(with);
      var lacking = (BitSet) all.clone();
      lacking.andNot(with);
      once.or(lacking);
      all.and(with);
    }
    once.or(all);
    return once.stream().toArray();
  }
}
