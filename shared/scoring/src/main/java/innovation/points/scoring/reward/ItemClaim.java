package innovation.points.scoring.reward;

import innovation.points.scoring.facts.Spelling;
import java.util.Objects;

/**
 * That an enterprise has an item which pays one enterprise of the zone. Two ways to write one
 * number are one claim.
 *
 * @param reward id in the rulebook
 * @param item its value in the field by which it is known, a 合同编号, as it was written
 */
public record ItemClaim(String reward, String item) {

  @Override
  public boolean equals(Object other) {
    return other instanceof ItemClaim(String otherReward, String otherItem)
        && otherReward.equals(reward)
        && Spelling.of(otherItem).equals(Spelling.of(item));
  }

  @Override
  public int hashCode() {
    return Objects.hash(reward, Spelling.of(item));
  }
}
