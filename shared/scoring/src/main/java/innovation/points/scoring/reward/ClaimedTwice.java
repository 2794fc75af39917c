package innovation.points.scoring.reward;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
    var by = new TreeMap<String, TreeMap<String, TreeSet<String>>>();
    claims.forEach(
        (uscc, all) ->
            all.forEach(
                one ->
                    by.computeIfAbsent(one.reward(), _ -> new TreeMap<>())
                        .computeIfAbsent(one.item(), _ -> new TreeSet<>())
                        .add(uscc)));
    return by.entrySet().stream()
        .flatMap(
            reward ->
                reward.getValue().entrySet().stream()
                    .filter(item -> item.getValue().size() > 1)
                    .map(
                        item ->
                            new ClaimedTwice(
                                new ItemClaim(reward.getKey(), item.getKey()),
                                List.copyOf(item.getValue()))))
        .toList();
  }

  /** The claims that pay nobody. */
  public static Set<ItemClaim> claims(Collection<ClaimedTwice> all) {
    return all.stream().map(ClaimedTwice::claim).collect(Collectors.toUnmodifiableSet());
  }
}
