package innovation.points.acceptance.stack.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which rules of the negative list can stand behind the deductions of a year's cards: every set of
 * rules that adds up to a card's sum, with and without the report's numbers by rule.
 */
final class PossibleDeductions {

  private static final int PLACES = 256;

  private final List<String> rules = new ArrayList<>();
  private final List<List<Double>> points = new ArrayList<>();
  private final List<Integer> least = new ArrayList<>();
  private final List<Integer> most = new ArrayList<>();
  private final Map<String, Set<String>> byCards = new TreeMap<>();
  private final Map<String, Set<String>> byAll = new TreeMap<>();

  PossibleDeductions(JsonNode rulebook, JsonNode report, List<JsonNode> cards) {
    Map<String, JsonNode> counts = new HashMap<>();
    for (JsonNode count : report.at("/overview/deductions")) {
      counts.put(count.path("id").asText(), count.path("enterprises"));
    }
    List<JsonNode> deducted =
        cards.stream().filter(card -> card.at("/adjustments/deductions").asDouble() > 0).toList();
    for (JsonNode rule : rulebook.path("negativeList")) {
      JsonNode effect = rule.path("effect");
      if (!effect.path("exclude").asBoolean()) {
        rules.add(rule.path("id").asText());
        points.add(possible(effect));
      }
    }
    boolean byRule = rules.stream().anyMatch(counts::containsKey);
    for (String rule : rules) {
      JsonNode count = counts.get(rule);
      boolean open = !byRule || (count != null && count.isNull());
      least.add(open ? (byRule ? 1 : 0) : count == null ? 0 : count.asInt());
      most.add(open ? deducted.size() : count == null ? 0 : count.asInt());
    }
    List<Set<Integer>> options =
        deducted.stream().map(card -> sets(card.at("/adjustments/deductions").asDouble())).toList();
    for (int i = 0; i < deducted.size(); i++) {
      String uscc = deducted.get(i).path("uscc").asText();
      byCards.put(uscc, certain(options.get(i)));
      Set<Long> others = sums(options, i);
      var left = new HashSet<Integer>();
      for (int option : options.get(i)) {
        if (others.stream().anyMatch(sum -> fits(sum + packed(option)))) {
          left.add(option);
        }
      }
      byAll.put(uscc, certain(left));
    }
  }

  /** What is certain about an enterprise by the report only: by its code, the rules. */
  Map<String, Set<String>> toldByTheReport() {
    var told = new TreeMap<String, Set<String>>();
    byAll.forEach(
        (uscc, all) -> {
          var more = new TreeSet<>(all);
          more.removeAll(byCards.getOrDefault(uscc, Set.of()));
          if (!more.isEmpty()) {
            told.put(uscc, more);
          }
        });
    return told;
  }

  /** The sums that a rule can deduct: one, or any of its levels added up. */
  private static List<Double> possible(JsonNode effect) {
    if (effect.has("deduct")) {
      return List.of(effect.path("deduct").asDouble());
    }
    var sums = new ArrayList<>(List.of(0.0));
    for (JsonNode level : effect.at("/deductByLevel/points")) {
      for (double sum : List.copyOf(sums)) {
        sums.add(sum + level.asDouble());
      }
    }
    sums.remove(0.0);
    return sums;
  }

  /** The sets of rules, as bits, that can add up to a sum. */
  private Set<Integer> sets(double sum) {
    var found = new HashSet<Integer>();
    add(0, 0, sum, found);
    return found;
  }

  private void add(int rule, int set, double left, Set<Integer> found) {
    if (rule == rules.size()) {
      if (Math.abs(left) < 1e-9) {
        found.add(set);
      }
      return;
    }
    add(rule + 1, set, left, found);
    for (double one : points.get(rule)) {
      add(rule + 1, set | 1 << rule, left - one, found);
    }
  }

  /** What each member of all sets says: that a rule applies, or that it does not. */
  private Set<String> certain(Set<Integer> sets) {
    var certain = new TreeSet<String>();
    for (int rule = 0; rule < rules.size(); rule++) {
      int bit = 1 << rule;
      if (sets.stream().allMatch(set -> (set & bit) != 0)) {
        certain.add(rules.get(rule));
      } else if (sets.stream().allMatch(set -> (set & bit) == 0)) {
        certain.add("not " + rules.get(rule));
      }
    }
    return certain;
  }

  /** All numbers by rule that the cards but one can add up to. */
  private Set<Long> sums(List<Set<Integer>> options, int but) {
    Set<Long> sums = Set.of(0L);
    for (int i = 0; i < options.size(); i++) {
      if (i != but) {
        var next = new HashSet<Long>();
        for (long sum : sums) {
          options.get(i).forEach(option -> next.add(sum + packed(option)));
        }
        sums = next;
      }
    }
    return sums;
  }

  private long packed(int set) {
    long packed = 0;
    long place = 1;
    for (int rule = 0; rule < rules.size(); rule++, place *= PLACES) {
      packed += (set & 1 << rule) == 0 ? 0 : place;
    }
    return packed;
  }

  private boolean fits(long counts) {
    long left = counts;
    for (int rule = 0; rule < rules.size(); rule++, left /= PLACES) {
      long count = left % PLACES;
      if (count < least.get(rule) || count > most.get(rule)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "%d enterprises with deductions; certain by cards alone %s; by the report besides %s"
        .formatted(
            byCards.size(),
            byCards.values().stream()
                .flatMap(Set::stream)
                .filter(rule -> !rule.startsWith("not "))
                .toList(),
            toldByTheReport().values());
  }
}
