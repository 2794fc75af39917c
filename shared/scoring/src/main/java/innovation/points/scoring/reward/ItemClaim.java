package innovation.points.scoring.reward;

/**
 * That an enterprise has an item which pays one enterprise of the zone.
 *
 * @param reward id in the rulebook
 * @param item its value in the field by which it is known, a 合同编号
 */
public record ItemClaim(String reward, String item) {}
