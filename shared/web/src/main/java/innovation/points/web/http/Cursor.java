package innovation.points.web.http;

/**
 * Where a list goes on.
 *
 * @param generation the generation the list was begun in: it is read to its end in that one
 * @param position what the next page begins after, in the list's own terms
 */
public record Cursor(String generation, String position) {}
