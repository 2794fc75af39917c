package innovation.points.web.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;

/**
 * The part that is asked for of a list so short that it is always at hand as a whole, and given as
 * a whole where no limit is.
 *
 * @param name names the list: the route with its path and filters
 * @param limit of a part; none for all that follows
 * @param start how many items come before it
 */
public record ShortList(String name, OptionalInt limit, int start) {

  /** Where a part begins is a number and no secret; the signature tells the lists apart. */
  private static final Cursors CURSORS =
      new Cursors(() -> ShortList.class.getName().getBytes(StandardCharsets.UTF_8));

  /** Reads what is asked for; to be called before the parameters are verified. */
  public static ShortList of(Parameters parameters, String name) {
    OptionalInt limit = parameters.limitIfGiven();
    int start =
        parameters
            .cursor(CURSORS, name)
            .map(cursor -> Integer.parseInt(cursor.position()))
            .orElse(0);
    return new ShortList(name, limit, start);
  }

  /** The part of all items. */
  public <T> Page<T> of(List<T> all) {
    int from = Math.min(start, all.size());
    int to = from + Math.min(limit.orElse(all.size()), all.size() - from);
    String next = to < all.size() ? CURSORS.next(name, "", Integer.toString(to)) : null;
    return new Page<>(all.subList(from, to), next);
  }
}
