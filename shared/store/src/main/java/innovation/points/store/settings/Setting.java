package innovation.points.store.settings;

import innovation.points.person.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of {@code settings/}: what is in force, and what somebody proposes in its place.
 *
 * @param key below {@code settings/}
 * @param inForce null as long as none was set
 * @param proposal null where none waits for another person
 * @param revision how often it was changed
 */
public record Setting(
    String key, @Nullable InForce inForce, @Nullable Proposal proposal, long revision) {

  /**
   * What functions go by.
   *
   * @param json the file's content
   * @param version of the object in the bucket
   * @param approvedBy the same as proposed it where the zone has one person only
   */
  public record InForce(
      String json, String version, Person proposedBy, Person approvedBy, Instant since) {}

  /**
   * What waits for another person.
   *
   * @param json the file's content
   */
  public record Proposal(String json, Person by, Instant at) {}

  /** Never set, and never proposed. */
  static Setting none(String key) {
    return new Setting(key, null, null, 0);
  }

  public Setting proposed(Proposal by) {
    return new Setting(key, inForce, by, revision + 1);
  }

  /** With what was proposed in force, or without it. */
  public Setting decided(@Nullable InForce next) {
    return new Setting(key, next, null, revision + 1);
  }
}
