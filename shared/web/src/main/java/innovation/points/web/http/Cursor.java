package innovation.points.web.http;

/**
 * The position at which a list continues.
 *
 * @param generation the generation the list was started in, and is read in to its end
 * @param position the position after which the next page begins, in the list's own terms
 */
public record Cursor(String generation, String position) {}
