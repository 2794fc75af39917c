package innovation.points.person;

/**
 * A bank that the zone admits.
 *
 * @param id as grants name it
 * @param name as people read it
 */
public record Bank(String id, String name) {}
