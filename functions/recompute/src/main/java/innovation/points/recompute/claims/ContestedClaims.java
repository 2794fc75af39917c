package innovation.points.recompute.claims;

import innovation.points.recompute.workspace.Workspace;
import innovation.points.scoring.reward.ClaimedTwice;
import innovation.points.scoring.reward.ItemClaim;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What several enterprises of the zone claim; a document of the workspace. */
public record ContestedClaims(List<ClaimedTwice> items) {

  public static final String NAME = "contested";

  public ContestedClaims {
    items = List.copyOf(items);
  }

  /** From the claims of all segments. */
  public static ContestedClaims find(List<Integer> segments, Workspace workspace) {
    Map<String, Set<ItemClaim>> claims = new HashMap<>();
    for (int segment : segments) {
      try (var all = SegmentClaims.CLAIMS.open(workspace, SegmentClaims.name(segment))) {
        while (all.hasNext()) {
          var one = all.next();
          claims.computeIfAbsent(one.uscc(), _ -> new HashSet<>()).add(one.claim());
        }
      }
    }
    return new ContestedClaims(ClaimedTwice.of(claims));
  }

  /** The claims that pay nobody. */
  public Set<ItemClaim> claims() {
    return ClaimedTwice.claims(items);
  }

  /** The enterprises that have such a claim. */
  public Set<String> usccs() {
    return items.stream()
        .flatMap(one -> one.usccs().stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
