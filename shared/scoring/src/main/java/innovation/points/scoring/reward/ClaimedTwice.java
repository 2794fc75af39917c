package innovation.points.scoring.reward;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * An item that several enterprises claim: it pays none of them until it is settled whose it is
 * (rules §9).
 *
 * @param usccs at least two, by code
 */
public record ClaimedTwice(ItemClaim claim, List<String> usccs) {

  public ClaimedTwice {
    usccs = List.copyOf(usccs);
  }

  /**
   * What several claim, by reward and item.
   *
   * @param claims by enterprise
   */
  public static List<ClaimedTwice> of(Map<String, Set<ItemClaim>> claims) {
    var by = new HashMap<ItemClaim, TreeMap<String, String>>();
    claims.forEach(
        (uscc, all) ->
            all.forEach(
                one ->
                    by.computeIfAbsent(one, _ -> new TreeMap<>())
                        .merge(uscc, one.item(), ClaimedTwice::first)));
    return by.entrySet().stream()
        .filter(one -> one.getValue().size() > 1)
        .map(one -> of(one.getKey().reward(), one.getValue()))
        .sorted(
            Comparator.comparing((ClaimedTwice one) -> one.claim().reward())
                .thenComparing(one -> one.claim().item()))
        .toList();
  }

  /**
   * @param written how each enterprise writes the number; the first of these is what it is called
   */
  private static ClaimedTwice of(String reward, TreeMap<String, String> written) {
    String item = written.values().stream().reduce(ClaimedTwice::first).orElseThrow();
    return new ClaimedTwice(new ItemClaim(reward, item), List.copyOf(written.keySet()));
  }

  private static String first(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The claims that pay nobody. */
  public static Set<ItemClaim> claims(Collection<ClaimedTwice> all) {
    return all.stream().map(ClaimedTwice::claim).collect(Collectors.toUnmodifiableSet());
  }
}
